"""Dates worked out by hand: the day of the event excluded, the last day included, to its end."""

from __future__ import annotations

import datetime as dt

import pytest

from cimscore.calendars import Calendar, due_business_days, due_calendar_days, due_hours
from cimscore.case import Moment

CUP_DAY_2024 = dt.date(2024, 11, 5)


def due_day(text: str) -> str:
    """The day of a description, without its time and zone: ``Thursday 7 November 2024``."""
    day, ending = text.split(", ", maxsplit=1)
    assert ending.startswith("end of day")
    return day


@pytest.mark.parametrize(
    ("disclosed", "business", "calendar_reading"),
    [
        (dt.date(2024, 11, 1), "Thursday 7 November 2024", "Monday 4 November 2024"),  # 1
        (dt.date(2024, 12, 6), "Wednesday 11 December 2024", "Monday 9 December 2024"),  # 2
        (dt.date(2024, 12, 7), "Wednesday 11 December 2024", "Tuesday 10 December 2024"),  # 3
        (dt.date(2024, 12, 23), "Monday 30 December 2024", "Thursday 26 December 2024"),  # 4
    ],
)
def test_three_days_in_victoria(vic: Calendar, disclosed: dt.date, business: str, calendar_reading: str) -> None:
    assert business == due_day(str(due_business_days(vic, Moment(disclosed), 3)))
    assert business == due_day(str(due_business_days(vic, Moment(disclosed), 3, "metropolitan Melbourne")))
    assert calendar_reading == due_day(str(due_calendar_days(vic, Moment(disclosed), 3)))


def test_three_days_in_victoria_where_a_council_keeps_another_day_than_the_cup(vic: Calendar) -> None:
    """Worked date 1, outside the metropolitan area."""
    shire = vic.with_local("Example Shire", {dt.date(2024, 10, 18): "Example Show Day"}, removed=[CUP_DAY_2024])
    due = due_business_days(shire, Moment(dt.date(2024, 11, 1)), 3, "Example Shire")

    assert due_day(str(due)) == "Wednesday 6 November 2024"


def test_the_calendar_reading_over_christmas_is_not_moved_but_says_that_it_is_a_holiday(vic: Calendar) -> None:
    """Worked date 4."""
    assert due_calendar_days(vic, Moment(dt.date(2024, 12, 23)), 3).falls_on == "Boxing Day"


@pytest.mark.parametrize(
    ("decided", "n", "place", "due"),
    [
        (dt.date(2024, 12, 20), 3, None, "Friday 27 December 2024"),  # 8
        (dt.date(2024, 12, 24), 10, None, "Friday 10 January 2025"),  # 10
        (dt.date(2025, 8, 12), 3, "Brisbane", "Monday 18 August 2025"),  # 11
        (dt.date(2025, 8, 12), 3, None, "Friday 15 August 2025"),  # 11, anywhere else
        (dt.date(2025, 1, 6), 100, None, "Monday 2 June 2025"),  # 17
        (dt.date(2025, 3, 3), 3, None, "Thursday 6 March 2025"),
        (dt.date(2025, 3, 3), 10, None, "Monday 17 March 2025"),
        (dt.date(2025, 3, 14), 5, None, "Friday 21 March 2025"),
        (dt.date(2025, 3, 3), 5, None, "Monday 10 March 2025"),
    ],
)
def test_business_days_in_queensland(qld: Calendar, decided: dt.date, n: int, place: str | None, due: str) -> None:
    assert due == due_day(str(due_business_days(qld, Moment(decided), n, place)))


def test_a_hundred_calendar_days_in_queensland(qld: Calendar) -> None:
    """Worked date 17, the other reading."""
    assert due_day(str(due_calendar_days(qld, Moment(dt.date(2025, 1, 6)), 100))) == "Wednesday 16 April 2025"


def test_christmas_eve_counts_and_the_deadline_says_that_its_evening_is_a_holiday(qld: Calendar) -> None:
    """Worked date 8."""
    assert due_business_days(qld, Moment(dt.date(2024, 12, 20)), 3).notes()[-1] == (
        "Tuesday 24 December 2024 is a holiday only from 18:00 (Christmas Eve) and counts as a business day."
    )


def test_a_day_of_hours_on_the_night_the_clocks_go_forward(vic: Calendar) -> None:
    """Worked date 18."""
    noon = Moment(dt.datetime.fromisoformat("2025-10-04T12:00+10:00"))

    assert str(due_hours(noon, 24, vic.zone)) == "Sunday 5 October 2025, 13:00, Melbourne time"


def test_a_decision_just_before_midnight_on_a_holiday_starts_on_the_next_business_day(qld: Calendar) -> None:
    late_on_australia_day = Moment(dt.datetime.fromisoformat("2026-01-26T23:59+10:00"))

    assert due_day(str(due_business_days(qld, late_on_australia_day, 1))) == "Tuesday 27 January 2026"
