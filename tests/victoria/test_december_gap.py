"""Which policy governs an incident around 9 December 2024, and by which reading."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

import cimscore
from cimscore import Assessment, Moment, Rulebook
from cimscore.assessment import EditionChoice

EXAMPLE = Path(__file__).parents[2] / "examples" / "december-gap.yaml"
Assess = Callable[..., Assessment]
INCIDENT = {"service-in-scope-then": True, "disclosed": {"c1": "2024-12-06T16:00+11:00"}}
ON_THE_6TH = {"concerns": [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2024-12-06T15:30+11:00"}]}
RECEIVED = {"dates": {"received": "2024-12-06T16:00+11:00"}}


def page(assessment: Assessment) -> EditionChoice:
    """The choice of the page's edition."""
    return next(it for it in assessment.programs[0].editions if it.source == "vic")


def due(assessment: Assessment) -> list[str]:
    """What is due when."""
    return [it.summary for it in assessment.programs[0].conclusions if it.topic == "timeframes"]


def asked(assessment: Assessment) -> list[str]:
    """The addresses of the open questions."""
    return [it.question.address for it in assessment.open_questions]


@pytest.fixture
def incident(assess: Assess) -> Assess:
    """The incident of Friday 6 December 2024."""
    return lambda **more: assess(INCIDENT, **{**ON_THE_6TH, **RECEIVED, **more})


def test_disclosed_on_friday_and_submitted_on_the_ninth_it_goes_by_the_new_policy_flagged(rulebook: Rulebook) -> None:
    assessment = cimscore.assess(rulebook.read_case(EXAMPLE), rulebook)

    assert page(assessment).edition == "2024-12"
    assert "gap" in page(assessment).flags[0]
    assert due(assessment) == ["report by Wednesday 11 December 2024, end of day, Melbourne time"]
    assert assessment.decided


def test_the_other_readings_of_three_days_stand_beside_the_one_taken(rulebook: Rulebook) -> None:
    assessment = cimscore.assess(rulebook.read_case(EXAMPLE), rulebook)
    finding = next(it for it in assessment.findings if it.rule == "three-days")
    others = next(it.others for it in finding.readings if it.interpretation == "vic-cims/three-days")

    assert dict(others) == {
        "calendar-days": "report by Monday 9 December 2024, end of day, Melbourne time",
        "72-hours": "report by Monday 9 December 2024, 16:00, Melbourne time",
    }


@pytest.mark.parametrize(
    ("reading", "by"),
    [("calendar-days", "Monday 9 December 2024, end of day"), ("72-hours", "Monday 9 December 2024, 16:00")],
)
def test_another_reading_of_three_days_can_be_chosen(rulebook: Rulebook, reading: str, by: str) -> None:
    case = rulebook.read_case(EXAMPLE)
    assessment = cimscore.assess(case, rulebook, readings={"vic-cims/three-days": reading})

    assert due(assessment) == [f"report by {by}, Melbourne time"]


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
    chosen = page(incident(moves=[("submit", submitted)]))

    assert (chosen.edition, any("gap" in flag for flag in chosen.flags)) == (edition, gap)
    assert chosen.subject_to == ()


@pytest.mark.parametrize(("reading", "edition"), [("new", "2024-12"), ("old", "2024-06"), ("neither", "")])
def test_the_ninth_itself_is_read_three_ways(incident: Assess, reading: str, edition: str) -> None:
    readings = {"the-ninth-of-december": reading}
    assessment = incident(moves=[("submit", "2024-12-09T09:00+11:00")], readings=readings)

    assert page(assessment).edition == edition
    assert "gap" in page(assessment).flags[0]


def test_where_neither_policy_holds_that_is_said(incident: Assess) -> None:
    readings = {"the-ninth-of-december": "neither"}
    assessment = incident(moves=[("submit", "2024-12-09T09:00+11:00")], readings=readings)
    said = [it.summary for it in assessment.programs[0].conclusions if it.about == "vic"]

    assert said == ["no rule in force on 2024-12-09"]
    assert assessment.programs[0].why.startswith("no rule in force")


@pytest.mark.parametrize(("reading", "edition"), [("submit", "2024-06"), ("endorse", "2024-12"), ("arrive", "2024-12")])
def test_what_counts_as_submitted_can_be_read_three_ways(incident: Assess, reading: str, edition: str) -> None:
    moves = [
        ("submit", "2024-12-08T20:00+11:00"),
        ("arrive", "2024-12-10T01:00+11:00"),
        ("endorse", "2024-12-12T09:00+11:00"),
    ]

    assert page(incident(moves=moves, readings={"submitted-means": reading})).edition == edition


@pytest.mark.parametrize(("reading", "edition"), [("arrival", "2024-12"), ("approval", "2024-06")])
def test_a_queue_of_a_providers_own_system_can_straddle_midnight(assess: Assess, reading: str, edition: str) -> None:
    moves = [("submit", "2024-12-08T23:50+11:00"), ("arrive", "2024-12-09T00:10+11:00")]
    assessment = assess(
        {**INCIDENT, "own-system": True}, moves, {"own-system-submits": reading}, **ON_THE_6TH, **RECEIVED
    )

    assert page(assessment).edition == edition


@pytest.mark.parametrize(("reading", "edition"), [("first", "2024-06"), ("last", "2024-12")])
def test_a_report_submitted_again_goes_by_its_first_submission_flagged(
    incident: Assess, reading: str, edition: str
) -> None:
    moves = [("submit", "2024-12-08T21:00+11:00"), ("submit", "2024-12-09T09:00+11:00")]
    chosen = page(incident(moves=moves, readings={"resubmitted": reading}))

    assert chosen.edition == edition
    assert any("more than once" in flag for flag in chosen.flags)


def test_before_it_is_submitted_the_policy_is_provisional_and_says_so(incident: Assess) -> None:
    assessment = incident(at=Moment(dt.datetime(2024, 12, 7, 9, tzinfo=dt.UTC)))

    assert (page(assessment).edition, page(assessment).subject_to) == ("2024-06", ("vic-cims/submission@c1",))
    assert assessment.programs[0].scope_subject_to == ("vic-cims/submission@c1",)
    assert not assessment.decided


def test_under_the_last_edition_an_incident_not_submitted_is_not_provisional(incident: Assess) -> None:
    """No later policy is known, so nothing can change."""
    assessment = incident(at=Moment(dt.datetime(2025, 1, 7, 9, tzinfo=dt.UTC)))

    assert (page(assessment).edition, page(assessment).subject_to) == ("2024-12", ())


def test_the_day_of_submission_can_be_foretold(assess: Assess) -> None:
    assessment = assess({**INCIDENT, "submission": {"c1": "2024-12-11"}}, **ON_THE_6TH, **RECEIVED)

    assert (page(assessment).edition, page(assessment).subject_to) == ("2024-12", ())


def test_reports_under_different_editions_are_told_apart(incident: Assess, assess: Assess) -> None:
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
    chosen = page(assess({**INCIDENT, "assessed": "c1"}, **several))

    assert "vic-cims/assessed@case" in asked(assess(INCIDENT, **several))
    assert chosen.edition == "2024-12"
    assert any("c2 goes by the edition of 2024-12-07" in flag for flag in chosen.flags)
