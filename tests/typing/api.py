"""What callers and plugin authors write, checked by mypy and never run: the types they see are part of the promise."""

from __future__ import annotations

import enum
from typing import assert_type

import cimscore
from cimscore.rules import Facts, Grouping, Household, InScope, Person, PersonAt, Question, Ruleset, TheCase, Topic


class Setting(enum.StrEnum):
    """An answer out of a list of words."""

    HOME = "home"
    CARE = "care"


def embed() -> None:
    """A developer's own program: load, read, assess, look."""
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case("two-homes.yaml")
    assessment = cimscore.assess(case, rulebook, readings={}, programs=["qld-child-safety"])

    assert_type(rulebook, cimscore.Rulebook)
    assert_type(case, cimscore.Case)
    assert_type(assessment, cimscore.Assessment)
    assert_type(assessment.decided, bool)


relates = Question(id="relates", about=PersonAt, text="Do the concerns relate to this child too?", answers=bool)
setting = Question(id="setting", about=TheCase, text="Where is the service given?", answers=Setting)
together = Question(id="together", about=TheCase, text="Which households share a record?", answers=Grouping)


def ask(facts: Facts, who: PersonAt, case: TheCase) -> None:
    """An answer has the type its question declares, and only the right thing can be asked about."""
    assert_type(facts.ask(relates, who), bool)
    assert_type(facts.ask(setting, case), Setting)
    assert_type(facts.ask(together, case).leader_of(Household("north")), Household)
    assert_type(facts.people(), tuple[Person, ...])


scope: Ruleset[InScope] = Ruleset(Topic.SCOPE)


def in_care(facts: Facts, case: TheCase) -> bool:
    """the service is given in care"""
    return facts.ask(setting, case) is Setting.CARE


@scope.rule("care", cites=["example/scope"], when=[in_care])
def care(facts: Facts, case: TheCase) -> InScope:
    """Care is in scope."""
    return InScope()


def call_a_rule_in_a_test(facts: Facts) -> None:
    """The decorator gives the plain function back, so that a test of a rule calls it."""
    assert_type(care(facts, TheCase()), InScope)
    assert_type(scope.rules[0].id, str)
