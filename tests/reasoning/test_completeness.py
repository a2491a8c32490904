"""What every answer to one missing fact shares is told as certain."""

from __future__ import annotations

from collections.abc import Iterator

import attrs
from answers_of_queensland import queensland, worked_examples
from random_worlds import holes_in, with_holes

from cimscore.case import Case
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.deciding import Claim, decide
from cimscore.reasoning.run import Run

FLOOR = 0.995
MOST_VALUES = 40


@attrs.define
class Count:
    """How much of what completions share was told."""

    shared: int = 0
    told: int = 0


def test_what_every_answer_to_one_missing_fact_shares_is_certain() -> None:
    count = Count()
    missed = [
        f"{name}, {line}"
        for name, case in sorted(worked_examples().items())
        for fact, less in facts_out(case)
        for line in missed_without(fact, less, count)
    ]
    print(f"{count.told} of {count.shared} told;", *missed, sep="\n")
    assert count.told >= FLOOR * count.shared


def facts_out(case: Case) -> Iterator[tuple[str, Case]]:
    for fact, hole in holes_in(case):
        if "/" not in fact:
            yield fact, with_holes(case, [hole])


def missed_without(fact: str, case: Case, count: Count) -> Iterator[str]:
    """Yield what every answer to a missing fact gives and is not told as certain."""
    run = run_of(case, queensland())
    points = [point for address, point in run.situation.points.items() if is_of(address, fact) and not point.known]
    if len(points) != 1 or len(points[0].values) > MOST_VALUES:
        return
    point = points[0]
    shared = set.intersection(*(certain_in(run.answered(point.address, value)) for value in point.values))
    told = certain_in(run)
    count.shared += len(shared)
    count.told += len(shared & told)
    for key, things in sorted(shared - told, key=str):
        yield f"without {fact}: {key} of {', '.join(map(str, things))}"


def is_of(address: str, fact: str) -> bool:
    """Return True if an open point is the fact that was taken out; a stay is named by its place in the document."""
    return address == fact or (fact.startswith("stay@") and address.startswith("stay@"))


def certain_in(run: Run) -> set[Claim]:
    return {claim for claim, line in decide(run).told.items() if line.certain}
