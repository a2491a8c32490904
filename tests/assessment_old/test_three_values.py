"""Unknown never counts as no: conditions and rules in three values, each tested apart."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import attrs
import pytest

import cimscore
from cimscore.case import Case, FactEntry, HouseholdEntry, PersonEntry
from cimscore.rules import (
    Duty,
    Facts,
    Household,
    HouseholdRole,
    InScope,
    PersonAt,
    Question,
    Record,
    Ruleset,
    Subject,
    TheCase,
    Topic,
    all_of,
    any_of,
    not_,
)
from cimscore.testing import InlinePlugin

CLAUSE = "doc/heading/clause"
FIRST = Question(id="first", about=Household, text="The first?", answers=bool)
SECOND = Question(id="second", about=Household, text="The second?", answers=bool)
SEPARATE = Question(id="separate", about=TheCase, text="Apart?", answers=bool, decided_by="somebody")


def first(facts: Facts, home: Household) -> bool:
    """the first holds"""
    return facts.ask(FIRST, home)


def second(facts: Facts, home: Household) -> bool:
    """the second holds"""
    return facts.ask(SECOND, home)


def is_named(facts: Facts, home: Household) -> bool:
    """an earlier rule named it"""
    return facts.found(NAMED, home, "named") is not None


def decided_apart(facts: Facts, home: Household) -> bool:
    """they are kept apart"""
    return facts.ask(SEPARATE, TheCase(), propose=True)


NAMED: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)


def assessed(*rulesets: Ruleset[Any], **answers: object) -> cimscore.Assessment:
    """One household and one person, with answers to the questions about the household or the case."""
    plugin = InlinePlugin(rulesets=rulesets, questions=(FIRST, SECOND, SEPARATE))
    facts = tuple(
        FactEntry(question=f"invented/{name}", about="home", answer=answer)
        for name, answer in answers.items()
        if name != "separate"
    )
    case = Case(
        id="one",
        programs=("invented",),
        households=(HouseholdEntry(id="home"),),
        people=(PersonEntry(id="ann"),),
        facts=facts,
    )
    return cimscore.assess(case, cimscore.load_rulebook([plugin]))


def households(when: Callable[..., bool], **rest: Any) -> Ruleset[HouseholdRole]:
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    @rules.rule("named", cites=[CLAUSE], when=[when], **rest)
    def named(facts: Facts, home: Household) -> HouseholdRole:
        """It is named."""
        return HouseholdRole("named")

    return rules


def said(assessment: cimscore.Assessment) -> tuple[list[str], list[str]]:
    """What is concluded, and what is asked."""
    concluded = [it.summary for program in assessment.programs for it in program.conclusions]
    return concluded, [it.question.address for it in assessment.open_questions]


UNKNOWN_FIRST = "invented/first@home"


@pytest.mark.parametrize(
    ("condition", "answers", "concluded", "asked"),
    [
        (all_of(first, second), {"first": True, "second": True}, ["named"], []),
        (all_of(first, second), {"second": False}, [], []),
        (all_of(first, second), {"first": False}, [], []),
        (all_of(first, second), {"second": True}, [], [UNKNOWN_FIRST]),
        (all_of(first, second), {}, [], [UNKNOWN_FIRST]),
        (any_of(first, second), {"second": True}, ["named"], []),
        (any_of(first, second), {"second": False}, [], [UNKNOWN_FIRST]),
        (any_of(first, second), {"first": False, "second": False}, [], []),
        (not_(first), {"first": False}, ["named"], []),
        (not_(first), {"first": True}, [], []),
        (not_(first), {}, [], [UNKNOWN_FIRST]),
    ],
)
def test_strong_kleene(condition: Any, answers: dict[str, bool], concluded: list[str], asked: list[str]) -> None:
    """One definite value decides; else an unknown leaves it open on the first open condition."""
    assert (concluded, asked) == said(assessed(households(condition), **answers))


def test_one_condition_that_definitely_fails_decides_though_an_earlier_one_is_open() -> None:
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    @rules.rule("named", cites=[CLAUSE], when=[first, second])
    def named(facts: Facts, home: Household) -> HouseholdRole:
        """It is named."""
        return HouseholdRole("named")

    assert said(assessed(rules, second=False)) == ([], [])


def test_an_exception_that_is_open_leaves_the_rule_open() -> None:
    rules = households(first, unless=[second])
    assert said(assessed(rules, first=True)) == ([], ["invented/second@home"])
    assert said(assessed(rules, first=True, second=False)) == (["named"], [])
    assert said(assessed(rules, first=True, second=True)) == ([], [])


def followers() -> Ruleset[Subject]:
    rules: Ruleset[Subject] = Ruleset(Topic.SUBJECTS)

    def not_named(facts: Facts, who: PersonAt) -> bool:
        """no earlier rule named the household"""
        return not facts.holds(is_named, who.household)

    @rules.rule("follows", cites=[CLAUSE], when=[not_named])
    def follows(facts: Facts, who: PersonAt) -> Subject:
        """Follows from silence."""
        return Subject()

    return rules


@pytest.fixture
def named() -> Ruleset[HouseholdRole]:
    """The module's own ruleset, filled anew, so that `is_named` reads what a test declares."""
    NAMED._rules.clear()
    return NAMED


