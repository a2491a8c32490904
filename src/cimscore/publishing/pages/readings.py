"""The unclear points that would change a case: what each other reading brings, and what it takes."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.assessment import OpenPoint
from cimscore.assessment.words import Words
from cimscore.reasoning.deciding import Decided, told_of
from cimscore.reasoning.graded import PROVISIONAL
from cimscore.reasoning.points import Point
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run
from cimscore.reasoning.trying import Claim

Change = tuple[str, tuple[str, ...], tuple[str, ...]]


def readings_that_matter(decided: Decided, words: Words) -> Iterator[OpenPoint]:
    """Yield every unclear point of which another reading would change something that is told of a case.

    Args:
        decided: What was decided, by the readings taken.
        words: The words of the program for the things of the case.
    """
    program, held = decided.run.compiled.program, _held(decided.run)
    for reading in program.readings:
        point = point_at(decided.run, f"{program.id}/{reading.id}")
        changes = tuple(_changes(decided.run, point, held, words))
        if changes:
            yield OpenPoint(
                address=point.address,
                kind=point.kind.value,
                asks=point.asks,
                working=point.in_words(point.working),
                why=point.why,
                decided_by="",
                changes=changes,
            )


def _changes(run: Run, point: Point, held: frozenset[Claim], words: Words) -> Iterator[Change]:
    for member in point.values:
        then = _held(run.answered(point.address, member)) if member != point.working else held
        adds, takes = _said(then - held, words), _said(held - then, words)
        if adds or takes:
            yield point.in_words(member), adds, takes


def _held(run: Run) -> frozenset[Claim]:
    """Return everything told that holds by the working answers."""
    return frozenset(
        (predicate.key, things)
        for predicate in told_of(run)
        for things, grade in run.value(predicate).rows.items()
        if grade >= PROVISIONAL
    )


def _said(claims: frozenset[Claim], words: Words) -> tuple[str, ...]:
    return tuple(sorted({said for claim in claims if (said := words.claim(claim))}))
