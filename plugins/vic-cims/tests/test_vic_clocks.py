"""By when a report is due, how its clock stands, and how long it took over eight years."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import decided, due, incident, state

from cimscore.case import LocalDaysEntry, State

ELSEWHERE = {"site": "elsewhere"}


@pytest.mark.parametrize(
    ("disclosed", "business", "calendar"),
    [
        ("2024-11-01T10:00+11:00", "2024-11-07 24:00", "2024-11-04 24:00"),
        ("2024-12-06T10:00+11:00", "2024-12-11 24:00", "2024-12-09 24:00"),
        ("2024-12-07T10:00+11:00", "2024-12-11 24:00", "2024-12-10 24:00"),
        ("2024-12-23T10:00+11:00", "2024-12-30 24:00", "2024-12-26 24:00"),
        ("2025-03-03T10:00+11:00", "2025-03-06 24:00", "2025-03-06 24:00"),
        ("2027-04-22T10:00+10:00", "2027-04-27 24:00", "2027-04-25 24:00"),
    ],
)
def test_the_worked_days_come_out(disclosed: str, business: str, calendar: str) -> None:
    case = incident(disclosed, moves=["submit 2028-01-10T10:00+11:00 staff member"], **ELSEWHERE)
    assert due(decided(case), "report") == business
    assert due(decided(case, three_days="calendar-days"), "report") == calendar


def test_72_hours_are_elapsed_hours_whatever_the_clocks_do() -> None:
    case = incident("2025-10-04T12:00+10:00", **ELSEWHERE)
    assert due(decided(case, three_days="72-hours"), "report") == "2025-10-07 13:00"


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ({"end_of_last_day": "same-clock"}, "2025-03-06 10:00"),
        ({"end_of_last_day": "close-of-business"}, "2025-03-06 17:00"),
        ({"day_of_disclosure": "counted"}, "2025-03-05 24:00"),
    ],
)
def test_how_days_are_counted_is_a_reading(readings: dict[str, str], expected: str) -> None:
    assert due(decided(incident(**ELSEWHERE), **readings), "report") == expected


def test_a_last_calendar_day_rolls_on_only_by_its_reading() -> None:
    case = incident("2024-12-23T10:00+11:00", **ELSEWHERE)
    rolled = decided(case, three_days="calendar-days", calendar_roll="rolls-on")
    assert due(rolled, "report") == "2024-12-27 24:00"


def test_in_cup_week_a_place_that_is_not_known_makes_the_day_a_range() -> None:
    unknown, known = incident("2026-10-30T10:00+11:00"), incident("2026-10-30T10:00+11:00", **ELSEWHERE)
    assert due(decided(unknown), "report").startswith("between Wednesday 4 November 2026")
    assert due(decided(known), "report") == "2026-11-05 24:00"


def test_a_place_that_the_calendar_does_not_know_makes_the_day_a_range_too() -> None:
    found = decided(incident("2025-10-31T11:00+11:00", site="Shire of Wattle Plains"))
    assert due(found, "report").startswith("between Wednesday 5 November 2025")


def test_a_site_in_another_state_is_not_counted_by_the_days_of_victoria() -> None:
    found = decided(incident("2025-10-03T10:00+10:00", site="Albury, New South Wales"))
    assert "not counted" in due(found, "report")
    assert state(found, "report") == {"not-counted": "certain"}


def test_whose_holidays_count_is_a_reading() -> None:
    case = incident("2026-10-30T10:00+11:00", head_office="elsewhere")
    assert due(decided(case, whose_holidays="head-office"), "report") == "2026-11-05 24:00"


def test_where_nobody_says_when_it_was_disclosed_the_day_lies_between_what_can_be() -> None:
    found = decided(incident("2025-03-03T10:00+11:00", "2025-03-06T10:00+11:00", disclosed=None, **ELSEWHERE))
    assert due(found, "report").startswith("between Thursday 6 March 2025")
    assert due(found, "report").endswith("Wednesday 12 March 2025, end of day, Melbourne time")


def test_the_provider_s_own_awareness_starts_it_only_by_that_reading() -> None:
    case = incident(aware="2025-03-05T10:00+11:00", **ELSEWHERE)
    assert due(decided(case), "report") == "2025-03-06 24:00"
    assert due(decided(case, disclosed_means="provider"), "report") == "2025-03-11 24:00"


def test_an_escalation_starts_it_anew_only_by_that_reading() -> None:
    case = incident(moves=["escalate 2025-03-05T10:00+11:00"], **ELSEWHERE)
    assert due(decided(case), "report") == "2025-03-06 24:00"
    assert due(decided(case, clock_restarts="on-escalation"), "report") == "2025-03-11 24:00"


@pytest.mark.parametrize(
    ("moment", "word"),
    [
        ("2025-03-06T18:00+11:00", "running"),
        ("2025-03-06T23:59+11:00", "running"),
        ("2025-03-07T00:00+11:00", "overdue"),
        ("2025-03-20T00:00+11:00", "overdue"),
    ],
)
def test_what_is_not_submitted_runs_and_then_is_overdue(moment: str, word: str) -> None:
    assert state(decided(incident(**ELSEWHERE), moment), "report") == {word: "certain"}


@pytest.mark.parametrize(
    ("moment", "word"), [("2025-03-06T16:00+11:00", "met"), ("2025-03-24T10:00+11:00", "met-late")]
)
def test_what_was_submitted_was_in_time_or_late(moment: str, word: str) -> None:
    found = decided(incident(moves=[f"submit {moment} staff member"], **ELSEWHERE), "2025-04-01T00:00+11:00")
    assert state(found, "report") == {word: "certain"}


def test_a_report_that_is_only_drafted_is_not_reported_but_by_one_reading() -> None:
    case = incident(moves=["create 2025-03-04T10:00+11:00 staff member"], **ELSEWHERE)
    assert state(decided(case, "2025-03-20T00:00+11:00"), "report") == {"overdue": "certain"}
    saved = decided(case, "2025-03-20T00:00+11:00", reported_when="saved")
    assert state(saved, "report") == {"met": "certain"}


def test_the_endorsement_has_a_time_only_by_one_reading() -> None:
    case = incident(**ELSEWHERE)
    assert due(decided(case), "endorse") == ""
    assert due(decided(case, endorsement="inside"), "endorse") == "2025-03-06 24:00"


@pytest.mark.parametrize(
    ("disclosed", "submitted", "impact", "clock", "expected"),
    [
        ("2018-02-05T12:00+11:00", "2018-02-28T12:30+11:00", "non-major", "report-monthly", "not counted"),
        ("2019-10-05T12:00+10:00", "2019-10-06T12:30+11:00", "major", "report-at-once", "2019-10-06 13:00"),
        ("2020-01-30T10:00+11:00", "2020-02-03T10:00+11:00", "major", "report-in-three-business-days", "2020-02-04"),
        (
            "2021-03-02T10:00+11:00",
            "2021-03-04T10:00+11:00",
            "non-major",
            "report-in-three-business-days",
            "2021-03-05",
        ),
        (
            "2024-12-03T10:00+11:00",
            "2024-12-08T10:00+11:00",
            "non-major",
            "report-in-three-business-days",
            "2024-12-06",
        ),
        ("2024-12-09T10:00+11:00", "2024-12-10T10:00+11:00", "non-major", "report", "2024-12-12"),
    ],
)
def test_the_time_to_report_changed_over_the_years(
    disclosed: str, submitted: str, impact: str, clock: str, expected: str
) -> None:
    case = incident(
        disclosed,
        impact=impact,
        was_a_client_incident=True,
        service_in_scope_then=True,
        moves=[f"submit {submitted} staff member"],
        **ELSEWHERE,
    )
    found = decided(case)
    assert [each.id for each in found.clocks if each.id.startswith("report")] == [clock]
    assert expected in due(found, clock)


def test_in_february_2020_the_disclosure_would_have_made_it_late() -> None:
    case = incident(
        "2020-01-30T10:00+11:00",
        impact="major",
        was_a_client_incident=True,
        service_in_scope_then=True,
        moves=["submit 2020-02-03T10:00+11:00 staff member"],
        **ELSEWHERE,
    )
    assert state(decided(case), "report-in-three-business-days") == {"met": "certain"}
    by_disclosure = decided(case, earlier_editions_by="disclosure")
    assert state(by_disclosure, "report-at-once") == {"met-late": "certain"}


@pytest.mark.parametrize(("entered", "asked"), [("shire of wattle  plains", False), ("Shire of Gum Plains", True)])
def test_a_place_whose_days_of_victoria_are_told_under_another_spelling_is_not_asked_for_its_state(
    entered: str, asked: bool
) -> None:
    case = incident("2025-10-31T11:00+11:00", site="Shire of Wattle Plains")
    told = LocalDaysEntry(at=entered, state=State.VICTORIA, years=(2025,))
    found = decided(attrs.evolve(case, local_days=(told,)))
    assert ("vic-cims/state-of-the-place@case" in {point.address for point in found.points}) is asked
