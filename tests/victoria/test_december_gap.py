"""Which policy governs an incident around 9 December 2024, and by which reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import told

import cimscore
from cimscore import Moment, Rulebook
from cimscore.assessment import Decision, DecisionState

EXAMPLE = Path(__file__).parents[2] / "examples" / "december-gap.yaml"
Assess = Callable[..., Decision]
INCIDENT = {"service-in-scope-then": True, "disclosed": {"c1": "2024-12-06T16:00+11:00"}}
ON_THE_6TH = {"concerns": [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2024-12-06T15:30+11:00"}]}
RECEIVED = {"dates": {"received": "2024-12-06T16:00+11:00"}}


def decided(rulebook: Rulebook, **more: Any) -> Decision:
    """What the program decides of the example."""
    return cimscore.assess(rulebook.read_case(EXAMPLE), rulebook, **more).decision("vic-cims")


@pytest.fixture
def incident(assess: Assess) -> Assess:
    """The incident of Friday 6 December 2024."""
    return lambda **more: assess(INCIDENT, **{**ON_THE_6TH, **RECEIVED, **more})


def test_disclosed_on_friday_and_submitted_on_the_ninth_it_goes_by_the_new_policy_flagged(rulebook: Rulebook) -> None:
    decision = decided(rulebook)

    assert told.edition(decision) == "2024-12"
    assert [line.things for line in decision.about("submitted-on-the-ninth")] == [("c1",)]
    assert [line.things for line in decision.about("changed-meanwhile")] == [("c1",)]
    assert told.due(decision) == ["Wednesday 11 December 2024, end of day"]
    assert decision.state is DecisionState.FINAL


@pytest.mark.parametrize(
    ("reading", "by"),
    [("calendar-days", "Monday 9 December 2024, end of day"), ("72-hours", "Monday 9 December 2024, 16:00")],
)
def test_another_reading_of_three_days_can_be_chosen(rulebook: Rulebook, reading: str, by: str) -> None:
    assert told.due(decided(rulebook, readings={"vic-cims/three-days": reading})) == [by]


@pytest.mark.parametrize(
    ("submitted", "edition", "gap"),
    [
        ("2024-12-08T23:59+11:00", "2024-06", False),
        ("2024-12-09T00:00+11:00", "2024-12", True),
        ("2024-12-08T13:00Z", "2024-12", True),  # the same instant, said in UTC
        ("2024-12-08T23:00+10:00", "2024-12", True),  # and by the clocks of Brisbane
        ("2024-12-09T23:59+11:00", "2024-12", True),
        ("2024-12-10T00:00+11:00", "2024-12", False),
    ],
)
def test_the_policy_changes_at_midnight_melbourne_time(
    incident: Assess, submitted: str, edition: str, *, gap: bool
) -> None:
    decision = incident(moves=[("submit", submitted)])

    assert (told.edition(decision), bool(decision.about("submitted-on-the-ninth"))) == (edition, gap)
    assert "edition" not in {point.kind for point in decision.points}


@pytest.mark.parametrize(("reading", "edition"), [("new", "2024-12"), ("old", "2024-06"), ("neither", "")])
def test_the_ninth_itself_is_read_three_ways(incident: Assess, reading: str, edition: str) -> None:
    readings = {"the-ninth-of-december": reading}
    assessment = incident(moves=[("submit", "2024-12-09T09:00+11:00")], readings=readings)

    assert told.edition(assessment) == edition
    assert [line.things for line in assessment.about("submitted-on-the-ninth")] == ([("c1",)] if edition else [])


def test_where_neither_policy_holds_that_is_said(incident: Assess) -> None:
    readings = {"the-ninth-of-december": "neither"}
    assessment = incident(moves=[("submit", "2024-12-09T09:00+11:00")], readings=readings)

    assert (assessment.state, assessment.about("record"), assessment.clocks) == (DecisionState.INCOMPLETE, (), ())
    assert "No edition of the policy is known to be in force on that day" in assessment.because[0]


@pytest.mark.parametrize(("reading", "edition"), [("submit", "2024-06"), ("endorse", "2024-12"), ("arrive", "2024-12")])
def test_what_counts_as_submitted_can_be_read_three_ways(incident: Assess, reading: str, edition: str) -> None:
    moves = [
        ("submit", "2024-12-08T20:00+11:00"),
        ("arrive", "2024-12-10T01:00+11:00"),
        ("endorse", "2024-12-12T09:00+11:00"),
    ]

    assert told.edition(incident(moves=moves, readings={"submitted-means": reading})) == edition


@pytest.mark.parametrize(("reading", "edition"), [("arrival", "2024-12"), ("approval", "2024-06")])
def test_a_queue_of_a_providers_own_system_can_straddle_midnight(assess: Assess, reading: str, edition: str) -> None:
    moves = [("submit", "2024-12-08T23:50+11:00"), ("arrive", "2024-12-09T00:10+11:00")]
    assessment = assess(
        {**INCIDENT, "own-system": True}, moves, {"own-system-submits": reading}, **ON_THE_6TH, **RECEIVED
    )

    assert told.edition(assessment) == edition


@pytest.mark.parametrize(("reading", "edition"), [("first", "2024-06"), ("last", "2024-12")])
def test_a_report_submitted_again_goes_by_its_first_submission_flagged(
    incident: Assess, reading: str, edition: str
) -> None:
    moves = [("submit", "2024-12-08T21:00+11:00"), ("submit", "2024-12-09T09:00+11:00")]
    decision = incident(moves=moves, readings={"resubmitted": reading})

    assert told.edition(decision) == edition
    assert [line.things for line in decision.about("submitted-again")] == [("c1",)]


def test_before_it_is_submitted_the_policy_is_provisional_and_says_so(incident: Assess) -> None:
    decision = incident(at=Moment(dt.datetime(2024, 12, 7, 9, tzinfo=dt.UTC)))

    assert told.edition(decision) == "2024-06"
    assert "submission@c1" in told.asked(decision)
    assert told.scope(decision) == "in"
    assert decision.state is DecisionState.PROVISIONAL


def test_under_the_last_edition_an_incident_not_submitted_is_not_provisional(incident: Assess) -> None:
    """No later policy is known, so nothing can change."""
    decision = incident(at=Moment(dt.datetime(2025, 1, 7, 9, tzinfo=dt.UTC)))

    assert (told.edition(decision), told.asked(decision)) == ("2024-12", set())


def test_the_day_of_submission_can_be_foretold(assess: Assess) -> None:
    decision = assess({**INCIDENT, "submission": {"c1": "2024-12-11"}}, **ON_THE_6TH, **RECEIVED)

    assert (told.edition(decision), told.asked(decision)) == ("2024-12", set())


def test_reports_under_different_editions_are_told_apart(assess: Assess) -> None:
    concerns = [{**ON_THE_6TH["concerns"][0], "id": id} for id in ("c1", "c2")]
    records = [
        {
            "id": f"incident-report:{id}",
            "kind": "incident-report",
            "moves": [{"move": "submit", "by": "staff member", "at": at}],
        }
        for id, at in (("c1", "2024-12-09T09:00+11:00"), ("c2", "2024-12-07T09:00+11:00"))
    ]
    several = {**RECEIVED, "concerns": concerns, "records": records}
    chosen = assess({**INCIDENT, "assessed": "c1"}, **several)

    assert "assessed@case" in told.asked(assess(INCIDENT, **several))
    assert told.edition(chosen) == "2024-12"
    assert [line.things for line in chosen.about("goes-by-another-edition")] == [("c2", "2024-06")]
