"""What one run makes of a clock: its state, its first day, when its act was done, and which clock is like it."""

from __future__ import annotations

from typing import Any, Final

from cimscore.calendars import Due
from cimscore.clocks import ClockState, When
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.run import Run
from cimscore.rules.rows.clocks import Clock

NOT_MET_YET: Final = "not met yet"
BEFORE: Final = (ClockState.RUNNING, ClockState.OVERDUE)
"""States of a clock of which the act is not done."""
DONE_STATES: Final = (ClockState.MET, ClockState.MET_LATE)
OF_A_MOMENT: Final = (*BEFORE, *DONE_STATES)
"""States that a moment decides."""
PERHAPS_OVERDUE: Final = "perhaps overdue"
PERHAPS_MET_LATE: Final = "perhaps met late"
DONE_IN_WORDS: Final = (ClockState.MET.in_words, PERHAPS_MET_LATE, ClockState.MET_LATE.in_words)
"""States of a clock of which the act is done as they are said, the better first."""

Things = tuple[Any, ...]


def state_in(run: Run, timed: Clock, things: Things) -> str:
    """Return the state of a clock by the working answers of a run."""
    states = (ClockState.WAITING, *OF_A_MOMENT, ClockState.NOT_COUNTED)
    return next((state for state in states if run.value(timed.part(state)).grade(things) >= PROVISIONAL), NOT_MET_YET)


def perhaps_late(word: str) -> str:
    """Return a state that a moment decides, where only a part of the possible days had passed at that moment."""
    return PERHAPS_OVERDUE if word in BEFORE else PERHAPS_MET_LATE


def first_due(run: Run, timed: Clock, things: Things) -> Due | None:
    """Return when a clock is due first by the working answers of a run; None if it has no day."""
    days = run.value(timed.part("due")).behind(things)
    given = (day for day, grade in days.items() if grade >= PROVISIONAL and isinstance(day, Due))
    return min(given, key=lambda day: day.latest, default=None)


def first_done(run: Run, timed: Clock, things: Things) -> When | None:
    """Return when an act was done first by the working answers of a run; None if not, or if it comes round again."""
    if timed.repeats is not None:
        return None
    done = run.value(timed.part("done")).behind(things)
    return min((moment for moment, grade in done.items() if grade >= PROVISIONAL), key=str, default=None)


def likeness(clock: Clock, timed: Clock) -> tuple[bool, bool, bool]:
    """Return how like the acts of two clocks are: in their words, in the start of these, in what they count from."""
    shorter, longer = sorted((clock.what, timed.what), key=len)
    return shorter == longer, longer.startswith(shorter), clock.says_from == timed.says_from != ""
