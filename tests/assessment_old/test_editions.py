"""Which edition holds decides which rules are in force; where none is known, that is said and never passed over."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest

import cimscore
from cimscore.case import UNKNOWN, Case, Dates, HouseholdEntry, Moment, PersonEntry
from cimscore.policy import PolicyEdition
from cimscore.rules import Edition, Facts, Household, HouseholdRole, PersonAt, PolicySource, Ruleset, Subject, Topic
from cimscore.testing import InlinePlugin, inline_clause, inline_source

OLD = PolicyEdition(id="old", title="Old", until=dt.date(2025, 1, 1), complete=False)
NEW = PolicyEdition(id="new", title="New", from_=dt.date(2025, 1, 2))
SOURCE = inline_source(editions=(OLD, NEW))
CLAUSE = inline_clause("doc/heading/clause", editions=("new",))
CHOICE = inline_clause("doc/heading/choice", editions=("old", "new"))
ROLES: Ruleset[HouseholdRole] = Ruleset(Topic.HOUSEHOLDS)
SILENCE: Ruleset[Subject] = Ruleset(Topic.SUBJECTS)


@ROLES.rule("home", cites=[CLAUSE.id])
def home(facts: Facts, home: Household) -> HouseholdRole:
    """A home."""
    return HouseholdRole("home")


def is_no_home(facts: Facts, who: PersonAt) -> bool:
    """the household is no home"""
    return facts.found(ROLES, who.household, "home") is None


@SILENCE.rule("homeless", cites=[CHOICE.id], when=[is_no_home])
def homeless(facts: Facts, who: PersonAt) -> Subject:
    """Somebody in no home."""
    return Subject()


def by_day() -> Ruleset[Edition]:
    rules: Ruleset[Edition] = Ruleset(Topic.EDITIONS)

    @rules.rule("by-day", cites=[CHOICE.id])
    def chosen(facts: Facts, source: PolicySource) -> Edition:
        """The edition of the day of assessment."""
        day = facts.days.day_of(facts.as_at())
        edition = SOURCE.edition_on(day)
        return Edition(id=edition.id if edition else "", on=day)

    return rules


def assessed(day: dt.date, **rest: Any) -> cimscore.Assessment:
    declared = {"rulesets": (by_day(), ROLES, SILENCE), "sources": (SOURCE,), "clauses": (CLAUSE, CHOICE), **rest}
    case = Case(
        id="one",
        programs=("invented",),
        dates=Dates(received=Moment(day)),
        households=(HouseholdEntry(id="home"),),
        people=(PersonEntry(id="ann"),),
    )
    return cimscore.assess(case, cimscore.load_rulebook([InlinePlugin(**declared)]))


def said(assessment: cimscore.Assessment) -> list[str]:
    return [it.summary for it in assessment.programs[0].conclusions if it.topic is not Topic.EDITIONS]


@pytest.mark.parametrize("day", [dt.date(2025, 1, 2), dt.date(2025, 6, 1)])
def test_a_rule_is_in_force_while_its_clause_stands(day: dt.date) -> None:
    assessment = assessed(day)
    assert said(assessment) == ["home"]
    [choice] = assessment.programs[0].editions
    assert (choice.edition, choice.on) == ("new", str(day))
    assert choice.others == (("old", "in force until 2025-01-01"),)


def test_what_an_edition_known_in_part_leaves_unsaid_is_not_in_the_source() -> None:
    """The rule is not in force, but its silence is no answer: what follows from silence stays open."""
    assessment = assessed(dt.date(2024, 12, 31))
    assert said(assessment) == []
    [asked] = assessment.open_questions
    assert asked.question.asks == "not in the source"
    assert asked.question.address == "source/doc/old@case"


def test_a_day_that_no_edition_covers_is_said() -> None:
    assessment = assessed(dt.date(2025, 1, 1))
    [choice] = assessment.programs[0].editions
    assert choice.edition == ""
    assert "no rule in force on 2025-01-01" in [it.summary for it in assessment.programs[0].conclusions]


def test_a_source_of_which_no_rule_chooses_an_edition_is_a_failure() -> None:
    nothing: Ruleset[Edition] = Ruleset(Topic.EDITIONS)

    def never(facts: Facts, source: PolicySource) -> bool:
        """it is another source"""
        return source.id == "another"

    @nothing.rule("never", cites=[CHOICE.id], when=[never])
    def chosen(facts: Facts, source: PolicySource) -> Edition:
        """Another source's."""
        return Edition(id="new", on=dt.date(2025, 1, 2))

    assessment = assessed(dt.date(2025, 6, 1), rulesets=(nothing, ROLES))
    assert "No rule chooses an edition of doc" in assessment.failures[0].message


def test_several_editions_without_any_rule_are_refused_at_load() -> None:
    with pytest.raises(cimscore.RulebookError, match="a source with several editions and no rule that chooses one"):
        assessed(dt.date(2025, 6, 1), rulesets=(ROLES,))


@pytest.mark.parametrize(("day", "conclusions"), [(1, []), (2, ["home"]), (3, ["home"])])
def test_a_single_edition_holds_from_its_first_day_of_receipt(day: int, conclusions: list[str]) -> None:
    only = inline_source(editions=(NEW,))
    rest = {"sources": (only,), "clauses": (CLAUSE,), "rulesets": (ROLES,)}
    assert said(assessed(dt.date(2025, 1, day), **rest)) == conclusions


def test_a_single_edition_with_a_window_is_open_while_the_day_of_receipt_is_unknown() -> None:
    plugin = InlinePlugin(sources=(inline_source(editions=(NEW,)),), clauses=(CLAUSE,), rulesets=(ROLES,))
    case = Case(id="one", programs=("invented",), households=(HouseholdEntry(id="home"),))
    assert case.dates.received is UNKNOWN
    assessment = cimscore.assess(case, cimscore.load_rulebook([plugin]))
    assert [it.question.address for it in assessment.open_questions] == ["case/received@case"]
    dated = attrs.evolve(case, dates=Dates(received=Moment(dt.date(2025, 6, 1))))
    assert said(cimscore.assess(dated, cimscore.load_rulebook([plugin]))) == ["home"]
