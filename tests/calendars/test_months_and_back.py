"""Calendar months, business days counted back, and days that are left open."""

from __future__ import annotations

import datetime as dt
import pickle
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.calendars import (
    NO_BEGINNING,
    NO_END,
    Calendar,
    CalendarMonths,
    Due,
    calendar_months,
    due_after,
    due_calendar_months,
)
from cimscore.calendars.days import months_from
from cimscore.case import Moment
from cimscore.errors import CalendarError

MELBOURNE = ZoneInfo("Australia/Melbourne")
DAYS = st.dates(dt.date(1990, 1, 1), dt.date(2090, 1, 1))


@pytest.mark.parametrize(
    ("day", "n", "then"),
    [("2024-11-30", 3, "2025-02-28"), ("2023-11-30", 3, "2024-02-29"), ("2025-12-31", 1, "2026-01-31"),
     ("2025-01-31", 12, "2026-01-31"), ("2025-10-31", 1, "2025-11-30")],
)  # fmt: skip
def test_months_end_on_the_same_day_of_the_month_or_on_its_last(day: str, n: int, then: str) -> None:
    assert calendar_months(n, dt.date.fromisoformat(day)).day.isoformat() == then


def test_months_are_at_least_one() -> None:
    with pytest.raises(ValueError, match="whole number from 1"):
        calendar_months(0, dt.date(2025, 1, 1))
    with pytest.raises(ValueError, match="whole number from 1"):
        CalendarMonths(0)


@given(day=DAYS, later=DAYS, n=st.integers(-50, 50))
def test_months_keep_the_order_of_days(day: dt.date, later: dt.date, n: int) -> None:
    first, last = sorted((day, later))

    assert months_from(first, n) <= months_from(last, n)
    assert months_from(months_from(day.replace(day=1), n), -n) == day.replace(day=1)


def test_a_period_of_months_says_if_it_ends_on_a_holiday(example: Calendar) -> None:
    due = due_after(CalendarMonths(1), Moment(dt.date(2025, 2, 10)), example)

    assert str(CalendarMonths(1)) == "1 calendar month"
    assert str(due) == "Monday 10 March 2025, end of day, Melbourne time"
    assert due.falls_on == "Example Day"
    assert due_calendar_months(example, Moment(dt.date(2025, 2, 10)), 1, "Hilltown").falls_on == ""


def test_business_days_are_counted_back_over_the_same_holidays(example: Calendar) -> None:
    count = example.business_days_before(2, dt.date(2025, 3, 11))

    assert count.day == dt.date(2025, 3, 6)
    assert [skipped.why for skipped in count.skipped] == ["Saturday", "Sunday", "Example Day"]
    assert [part.name for part in count.part_days] == ["Example Eve"]
    assert example.business_days_before(2, dt.date(2025, 3, 11), "Hilltown").day == dt.date(2025, 3, 7)


def test_counted_back_the_places_give_every_day_that_is_possible(example: Calendar) -> None:
    days = [answer.count.day.day for answer in example.business_days_anywhere(1, dt.date(2025, 3, 11), backwards=True)]

    assert days == [7, 10]


def test_counting_back_out_of_the_years_covered_is_refused(example: Calendar) -> None:
    with pytest.raises(CalendarError, match="covers 2025 to 2025"):
        example.business_days_before(5, dt.date(2025, 1, 3))


def test_a_day_that_is_not_bounded_says_so() -> None:
    end = dt.datetime.fromisoformat("2025-03-07T00:00+11:00")
    later = Due(earliest=end, latest=NO_END, zone=MELBOURNE, end_of_day=True)
    earlier = Due(earliest=NO_BEGINNING, latest=end, zone=MELBOURNE, end_of_day=True)

    assert str(later) == "Thursday 6 March 2025, end of day or later, Melbourne time"
    assert str(earlier) == "Thursday 6 March 2025, end of day or earlier, Melbourne time"
    assert (later.opens, later.closes, earlier.opens, earlier.closes) == (True, False, False, True)


def test_the_working_instant_is_the_earliest_unless_said() -> None:
    first, last = (dt.datetime.fromisoformat(f"2025-03-0{day}T10:00+11:00") for day in (4, 6))

    assert Due(earliest=first, latest=last, zone=MELBOURNE).working == first
    assert Due(earliest=first, latest=last, zone=MELBOURNE, working=last).working == last


def test_why_it_is_a_range_is_among_the_notes() -> None:
    first, last = (dt.datetime.fromisoformat(f"2025-03-0{day}T10:00+11:00") for day in (4, 6))
    due = Due(earliest=first, latest=last, zone=MELBOURNE, unsettled=("The place is not known.",))

    assert due.notes() == ("The place is not known.",)


def test_a_calendar_crosses_a_process(example: Calendar) -> None:
    again = pickle.loads(pickle.dumps(example))  # noqa: S301 - our own bytes

    assert again == example
    assert again.business_days(1, dt.date(2025, 3, 7), "Hilltown") == example.business_days(
        1, dt.date(2025, 3, 7), "Hilltown"
    )
