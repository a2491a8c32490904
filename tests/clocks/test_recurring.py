"""What comes round again, and how much time is left until then."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import BusinessDays, CalendarDays, CalendarMonths, Hours, Period
from cimscore.case import Moment
from cimscore.clocks import rolling, schedule, scheduled

MELBOURNE = ZoneInfo("Australia/Melbourne")
QUARTERLY = CalendarMonths(3)


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


NOVEMBER = at("2024-11-30")


@pytest.mark.parametrize(
    ("number", "day"), [(1, "Friday 28 February 2025"), (2, "Friday 30 May 2025"), (3, "Saturday 30 August 2025")]
)
def test_a_schedule_counts_months_from_its_origin_never_from_the_time_before(number: int, day: str) -> None:
    assert str(scheduled(QUARTERLY, NOVEMBER, number, None, MELBOURNE)).startswith(day)


def test_what_rolls_counts_from_when_it_was_last_done() -> None:
    assert str(rolling(QUARTERLY, at("2025-03-10"), None, MELBOURNE)).startswith("Tuesday 10 June 2025")


def test_a_schedule_is_listed_up_to_the_next_time() -> None:
    listed = schedule(QUARTERLY, NOVEMBER, at("2025-06-15"), None, MELBOURNE)

    assert [occurrence.number for occurrence in listed] == [1, 2, 3]
    assert str(listed[-1].due).startswith("Saturday 30 August 2025")


def test_a_schedule_ends_where_a_day_cannot_be_counted_and_is_never_without_end() -> None:
    assert len(schedule(BusinessDays(1), NOVEMBER, at("2025-06-15"), None, MELBOURNE)) == 1
    assert len(schedule(Hours(1), NOVEMBER, at("2035-06-15"), None, MELBOURNE)) == 1000


@pytest.mark.parametrize("every", [Hours(24), CalendarDays(1), CalendarMonths(1)])
def test_the_first_time_of_a_schedule_is_one_period_after_its_origin(every: Period) -> None:
    assert scheduled(every, NOVEMBER, 1, None, MELBOURNE) == rolling(every, NOVEMBER, None, MELBOURNE)
