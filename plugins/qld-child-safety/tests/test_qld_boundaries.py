"""Both sides of every limit of time: a day, an hour, a holiday, thirty days, an edition."""

from __future__ import annotations

import pytest
from qld_cases import added, at, concern, due, duties, fact, notified, on_file, one_home, reported, told

PART = ("c1", "ari")
REPORT = "child-concern-report:north"


def approved(moment: str, priority: str = "5-day", office: str = "elsewhere", **readings: str) -> str:
    """Return by when a notification decided at a moment is approved."""
    case = one_home(received=moment, decisions=notified("c1", priority, moment), facts=(fact("office", office),))
    return due(told(case, **readings), "approve", *PART)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025-03-03T00:00+10:00", "Thursday 6 March"),
        ("2025-03-03T23:59+10:00", "Thursday 6 March"),
        ("2025-03-04T00:00+10:00", "Friday 7 March"),
        ("2025-03-07T23:59+10:00", "Wednesday 12 March"),
        ("2025-03-08T00:00+10:00", "Wednesday 12 March"),
        ("2025-03-09T23:59+10:00", "Wednesday 12 March"),
        ("2025-03-10T00:00+10:00", "Thursday 13 March"),
    ],
)
def test_three_business_days_leave_out_the_day_of_the_decision_and_the_weekend(moment: str, expected: str) -> None:
    assert approved(moment) == expected


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2025-03-07T23:59+10:00", "Saturday 8 March 2025, 23:59"),
        ("2024-12-24T18:00+10:00", "Wednesday 25 December 2024, 18:00"),
        ("2025-03-03T15:00+11:00", "Tuesday 4 March 2025, 14:00"),
    ],
)
def test_24_hours_run_through_weekends_and_holidays_whatever_clock_they_were_read_from(
    moment: str, expected: str
) -> None:
    assert approved(moment, "24-hour") == expected


def test_a_day_without_a_time_makes_24_hours_a_range() -> None:
    assert approved("2025-03-03", "24-hour") == "Tuesday 4 March 2025, between 00:00 and end of day"


@pytest.mark.parametrize(
    ("priority", "expected"),
    [
        ("24-hour", "Friday 20 December 2024, 10:00"),
        ("5-day", "Tuesday 24 December 2024"),
        ("10-day", "Monday 30 December 2024"),
    ],
)
def test_christmas_eve_counts_and_the_holidays_after_it_do_not(priority: str, expected: str) -> None:
    assert approved("2024-12-19T10:00+10:00", priority) == expected


@pytest.mark.parametrize(
    ("office", "expected"), [("Toowoomba", "Monday 31 March"), ("Brisbane", "Friday 28 March"),
                             ("elsewhere", "Friday 28 March")],
)  # fmt: skip
def test_a_regional_show_day_is_a_holiday_of_its_district_alone(office: str, expected: str) -> None:
    assert approved("2025-03-25T10:00+10:00", office=office) == expected


def test_an_office_not_known_makes_a_range_only_where_a_show_day_could_make_a_difference() -> None:
    def without_an_office(moment: str) -> str:
        case = one_home(received=moment, decisions=notified("c1", "5-day", moment))
        return due(told(case), "approve", *PART)

    assert without_an_office("2025-03-03T14:00+10:00") == "Thursday 6 March"
    assert without_an_office("2025-03-25T10:00+10:00").startswith("between Friday 28 March")


@pytest.mark.parametrize(
    ("closed", "heard"), [("2025-03-02", True), ("2025-03-01", True), ("2025-02-28", False), ("2025-02-27", False)]
)
def test_an_investigation_closed_28_29_30_or_31_days_ago(closed: str, *, heard: bool) -> None:
    moment = "2025-03-30T14:00+10:00"
    case = one_home(
        received=moment,
        decisions=reported("c1", moment),
        records=(on_file("inv-1", "investigation", {"ari": "subject child"}, "north", close=f"{closed}T23:59+10:00"),),
    )
    assert ("tell-the-investigating-centre" in duties(told(case), REPORT)) is heard


def test_an_investigation_in_which_the_child_was_an_other_child_is_none() -> None:
    closed = on_file("inv-1", "investigation", {"ari": "other child"}, "north", close="2025-03-01T14:00+10:00")
    case = one_home(decisions=reported("c1"), records=(closed,))
    assert "tell-the-investigating-centre" not in duties(told(case), REPORT)


@pytest.mark.parametrize(("role", "heard"), [("subject child", False), ("other child", True), ("parent", True)])
def test_the_centre_hears_unless_the_child_has_their_own_intervention(role: str, *, heard: bool) -> None:
    closed = on_file("inv-1", "investigation", {"ari": "subject child"}, "north", close="2025-03-01T14:00+10:00")
    intervention = on_file("oi-1", "ongoing-intervention", {"ari": role}, "north", open="2024-11-01")
    found = told(one_home(decisions=reported("c1"), records=(closed, intervention)))
    assert ("tell-the-investigating-centre" in duties(found, REPORT)) is heard


@pytest.mark.parametrize(
    ("created", "expected"),
    [
        ("2025-03-03T09:00+10:00", "Monday 10 March"),
        ("2025-03-07T16:00+10:00", "Friday 14 March"),
        ("2025-03-08T16:00+10:00", "Friday 14 March"),
    ],
)
def test_a_report_is_approved_five_business_days_after_its_creation(created: str, expected: str) -> None:
    case = one_home(decisions=reported("c1"), facts=(fact("intake-created", at(created)), fact("office", "Brisbane")))
    assert due(told(case), "approve-report", *PART) == expected


def test_a_report_whose_creation_is_not_known_is_counted_from_its_receipt() -> None:
    assert due(told(one_home(decisions=reported("c1"))), "approve-report", *PART).startswith("Monday 10 March")


def test_a_24_hour_response_runs_while_another_priority_is_unknown() -> None:
    case = one_home(
        concerns=(concern("c1", "ari", "north"), concern("c2", "ari", "north")),
        decisions=(*notified("c1", "24-hour"), *notified("c2")[:1]),
    )
    assert due(told(case), "approve", *PART) == "Tuesday 4 March 2025, 14:00"
    assert due(told(case), "approve", "c2", "ari").endswith("?")


@pytest.mark.parametrize(
    ("before", "moves", "expected"),
    [
        ("10-day", {}, "Monday 17 March"),
        ("5-day", {}, "Monday 10 March"),
        ("10-day", {"commence": "2025-03-05T09:00+10:00"}, ""),
        ("5-day", {"commence": ""}, ""),
    ],
)
def test_an_investigation_that_has_started_has_no_start_left(before: str, moves: dict[str, str], expected: str) -> None:
    assert due(told(added(before=before, **moves)), "commence", *PART) == expected


@pytest.mark.parametrize(("moment", "owed"), [("2024-09-29T23:59+10:00", False), ("2024-09-30T00:00+10:00", True)])
def test_the_page_asks_for_something_from_its_first_day_on(moment: str, *, owed: bool) -> None:
    found = told(one_home(received=moment, decisions=notified("c1", "24-hour", moment)))
    assert bool(duties(found, "notification:north")) is owed
    assert bool(due(found, "approve", *PART)) is owed
