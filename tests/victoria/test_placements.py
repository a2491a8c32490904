"""Placements: who lives where, who else may be affected, and which organisation reports for a client in two."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cimscore import Assessment

Assess = Callable[..., Assessment]
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
def placed(assess: Assess) -> Callable[..., Assessment]:
    """The incident in a placement, with facts or sections changed."""
    return lambda facts=None, **sections: assess({**CARE, **(facts or {})}, **{**SECTIONS, **sections})


def said(assessment: Assessment, topic: str) -> dict[str, list[str]]:
    """What is concluded about each thing in a topic."""
    found: dict[str, list[str]] = {}
    for it in assessment.programs[0].conclusions:
        if it.topic == topic:
            found.setdefault(it.about, []).append(it.summary)
    return found


def reporting(assessment: Assessment) -> str:
    return next(it.duty.answer.who for it in assessment.duties if it.duty.key == "report")


def test_both_homes_of_a_client_in_shared_care_are_placements(placed: Callable[..., Assessment]) -> None:
    assert said(placed(), "households") == {"east": ["placement household"], "west": ["placement household"]}


def test_another_client_who_lives_there_may_be_affected_and_nobody_else(placed: Callable[..., Assessment]) -> None:
    """Eve lives there and is no client; Fay is a client and only visits."""
    assert said(placed(), "roles") == {
        "cal@incident-report:c1": ["client"],
        "dan@incident-report:c1": ["other client in the placement"],
    }


@pytest.mark.parametrize(("place", "organisation"), [("west", "Example Care West"), ("east", "Example Care East")])
def test_the_organisation_reports_in_whose_placement_it_happened(
    placed: Callable[..., Assessment], place: str, organisation: str
) -> None:
    concerns = [{**SECTIONS["concerns"][0], "place": place}]

    assert reporting(placed(concerns=concerns)) == organisation


def test_for_a_client_in_one_placement_no_organisation_is_asked_for(placed: Callable[..., Assessment]) -> None:
    residences = [row for row in SECTIONS["residences"] if row["household"] == "west"]
    assessment = placed({"organisation": None}, residences=residences)

    assert reporting(assessment) == "the organisation that was delivering its service"
    assert not any("organisation" in it.question.address for it in assessment.open_questions)


def test_a_home_not_known_to_be_a_placement_is_asked_about_and_never_counts_as_none(
    placed: Callable[..., Assessment],
) -> None:
    assessment = placed({"placement": {"east": True}})

    assert "vic-cims/placement@west" in [it.question.address for it in assessment.open_questions]
    assert "dan@incident-report:c1" not in said(assessment, "roles")
    assert "report" not in {it.duty.key for it in assessment.duties}
    assert [it.summary for it in assessment.programs[0].conclusions if it.topic == "timeframes"] == [
        "report by Thursday 6 March 2025, end of day, Melbourne time"
    ]


def test_a_disability_service_has_no_placements(placed: Callable[..., Assessment]) -> None:
    assert said(placed({"service": "disability"}), "households") == {}
