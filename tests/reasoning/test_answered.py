"""A run with one point answered otherwise says what a run worked out anew says, and shares all else."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator
from functools import cache

import attrs
import pytest
from answers_of_queensland import programs, queensland, random_case, worked_examples
from open_points import anew, flips, points_of, said
from random_worlds import holes_in, with_holes
from tests.each_nth import each_nth

from cimscore.case import Case, Moment
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.run import Run

DOCUMENTS = [
    ("qld-child-safety", "two-homes"),
    ("qld-child-safety", "several-responses"),
    ("qld-child-safety", "after-the-edition"),
    ("qld-child-safety", "nobody-identified"),
    *[(program, number) for program in ("ndis-incidents", "vic-cims") for number in range(3)],
]


@cache
def case_of(program: str, name: str | int) -> Case:
    examples = worked_examples(program)
    return examples[name] if isinstance(name, str) else examples[sorted(examples)[name * len(examples) // 3]]


def incomplete_cases() -> Iterator[Case]:
    """Yield some random cases, each without a few of its facts."""
    for seed in range(6):
        case = random_case(seed)
        holes = holes_in(case)[seed::7]
        yield with_holes(case, [hole for _, hole in holes])


@pytest.mark.parametrize(("program", "name"), each_nth(DOCUMENTS, 2))
def test_every_point_of_an_example_answered_in_every_way(program: str, name: str | int) -> None:
    run = run_of(case_of(program, name), programs()[program], at=Moment(dt.datetime(2025, 3, 5, 9, tzinfo=dt.UTC)))
    said(run)

    tried = 0
    for address, value, other in flips(run):
        tried += 1
        assert said(other) == said(anew(other)), f"{address} answered {value}"
    assert tried > 10


@pytest.mark.parametrize("number", each_nth(range(6), 6))
def test_every_point_of_an_incomplete_case_answered_in_every_way(number: int) -> None:
    run = run_of(next(itertools.islice(incomplete_cases(), number, None)), queensland())
    said(run)

    for address, value, other in flips(run):
        assert said(other) == said(anew(other)), f"{address} answered {value}"


def test_answers_on_top_of_answers_say_the_same_in_any_order() -> None:
    run = run_of(next(incomplete_cases()), queensland())
    said(run)
    points = [point for point in points_of(run).values() if len(point.values) > 1 and not point.known][:8]

    for one, other in itertools.combinations(points, 2):
        first = run.answered(one.address, one.values[-1]).answered(other.address, other.values[0])
        second = run.answered(other.address, other.values[0]).answered(one.address, one.values[-1])

        assert said(first) == said(anew(first)) == said(second), f"{one.address} and {other.address}"


def test_an_answer_taken_back_leaves_what_there_was() -> None:
    run = run_of(case_of("qld-child-safety", "two-homes"), queensland())
    address = "qld-child-safety/response-priority@c1"
    given = run.given["response-priority"][("c1",)].answer

    back = run.answered(address, "24-hour").answered(address, given)

    assert said(back) == said(run)


def test_what_does_not_read_a_point_is_shared() -> None:
    run = run_of(case_of("qld-child-safety", "two-homes"), queensland())
    said(run)
    other = run.answered("qld-child-safety/response-priority@c1", "24-hour")

    shared = [key for key in said(other) if other.use(key) is run.use(key)]

    assert "conclusion:harm-household" in shared
    assert len(shared) > 50
    assert len(shared) < len(said(run))


def test_a_value_that_stays_the_same_cuts_off_what_reads_it() -> None:
    """An answer that says what was worked with changes grades, and an answer that is given already changes nothing."""
    run = run_of(case_of("qld-child-safety", "two-homes"), queensland())
    said(run)
    given = run.given["response-priority"][("c1",)].answer
    other = run.answered("qld-child-safety/response-priority@c1", given)

    assert all(other.use(key) is run.use(key) for key in said(other) if key.startswith("conclusion:"))


# Editions.


def undecided() -> Run:
    case = case_of("qld-child-safety", "a-notification")
    return run_of(attrs.evolve(case, decisions=(), records=()), queensland())


@pytest.mark.parametrize(
    ("received", "edition"),
    [("2023-01-01", None), ("2025-02-01", "2024-09-30"), ("2025-08-01", "2025-04")],
)
def test_a_fact_that_moves_the_edition_moves_every_clause(received: str, edition: str | None) -> None:
    run = undecided()
    said(run)
    other = run.answered("received", Moment(dt.datetime.fromisoformat(f"{received}T09:00:00+10:00")))

    governing = {chosen for (document, chosen) in other.use("conclusion:edition").rows if document == "qld"}

    assert governing == ({edition} if edition else set())
    assert said(other) == said(anew(other))
    assert bool(other.use("conclusion:harm-household").rows) is (edition is not None)


def test_another_edition_is_a_point_like_any_other() -> None:
    run = undecided()
    said(run)
    other = run.answered("edition@qld", "2025-04")

    assert other.use("conclusion:edition").rows == {("qld", "2025-04"): 3}
    assert said(other) == said(anew(other))
