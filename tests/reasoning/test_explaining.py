"""Reasons: each condition explained once, every line so in the working world, short, and there for yes and for no."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

import pytest
from answers_of_queensland import programs, queensland, random_case, worked_examples
from random_worlds import holes_in, with_holes

from cimscore.case import Case
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.deciding import told_of
from cimscore.reasoning.reasons.explaining import Explanations, Reason
from cimscore.reasoning.run import Run

CASES = [
    *[(program, number) for program in ("ndis-incidents", "vic-cims") for number in range(4)],
    *[("qld-child-safety", number) for number in range(8)],
]


def lines_of(reason: Reason) -> Iterator[Reason]:
    yield reason
    for part in reason.because:
        yield from lines_of(part)


def reasons_in(run: Run) -> Iterator[Reason]:
    """Yield why each claim holds that does, and why each does not that may."""
    for predicate in told_of(run):
        for things, grade in run.value(predicate).rows.items():
            yield Explanations(run, {}).of(predicate, things, holds=grade >= PROVISIONAL)


def example(program: str, number: int) -> Case:
    examples = worked_examples(program)
    return examples[sorted(examples)[number * len(examples) // 8]]


def incomplete(seed: int) -> Case:
    case = random_case(seed)
    return with_holes(case, [hole for _, hole in holes_in(case)[seed % 5 :: 6]])


def hold_to_the_form(run: Run) -> None:
    for reason in reasons_in(run):
        lines = list(lines_of(reason))
        own = [line for line in lines if not line.again]

        assert len(lines) <= 2 * len(own)
        assert {line.says for line in lines} == {line.says for line in own}, "what is said again has been said"
        assert [line.says for line in lines if line.grade < PROVISIONAL] == []
        assert all(line.because == () for line in lines if line.again)
        assert all(line.says.strip() for line in lines)


@pytest.mark.parametrize(("program", "number"), CASES)
def test_every_reason_of_an_example(program: str, number: int) -> None:
    hold_to_the_form(run_of(example(program, number), programs()[program]))


@pytest.mark.parametrize("seed", range(4))
def test_every_reason_of_an_incomplete_case(seed: int) -> None:
    hold_to_the_form(run_of(incomplete(seed), queensland()))


def test_a_no_is_explained_for_anybody() -> None:
    run = run_of(worked_examples()["two-homes"], queensland())
    subject = run.compiled.program.predicates["conclusion:subject"]
    people = [person for (person,) in run.use("relation:is-person").rows]
    homes = [home for (home,) in run.use("relation:is-home").rows]

    told = 0
    for things in itertools.product(people, homes):
        if run.value(subject).grade(things) < PROVISIONAL:
            reason = Explanations(run, {}).of(subject, things, holds=False)
            told += 1

            assert " not " in reason.says
            assert [line.says for line in lines_of(reason) if line.grade < PROVISIONAL] == []
    assert told


def test_a_row_is_told_by_its_clauses() -> None:
    run = run_of(worked_examples()["two-homes"], queensland())
    harm = run.compiled.program.predicates["conclusion:harm-household"]
    reason = Explanations(run, {"north": "North"}).of(harm, ("north",))

    assert reason.says.startswith("North is")
    assert all(clause.startswith("qld/") for clause in reason.clauses)
    assert reason.clauses
    assert reason.because


def test_a_clause_that_does_not_stand_is_the_reason_of_a_no() -> None:
    """The condition of such a row may well hold; to deny it would be wrong."""
    run = run_of(worked_examples("vic-cims")["ndis-only-since-2019"], programs()["vic-cims"])
    in_scope = run.compiled.program.predicates["conclusion:in-scope"]
    says = [line.says for line in lines_of(Explanations(run, {}).of(in_scope, ("c1",), holds=False))]

    assert any(line.startswith("the clause vic/") and "does not stand" in line for line in says)


def test_what_was_explained_is_named_and_not_explained_again() -> None:
    run = run_of(worked_examples()["two-homes"], queensland())
    harm = run.compiled.program.predicates["conclusion:harm-household"]
    explanations = Explanations(run, {})
    first, second = explanations.of(harm, ("north",)), explanations.of(harm, ("north",))

    assert first.because
    assert second == Reason(says=first.says, grade=first.grade, again=True, claim=first.claim)
