"""Each unclear point about time: which day comes of each reading."""

from __future__ import annotations

import pytest
from qld_cases import added, created, due, duties, notified, on_file, one_home, reported, told, two_homes

PART = ("c1", "ari")
NORTH = "notification:north"
REPORT = "child-concern-report:north"


def test_the_transfer_shares_the_deadline_of_the_approval_or_has_its_own() -> None:
    case = one_home(records=(on_file(NORTH, "notification", approve="2025-03-05T09:00+10:00"),))

    assert due(told(case), "transfer", *PART) == "Thursday 6 March"
    assert due(told(case, transfer_clock="from-approval"), "transfer", *PART) == "Monday 10 March"
    assert due(told(one_home(), transfer_clock="from-approval"), "transfer", *PART) == ""


@pytest.mark.parametrize(
    ("reading", "expected"),
    [("creation", "Wednesday 12 March"), ("receipt", "Monday 10 March"), ("decision", "Tuesday 11 March")],
)
def test_the_five_days_of_a_report_start_as_the_reading_says(reading: str, expected: str) -> None:
    case = one_home(
        decisions=reported("c1", "2025-03-04T09:00+10:00"),
        records=(on_file(REPORT, "child-concern-report", create="2025-03-05T09:00+10:00"),),
    )
    assert due(told(case, report_approval_start=reading), "approve-report", *PART) == expected


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("earlier-deadline", "Monday 17 March"),
        ("shorter-from-old-start", "Monday 10 March"),
        ("shorter-from-new-start", "Friday 21 March"),
    ],
)
def test_the_shorter_of_two_priorities_is_three_different_days(reading: str, expected: str) -> None:
    assert due(told(added(), shorter_timeframe=reading), "commence", *PART) == expected


@pytest.mark.parametrize("reading", ["earlier-deadline", "shorter-from-old-start", "shorter-from-new-start"])
def test_with_one_priority_old_and_new_the_start_of_the_file_stands_by_every_reading(reading: str) -> None:
    case = added(priority="5-day", before="5-day")
    assert due(told(case, shorter_timeframe=reading), "commence", *PART) == "Monday 10 March"


@pytest.mark.parametrize(
    ("reading", "expected"),
    [
        ("calendar-from-decision", "Wednesday 11 June"),
        ("business-from-decision", "Friday 25 July"),
        ("calendar-from-commencement", "Friday 13 June"),
    ],
)
def test_the_hundred_days_count_from_the_first_decision_however_often_concerns_are_added(
    reading: str, expected: str
) -> None:
    found = told(added(commence="2025-03-05T09:00+10:00"), hundred_days=reading)
    assert due(found, "finish", *PART) == expected


def test_by_the_reading_from_commencement_nothing_is_counted_before_the_start() -> None:
    assert due(told(one_home(), hundred_days="calendar-from-commencement"), "finish", *PART) == ""


@pytest.mark.parametrize(
    ("reading", "expected"),
    [("end-of-day", "Thursday 6 March"), ("same-clock", "Thursday 6 March 2025, 14:00"),
     ("close-of-business", "Thursday 6 March 2025, 17:00")],
)  # fmt: skip
def test_a_period_of_days_ends_as_the_reading_says(reading: str, expected: str) -> None:
    assert due(told(one_home(), end_of_last_day=reading), "approve", *PART) == expected


def test_twenty_four_hours_end_at_their_hour_by_every_reading() -> None:
    case = one_home(decisions=notified("c1", "24-hour"))
    for reading in ("end-of-day", "same-clock", "close-of-business"):
        assert due(told(case, end_of_last_day=reading), "approve", *PART) == "Tuesday 4 March 2025, 14:00"


@pytest.mark.parametrize(("reading", "heard"), [("at-recording", False), ("at-receipt", True)])
def test_the_thirty_days_are_measured_as_the_reading_says(reading: str, *, heard: bool) -> None:
    case = one_home(
        received="2025-03-30T09:00+10:00",
        decisions=reported("c1", "2025-03-31T09:00+10:00"),
        facts=(created("2025-03-31T09:00+10:00"),),
        records=(on_file("inv-1", "investigation", {"ari": "subject child"}, "north", close="2025-03-01T09:00+10:00"),),
    )
    assert ("tell-the-investigating-centre" in duties(told(case, thirty_days=reading), REPORT)) is heard


@pytest.mark.parametrize(("reading", "heard"), [("both", False), ("either", True)])
def test_no_open_intervention_alone_calls_for_advice_only_by_the_other_reading(reading: str, *, heard: bool) -> None:
    found = told(one_home(decisions=reported("c1")), closed_and_no_ongoing_intervention=reading)
    assert ("tell-the-investigating-centre" in duties(found, REPORT)) is heard


def test_with_two_homes_the_investigation_goes_where_the_harm_was_by_either_reading() -> None:
    for reading in ("harm-household", "where-the-child-lives"):
        found = told(two_homes(), relevant_centre=reading)
        assert duties(found, "notification:south")["transfer"].endswith("the service centre for Toowoomba")
        assert duties(found, NORTH)["transfer"].endswith("the service centre for Brisbane")
