"""Each fact of a case is left out once, and can be put back: the original is among the completions."""

from __future__ import annotations

from pathlib import Path

import loud_program
import pytest

import cimscore
from cimscore.case import UNKNOWN, Case
from cimscore.testing import Omission, omissions, pairs_of_omissions
from cimscore.wire import load_examples

RULEBOOK = cimscore.load_rulebook()
TWO_HOMES = RULEBOOK.read_case(Path(__file__).parents[2] / "examples" / "two-homes.yaml")
EXAMPLES = load_examples(RULEBOOK, "vic-cims")


def by_fact(case: Case, rulebook: cimscore.Rulebook = RULEBOOK) -> dict[str, Omission]:
    """Return the omissions of a case by the fact left out."""
    found = list(omissions(case, rulebook))
    assert len({each.fact for each in found}) == len(found)
    return {each.fact: each for each in found}


@pytest.mark.parametrize("case", [TWO_HOMES, *(example.case for example in EXAMPLES[::6])], ids=lambda case: case.id)
def test_what_is_left_out_can_be_put_back(case: Case) -> None:
    assert [fact for fact, each in by_fact(case).items() if case not in each.completions or each.case == case] == []


def test_everything_that_a_case_states_is_left_out_once() -> None:
    assert {fact.partition("[")[0].partition("@")[0] for fact in by_fact(TWO_HOMES)} == {
        "dates.received", "people", "residences", "relationships", "concerns", "homes", "parents", "decisions",
    }  # fmt: skip


def test_an_answer_has_every_option_as_a_completion() -> None:
    book = loud_program.rulebook()
    left_out = by_fact(loud_program.case(book), book)["facts[0].answer"]
    assert left_out.case.facts[0].answer is UNKNOWN
    assert {case.facts[0].answer for case in left_out.completions} == {True, False}


def test_where_somebody_lives_can_be_any_home_in_any_way() -> None:
    left_out = by_fact(TWO_HOMES)["homes@ari"]
    assert not any(row.person == "ari" for row in left_out.case.residences)
    homes = {
        frozenset(row.household for row in case.residences if row.person == "ari") for case in left_out.completions
    }
    assert {len(each) for each in homes} == {0, 1, 2}, (
        "none, where somebody lives in no home or in one outside the case"
    )


def test_a_completion_that_cannot_be_is_left_out() -> None:
    """A parent who is born after the child is not among the completions."""
    born = by_fact(TWO_HOMES)["people[1].born"]
    ages = {case.people[1].born for case in born.completions}
    assert TWO_HOMES.people[1].born in ages
    assert all(age < TWO_HOMES.people[0].born for age in ages)  # type: ignore[operator]


def test_two_facts_are_left_out_together_once() -> None:
    book = loud_program.rulebook()
    case = loud_program.case(book)
    pairs = [each.fact for each in pairs_of_omissions(case, book)]
    assert len(set(pairs)) == len(pairs)
    assert "facts[0].answer and facts[1].answer" in pairs
