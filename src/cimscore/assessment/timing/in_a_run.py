"""What a run makes of a clock: its state, its first day, when its act was done, and which clock is like it."""

from __future__ import annotations

from typing import Any, Final

from cimscore.assessment.decision.standing import Standing
from cimscore.calendars import Due
from cimscore.case import Moment
from cimscore.clocks import ClockState, Uncounted, When, in_time
from cimscore.grades import CERTAIN, NO, PROVISIONAL
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

CANNOT_BE_TOLD: Final = "cannot be told"
DONE: Final = "done"
"""State of a clock that gives no day, if its act is done: nobody can say whether that was in time."""
NOT_OWED: Final = "not owed"
"""State of a clock by a reading under which nobody has to do what it counts."""

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


def grades_of_done(run: Run, timed: Clock, things: Things) -> set[int]:
    """Return how certain it is that an act was done, of each moment; none if it comes round again."""
    if timed.repeats is not None:
        return set()
    return {*run.value(timed.part("done")).behind(things).values()} - {NO}


def late_at_receipt(run: Run, timed: Clock, things: Things, *dues: Due | Uncounted | None) -> Standing | None:
    """Return how certain it is that an act was late already when the information was received.

    Args:
        run: The run by the working answers.
        timed: Its clock.
        things: What the clock hangs on.
        dues: The days on which it may be due.
    """
    received = run.context.received
    # What is done, and what is decided for a moment, has its state.
    if run.context.at is not None or not isinstance(received, Moment) or grades_of_done(run, timed, things):
        return None
    in_times = {in_time(received, due, run.context.zone) for due in dues if isinstance(due, Due)}
    if in_times == {NO}:
        return Standing.CERTAIN
    return Standing.PROVISIONAL if in_times - {CERTAIN} else None


def likeness(clock: Clock, timed: Clock) -> tuple[bool, bool, bool]:
    """Return how like the acts of two clocks are: in their words, in the start of these, in what they count from."""
    shorter, longer = sorted((clock.what, timed.what), key=len)
    return shorter == longer, longer.startswith(shorter), clock.says_from == timed.says_from != ""
