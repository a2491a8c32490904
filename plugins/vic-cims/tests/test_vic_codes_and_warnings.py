"""Codes held against their edition, and what somebody should look at."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import UNKNOWN, at, decided, duties, holds, incident, records

from cimscore.rules import Table
from cimscore_vic_cims.rules import codes

NINETEEN = [row.key for row in codes.NINETEEN_TYPES.rows]


def test_both_codes_of_june_2024_are_told_before_their_time() -> None:
    answers = {
        "service": "family-violence",
        "service_in_scope_then": True,
        "was_a_client_incident": True,
        "incident_type": "serious-risk",
        "program_type": "family-violence-and-sexual-assault-services",
    }
    early = incident("2024-06-14T20:00+10:00", moves=["submit 2024-06-16T23:59+10:00 staff member"], **answers)
    late = incident("2024-06-14T20:00+10:00", moves=["submit 2024-06-17T00:00+10:00 staff member"], **answers)

    assert holds(decided(early), "type-of-another-edition", "c1", "serious-risk") == "certain"
    assert holds(decided(early), "program-type-of-another-edition") == "certain"
    assert holds(decided(late), "type-stands", "c1", "serious-risk") == "certain"
    assert holds(decided(late), "program-type-stands") == "certain"


def test_a_type_of_the_guide_is_told_after_its_time() -> None:
    code = "poor-quality-of-care"
    assert holds(decided(incident(incident_type=code)), "type-of-another-edition", "c1", code) == "certain"


@pytest.mark.parametrize(("service", "told"), [("child-protection", "certain"), ("disability", "")])
def test_dangerous_actions_are_off_the_list_of_child_protection_alone(service: str, told: str) -> None:
    said = {"in_approved_care": True, "no_more_than_illness_or_dangerous_actions": False}
    found = decided(incident("2025-09-03T10:00+10:00", service=service, incident_type="dangerous-actions", **said))
    assert holds(found, "type-not-listed", "c1", "dangerous-actions") == told
    assert ("classify-anew" in duties(found)) is bool(told)
    assert holds(found, "type-of-another-edition", "c1") == ""


@pytest.mark.parametrize("code", NINETEEN)
def test_in_child_protection_the_nineteen_stand(code: str) -> None:
    case = incident("2025-09-03T10:00+10:00", service="child-protection", in_approved_care=True, incident_type=code)
    found = decided(case)
    assert holds(found, "type-stands", "c1", code) == "certain"
    assert holds(found, "types-held-in-part", "c1") == ""


def test_in_child_protection_another_type_is_none_of_the_nineteen() -> None:
    case = incident(
        "2025-09-03T10:00+10:00", service="child-protection", in_approved_care=True, incident_type="another"
    )
    assert holds(decided(case), "type-not-listed", "c1", "another") == "certain"
    assert "classify" in duties(decided(case))
    assert "classify-anew" not in duties(decided(case))


def test_in_another_service_a_type_is_never_called_wrong() -> None:
    found = decided(incident(incident_type="another"))
    assert holds(found, "type-not-listed", "c1", "another") == ""
    assert holds(found, "types-held-in-part", "c1") == "certain"


def test_a_type_is_to_be_given_whichever_it_is() -> None:
    assert "classify" in duties(decided(incident(incident_type=None)))


@pytest.mark.parametrize(
    ("service", "asked"), [("family-violence", True), ("sexual-assault", True), ("disability", False)]
)
def test_the_program_type_is_given_by_the_services_that_it_joins(service: str, asked: bool) -> None:
    assert ("program-type" in duties(decided(incident(service=service)))) is asked


def test_a_report_endorsed_by_the_accused_who_wrote_it_is_told_and_blocks_nothing() -> None:
    moves = [
        "create 2025-03-04T08:00+11:00 kim",
        "submit 2025-03-04T08:00+11:00 kim",
        "endorse 2025-03-04T12:00+11:00 kim",
    ]
    case = incident(accused="kim", position={"kim": "staff"}, incident_type="physical-abuse", moves=moves)
    found = decided(case)

    assert holds(found, "handled-by-the-accused", "c1", "endorsed", "kim") == "certain"
    assert holds(found, "handled-by-its-maker", "c1", "endorsed", "kim") == "certain"
    assert [each.id for each in found.clocks if each.due is not None] == ["report", "investigate"]


def test_a_report_endorsed_by_somebody_else_is_told_to_nobody() -> None:
    moves = ["submit 2025-03-04T08:00+11:00 kim", "endorse 2025-03-04T12:00+11:00 authorised delegate"]
    found = decided(incident(accused="kim", position={"kim": "staff"}, moves=moves))
    assert holds(found, "handled-by-the-accused", "c1", "endorsed", "kim") == ""
    assert holds(found, "handled-by-its-maker", "c1", "endorsed", "kim") == ""


def test_every_mailbox_answers_its_question() -> None:
    for matter, expected in {
        "registration-learning-or-platform": {"ask-for-help"},
        "incident-outcome-policy-or-process": {"ask-for-help"},
        "review-of-cims": {"ask-for-help"},
        "vendor-connection": {"ask-the-vendor", "ask-about-the-connection"},
        "nothing": set(),
    }.items():
        asked = duties(decided(incident(help_with=matter)))
        assert asked & {"ask-for-help", "ask-the-vendor", "ask-about-the-connection"} == expected


def test_a_list_is_a_table_with_a_clause_for_each_line() -> None:
    assert isinstance(codes.NINETEEN_TYPES, Table)
    assert len(NINETEEN) == 19


def test_moments_that_contradict_each_other_keep_a_decision_from_being_final() -> None:
    found = decided(incident("2025-03-03T10:00+11:00", disclosed="2025-02-25T10:00+11:00", site="elsewhere"))
    assert holds(found, "out-of-order", "c1") == "certain"
    assert [law.id for law in found.laws] == ["in-order"]


def test_a_day_that_is_not_known_contradicts_nothing() -> None:
    case = incident("2025-03-03T10:00+11:00", "2025-03-05T10:00+11:00", disclosed="2025-03-04T10:00+11:00")
    unknown = attrs.evolve(case, concerns=tuple(attrs.evolve(each, occurred=UNKNOWN) for each in case.concerns))
    assert "in-order" not in [law.id for law in decided(unknown).laws]


def test_each_incident_has_a_report_and_a_clock_of_its_own() -> None:
    case = incident("2025-03-03T10:00+11:00", site="elsewhere")
    other = attrs.evolve(case.concerns[0], id="c2")
    answers = [attrs.evolve(fact, about="c2") for fact in case.facts if fact.about == "c1"]
    later = [
        attrs.evolve(each, answer=at("2025-03-05T10:00+11:00")) if each.question.endswith("disclosed") else each
        for each in answers
    ]
    found = decided(attrs.evolve(case, concerns=(*case.concerns, other), facts=(*case.facts, *later)))

    assert records(found) == {"incident-report:c1", "incident-report:c2"}
    assert [str(each.due) for each in found.clocks if each.id == "report"] == [
        "Thursday 6 March 2025, end of day, Melbourne time",
        "Tuesday 11 March 2025, end of day, Melbourne time",
    ]
