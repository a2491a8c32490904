"""What every answer to a missing fact shares is told as certain; of two missing facts nearly all of it is."""

from __future__ import annotations

import itertools
import math
import os
import random
from collections.abc import Iterator, Sequence

import attrs
import pytest
from answers_of_queensland import programs, worked_examples
from random_worlds import holes_in, with_holes

from cimscore.case import UNKNOWN, Case
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import Claim, decide
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.questions import point_at
from cimscore.reasoning.run import Run

PROGRAMS = ("ndis-incidents", *(pytest.param(id, marks=pytest.mark.long) for id in ("qld-child-safety", "vic-cims")))
FLOOR, FLOOR_OF_TWO = 0.995, 0.97
MOST_VALUES = 40
PAIRS = int(os.environ.get("CIMSCORE_FACT_PAIRS", "60"))
"""So many pairs of facts of each program's worked examples are taken out."""


@attrs.define
class Count:
    """How much of what completions share was told."""

    shared: int = 0
    told: int = 0


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_every_answer_to_one_missing_fact_shares_is_certain(program: str) -> None:
    count, compiled = Count(), programs()[program]
    missed = [
        f"{name}, {line}"
        for name, case in sorted(worked_examples(program).items())
        for fact, hole in holes_in(case)
        for line in missed_without([fact], with_holes(case, [hole]), compiled, count)
    ]
    print(f"{program}: {count.told} of {count.shared} told;", *missed, sep="\n")
    assert count.told >= FLOOR * count.shared > 0


@pytest.mark.parametrize("program", PROGRAMS)
def test_what_every_answer_to_two_missing_facts_shares_is_nearly_all_certain(program: str) -> None:
    count, compiled, chance = Count(), programs()[program], random.Random(2)
    examples = [each for each in sorted(worked_examples(program).items()) if len(holes_in(each[1])) > 1]
    missed = []
    for _ in range(PAIRS):
        name, case = chance.choice(examples)
        (one, mine), (other, theirs) = chance.sample(holes_in(case), 2)
        less = with_holes(case, [mine, theirs])
        missed += [f"{name}, {line}" for line in missed_without([one, other], less, compiled, count)]
    print(f"{program}: {count.told} of {count.shared} told;", *missed, sep="\n")
    assert count.told >= FLOOR_OF_TWO * count.shared > 0


def missed_without(facts: Sequence[str], case: Case, compiled: Compiled, count: Count) -> Iterator[str]:
    """Yield what every answer to missing facts gives and is not told as certain."""
    run = run_of(case, compiled)
    points = [point for fact in facts for point in points_of(run, fact)]
    if len(points) != len(facts) or math.prod(len(point.values) for point in points) > MOST_VALUES:
        return
    worlds = itertools.product(*([(point.address, value) for value in point.values] for point in points))
    shared = set.intersection(*(certain_in(answered(run, answers)) for answers in worlds))
    told = certain_in(run)
    count.shared += len(shared)
    count.told += len(shared & told)
    for key, things in sorted(shared - told, key=str):
        yield f"without {' and '.join(facts)}: {key} of {', '.join(map(str, things))}"


def points_of(run: Run, fact: str) -> list[Point]:
    """Return the open points that are a fact which was taken out; a stay is named by its place in the document."""
    program, asked, _ = fact.partition("/")
    if asked:
        found = [point_at(run, fact)] if program == run.compiled.program.id else []
        return [point for point in found if not point.known and UNKNOWN not in point.values]
    stay = fact.startswith("stay@")
    return [
        point
        for address, point in run.situation.points.items()
        if (address == fact or (stay and address.startswith("stay@"))) and not point.known
    ]


def answered(run: Run, answers: Sequence[tuple[str, object]]) -> Run:
    for address, value in answers:
        run = run.answered(address, value)
    return run


def certain_in(run: Run) -> set[Claim]:
    return {claim for claim, line in decide(run).told.items() if line.certain}
