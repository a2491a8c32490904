"""Unknown moments of acts. They are asked for where they decide how a clock stands, with what each end brings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import attrs

from cimscore.assessment.beginnings import asked_when
from cimscore.assessment.stands import CANNOT_BE_TOLD, NOT_MET_YET, state_in
from cimscore.assessment.undecided import OpenPoint
from cimscore.assessment.value import DecidedClock, Standing
from cimscore.assessment.words import Words
from cimscore.clocks import Span, in_words
from cimscore.reasoning.graded import CERTAIN
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.reasoning.support import Support
from cimscore.reasoning.told import Decided
from cimscore.rules.clocks import Clock

MOVED: Final = "moved@"
"""The beginning of the address of the moment of a move."""
PERHAPS: Final = "perhaps "
Brings = dict[str, list[str]]


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
    asked = {point.address for point in points}
    spans: dict[str, Span] = {}
    bounds: dict[str, Brings] = {}
    for clock, address, span in _untold(clocks, decided):
        brings = _brings(clock, address, span, decided)
        if address not in asked and _matters(clock, brings):
            spans[address] = span
            for moment, told in brings.items():
                bounds.setdefault(address, {}).setdefault(moment, []).extend(told)
    added = (
        attrs.evolve(
            asked_when(address, spans[address], decided, words),
            unlisted=True,
            bounds=tuple((moment, tuple(dict.fromkeys(told))) for moment, told in brings.items()),
        )
        for address, brings in bounds.items()
    )
    return (*points, *added)


def _matters(clock: DecidedClock, brings: Brings) -> bool:
    """Return True if the two ends leave a clock otherwise, or if what is sure but for them is not sure with either."""
    says = {line for told in brings.values() for line in told}
    return len(says) > 1 or (clock.standing is Standing.CERTAIN and any(PERHAPS in line for line in says))


def _untold(clocks: Sequence[DecidedClock], decided: Decided) -> Iterator[tuple[DecidedClock, str, Span]]:
    """Yield each clock whose state an unknown moment of an act may decide, with that moment."""
    timed = {clock.id: clock for clock in decided.run.compiled.program.clocks}
    support = Support(decided.run, adopted=True)
    for clock in clocks:
        if clock.stands.word == CANNOT_BE_TOLD:
            for row in decided.run.value(timed[clock.id].part("done")).rows:
                if row[:-1] == clock.things:
                    below = support.points_of(support.of(timed[clock.id].part("done"), row))
                    for address in (address for address in below if address.startswith(MOVED)):
                        spans = (value for value in _values(address, decided) if isinstance(value, Span))
                        yield from ((clock, address, span) for span in spans)


def _values(address: str, decided: Decided) -> tuple[object, ...]:
    return point_at(decided.run, address).values if address in decided.run.situation.points else ()


def _brings(clock: DecidedClock, address: str, span: Span, decided: Decided) -> Brings:
    """Return how a clock would stand with the first and with the last moment that an act can have had."""
    timed = next(timed for timed in decided.run.compiled.program.clocks if timed.id == clock.id)
    ends = (moment for moment in (span.first, span.last) if moment is not None)
    return {
        in_words(moment, decided.run.context.zone): [
            f"{clock.what}: {_stands(decided.run.answered(address, moment), timed, clock)}"
        ]
        for moment in ends
    }


def _stands(run: Run, timed: Clock, clock: DecidedClock) -> str:
    state = state_in(run, timed, clock.things)
    if state == NOT_MET_YET:
        return state
    sure = run.value(timed.part(state)).grade(clock.things) == CERTAIN
    return f"{'' if sure else PERHAPS}{state.replace('-', ' ')}"
