"""Weeks, times before a moment, and office hours."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.calendars import (
    Before,
    BusinessDays,
    ByOfficeHours,
    Calendar,
    CalendarDays,
    CalendarMonths,
    CalendarWeeks,
    Due,
    Hours,
    OfficeHours,
    Period,
    due_after,
)
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Counting, Span, Uncounted, count

ZONE = ZoneInfo("Australia/Brisbane")
OPEN = Calendar(
    id="council", title="Council", zone=ZONE, first_year=2025, last_year=2025, version="invented",
    holidays={dt.date(2025, 4, 18): "Good Friday", dt.date(2025, 4, 21): "Easter Monday"},
    opens=dt.time(9), closes=dt.time(17),
).with_local("Logan", {dt.date(2025, 3, 5): "Show day"}, years=[2025])  # fmt: skip
AFTER_HOURS = ByOfficeHours(inside=Hours(24), outside=BusinessDays(1))


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(f"{text}+10:00") if "T" in text else dt.date.fromisoformat(text))


def day_of(period: Period, start: Moment | Span, way: Counting | None = None) -> str:
    return str(count(period, start, OPEN, ZONE, way or Counting())).removesuffix(", Brisbane time")


def test_a_week_is_seven_calendar_days() -> None:
    start = at("2025-03-03T10:00")

    assert count(CalendarWeeks(6), start, OPEN, ZONE) == count(CalendarDays(42), start, OPEN, ZONE)
    assert (str(CalendarWeeks(1)), str(CalendarWeeks(6))) == ("1 calendar week", "6 calendar weeks")


@pytest.mark.parametrize(
    ("period", "start", "day"),
    [
        (BusinessDays(3), "2025-04-23T09:30", "Wednesday 16 April 2025, end of day"),
        (CalendarDays(10), "2025-04-23", "Sunday 13 April 2025, end of day"),
        (CalendarWeeks(1), "2025-04-23", "Wednesday 16 April 2025, end of day"),
        (CalendarMonths(1), "2025-03-31", "Friday 28 February 2025, end of day"),
        (Hours(48), "2025-04-23T09:30", "Monday 21 April 2025, 09:30"),
        (Hours(48), "2025-04-23", "Monday 21 April 2025, between 00:00 and end of day"),
    ],
)
def test_a_period_is_counted_back_from_a_moment(period: Hours, start: str, day: str) -> None:
    assert day_of(Before(period), at(start)) == day


def test_what_cannot_be_counted_back_says_so() -> None:
    uncounted = count(Before(BusinessDays(3)), at("2024-06-03"), OPEN, ZONE)

    assert isinstance(uncounted, Uncounted)
    assert str(uncounted).startswith("3 business days from")


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("2025-03-03T09:00", "Tuesday 4 March 2025, 09:00"),  # a Monday, as the office opens
        ("2025-03-03T16:59", "Tuesday 4 March 2025, 16:59"),
        ("2025-03-03T17:00", "Tuesday 4 March 2025, end of day"),  # as it closes
        ("2025-03-03T08:59", "Tuesday 4 March 2025, end of day"),
        ("2025-03-08T11:00", "Monday 10 March 2025, end of day"),  # a Saturday
        ("2025-04-18T11:00", "Tuesday 22 April 2025, end of day"),  # Good Friday
        ("2025-03-08", "Monday 10 March 2025, end of day"),  # closed on all of that day, at whatever hour
    ],
)
def test_what_is_told_after_hours_has_another_period(told: str, day: str) -> None:
    assert day_of(AFTER_HOURS, at(told)) == day


def test_a_day_without_its_hour_leaves_open_whether_the_office_was_open() -> None:
    found = count(AFTER_HOURS, at("2025-03-03"), OPEN, ZONE)

    assert isinstance(found, Due)
    assert found.unsettled[0] == "Whether it was told in office hours is not known."
    for hour in ("00:00", "09:00", "16:59", "17:00", "23:59"):
        exact = count(AFTER_HOURS, at(f"2025-03-03T{hour}"), OPEN, ZONE)
        assert isinstance(exact, Due)
        assert found.earliest <= exact.earliest
        assert exact.latest <= found.latest


def test_in_a_year_that_the_calendar_does_not_cover_nobody_knows_if_the_office_was_open() -> None:
    found = count(AFTER_HOURS, at("2024-06-03T10:00"), OPEN, ZONE)

    assert isinstance(found, Due)
    assert found.when == "Tuesday 4 June 2024, 10:00"
    assert found.unsettled[0] == "Whether it was told in office hours is not known."
    assert found.unsettled[1].startswith("1 business day from Monday 3 June 2024, 10:00, not counted: ")


@pytest.mark.parametrize(
    ("place", "day"),
    [
        ("Logan", "Thursday 6 March 2025, end of day"),  # closed for its show day
        (None, "Thursday 6 March 2025, 10:00"),
        (UNKNOWN, "Thursday 6 March 2025, between 10:00 and end of day"),
        (("Logan", "Ipswich"), "Thursday 6 March 2025, between 10:00 and end of day"),
    ],
)
def test_an_office_is_closed_on_the_holidays_of_its_place(place: object, day: str) -> None:
    assert day_of(AFTER_HOURS, at("2025-03-05T10:00"), Counting(place=place)) == day  # type: ignore[arg-type]


EIGHT_TO_FIVE = attrs.evolve(OPEN, opens=dt.time(8))


@pytest.mark.parametrize(
    ("number", "start", "end", "before"),
    [
        (4, "2025-03-07T16:00", "Monday 10 March 2025, 11:00", "Friday 7 March 2025, 12:00"),
        (1, "2025-03-07T16:00", "Friday 7 March 2025, 17:00", "Friday 7 March 2025, 15:00"),  # the last of the day
        (10, "2025-03-07T16:00", "Monday 10 March 2025, 17:00", "Thursday 6 March 2025, 15:00"),
        (11, "2025-03-07T16:00", "Tuesday 11 March 2025, 09:00", "Thursday 6 March 2025, 14:00"),
        (4, "2025-03-08T10:00", "Monday 10 March 2025, 12:00", "Friday 7 March 2025, 13:00"),  # a Saturday
        (4, "2025-03-03T06:00", "Monday 3 March 2025, 12:00", "Friday 28 February 2025, 13:00"),  # before it opens
        (8, "2025-03-03T17:00", "Tuesday 4 March 2025, 16:00", "Monday 3 March 2025, 09:00"),  # as it closes
        (4, "2025-04-17T16:00", "Tuesday 22 April 2025, 11:00", "Thursday 17 April 2025, 12:00"),  # over Easter
        (
            4, "2025-03-03", "between Monday 3 March 2025, 12:00 and Tuesday 4 March 2025, 12:00",
            "between Friday 28 February 2025, 13:00 and Monday 3 March 2025, 13:00",
        ),
    ],
)  # fmt: skip
def test_office_hours_count_while_the_office_is_open(number: int, start: str, end: str, before: str) -> None:
    forward, back = (
        count(period, at(start), EIGHT_TO_FIVE, ZONE) for period in (OfficeHours(number), Before(OfficeHours(number)))
    )

    assert (str(forward), str(back)) == (f"{end}, Brisbane time", f"{before}, Brisbane time")
    assert isinstance(forward, Due)
    counted = due_after(OfficeHours(number), at(start), EIGHT_TO_FIVE)
    assert (counted.earliest, counted.latest) == (forward.earliest, forward.latest)


@pytest.mark.parametrize(
    ("place", "end"),
    [
        ("Logan", "Thursday 6 March 2025, 11:00"),  # closed for its show day
        (None, "Wednesday 5 March 2025, 11:00"),
        (UNKNOWN, "between Wednesday 5 March 2025, 11:00 and Thursday 6 March 2025, 11:00"),
        (("Logan", "Ipswich"), "between Wednesday 5 March 2025, 11:00 and Thursday 6 March 2025, 11:00"),
    ],
)
def test_office_hours_are_those_of_their_place(place: object, end: str) -> None:
    way = Counting(place=place)  # type: ignore[arg-type]
    found = count(OfficeHours(4), at("2025-03-04T16:00"), EIGHT_TO_FIVE, ZONE, way)

    assert isinstance(found, Due)
    assert str(found) == f"{end}, Brisbane time"
    assert bool(found.unsettled) == end.startswith("between")


@pytest.mark.parametrize(
    ("calendar", "why"),
    [
        (None, "no calendar of that place is installed"),
        (attrs.evolve(OPEN, opens=None), "does not say when its office is open"),
        (attrs.evolve(OPEN, last_year=2024, first_year=2024, holidays={}), "is outside"),
    ],
)
def test_office_hours_without_an_office_are_not_counted(calendar: Calendar | None, why: str) -> None:
    found = count(OfficeHours(4), at("2025-03-04T16:00"), calendar, ZONE)

    assert isinstance(found, Uncounted)
    assert str(found).startswith("4 office hours from Tuesday 4 March 2025, 16:00, not counted:")
    assert why in found.why


@given(st.integers(0, 60 * 24 * 40), st.integers(1, 60))
def test_office_hours_counted_one_by_one_come_to_the_same(minute: int, number: int) -> None:
    start = Moment(dt.datetime(2025, 3, 20, tzinfo=ZONE) + dt.timedelta(minutes=minute))
    whole, step = count(OfficeHours(number), start, EIGHT_TO_FIVE, ZONE), start
    for _ in range(number):
        each = count(OfficeHours(1), step, EIGHT_TO_FIVE, ZONE)
        assert isinstance(each, Due)
        step = Moment(each.latest)

    assert isinstance(whole, Due)
    assert whole.latest == step.instant


MINUTES = st.integers(0, 60 * 24 * 40)


@pytest.mark.parametrize("period", [AFTER_HOURS, OfficeHours(4), OfficeHours(30), Before(OfficeHours(4))], ids=str)
@given(MINUTES, st.integers(0, 60 * 24 * 3), st.integers(0, 100))
def test_bounds_hold_whatever_the_moment_between_them_is(period: Period, first: int, length: int, part: int) -> None:
    start = dt.datetime(2025, 3, 1, tzinfo=ZONE)
    moments = [
        Moment(start + dt.timedelta(minutes=minute)) for minute in (first, first + length * part // 100, first + length)
    ]
    bounds = count(period, Span(moments[0], moments[2], moments[0]), OPEN, ZONE)
    exact = count(period, moments[1], OPEN, ZONE)

    assert isinstance(bounds, Due)
    assert isinstance(exact, Due)
    assert bounds.earliest <= exact.earliest
    assert exact.latest <= bounds.latest
