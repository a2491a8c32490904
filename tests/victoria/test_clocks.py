"""Every worked date of Victoria through the program, with its readings, holidays and changes of clocks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
import told

from cimscore.assessment import Decision

Assess = Callable[..., Decision]


@pytest.fixture
def due(assess: Assess) -> Callable[..., list[str]]:
    """When a report is due, by its disclosure; the incident is taken to have happened that day."""

    def when(disclosed: str, readings: Mapping[str, str] | None = None, moves: Any = (), **facts: Any) -> list[str]:
        answers = {"service-in-scope-then": True, "disclosed": {"c1": disclosed}, **facts}
        steps = moves or [("submit", "2025-01-02T09:00+11:00" if disclosed < "2025" else disclosed)]
        concerns = [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": disclosed}]
        return told.due(assess(answers, steps, readings, concerns=concerns, dates={"received": disclosed}))

    return when


@pytest.mark.parametrize(
    ("disclosed", "business", "calendar"),
    [
        ("2024-11-01", "Thursday 7 November 2024", "Monday 4 November 2024"),  # 1, metropolitan
        ("2024-12-06", "Wednesday 11 December 2024", "Monday 9 December 2024"),  # 2
        ("2024-12-07", "Wednesday 11 December 2024", "Tuesday 10 December 2024"),  # 3, a Saturday
        ("2024-12-23", "Monday 30 December 2024", "Thursday 26 December 2024"),  # 4
    ],
)
def test_three_days_are_business_days_with_the_calendar_reading_beside(
    due: Callable[..., list[str]], disclosed: str, business: str, calendar: str
) -> None:
    at = f"{disclosed}T16:00+11:00"

    assert due(at, site="metropolitan Melbourne") == [f"{business}, end of day"]
    assert due(at, {"three-days": "calendar-days"}) == [f"{calendar}, end of day"]


def test_a_disclosure_of_which_only_the_day_is_known_gives_an_exact_day(due: Callable[..., list[str]]) -> None:
    assert due("2024-12-06") == ["Wednesday 11 December 2024, end of day"]


@pytest.mark.parametrize("at", ["00:00", "16:00", "23:59"])
def test_the_time_of_the_disclosure_makes_no_difference(due: Callable[..., list[str]], at: str) -> None:
    assert due(f"2024-12-06T{at}+11:00") == ["Wednesday 11 December 2024, end of day"]


@pytest.mark.parametrize(
    ("readings", "expected"),
    [
        ({"end-of-last-day": "same-clock"}, "Wednesday 11 December 2024, 16:00"),
        ({"end-of-last-day": "close-of-business"}, "Wednesday 11 December 2024, 17:00"),
        ({"day-of-disclosure": "counted"}, "Tuesday 10 December 2024, end of day"),
        ({"three-days": "72-hours"}, "Monday 9 December 2024, 16:00"),
        ({"three-days": "calendar-days", "day-of-disclosure": "counted"}, "Sunday 8 December 2024, end of day"),
        ({"three-days": "calendar-days", "calendar-roll": "rolls-on"}, "Monday 9 December 2024, end of day"),
        (
            {"three-days": "calendar-days", "day-of-disclosure": "counted", "calendar-roll": "rolls-on"},
            "Monday 9 December 2024, end of day",
        ),
    ],
)
def test_each_reading_of_the_count_can_be_chosen(
    due: Callable[..., list[str]], readings: dict[str, str], expected: str
) -> None:
    assert due("2024-12-06T16:00+11:00", readings) == [expected]


def test_three_calendar_days_over_christmas_stay_on_boxing_day_or_roll_on(due: Callable[..., list[str]]) -> None:
    calendar = {"three-days": "calendar-days"}

    assert due("2024-12-23T09:00+11:00", calendar) == ["Thursday 26 December 2024, end of day"]
    assert due("2024-12-23T09:00+11:00", {**calendar, "calendar-roll": "rolls-on"}) == [
        "Friday 27 December 2024, end of day"
    ]


@pytest.mark.parametrize(
    ("disclosed", "expected"),
    [
        ("2025-10-04T12:00+10:00", "Tuesday 7 October 2025, 13:00"),  # clocks go forward on the 5th
        ("2025-04-05T12:00+11:00", "Tuesday 8 April 2025, 11:00"),  # clocks go back on the 6th
        ("2025-04-06T02:30+11:00", "Wednesday 9 April 2025, 01:30"),  # the first of two half past twos
        ("2025-04-06T02:30+10:00", "Wednesday 9 April 2025, 02:30"),  # the second
    ],
)
def test_72_hours_elapse_through_the_nights_on_which_the_clocks_change(
    due: Callable[..., list[str]], disclosed: str, expected: str
) -> None:
    assert due(disclosed, {"three-days": "72-hours"}) == [expected]


@pytest.mark.parametrize(
    ("disclosed", "expected"),
    [
        ("2019-10-05T12:00+10:00", "Sunday 6 October 2019, 13:00"),
        ("2019-04-06T12:00+11:00", "Sunday 7 April 2019, 11:00"),
    ],
)
def test_the_24_hours_of_the_guide_elapse_too(assess: Assess, disclosed: str, expected: str) -> None:
    facts = {"service-in-scope-then": True, "was-a-client-incident": {"c1": True}, "disclosed": {"c1": disclosed}}
    concerns = [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": disclosed}]
    decisions = [{"question": "vic-cims/impact", "about": ["c1"], "answer": "major", "by": "authorised-delegate"}]
    assessment = assess(
        facts,
        [("submit", "2019-11-01T09:00+11:00")],
        concerns=concerns,
        decisions=decisions,
        dates={"received": disclosed},
    )

    assert told.due(assessment) == [expected]


@pytest.mark.parametrize(
    ("submitted", "expected"),
    [("2020-02-02", "Thursday 30 January 2020, 10:00"), ("2020-02-03", "Monday 3 February 2020, end of day")],
)
def test_the_old_time_to_report_ended_on_2_february_2020(assess: Assess, submitted: str, expected: str) -> None:
    disclosed = "2020-01-29T10:00+11:00"
    facts = {"service-in-scope-then": True, "was-a-client-incident": {"c1": True}, "disclosed": {"c1": disclosed}}
    concerns = [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": disclosed}]
    decisions = [{"question": "vic-cims/impact", "about": ["c1"], "answer": "major", "by": "authorised-delegate"}]
    moves = [("submit", f"{submitted}T12:00+11:00")]
    sections = {"concerns": concerns, "decisions": decisions, "dates": {"received": disclosed}}

    assert told.due(assess(facts, moves, **sections)) == [expected]


def test_over_cup_day_the_place_is_asked_and_decides(due: Callable[..., list[str]]) -> None:
    assert due("2025-10-31T09:00+11:00", site=None) == [
        "between Wednesday 5 November 2025, end of day and Thursday 6 November 2025, end of day"
    ]
    assert due("2025-10-31T09:00+11:00", site="metropolitan Melbourne") == ["Thursday 6 November 2025, end of day"]
    assert due("2025-10-31T09:00+11:00", site="elsewhere") == ["Thursday 6 November 2025, end of day"]


@pytest.mark.parametrize(("reading", "question"), [("head-office", "head-office"), ("department", "department-office")])
def test_whose_holidays_count_can_be_read_otherwise(assess: Assess, reading: str, question: str) -> None:
    disclosed = "2025-10-31T09:00+11:00"
    concerns = [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": disclosed}]
    assessment = assess(
        {"disclosed": {"c1": disclosed}},
        readings={"whose-holidays": reading},
        concerns=concerns,
        dates={"received": disclosed},
    )

    assert f"{question}@case" in told.asked(assessment)


@pytest.mark.parametrize(
    ("disclosed", "expected"),
    [
        ("2025-09-25T09:00+10:00", "Wednesday 1 October 2025, end of day"),  # the Friday before the final
        ("2025-03-07T09:00+11:00", "Thursday 13 March 2025, end of day"),  # Labour Day
        ("2027-04-23T09:00+10:00", "Wednesday 28 April 2027, end of day"),  # Anzac Day on a Sunday, not moved
        ("2026-04-24T09:00+10:00", "Wednesday 29 April 2026, end of day"),  # and on a Saturday
    ],
)
def test_holidays_are_those_of_the_state(due: Callable[..., list[str]], disclosed: str, expected: str) -> None:
    assert due(disclosed) == [expected]


def test_a_clock_starts_again_on_escalation_only_by_a_reading_of_its_own(due: Callable[..., list[str]]) -> None:
    moves = [("submit", "2025-03-04T09:00+11:00"), ("escalate", "2025-03-11T09:00+11:00")]

    assert due("2025-03-03T09:00+11:00", moves=moves) == ["Thursday 6 March 2025, end of day"]
    assert due("2025-03-03T09:00+11:00", {"clock-restarts": "on-escalation"}, moves=moves) == [
        "Friday 14 March 2025, end of day"
    ]


def test_the_knowledge_of_the_provider_starts_the_clock_only_by_a_reading_of_its_own(
    due: Callable[..., list[str]],
) -> None:
    aware = {"c1": "2025-03-05T09:00+11:00"}

    assert due("2025-03-03T09:00+11:00", aware=aware) == ["Thursday 6 March 2025, end of day"]
    assert due("2025-03-03T09:00+11:00", {"disclosed-means": "provider"}, aware=aware) == [
        "Tuesday 11 March 2025, end of day"
    ]
