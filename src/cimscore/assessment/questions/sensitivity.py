"""Changes to a case under other readings of unclear points, or without the assumptions."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from cimscore.assessment.decision.words import Words
from cimscore.assessment.questions.comparing import Difference, difference
from cimscore.case import UNKNOWN
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.graded import by_text
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.questions import noted, point_at
from cimscore.reasoning.run import Run


@attrs.frozen(kw_only=True)
class Sensitivity:
    """Other reading, or other assumption, that would change a case.

    Attributes:
        address: Address of the point: ``program/reading``, or the address of the assumption.
        kind: ``reading`` or ``granted``.
        asks: Question.
        taken: Answer in use, in words.
        other: Other answer: the word that chooses a reading.
        meaning: Other answer, in words.
        clauses: Clauses that are unclear, or that raise the question.
        changes: Its changes.
    """

    address: str
    kind: str
    asks: str
    taken: str
    other: str
    meaning: str
    clauses: tuple[str, ...]
    changes: Difference


def sensitivity_of(decided: Decided, words: Words) -> tuple[Sensitivity, ...]:
    """Return every other reading, and every other answer to what is taken for granted, that changes a case.

    Args:
        decided: What was decided.
        words: The words of the program for the things of the case.
    """
    run = decided.run
    points = [*_readings(run), *_granted(run)]
    return tuple(found for point, clauses in points for found in _changing(run, point, clauses, words))


def _changing(run: Run, point: Point, clauses: tuple[str, ...], words: Words) -> Iterator[Sensitivity]:
    for value in point.values:
        if value in (point.working, UNKNOWN):
            continue
        changes = difference(run, run.answered(point.address, value), words)
        if changes:
            yield Sensitivity(
                address=point.address,
                kind=point.kind.value,
                asks=words.asked(point),
                taken=words.answer(point, point.working),
                other=str(value),
                meaning=words.answer(point, value),
                clauses=clauses,
                changes=changes,
            )


def _readings(run: Run) -> Iterator[tuple[Point, tuple[str, ...]]]:
    program = run.compiled.program
    for reading in program.readings:
        if reading.noted:
            continue
        yield point_at(run, f"{program.owner_of(reading)}/{reading.id}"), reading.clauses


def _granted(run: Run) -> Iterator[tuple[Point, tuple[str, ...]]]:
    """Yield everything that silence stood for in this run, about the things it was asked for."""
    for question in run.compiled.program.questions:
        if question.granted:
            for things in sorted(run.value(question).asked, key=by_text):
                if run.value(question).is_granted(things):
                    yield point_at(run, noted(run, question, things)), question.cites
