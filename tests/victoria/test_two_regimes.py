"""One incident under two regimes: two decisions, obligations of both, nothing merged."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore import Assessment, Rulebook

EXAMPLES = Path(__file__).parents[2] / "examples"
Assess = Callable[..., Assessment]


@pytest.fixture(scope="module")
def dual(rulebook: Rulebook) -> Assessment:
    """The incident of a disability service that both regimes fund."""
    return cimscore.assess(rulebook.read_case(EXAMPLES / "dual-funded.yaml"), rulebook)


def test_three_obligations_each_with_its_own_clause_and_clock(dual: Assessment) -> None:
    owed = {
        it.duty.about: (
            it.deadline.summary,
            {ref.id for ref in it.duty.clauses} | {ref.id for ref in it.deadline.clauses},
        )
        for it in dual.duties
        if it.deadline
    }

    assert {about: summary for about, (summary, _) in owed.items()} == {
        "incident-report:fall": "report by Thursday 6 March 2025, end of day, Melbourne time",
        "immediate-notification:fall": "notify by Tuesday 4 March 2025, 14:30, Melbourne time",
        "five-day-form:fall": "send the form by Tuesday 11 March 2025, end of day, Melbourne time",
    }
    assert "vic/reporting/three-days" in owed["incident-report:fall"][1]
    assert "ndis/s-20/24-hours" in owed["immediate-notification:fall"][1]
    assert "ndis-commission/times/five-day-form" in owed["five-day-form:fall"][1]


def test_each_program_decides_alone_and_is_the_same_without_the_other(dual: Assessment, rulebook: Rulebook) -> None:
    case = rulebook.read_case(EXAMPLES / "dual-funded.yaml")

    for decision in dual.programs:
        alone = cimscore.assess(case, rulebook, programs=[decision.program])
        assert alone.programs == (decision,)
    assert dual.decided


def test_the_relation_says_why_both_are_owed(rulebook: Rulebook) -> None:
    (relation,) = rulebook.programs["vic-cims"].declared.relations

    assert relation.programs == ("vic-cims", "ndis-incidents")
    assert "does not stand in for the other" in relation.text
    assert relation.cites == ("vic/ndis/dual-funded",)


def test_the_scope_of_both_names_the_clause_on_dual_funding(dual: Assessment) -> None:
    scope = [it for one in dual.programs for it in one.conclusions if it.topic == "scope"]

    assert {it.program: it.summary for it in scope} == {"vic-cims": "in scope", "ndis-incidents": "in scope"}
    assert "vic/ndis/dual-funded" in {ref.id for it in scope for ref in it.clauses}


@pytest.mark.parametrize(
    ("reading", "facts", "scope"),
    [
        ("organisation", {}, "in scope"),
        ("service", {"department-funds-the-service": False, "ndis-funds-the-service": True}, "out of scope"),
        ("service", {"department-funds-the-service": True, "ndis-funds-the-service": False}, "in scope"),
    ],
)
def test_whose_funding_counts_can_be_read_otherwise(
    assess: Assess, reading: str, facts: dict[str, Any], scope: str
) -> None:
    assessment = assess({"ndis-funds-it": True, **facts}, readings={"funding-level": reading})

    assert assessment.programs[0].scope == scope


def test_a_child_protection_case_and_an_incident_can_be_one_document(rulebook: Rulebook) -> None:
    """Two states, two vocabularies, one set of people and homes; neither program reads the other's words."""
    document = {
        "cimscore": 1,
        "id": "both",
        "programs": ["qld-child-safety", "vic-cims"],
        "dates": {"received": "2025-03-03T10:15+10:00"},
        "people": [
            {"id": "ari", "name": {"given": "Ari", "family": "Example"}, "born": "2014-05-02"},
            {"id": "mia", "name": {"given": "Mia", "family": "Example"}, "born": "1986-01-20"},
        ],
        "households": [{"id": "north", "area": "Logan"}],
        "residences": [{"person": person, "household": "north", "kind": "full-time"} for person in ("ari", "mia")],
        "relationships": [{"from": "mia", "to": "ari", "kind": "parent"}],
        "concerns": [
            {"id": "c1", "about": ["ari"], "place": "north", "responsible": ["mia"], "kind": "harm",
             "occurred": "2025-03-02T10:15+10:00"}
        ],
        "facts": {
            "vic-cims": {
                "provider": "organisation", "department-funds-it": True, "ndis-funds-it": False,
                "service": "family-violence", "program-type": "another",
                "disclosed": {"c1": "2025-03-03T10:15+10:00"},
                "client-harmed": {"c1": True}, "during-service-delivery": {"c1": True},
                "needs-medical-attention": {"ari": False}, "incident-type": {"c1": "physical-abuse"},
                "position": {"mia": "other"},
            }
        },
    }  # fmt: skip
    assessment = cimscore.assess(rulebook.read_case(copy.deepcopy(document)), rulebook)
    by_program = {one.program: one for one in assessment.programs}

    assert set(by_program) == {"qld-child-safety", "vic-cims"}
    assert "report" in {it.key for it in by_program["vic-cims"].conclusions}
    assert not assessment.failures
    for name, decision in by_program.items():
        assert cimscore.assess(rulebook.read_case(document), rulebook, programs=[name]).programs == (decision,)
        assert {it.program for it in decision.conclusions} == {name}