def test_silence_of_an_earlier_topic_counts_only_once_nothing_there_is_open(named: Ruleset[HouseholdRole]) -> None:
    named.rule("by-first", cites=[CLAUSE], when=[first])(lambda_role)
    assert said(assessed(named, followers())) == ([], [UNKNOWN_FIRST])
    assert said(assessed(named, followers(), first=False)) == (["subject of the concerns"], [])


def lambda_role(facts: Facts, home: Household) -> HouseholdRole:
    """It is named."""
    return HouseholdRole("named")


def test_what_rests_on_a_proposal_is_subject_to_its_question_also_through_silence(
    named: Ruleset[HouseholdRole],
) -> None:
    named.rule("unless-apart", cites=[CLAUSE], unless=[decided_apart])(lambda_role)
    assessment = assessed(named, followers())
    [conclusion] = assessment.programs[0].conclusions
    assert conclusion.summary == "subject of the concerns"
    assert conclusion.subject_to == ("invented/separate@case",)
    assert [(it.question.address, it.proposed) for it in assessment.open_questions] == [
        ("invented/separate@case", True)
    ]
    assert not assessment.decided


def test_possible_tells_what_each_answer_leads_to(named: Ruleset[HouseholdRole]) -> None:
    named.rule("by-first", cites=[CLAUSE], when=[first])(lambda_role)
    yes, no = assessed(named, followers()).possible(UNKNOWN_FIRST)
    assert [(it.answer, [d.after for d in it.leads_to]) for it in (yes, no)] == [
        ("true", ["named"]),
        ("false", ["subject of the concerns"]),
    ]


def test_a_firm_ground_makes_an_answer_firm() -> None:
    """Equal answers are grounds of one finding; one that is subject to nothing decides it."""
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)
    rules.rule("provisional", cites=[CLAUSE], when=[decided_apart])(lambda_role)
    rules.rule("firm", cites=[CLAUSE], when=[first])(lambda_role)
    [conclusion] = assessed(rules, first=True).programs[0].conclusions
    assert len(conclusion.grounds) == 2
    assert conclusion.subject_to == ()


def test_scope_that_is_open_stops_nothing_but_everything_is_subject_to_it() -> None:
    scope: Ruleset[InScope] = Ruleset(Topic.SCOPE)

    def in_it(facts: Facts, case: TheCase) -> bool:
        """the home is in it"""
        return facts.every(facts.households(), first)

    @scope.rule("in-it", cites=[CLAUSE], when=[in_it])
    def within(facts: Facts, case: TheCase) -> InScope:
        """Within."""
        return InScope()

    assessment = assessed(scope, households(second), second=True)
    [conclusion] = assessment.programs[0].conclusions
    assert conclusion.subject_to == (UNKNOWN_FIRST,)
    assert assessment.programs[0].scope == "open"
    out = assessed(scope, households(second), second=True, first=False)
    assert out.programs[0].scope == "out of scope"
    assert out.programs[0].conclusions == ()
    assert attrs.evolve(out.receipt, case="") == attrs.evolve(assessment.receipt, case="")


def test_records_found_are_only_read_when_no_further_one_can_come() -> None:
    records: Ruleset[Record] = Ruleset(Topic.RECORDS)

    @records.rule("one", cites=[CLAUSE], when=[first])
    def one(facts: Facts, home: Household) -> Record:
        """One for each home."""
        return Record(kind="note", of=home)

    duties: Ruleset[Any] = Ruleset(Topic.DUTIES)

    def no_record(facts: Facts, case: TheCase) -> bool:
        """no record is made"""
        return not facts.records("note")

    @duties.rule("say-so", cites=[CLAUSE], when=[no_record])
    def say_so(facts: Facts, case: TheCase) -> Duty:
        """Say that none was made."""
        return Duty(act="say-so", who="somebody", what="say so")

    assert said(assessed(records, duties)) == ([], [UNKNOWN_FIRST])
    assert said(assessed(records, duties, first=False)) == (["somebody must say so"], [])


def test_the_absence_of_a_record_is_subject_to_what_kept_it_away() -> None:
    records: Ruleset[Record] = Ruleset(Topic.RECORDS)
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @records.rule("unless-apart", cites=[CLAUSE], unless=[decided_apart])
    def one(facts: Facts, home: Household) -> Record:
        """One for each home that is not kept apart."""
        return Record(kind="note", of=home)

    def no_record(facts: Facts, case: TheCase) -> bool:
        """no record is made"""
        return not facts.records("note")

    @duties.rule("say-so", cites=[CLAUSE], when=[no_record])
    def say_so(facts: Facts, case: TheCase) -> Duty:
        """Say that none was made."""
        return Duty(act="say-so", who="somebody", what="say so")

    [duty] = assessed(records, duties).duties
    assert duty.duty.subject_to == ("invented/separate@case",)
