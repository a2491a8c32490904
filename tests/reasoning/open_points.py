"""Every point of a run, and everything that a run says, to hold one way of working it out against another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from cimscore.grades import CERTAIN
from cimscore.reasoning.deciding import told_of
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.reasons.support import DECIDED, Support
from cimscore.reasoning.run import Run

Said = Mapping[str, tuple[Mapping[Tuple, int], int]]


def said(run: Run) -> Said:
    """Return what a run says: every conclusion, day and state with the grade of each."""
    values = {predicate.key: run.value(predicate) for predicate in told_of(run)}
    return {key: (dict(value.rows), value.default) for key, value in values.items()}


def anew(run: Run) -> Run:
    """Return the same run with nothing worked out and no run before it."""
    return Run(run.compiled, run.situation, run.given, run.context, run.readings, run.editions)


def points_of(run: Run) -> dict[str, Point]:
    """Return every point that a run rests on or leaves open, and every reading of its program."""
    support = Support(run, adopted=True)
    for predicate in told_of(run):
        for things in run.value(predicate).rows:
            support.of(predicate, things)
    program = run.compiled.program
    readings = {f"{program.id}/{reading.id}" for reading in program.readings}
    addresses = {*support.addresses, *run.situation.points, *readings}
    # When an answer was given is told with the answer, and is a point only where the case states it as one.
    stated = {address for address in addresses if address in run.situation.points or not _is_of_an_answer(address)}
    return {address: point_at(run, address) for address in sorted(stated)}


def _is_of_an_answer(address: str) -> bool:
    return address.startswith(f"{DECIDED}@")


def uncertain(run: Run) -> list[Point]:
    """Return every point that stands below something that is not certain."""
    support = Support(run)
    for predicate in told_of(run):
        for things, grade in run.value(predicate).rows.items():
            if 0 < grade < CERTAIN:
                support.of(predicate, things)
    return [point_at(run, address) for address in sorted(support.addresses)]


def worlds(run: Run) -> Iterator[Run]:
    """Yield a run; where an answer is missing and none is worked with, the run with each answer that there can be.

    What holds until somebody answers holds of the paper. Of the matter holds what an answer gives.
    """
    undecided = (point for point in uncertain(run) if len(point.values) > 1 and point.working not in point.values)
    point = next(undecided, None)
    if point is None:
        yield run
    else:
        for value in point.values:
            yield from worlds(run.answered(point.address, value))


def flips(run: Run) -> Iterator[tuple[str, Any, Run]]:
    """Yield each point with each of its values, and the run in which it has that value."""
    for address, point in points_of(run).items():
        for value in point.values:
            yield address, value, run.answered(address, value)
