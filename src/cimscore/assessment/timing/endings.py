"""Unknown moments of acts. They are asked for where they decide how a clock stands, with what each end brings."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.assessment.decision.standing import Standing
from cimscore.assessment.decision.undecided import Brought, OpenPoint
from cimscore.assessment.decision.value import DecidedClock
from cimscore.assessment.decision.words import Words
from cimscore.assessment.timing.beginnings import asked_when, each_timed
from cimscore.assessment.timing.in_a_run import CANNOT_BE_TOLD, NOT_MET_YET, state_in
from cimscore.calendars import Due
from cimscore.case import Moment
from cimscore.clocks import Span, in_words
from cimscore.grades import CERTAIN
from cimscore.ids import spelled
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.reasons.support import Support
from cimscore.rules.rows.clocks import Clock

MOVED: Final = "moved@"
"""The beginning of the address of the moment of a move."""


@attrs.frozen
class _Ending:
    """How one clock would stand with one moment at which an act can have been done.

    Attributes:
        moment: The moment, for people.
        brings: What the clock times, and its state then.
        sure: True if that is certain.
    """

    moment: str
    brings: Brought
    sure: bool


def with_endings(
    points: Sequence[OpenPoint], clocks: Sequence[DecidedClock], decided: Decided, words: Words
) -> tuple[OpenPoint, ...]:
    """Return the open points, with each unknown moment of an act that decides how a clock stands, and its bounds.

    Args:
        points: Points to show.
        clocks: The clocks of the decision.
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    told = {point.address: point for point in points}
    found: dict[tuple[str, Span], list[_Ending]] = {}
    for clock, timed, address, span in _untold(clocks, decided):
        # A point that tells what its answers change needs no bounds.
        if address in told and (told[address].changes or told[address].bounds):
            continue
        if _matters(clock, endings := list(_endings(clock, timed, address, span, decided))):
            found.setdefault((address, span), []).extend(endings)
    for (address, span), endings in found.items():
        point = told[address] if address in told else asked_when(address, span, decided, words)
        told[address] = attrs.evolve(point, unlisted=True, bounds=_bounds(endings))
    return tuple(told.values())


def _bounds(endings: Sequence[_Ending]) -> tuple[tuple[str, tuple[Brought, ...]], ...]:
    """Return each moment once, with what it brings for every clock."""
    told: dict[str, dict[Brought, None]] = {}
    for ending in endings:
        told.setdefault(ending.moment, {})[ending.brings] = None
    return tuple((moment, tuple(brings)) for moment, brings in told.items())


def _matters(clock: DecidedClock, endings: Sequence[_Ending]) -> bool:
    """Return True if the two ends leave a clock otherwise, or if what is sure but for them is not sure with either."""
    differ = len({ending.brings for ending in endings}) > 1
    return differ or (clock.standing is Standing.CERTAIN and not all(ending.sure for ending in endings))


def _untold(clocks: Sequence[DecidedClock], decided: Decided) -> Iterator[tuple[DecidedClock, Clock, str, Span]]:
    """Yield each clock whose state an unknown moment of an act may decide, with that moment."""
    support = Support(decided.run, adopted=True)
    for clock, timed in each_timed(clocks, decided):
        if clock.stands.word == CANNOT_BE_TOLD:
            for row in decided.run.value(timed.part("done")).rows:
                if row[:-1] == clock.things:
                    below = support.points_of(support.of(timed.part("done"), row))
                    for address in (address for address in below if address.startswith(MOVED)):
                        spans = (value for value in _values(address, decided) if isinstance(value, Span))
                        yield from ((clock, timed, address, span) for span in spans)


def _values(address: str, decided: Decided) -> tuple[object, ...]:
    return point_at(decided.run, address).values if address in decided.run.situation.points else ()


def _endings(clock: DecidedClock, timed: Clock, address: str, span: Span, decided: Decided) -> Iterator[_Ending]:
    """Yield how a clock would stand with the first and with the last moment that an act can have had."""
    zone = decided.run.context.zone
    first, last = ((moment, in_words(moment, zone) if moment else "") for moment in (span.first, span.last))
    for moment, said in (first, last if last[0] else _open_end(clock, decided)):
        if moment is not None:
            run = decided.run.answered(address, moment)
            state = state_in(run, timed, clock.things)
            sure = state == NOT_MET_YET or run.value(timed.part(state)).grade(clock.things) == CERTAIN
            then = f"{'' if sure else 'perhaps '}{spelled(state)}"
            yield _Ending(said, Brought(clock.what, then), sure)


def _open_end(clock: DecidedClock, decided: Decided) -> tuple[Moment | None, str]:
    """Return a last moment for an act of which nothing says by when: that of the assessment, else after its day."""
    at = decided.run.context.at
    if at is not None:
        return at, in_words(at, decided.run.context.zone)
    if not isinstance(clock.due, Due):
        return None, ""
    return Moment(clock.due.latest + dt.timedelta(days=1)), f"after {clock.due}"
