"""Unknown starts of clocks. They are asked for, with the results of the first and the last possible moment."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import attrs

from cimscore.assessment.decision.undecided import Brought, OpenPoint
from cimscore.assessment.decision.value import DecidedClock
from cimscore.assessment.decision.whom import whom_to_ask
from cimscore.assessment.decision.words import Words
from cimscore.calendars import Due
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Span, Uncounted, in_words
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.points.points import PointKind
from cimscore.reasoning.questions import point_at, question_at
from cimscore.reasoning.reasons.support import DECIDED, Support
from cimscore.reasoning.run import Run
from cimscore.reasoning.timing.earliest import NO_MOMENT
from cimscore.rules.rows.clocks import Clock


def with_beginnings(
    points: Sequence[OpenPoint], clocks: Sequence[DecidedClock], decided: Decided, words: Words
) -> tuple[OpenPoint, ...]:
    """Return the open points, with each unknown moment that leaves a clock without a day, and its bounds.

    Args:
        points: Points to show.
        clocks: The clocks of the decision.
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    bounds: dict[str, list[tuple[Span, DecidedClock]]] = {}
    for address, span, clock in _missing(clocks, decided):
        bounds.setdefault(address, []).append((span, clock))
    told = {point.address: point for point in points}
    asked = []
    for address, counted in bounds.items():
        found = tuple(_bounds(counted, decided))
        # A question whose answer changes nothing is not asked.
        if len(found) > 1 and len({brings for _, brings in found}) == 1:
            continue  # The first and the last bring the same days, and so does every moment in between.
        point = told.pop(address) if address in told else asked_when(address, counted[0][0], decided, words)
        asked.append(attrs.evolve(point, bounds=found, unlisted=True))
    unbounded = dict.fromkeys(_unbounded(clocks, decided))
    asked += [asked_when(address, None, decided, words) for address in unbounded if address not in told]
    changing = [point for point in told.values() if point.changes]
    return (*changing, *asked, *(point for point in told.values() if not point.changes))


def each_timed(clocks: Sequence[DecidedClock], decided: Decided) -> Iterator[tuple[DecidedClock, Clock]]:
    """Yield each clock of a decision with its row in the program."""
    rows = {clock.id: clock for clock in decided.run.compiled.program.clocks}
    yield from ((clock, rows[clock.id]) for clock in clocks)


def _missing(clocks: Sequence[DecidedClock], decided: Decided) -> Iterator[tuple[str, Span, DecidedClock]]:
    """Yield each unknown moment from which a clock counts, with what is known of it."""
    run, support = decided.run, Support(decided.run, adopted=True)
    for clock, timed in each_timed(clocks, decided):
        if isinstance(clock.due, Due) and not clock.due.exact:
            start = run.clock(clock.id).counted_by(clock.things, clock.due).moment
            if isinstance(start, Span):
                for address in _below(timed, clock.things, support):
                    if _is_untold(address, decided) and _moves(address, start, timed, clock, run):
                        yield address, start, clock


def _unbounded(clocks: Sequence[DecidedClock], decided: Decided) -> Iterator[str]:
    """Yield the address of each moment without any bounds from which a clock would count."""
    support = Support(decided.run, adopted=True)
    for clock, timed in each_timed(clocks, decided):
        if isinstance(clock.due, Uncounted):
            below = _below(timed, clock.things, support)
            untold = clock.due.why == NO_MOMENT
            told = (address for address in below if untold and _is_of_an_answer(address))
            yield from (*told, *(address for address in below if _is_unbounded(address, decided)))


def _is_unbounded(address: str, decided: Decided) -> bool:
    point = decided.run.situation.points.get(address)
    return point is not None and point.values == (UNKNOWN,)


def _below(timed: Clock, things: tuple[Any, ...], support: Support) -> tuple[str, ...]:
    return support.points_of(support.condition(timed.starts, dict(zip(timed.things, things, strict=True))))


def _is_of_an_answer(address: str) -> bool:
    """Return True for the address of the moment at which a question was answered."""
    return address.startswith(f"{DECIDED}@")


def _is_untold(address: str, decided: Decided) -> bool:
    """Return True if a point is an unknown moment."""
    if _is_of_an_answer(address):
        return True
    # An edition is chosen by a moment, but is not a moment itself.
    if address.startswith("edition@"):
        return False
    point = point_at(decided.run, address)
    return not point.known and any(isinstance(value, Span) for value in point.values)


def _moves(address: str, start: Span, timed: Clock, clock: DecidedClock, run: Run) -> bool:
    """Return True if a moment at an address would give the clock another day, by the readings in use."""
    if _is_of_an_answer(address):
        return True
    # One end of what it can be is enough: if it gives the same day, the clock counts from something else.
    spans = (value for value in point_at(run, address).values if isinstance(value, Span))
    span = next(spans, start)
    other = run.answered(address, span.first or span.last or span.working).value(timed.part("due"))
    return bool(other.rows.get((*clock.things, clock.due), 0) < PROVISIONAL)


def asked_when(address: str, span: Span | None, decided: Decided, words: Words) -> OpenPoint:
    """Return the question for an unknown moment.

    Args:
        address: Its address.
        span: What is known of it; None if nothing is.
        decided: What was decided.
        words: Words of the program for the things of the case.
    """
    kind, _, about = address.partition("@")
    point = point_at(decided.run, about if kind == DECIDED else address)
    asks = words.asked(point, decided.run.context.things_at(point.address))
    zone, question = decided.run.context.zone, question_at(decided.run, address)
    return OpenPoint(
        address=address,
        kind=PointKind.FACT.value,
        asks=f"When was this decided? {asks}" if kind == DECIDED else asks,
        working=in_words(span, zone) if span else "",
        why="nobody has said when" if kind == DECIDED else point.why,
        decided_by="",
        ask=whom_to_ask(address, None if question is None else question.things),
        unlisted=span is None,
    )


def _bounds(
    counted: Sequence[tuple[Span, DecidedClock]], decided: Decided
) -> Iterator[tuple[str, tuple[Brought, ...]]]:
    """Yield the first and the last moment that it can be, with when each clock would then be due."""
    zone = decided.run.context.zone
    for end in ("first", "last"):
        told: dict[str, list[Brought]] = {}
        for span, clock in counted:
            moment: Moment | None = getattr(span, end)
            if moment is not None and isinstance(clock.due, Due):
                due = decided.run.clock(clock.id).counted_from(moment, clock.things, clock.due)
                told.setdefault(in_words(moment, zone), []).append(Brought(clock.what, str(due)))
        yield from ((moment, tuple(dict.fromkeys(brings))) for moment, brings in told.items())
