"""All the points that can move a conclusion stand below it; what is certain, or ruled out, stays so."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from answers_of_queensland import programs, random_case, worked_examples
from breaches import certain_in, is_within
from open_points import points_of
from random_worlds import holes_in, with_holes
from tests.each_nth import each_nth

from cimscore.case import Case, Moment
from cimscore.grades import CERTAIN
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.deciding import Claim, told_of
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.reasons.support import Support
from cimscore.reasoning.run import EDITION, Run

AT = Moment(dt.datetime(2025, 3, 5, 9, tzinfo=dt.UTC))
WHETHER_TAKEN = frozenset({EDITION, "conclusion:has-a-response", "conclusion:impact-set-aside"})
"""What hangs on whether a decision has been taken and when, not on which it is: to suppose one is to suppose both."""


def _examples() -> Iterator[Any]:
    """Yield every example of each program: each twelfth for everyday, and the others before a release."""
    for program in ("ndis-incidents", "qld-child-safety", "vic-cims"):
        for place, name in enumerate(sorted(worked_examples(program))):
            yield pytest.param(program, name, marks=() if place % 12 == 0 else pytest.mark.long)


def moved(run: Run, point: Point) -> Iterator[tuple[Claim, int, int]]:
    """Yield each claim that another value of a point moves, with its grade before and after.

    A day that is certain as a range is not moved where a narrower one within it is certain.
    """
    for value in point.values:
        other = run.answered(point.address, value)
        for predicate in told_of(run):
            mine, theirs = run.value(predicate), other.value(predicate)
            if mine is not theirs and predicate.key not in WHETHER_TAKEN:
                for things in mine.rows.keys() | theirs.rows.keys():
                    claim, before, after = (predicate.key, things), mine.grade(things), theirs.grade(things)
                    if before != after and not (before == CERTAIN and is_narrowed(claim, other)):
                        yield claim, before, after


def is_narrowed(claim: Claim, other: Run) -> bool:
    return claim[0].endswith(".due") and is_within(claim, certain_in(other), other.context.zone)


def is_open(run: Run, point: Point) -> bool:
    """Return True for a point that is graded: not adopted, and no edition that is chosen for certain."""
    if not point.address.startswith("edition@"):
        return not point.adopted
    return any(grade < CERTAIN for (document, _), grade in run.use(EDITION).rows.items() if document in point.address)


def hold_to_the_laws(case: Case, program: str) -> int:
    run = run_of(case, programs()[program], at=AT)
    support, tried = Support(run), 0
    below = {
        (predicate.key, things): support.points_of(support.of(predicate, things))
        for predicate in told_of(run)
        for things, grade in run.value(predicate).rows.items()
        if 0 < grade < CERTAIN
    }
    for point in points_of(run).values():
        for claim, before, after in moved(run, point) if is_open(run, point) else ():
            tried += 1
            assert before != CERTAIN, f"{claim} was certain; {point.address} answered otherwise gives {after}"
            assert before, f"{claim} was ruled out; {point.address} answered otherwise gives {after}"
            assert point.address in below[claim], f"{point.address} moves {claim}, and is not below it"
    assert support.complete
    return tried


@pytest.mark.parametrize(("program", "name"), [*_examples()])
def test_examples_without_some_facts(program: str, name: str) -> None:
    case = worked_examples(program)[name]
    holes = [hole for _, hole in holes_in(case)]

    assert sum(hold_to_the_laws(with_holes(case, holes[first::4]), program) for first in range(2)) > 0


@pytest.mark.parametrize("seed", each_nth(range(6), 2))
def test_random_cases_without_some_facts(seed: int) -> None:
    case = random_case(seed)
    holes = [hole for _, hole in holes_in(case)]

    assert hold_to_the_laws(with_holes(case, holes[seed % 5 :: 6]), "qld-child-safety") > 0
