"""What goes wrong in a plugin is loud, named and open, and the other rules go on."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import cimscore
from cimscore.assessment import State
from cimscore.calendars import due_hours
from cimscore.case import Case, ConcernEntry, HouseholdEntry, Moment
from cimscore.rules import (
    Concern,
    Deadline,
    Duty,
    Edition,
    Facts,
    Household,
    HouseholdRole,
    InScope,
    PolicySource,
    Record,
    Ruleset,
    TheCase,
    Topic,
)
from cimscore.testing import InlinePlugin, inline_clause

CLAUSES = (inline_clause("doc/heading/clause"), inline_clause("doc/heading/other"))
CLAUSE, OTHER = (clause.id for clause in CLAUSES)
CASE = Case(
    id="one",
    programs=("invented",),
    households=(HouseholdEntry(id="home"), HouseholdEntry(id="other")),
    concerns=(ConcernEntry(id="c1", about=()),),
)


def assessed(*rulesets: Ruleset[Any]) -> cimscore.Assessment:
    return cimscore.assess(CASE, cimscore.load_rulebook([InlinePlugin(rulesets=rulesets, clauses=CLAUSES)]))


def roles(name: str = "sound") -> Ruleset[HouseholdRole]:
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    @rules.rule(name, cites=[CLAUSE])
    def sound(facts: Facts, home: Household) -> HouseholdRole:
        """A home."""
        return HouseholdRole("home")

    return rules


def records_where(rules: Ruleset[HouseholdRole]) -> Ruleset[Record]:
    """A record for each household that is definitely no home."""
    records: Ruleset[Record] = Ruleset(Topic.RECORDS)

    def is_home(facts: Facts, home: Household) -> bool:
        """it is a home"""
        return facts.found(rules, home, "home") is not None

    @records.rule("where-none", cites=[CLAUSE], unless=[is_home])
    def where_none(facts: Facts, home: Household) -> Record:
        """No home."""
        return Record(kind="note", of=home)

    return records


def test_a_rule_that_raises_is_named_with_its_clause_and_the_others_go_on() -> None:
    rules = roles()

    @rules.rule("raises", cites=[OTHER])
    def raises(facts: Facts, home: Household) -> HouseholdRole:
        """Cannot be told."""
        raise ZeroDivisionError("of homes")

    assessment = assessed(rules)
    [failure, second] = assessment.failures
    assert (failure.rule, failure.about, failure.clauses) == ("invented/households/raises", "home", (OTHER,))
    assert "raised ZeroDivisionError: of homes" in failure.message
    assert second.about == "other"
    assert [it.summary for it in assessment.programs[0].conclusions] == ["home", "home"]
    assert not assessment.decided


def test_what_rests_on_a_failed_rule_is_failed_too_and_never_no() -> None:
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    @rules.rule("raises", cites=[CLAUSE])
    def raises(facts: Facts, home: Household) -> HouseholdRole:
        """Cannot be told."""
        raise ValueError

    assessment = assessed(rules, records_where(rules))
    assert assessment.records == ()
    assert {finding.state for finding in assessment.findings if finding.topic == "records"} == {State.FAILED}


def test_a_wrong_answer_at_run_time_is_a_failure() -> None:
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    @rules.rule("wrong", cites=[CLAUSE])
    def wrong(facts: Facts, home: Household) -> HouseholdRole:
        """Says nothing."""
        return None  # type: ignore[return-value]  # the very mistake

    assert "answered None where HouseholdRole is expected" in assessed(rules).failures[0].message


def test_a_condition_that_answers_neither_yes_nor_no_is_a_failure() -> None:
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    def vague(facts: Facts, home: Household) -> bool:
        """there is something"""
        return home.id  # type: ignore[return-value]  # the very mistake

    @rules.rule("vague", cites=[CLAUSE], when=[vague])
    def named(facts: Facts, home: Household) -> HouseholdRole:
        """A home."""
        return HouseholdRole("home")

    assessment = assessed(rules)
    assert "answered 'home', which is neither True nor False" in assessment.failures[0].message
    assert assessment.failures[0].rule == "invented/households/vague"


def test_a_reach_for_the_case_itself_is_a_failure() -> None:
    rules: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)

    def reaches(facts: Facts, home: Household) -> bool:
        """the case has people"""
        return bool(facts.case.people)  # type: ignore[attr-defined]  # the very mistake

    rules.rule("reaches", cites=[CLAUSE], when=[reaches])(named_home)
    assert "AttributeError" in assessed(rules).failures[0].message


def named_home(facts: Facts, home: Household) -> HouseholdRole:
    """A home."""
    return HouseholdRole("home")


def test_two_rules_that_answer_one_question_differently_are_both_refused() -> None:
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @duties.rule("one", cites=[CLAUSE])
    def one(facts: Facts, concern: Concern) -> Duty:
        """One does it."""
        return Duty(act="tell", who="one", what="tell")

    @duties.rule("other", cites=[OTHER])
    def other(facts: Facts, concern: Concern) -> Duty:
        """The other does it."""
        return Duty(act="tell", who="the other", what="tell")

    assessment = assessed(duties)
    [failure] = assessment.failures
    for part in ("invented/duties/one", "invented/duties/other", CLAUSE, OTHER, "Neither is taken"):
        assert part in failure.message
    assert assessment.duties == ()


def test_what_rests_on_a_conflict_is_failed_too() -> None:
    in_scope: Ruleset[InScope] = Ruleset(Topic.SCOPE)
    sources: Ruleset[Edition] = Ruleset(Topic.EDITIONS)

    @sources.rule("early", cites=[CLAUSE])
    def early(facts: Facts, source: PolicySource) -> Edition:
        """The only edition, early."""
        return Edition(id="1", on=dt.date(2020, 1, 1))

    @sources.rule("late", cites=[CLAUSE])
    def late(facts: Facts, source: PolicySource) -> Edition:
        """The only edition, late."""
        return Edition(id="1", on=dt.date(2021, 1, 1))

    def edition_is_chosen(facts: Facts, case: TheCase) -> bool:
        """an edition is chosen"""
        return facts.found(sources, PolicySource("doc")) is not None

    @in_scope.rule("chosen", cites=[CLAUSE], when=[edition_is_chosen])
    def chosen(facts: Facts, case: TheCase) -> InScope:
        """An edition is chosen."""
        return InScope()

    assessment = assessed(sources, in_scope)
    assert assessment.programs[0].scope == "open"
    assert all("Conflict" in failure.message for failure in assessment.failures)


def test_equal_answers_are_several_grounds_of_one_finding() -> None:
    rules = roles("one")
    rules.rule("two", cites=[OTHER])(named_home)
    conclusion, _ = assessed(rules).programs[0].conclusions
    assert conclusion.grounds == ("invented/households/one@home", "invented/households/two@home")
    assert [ref.id for ref in conclusion.clauses] == [CLAUSE, OTHER]


def test_a_deadline_for_nobodys_duty_is_a_failure() -> None:
    times: Ruleset[Deadline] = Ruleset(Topic.TIMEFRAMES)
    start = Moment(dt.datetime(2025, 3, 3, 4, tzinfo=dt.UTC))

    @times.rule("soon", cites=[CLAUSE])
    def soon(facts: Facts, case: TheCase) -> Deadline:
        """Soon."""
        return Deadline(act="tell", due=due_hours(start, 24, ZoneInfo("Australia/Brisbane")), counted_from=start)

    [failure] = assessed(times).failures
    assert "'tell', which is nobody's duty" in failure.message


def test_the_order_of_plugins_and_rules_changes_no_byte() -> None:
    one, two = InlinePlugin(rulesets=(roles(),)), InlinePlugin(id="second", clauses=(), sources=())
    forth, back = cimscore.load_rulebook([one, two]), cimscore.load_rulebook([two, one])
    case = Case(id="one", programs=("second", "invented"), households=CASE.households)
    assert repr(cimscore.assess(case, forth)) == repr(cimscore.assess(case, back))
