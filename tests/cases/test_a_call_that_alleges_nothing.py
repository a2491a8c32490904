"""A report is due, and tells of its client, also where a call alleges nothing: it was known when it was told."""

from __future__ import annotations

from typing import Any

import pytest
from case_documents import rulebook

import cimscore
from cimscore.assessment import Decision

VICTORIA = {
    "service": "health", "client-harmed": {"c1": False}, "harm-alleged": {"c1": False},
    "incident-type": {"c1": "serious-risk"},
}  # fmt: skip
NDIS = {"state": "queensland", "registered-provider": True, "kind": {"c1": "serious-injury"}}


def decided(program: str, facts: dict[str, Any], kind: str, **more: Any) -> Decision:
    document = {
        "cimscore": 1, "id": "invented", "programs": [program], "dates": {"received": "2025-11-03T10:00+11:00"},
        "people": [{"id": "lu", "name": {"given": "Lu"}, "adult": True}],
        "concerns": [{"id": "c1", "about": ["lu"], "place": "elsewhere", "kind": kind, **more}],
        "facts": {program: facts},
    }  # fmt: skip
    (decision,) = cimscore.assess(rulebook().read_case(document), rulebook()).decisions
    return decision


def dues(decision: Decision) -> set[tuple[str, str]]:
    return {(clock.what, str(clock.due)) for clock in decision.clocks}


@pytest.mark.parametrize(("program", "facts"), [("vic-cims", VICTORIA), ("ndis-incidents", NDIS)])
def test_it_is_due_as_it_is_for_an_incident_of_which_no_day_is_known(program: str, facts: dict[str, Any]) -> None:
    assert dues(decided(program, facts, "nothing")) == dues(decided(program, facts, "harm"))


def test_it_is_due_by_the_days_from_the_receipt_or_earlier() -> None:
    day = (
        "Thursday 6 November 2025, end of day or earlier, "
        "perhaps as late as Friday 7 November 2025, end of day, Melbourne time"
    )
    assert dues(decided("vic-cims", VICTORIA, "nothing")) == {("report the incident", day)}


@pytest.mark.parametrize(("program", "facts"), [("vic-cims", VICTORIA), ("ndis-incidents", NDIS)])
def test_whom_it_asks_about_has_the_part_of_whom_it_is_about(program: str, facts: dict[str, Any]) -> None:
    decision = decided(program, facts, "nothing")

    assert not decision.unplaced
    assert {line.says for line in decision.about("role")} == {
        line.says for line in decided(program, facts, "harm").about("role")
    }
