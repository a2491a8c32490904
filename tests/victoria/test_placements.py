"""Placements: who lives where, who else may be affected, and which organisation reports for a client in two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import told

from cimscore.assessment import Decision

Assess = Callable[..., Decision]
PEOPLE = [
    {"id": id, "name": {"given": id.capitalize(), "family": "Example"}, "born": "2010-05-02"}
    for id in ("cal", "dan", "eve", "fay")
]
SECTIONS: dict[str, Any] = {
    "people": PEOPLE,
    "households": [{"id": "east", "area": "Geelong"}, {"id": "west", "area": "Ballarat"}],
    "residences": [
        {"person": "cal", "household": "east", "kind": "part-time"},
        {"person": "cal", "household": "west", "kind": "part-time"},
        {"person": "dan", "household": "west", "kind": "full-time"},
        {"person": "eve", "household": "west", "kind": "full-time"},
        {"person": "fay", "household": "west", "kind": "visits"},
    ],
    "concerns": [{"id": "c1", "about": ["cal"], "place": "west", "occurred": "2025-03-03T09:00+11:00"}],
}
CARE: dict[str, Any] = {
    "service": "out-of-home-care",
    "placement": {"east": True, "west": True},
    "organisation": {"east": "Example Care East", "west": "Example Care West"},
    "position": {"dan": "client", "eve": "other", "fay": "client"},
}


@pytest.fixture
def placed(assess: Assess) -> Callable[..., Decision]:
    """The incident in a placement, with facts or sections changed."""
    return lambda facts=None, **sections: assess({**CARE, **(facts or {})}, **{**SECTIONS, **sections})


def reporting(decision: Decision) -> set[str]:
    return {str(line.things[1]) for line in decision.about("who-reports")}


def test_both_homes_of_a_client_in_shared_care_are_placements(placed: Callable[..., Decision]) -> None:
    assert [line.things for line in placed().about("placement")] == [("east",), ("west",)]


def test_another_client_who_lives_there_may_be_affected_and_nobody_else(placed: Callable[..., Decision]) -> None:
    """Eve lives there and is no client; Fay is a client and only visits."""
    assert told.roles(placed()) == {
        "cal@incident-report:c1": ["client"],
        "dan@incident-report:c1": ["other client in the placement"],
    }


@pytest.mark.parametrize(("place", "organisation"), [("west", "Example Care West"), ("east", "Example Care East")])
def test_the_organisation_reports_in_whose_placement_it_happened(
    placed: Callable[..., Decision], place: str, organisation: str
) -> None:
    concerns = [{**SECTIONS["concerns"][0], "place": place}]

    assert reporting(placed(concerns=concerns)) == {organisation, "the organisation in whose placement it happened"}


def test_for_a_client_in_one_placement_no_organisation_is_asked_for(placed: Callable[..., Decision]) -> None:
    residences = [row for row in SECTIONS["residences"] if row["household"] == "west"]
    decision = placed({"organisation": None}, residences=residences)

    assert reporting(decision) == {"the organisation that was delivering its service"}
    assert not any(address.startswith("organisation") for address in told.asked(decision))


def test_a_home_not_known_to_be_a_placement_is_asked_about_and_never_counts_as_none(
    placed: Callable[..., Decision],
) -> None:
    decision = placed({"placement": {"east": True}})

    assert "placement@west" in told.asked(decision)
    assert "dan@incident-report:c1" not in told.roles(decision)
    assert told.due(decision) == ["Thursday 6 March 2025, end of day"]


def test_a_disability_service_has_no_placements(placed: Callable[..., Decision]) -> None:
    assert placed({"service": "disability"}).about("placement") == ()
