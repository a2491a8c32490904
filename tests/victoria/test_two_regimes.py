"""One incident under two regimes: two decisions, obligations of both, nothing merged."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import told

import cimscore
from cimscore import Assessment, Rulebook
from cimscore.assessment import Decision, DecisionState

EXAMPLES = Path(__file__).parents[2] / "examples"
Assess = Callable[..., Decision]


@pytest.fixture(scope="module")
def dual(rulebook: Rulebook) -> Assessment:
    """The incident of a disability service that both regimes fund."""
    return cimscore.assess(rulebook.read_case(EXAMPLES / "dual-funded.yaml"), rulebook)


def test_three_obligations_each_with_its_own_clause_and_clock(dual: Assessment) -> None:
    owed = {clock.id: clock for decision in dual.decisions for clock in decision.clocks}

    assert {id: str(clock.due) for id, clock in owed.items()} == {
        "report": "Thursday 6 March 2025, end of day, Melbourne time",
        "notify": "Tuesday 4 March 2025, 14:30, Melbourne time",
        "send-the-form": "Tuesday 11 March 2025, end of day, Melbourne time",
    }
    assert "vic/reporting/three-days" in owed["report"].clauses
    assert "ndis/s-20/24-hours" in owed["notify"].clauses
    assert "ndis-commission/times/five-day-form" in owed["send-the-form"].clauses


def test_each_program_decides_alone_and_is_the_same_without_the_other(dual: Assessment, rulebook: Rulebook) -> None:
    case = rulebook.read_case(EXAMPLES / "dual-funded.yaml")

    for decision in dual.decisions:
        alone = cimscore.assess(case, rulebook, programs=[decision.program])
        assert alone.decisions == (decision,)
    assert dual.final


def test_the_relation_says_why_both_are_owed(rulebook: Rulebook) -> None:
    (relation,) = rulebook.programs["vic-cims"].declared.relations

    assert relation.programs == ("vic-cims", "ndis-incidents")
    assert "does not stand in for the other" in relation.text
    assert relation.cites == ("vic/ndis/dual-funded",)


def test_the_scope_of_both_names_the_clause_on_dual_funding(dual: Assessment) -> None:
    scope = {decision.program: decision.of_topic("scope") for decision in dual.decisions}

    assert {name: any(line.id == "in-scope" for line in lines) for name, lines in scope.items()} == {
        "vic-cims": True, "ndis-incidents": True,
    }  # fmt: skip
    assert "vic/ndis/dual-funded" in {clause for lines in scope.values() for line in lines for clause in line.clauses}


@pytest.mark.parametrize(
    ("reading", "facts", "scope"),
    [
        ("organisation", {}, "in"),
        ("service", {"department-funds-the-service": False, "ndis-funds-the-service": True}, "out"),
        ("service", {"department-funds-the-service": True, "ndis-funds-the-service": False}, "in"),
    ],
)
def test_whose_funding_counts_can_be_read_otherwise(
    assess: Assess, reading: str, facts: dict[str, Any], scope: str
) -> None:
    assessment = assess({"ndis-funds-it": True, **facts}, readings={"funding-level": reading})

    assert told.scope(assessment) == scope


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
    by_program = {one.program: one for one in assessment.decisions}

    assert set(by_program) == {"qld-child-safety", "vic-cims"}
    assert told.records(by_program["vic-cims"], sure=False) == {"incident-report:c1"}
    assert not assessment.failures
    for name, decision in by_program.items():
        assert cimscore.assess(rulebook.read_case(document), rulebook, programs=[name]).decisions == (decision,)
        assert decision.state is not DecisionState.INCOMPLETE or name == "qld-child-safety"
