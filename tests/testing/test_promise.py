"""The promise, held against every example: a finding subject to nothing is the same in every completion."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

import cimscore
from cimscore.case import Case
from cimscore.rules import Facts, Household, HouseholdRole, Ruleset, Topic
from cimscore.testing import InlinePlugin, check_example, unsound
from cimscore.wire import load_examples

T = TypeVar("T")
RULEBOOK = cimscore.load_rulebook()
DOCUMENTS = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
WORKED = load_examples(RULEBOOK)


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_each_fact_left_out_of_a_document(path: Path) -> None:
    case = RULEBOOK.read_case(path)
    assert list(unsound(case, RULEBOOK, lambda case: cimscore.assess(case, RULEBOOK))) == []


@pytest.mark.parametrize("example", WORKED, ids=lambda example: example.id)
def test_each_fact_left_out_of_a_worked_example(example: cimscore.WorkedExample) -> None:
    def assess(case: Case) -> cimscore.Assessment:
        return cimscore.assess(case, RULEBOOK, at=example.at, readings=example.readings)

    assert list(unsound(example.case, RULEBOOK, assess)) == []


@pytest.mark.parametrize("example", WORKED, ids=lambda example: example.id)
def test_a_worked_example_gives_what_it_expects(example: cimscore.WorkedExample) -> None:
    assert check_example(example, RULEBOOK) == ()


def or_else(work: Callable[[], T], otherwise: T) -> T:
    """What `work` gives, or something else where it gives nothing: the very mistake."""
    try:
        return work()
    except BaseException:  # noqa: BLE001 - refused in a rule's own package; elsewhere only a run can find it
        return otherwise


or_else.__module__ = "a_package_of_somebody_else"


def test_the_kit_finds_a_rule_that_takes_unknown_for_no() -> None:
    """The kit can fail: a rule that hides an open question behind a helper from elsewhere is found out."""
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    def lives_alone(facts: Facts, home: Household) -> bool:
        """nobody is known to live here"""
        return not or_else(lambda: [it for it in facts.people() if home in facts.home.homes(it)], [])

    @rules.rule("empty", cites=["doc/heading/clause"], when=[lives_alone])
    def empty(facts: Facts, home: Household) -> HouseholdRole:
        """Nobody lives here."""
        return HouseholdRole("empty")

    rulebook = cimscore.load_rulebook([InlinePlugin(rulesets=(rules,))])
    two_homes = RULEBOOK.read_case(DOCUMENTS[0].with_name("two-homes.yaml"))
    case = Case(id="one", people=two_homes.people, households=two_homes.households, residences=two_homes.residences)
    found = list(unsound(case, rulebook, lambda case: cimscore.assess(case, rulebook, programs=["invented"])))
    assert any("empty" in breach and "is decided" in breach for breach in found)
