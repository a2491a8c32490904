"""The same case under an edition that the caller chooses, and what differs between two."""

from __future__ import annotations

import datetime as dt

import pytest

import cimscore
from cimscore.assessment import Change, compare
from cimscore.case import Case
from cimscore.policy import PolicyEdition
from cimscore.rules import Duty, Edition, Facts, PolicySource, Ruleset, TheCase, Topic
from cimscore.testing import InlinePlugin, inline_clause, inline_source

NEW = dt.date(2025, 1, 1)
OLDER = PolicyEdition(id="older", title="Older", from_=dt.date(2020, 1, 1), until=NEW)
NEWER = PolicyEdition(id="newer", title="Newer", from_=NEW)
SOURCES = tuple(inline_source(id, (OLDER, NEWER)) for id in ("doc", "news"))
CLAUSES = (
    inline_clause("doc/heading/old", editions=("older",)),
    inline_clause("doc/heading/new", editions=("newer",)),
    inline_clause("news/heading/new", editions=("newer",)),
)
CASE = Case(id="one", programs=("invented",))


def rulebook() -> cimscore.Rulebook:
    """Two sources that changed on one day; the day that counts is in 2025."""
    editions: Ruleset[Edition] = Ruleset(Topic.EDITIONS)
    duties: Ruleset[Duty] = Ruleset(Topic.DUTIES)

    @editions.rule("choice", cites=["doc/heading/new"])
    def choice(facts: Facts, source: PolicySource) -> Edition:
        """The edition of 3 March 2025."""
        return Edition(id="newer", on=dt.date(2025, 3, 3))

    @duties.rule("old", cites=["doc/heading/old"])
    def old(facts: Facts, case: TheCase) -> Duty:
        """They wrote."""
        return Duty(act="tell", who="they", what="write")

    @duties.rule("new", cites=["doc/heading/new"])
    def new(facts: Facts, case: TheCase) -> Duty:
        """They call."""
        return Duty(act="tell", who="they", what="call")

    @duties.rule("news", cites=["news/heading/new"])
    def news(facts: Facts, case: TheCase) -> Duty:
        """They publish."""
        return Duty(act="publish", who="they", what="publish")

    return cimscore.load_rulebook([InlinePlugin(rulesets=(editions, duties), clauses=CLAUSES, sources=SOURCES)])


def duties(assessment: cimscore.Assessment) -> list[str]:
    return [it.duty.summary for it in assessment.duties]


def test_the_edition_chosen_holds_and_the_other_sources_follow_to_its_day() -> None:
    assessment = cimscore.assess(CASE, rulebook(), editions={"doc": "older"})

    assert duties(assessment) == ["they must write"]
    assert [(it.source, it.edition) for it in assessment.programs[0].editions] == [("doc", "older"), ("news", "older")]


def test_an_edition_chosen_that_covers_the_day_moves_no_other_source() -> None:
    assert duties(cimscore.assess(CASE, rulebook(), editions={"doc": "newer"})) == duties(
        cimscore.assess(CASE, rulebook())
    )


def test_the_choice_is_told_in_the_trace_and_in_the_receipt() -> None:
    assessment = cimscore.assess(CASE, rulebook(), editions={"doc": "older"})

    assert "note: Edition older of doc was chosen for this assessment." in assessment.explain()
    assert "note: By the rules it would be: newer." in assessment.explain()
    assert assessment.receipt.editions == (("doc", "older"),)


def test_possible_outcomes_and_sensitivity_keep_the_choice() -> None:
    assessment = cimscore.assess(CASE, rulebook(), editions={"doc": "older"})

    assert assessment.sensitivity() == ()
    assert duties(assessment._inputs.assess()) == ["they must write"]


def test_comparing_two_editions_gives_what_differs() -> None:
    comparison = compare(CASE, rulebook(), "invented", "older", "newer")

    assert comparison.source == "doc"
    assert {(it.conclusion, it.change) for it in comparison.differences if "/duties/" in it.conclusion} == {
        ("invented/duties/tell@case", Change.CHANGED),
        ("invented/duties/publish@case", Change.GAINED),
    }


@pytest.mark.parametrize("editions", [{"dok": "older"}, {"doc": "old"}])
def test_an_unknown_source_or_edition_is_refused_with_the_nearest(editions: dict[str, str]) -> None:
    with pytest.raises(cimscore.UnknownNameError, match="Did you mean"):
        cimscore.assess(CASE, rulebook(), editions=editions)


def test_comparing_with_an_unknown_edition_is_refused() -> None:
    with pytest.raises(cimscore.UnknownNameError, match="edition of invented 'oldest'"):
        compare(CASE, rulebook(), "invented", "oldest", "newer")
