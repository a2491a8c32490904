"""Rules that seldom apply: another reading, a service without an incident, a report from an own system."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import INQUIRY, REPORT, decided, holds, incident, records

from cimscore.case import Case

JUNE_2020 = "2020-06-01T10:00+10:00"


def without_an_incident(**answers: object) -> Case:
    """Return the case of a service to which nothing has happened."""
    case = incident(**answers)
    facts = tuple(entry for entry in case.facts if entry.about == "case")
    return attrs.evolve(case, concerns=(), people=(), facts=facts, decisions=())


@pytest.mark.parametrize(("funded", "expected"), [(True, "certain"), (False, "")])
def test_a_service_is_in_scope_before_anything_happens_where_the_department_funds_it(
    funded: bool, expected: str
) -> None:
    case = without_an_incident(department_funds_it=funded)

    assert holds(decided(case, "2025-03-03T10:00+11:00"), "case-in-scope") == expected


@pytest.mark.parametrize(
    ("reported_when", "own_system", "way"),
    [
        ("endorsed", False, "submit the report and have it endorsed by the CIMS webform"),
        ("endorsed", True, "submit the report and have it endorsed from its own system"),
        ("saved", False, "save the report by the CIMS webform"),
        ("saved", True, "save the report from its own system"),
    ],
)
def test_when_a_report_counts_as_made_is_said_for_the_webform_and_for_an_own_system(
    reported_when: str, own_system: bool, way: str
) -> None:
    found = decided(incident(own_system=own_system), reported_when=reported_when)

    assert {line.things for line in found.conclusions if line.id == "done-by"} == {(way,)}


@pytest.mark.parametrize(
    ("reading", "who"), [("any-worker", "anyone who works for the provider"), ("employees", "any employee")]
)
def test_who_may_make_a_report_is_read_in_two_ways(reading: str, who: str) -> None:
    found = decided(incident(), any_staff_member=reading)

    assert {line.things for line in found.conclusions if line.id == "may-make"} == {(who,)}


def test_by_the_other_reading_every_organisation_that_knows_of_it_reports_it() -> None:
    one, each = (
        {line.things[1] for line in decided(incident(), who_reports=reading).conclusions if line.id == "who-reports"}
        for reading in ("the-one-delivering", "every-one")
    )

    assert len(one) == len(each) == 1 and one != each


def test_a_report_of_before_the_policy_may_go_by_the_guide_as_it_stood_last() -> None:
    case = incident(JUNE_2020, was_a_client_incident=True, moves=["submit 2020-06-02T10:00+10:00 staff member"])

    assert holds(decided(case, previous_guide="last-state"), "guide", "the guide as it stood last") == "certain"
    assert holds(decided(case), "guide", "the guide as it stood last") == ""


@pytest.mark.parametrize(("was_one", "expected"), [(False, "certain"), (True, "")])
def test_what_was_no_client_incident_by_the_guide_of_its_day_is_not_reported(was_one: bool, expected: str) -> None:
    case = incident(
        "2024-06-14T20:00+10:00", was_a_client_incident=was_one, service_in_scope_then=True,
        moves=["submit 2024-06-15T10:00+10:00 staff member"],
    )  # fmt: skip
    reason = "it was not a client incident by the guide of its day"

    assert holds(decided(case), "not-reportable", "c1", reason) == expected


@pytest.mark.parametrize(("cleared", "expected"), [(False, "certain"), (True, "")])
def test_an_investigation_begun_before_the_police_cleared_the_incident_is_told(cleared: bool, expected: str) -> None:
    case = incident(
        incident_type="physical-abuse", accused="kim", position={"kim": "staff"}, reported_to_police=True,
        cleared_by_police=cleared, inquiry=["begin 2025-03-10T10:00+11:00"],
    )  # fmt: skip

    assert holds(decided(case), "begun-too-soon", "c1") == expected


def test_what_the_department_delivers_itself_comes_in_only_in_october_2018() -> None:
    def out(day: str) -> str:
        submitted = [f"submit {day}T12:00+10:00 staff member"]
        case = incident(f"{day}T10:00+10:00", provider="department", service_in_scope_then=True, moves=submitted)
        reason = "services that the department itself delivers come in on 1 October 2018"
        return holds(decided(case), "out-of-scope", "c1", reason)

    assert (out("2018-06-01"), out("2018-11-01")) == ("certain", "")


def test_the_news_of_2025_may_be_read_to_reach_from_its_day_only() -> None:
    def governed(moment: str) -> set[str]:
        found = decided(incident(moment), moment, investigation_times_reach="from-its-day")
        return {document for document, _, _ in found.governed_by}

    assert "vic-news-2025" in governed("2025-12-03T10:00+11:00")
    assert "vic-news-2025" not in governed("2024-12-20T10:00+11:00")


def test_the_news_of_2025_does_not_reach_what_was_reported_by_the_guide() -> None:
    def governed(day: str) -> set[str]:
        found = decided(incident(f"{day}T10:00+10:00", moves=[f"submit {day}T12:00+10:00 staff member"]))
        return {document for document, _, _ in found.governed_by}

    assert "vic-news-2025" in governed("2024-12-10")
    assert "vic-news-2025" not in governed("2021-06-01")


@pytest.mark.parametrize("answers", [{"in_approved_care": False}, {"no_more_than_illness_or_dangerous_actions": True}])
@pytest.mark.parametrize(("service", "made"), [("child-protection", set()), ("disability", {REPORT})])
def test_what_rules_an_incident_out_in_child_protection_rules_none_out_elsewhere(
    answers: dict[str, bool], service: str, made: set[str]
) -> None:
    usual = {"in_approved_care": True, "no_more_than_illness_or_dangerous_actions": False}
    case = incident("2025-09-03T10:00+10:00", service=service, **{**usual, **answers})
    assert records(decided(case)) == made


@pytest.mark.parametrize(
    ("impact", "was_one", "investigated"), [("major", True, True), ("non-major", True, False), ("major", False, False)]
)
def test_by_the_guide_a_client_incident_that_is_judged_major_is_investigated(
    impact: str, was_one: bool, investigated: bool
) -> None:
    case = incident(
        "2021-06-01T10:00+10:00", accused="kim", position={"kim": "staff"}, incident_type="physical-abuse",
        impact=impact, was_a_client_incident=was_one, service_in_scope_then=True,
        moves=["submit 2021-06-02T10:00+10:00 staff member"],
    )  # fmt: skip
    assert (INQUIRY in records(decided(case))) is investigated
