"""Days counted from a moment that may be a range, at a place that may not be known."""

from __future__ import annotations

import datetime as dt
import pickle
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import (
    BusinessDays,
    Calendar,
    CalendarDays,
    CalendarMonths,
    Due,
    EndOfPeriod,
    Hours,
    Period,
    due_after,
)
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Counter, Counting, Place, Span, Uncounted, back, count, earliest_of, hull
from cimscore_vic_cims.calendars import victoria

MELBOURNE = ZoneInfo("Australia/Melbourne")
PERTH = ZoneInfo("Australia/Perth")
SAME_CLOCK = Counting(ends=EndOfPeriod.SAME_CLOCK_TIME)


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def words(due: Due | Uncounted) -> str:
    return str(due).removesuffix(", Melbourne time")


FRIDAY, SATURDAY, SUNDAY, MONDAY = (at(f"2025-03-{day:02}") for day in (7, 8, 9, 10))
FRIDAY_AT_NINE = at("2025-03-07T09:00+11:00")


@pytest.mark.parametrize("period", [Hours(24), BusinessDays(3), CalendarDays(3), CalendarMonths(2)])
@pytest.mark.parametrize("ends", [EndOfPeriod.END_OF_DAY, EndOfPeriod.SAME_CLOCK_TIME, dt.time(17)])
def test_from_one_moment_it_is_the_plain_count(example: Calendar, period: Period, ends: EndOfPeriod | dt.time) -> None:
    for start in (FRIDAY, FRIDAY_AT_NINE):
        assert count(period, start, example, MELBOURNE, Counting(ends=ends)) == due_after(
            period, start, example, ends=ends
        )


def test_from_a_span_it_is_the_range_of_both_ends_worked_with_from_the_working_one(example: Calendar) -> None:
    due = count(BusinessDays(3), Span(at("2025-03-03"), at("2025-03-05"), at("2025-03-04")), example, MELBOURNE)

    assert words(due) == "between Thursday 6 March 2025, end of day and Tuesday 11 March 2025, end of day"
    assert isinstance(due, Due) and due.working.isoformat() == "2025-03-08T00:00:00+11:00"


def test_a_start_that_nothing_bounds_leaves_the_day_open(example: Calendar) -> None:
    later = count(BusinessDays(1), Span(MONDAY, None, MONDAY), example, MELBOURNE)
    earlier = count(BusinessDays(1), Span(None, MONDAY, MONDAY), example, MELBOURNE)
    never = count(Hours(1), Span(None, None, FRIDAY_AT_NINE), None, MELBOURNE)

    assert words(later) == "Tuesday 11 March 2025, end of day or later"
    assert words(earlier) == "Tuesday 11 March 2025, end of day or earlier"
    assert words(never) == never.describe() == "on a day that is not known yet"
    assert isinstance(never, Due) and never.working.isoformat() == "2025-03-07T10:00:00+11:00"


@pytest.mark.parametrize(
    ("place", "due", "reasons"),
    [
        (None, "Tuesday 11 March 2025, end of day", 0),
        ("elsewhere", "Tuesday 11 March 2025, end of day", 0),
        ("Hilltown", "Monday 10 March 2025, end of day", 0),
        (UNKNOWN, "between Monday 10 March 2025, end of day and Wednesday 12 March 2025, end of day", 1),
        ("Riverton", "between Monday 10 March 2025, end of day and Wednesday 12 March 2025, end of day", 1),
        (
            ("Hilltown", "Lakeside"),
            "between Monday 10 March 2025, end of day and Wednesday 12 March 2025, end of day",
            0,
        ),
        (
            ("elsewhere", "Hilltown"),
            "between Monday 10 March 2025, end of day and Tuesday 11 March 2025, end of day",
            0,
        ),
    ],
)
def test_a_place_not_known_widens_the_range_and_says_so(
    example: Calendar, place: Place, due: str, reasons: int
) -> None:
    counted = count(BusinessDays(1), FRIDAY, example, MELBOURNE, Counting(place=place))

    assert words(counted) == due
    assert isinstance(counted, Due) and counted.working == counted.earliest
    assert len(counted.unsettled) == reasons
    assert counted.notes()[-reasons:] == counted.unsettled or not reasons


def test_in_cup_week_a_shire_not_known_may_have_another_day() -> None:
    """Disclosed on Friday 1 November 2024: the third business day is Thursday, or Wednesday where Cup Day is moved."""
    due = count(BusinessDays(3), at("2024-11-01"), victoria(), MELBOURNE, Counting(place="Example Shire"))

    assert words(due) == "between Wednesday 6 November 2024, end of day and Thursday 7 November 2024, end of day"
    assert isinstance(due, Due) and due.working == due.earliest


def test_a_place_known_for_other_years_widens_the_range(example: Calendar) -> None:
    known = count(BusinessDays(1), at("2025-03-10"), example, MELBOURNE, Counting(place="Lakeside"))
    other = count(BusinessDays(3), at("2025-12-30"), example, MELBOURNE, Counting(place="Lakeside"))

    assert words(known) == "Wednesday 12 March 2025, end of day"
    assert words(other) == "between Friday 2 January 2026, end of day and Monday 5 January 2026, end of day"
    assert isinstance(other, Due) and "Lakeside are not known for that time" in other.unsettled[0]


def test_where_the_place_makes_no_difference_nothing_is_said(example: Calendar) -> None:
    counted = count(BusinessDays(1), at("2025-05-05"), example, MELBOURNE, Counting(place="Riverton"))

    assert isinstance(counted, Due) and counted.exact and counted.unsettled == ()


@pytest.mark.parametrize(
    ("period", "start", "calendar", "why"),
    [
        (BusinessDays(5), FRIDAY, False, "no calendar of that place is installed"),
        (BusinessDays(5), at("2026-12-30"), True, "covers 2025 to 2026"),
        ("the month's upload", FRIDAY, True, "the source gives no day"),
    ],
)
def test_a_day_that_cannot_be_worked_out_is_a_value(
    example: Calendar, period: Period | str, start: Moment, calendar: bool, why: str
) -> None:
    counted = count(period, start, example if calendar else None, MELBOURNE)

    assert isinstance(counted, Uncounted)
    assert why in counted.why
    assert str(counted).startswith(f"{period} from ") and ", not counted: " in str(counted)


def test_an_end_beyond_the_calendar_is_left_open(example: Calendar) -> None:
    counted = count(BusinessDays(5), Span(at("2026-12-01"), at("2026-12-30"), at("2026-12-30")), example, MELBOURNE)

    assert words(counted) == "Tuesday 8 December 2026, end of day or later"
    assert isinstance(counted, Due) and "covers 2025 to 2026" in counted.unsettled[0]


def test_hours_need_only_a_zone_and_calendar_days_no_calendar() -> None:
    hours = count(Hours(24), FRIDAY_AT_NINE, None, PERTH)
    days = count(CalendarDays(2), FRIDAY_AT_NINE, None, PERTH)

    assert str(hours) == "Saturday 8 March 2025, 06:00, Perth time"
    assert str(days) == "Sunday 9 March 2025, end of day, Perth time"


def test_the_midnight_that_ends_a_due_day_belongs_to_that_day(example: Calendar) -> None:
    """Counted from the midnight itself, Saturday would be left out and Tuesday would be the first day."""
    thursday = count(BusinessDays(1), at("2025-03-05"), example, MELBOURNE)
    assert isinstance(thursday, Due) and thursday.latest.isoformat() == "2025-03-07T00:00:00+11:00"

    assert words(count(BusinessDays(1), thursday, example, MELBOURNE)) == "Friday 7 March 2025, end of day"
    assert words(count(CalendarDays(1), thursday, example, MELBOURNE, SAME_CLOCK)) == "Friday 7 March 2025, end of day"
    assert words(count(Hours(24), thursday, example, MELBOURNE)) == "Saturday 8 March 2025, 00:00"
    assert words(count(BusinessDays(1), Moment(thursday.latest), example, MELBOURNE)) == (
        "Tuesday 11 March 2025, end of day"
    )


def test_a_count_from_a_range_of_days_is_a_range(example: Calendar) -> None:
    first = count(BusinessDays(1), Span(at("2025-03-05"), at("2025-03-06"), at("2025-03-05")), example, MELBOURNE)
    assert isinstance(first, Due)

    assert words(count(BusinessDays(1), first, example, MELBOURNE)) == (
        "between Friday 7 March 2025, end of day and Tuesday 11 March 2025, end of day"
    )


@pytest.mark.parametrize(
    ("period", "due"),
    [
        (BusinessDays(2), "Thursday 6 March 2025, end of day"),
        (CalendarDays(2), "Sunday 9 March 2025, end of day"),
        (CalendarMonths(1), "Tuesday 11 February 2025, end of day"),
        (Hours(24), "Monday 10 March 2025, end of day"),
    ],
)
def test_counting_back_from_the_day_something_is_due(example: Calendar, period: Period, due: str) -> None:
    tuesday = count(BusinessDays(1), FRIDAY, example, MELBOURNE)
    assert isinstance(tuesday, Due)

    assert words(back(period, tuesday, example, MELBOURNE)) == due


def test_counting_back_widens_for_a_place_that_is_not_known(example: Calendar) -> None:
    thursday = count(CalendarDays(1), at("2025-03-12"), example, MELBOURNE)
    assert isinstance(thursday, Due)
    known = back(BusinessDays(2), thursday, example, MELBOURNE, Counting(place="Hilltown"))
    unknown = back(BusinessDays(2), thursday, example, MELBOURNE, Counting(place=UNKNOWN))

    assert words(known) == "Monday 10 March 2025, end of day"
    assert words(unknown) == "between Friday 7 March 2025, end of day and Tuesday 11 March 2025, end of day"
    assert isinstance(known, Due) and [day.why for day in known.skipped] == ["Hill Day"]


def test_the_first_day_can_count_and_the_clock_time_is_kept(example: Calendar) -> None:
    counted = Counting(first_day_counts=True)

    assert words(count(BusinessDays(3), at("2025-03-03"), example, MELBOURNE, counted)) == (
        "Wednesday 5 March 2025, end of day"
    )
    same = Counting(first_day_counts=True, ends=EndOfPeriod.SAME_CLOCK_TIME)
    assert words(count(BusinessDays(3), at("2025-03-03T10:00+11:00"), example, MELBOURNE, same)) == (
        "Wednesday 5 March 2025, 10:00"
    )
    assert count(Hours(3), FRIDAY_AT_NINE, None, MELBOURNE, counted) == count(Hours(3), FRIDAY_AT_NINE, None, MELBOURNE)


def test_a_last_day_that_is_no_business_day_can_roll_on(example: Calendar) -> None:
    stays = count(CalendarDays(3), FRIDAY, example, MELBOURNE)
    rolls = count(CalendarDays(3), FRIDAY, example, MELBOURNE, Counting(rolls_on=True))
    hill = count(CalendarDays(3), FRIDAY, example, MELBOURNE, Counting(rolls_on=True, place="Hilltown"))

    assert words(stays) == "Monday 10 March 2025, end of day"
    assert isinstance(stays, Due) and stays.falls_on == "Example Day"
    assert words(rolls) == "Tuesday 11 March 2025, end of day"
    assert words(hill) == "Monday 10 March 2025, end of day"


@pytest.mark.parametrize(("n", "day"), [(1, "2025-02-28"), (2, "2025-03-31"), (13, "2026-02-28"), (12, "2026-01-31")])
def test_months_end_on_the_same_day_or_on_the_last_of_the_month(n: int, day: str) -> None:
    counted = count(CalendarMonths(n), at("2025-01-31"), None, MELBOURNE)

    assert isinstance(counted, Due)
    assert (counted.latest - dt.timedelta(hours=1)).date().isoformat() == day


def test_the_range_over_several_days_and_the_earliest_of_them(example: Calendar) -> None:
    hours = count(Hours(24), FRIDAY, example, MELBOURNE)
    days = count(BusinessDays(1), Span(at("2025-03-06"), FRIDAY, FRIDAY), example, MELBOURNE)
    assert isinstance(hours, Due) and isinstance(days, Due)

    assert words(hull([hours, days])) == "between Friday 7 March 2025, end of day and Tuesday 11 March 2025, end of day"
    assert words(earliest_of([hours, days])) == "Saturday 8 March 2025, between 00:00 and end of day"
    assert hull([hours, days]) == hull([days, hours]) and earliest_of([hours, days]) == earliest_of([days, hours])
    assert hull([days]) == earliest_of([days]) == days
    assert hull([hours, days], working=days).working == days.working


def test_of_ranges_the_earliest_can_be_neither(example: Calendar) -> None:
    long = count(CalendarDays(1), Span(at("2025-05-01"), at("2025-05-09"), at("2025-05-01")), example, MELBOURNE)
    short = count(CalendarDays(1), Span(at("2025-05-03"), at("2025-05-05"), at("2025-05-04")), example, MELBOURNE)
    assert isinstance(long, Due) and isinstance(short, Due)

    assert (
        words(earliest_of([short, long])) == "between Friday 2 May 2025, end of day and Tuesday 6 May 2025, end of day"
    )
    assert earliest_of([short, long]).working == long.working


def test_a_counter_counts_on_the_calendars_of_a_program(example: Calendar) -> None:
    counter = Counter({"example": example}, PERTH, "example")
    way = Counting(place="Hilltown")

    assert words(counter.count(BusinessDays(1), FRIDAY)) == "Tuesday 11 March 2025, end of day"
    assert counter.count(BusinessDays(1), FRIDAY) is counter.count(BusinessDays(1), FRIDAY)
    assert counter.count(BusinessDays(1), FRIDAY, ends=way) == counter.count(BusinessDays(1), FRIDAY, place="Hilltown")
    assert words(counter.count(BusinessDays(1), FRIDAY, ends=way, place="elsewhere")).startswith("Tuesday 11 March")
    assert isinstance(counter.count(BusinessDays(1), FRIDAY, calendar="other"), Uncounted)
    assert str(counter.count(Hours(1), FRIDAY_AT_NINE, calendar="other")) == "Friday 7 March 2025, 07:00, Perth time"


def test_the_values_cross_a_process(example: Calendar) -> None:
    span = Span(MONDAY, None, MONDAY)
    values = (span, count(BusinessDays(1), span, example, MELBOURNE), count("x", span, example, MELBOURNE), example)

    assert pickle.loads(pickle.dumps(values)) == values  # noqa: S301 - our own bytes


@pytest.mark.parametrize(
    "instant", ["2025-03-07T23:00+11:00", "2025-03-08T01:00+11:00", "2025-03-09T12:00+11:00", "2025-03-10T08:00+11:00"]
)
def test_the_same_clock_time_over_several_days_holds_every_instant_of_them(example: Calendar, instant: str) -> None:
    """A business day counted from late on Saturday ends later than one counted from early on Sunday."""
    first, last = at("2025-03-07T23:00+11:00"), at("2025-03-10T08:00+11:00")
    wide = count(BusinessDays(1), Span(first, last, first), example, MELBOURNE, SAME_CLOCK)
    exact = count(BusinessDays(1), at(instant), example, MELBOURNE, SAME_CLOCK)

    assert isinstance(wide, Due) and isinstance(exact, Due)
    assert wide.earliest <= exact.earliest <= exact.latest <= wide.latest


@pytest.mark.parametrize("period", [BusinessDays(3), CalendarDays(3), CalendarMonths(1)])
@pytest.mark.parametrize(("first", "last"), [(FRIDAY, SATURDAY), (SATURDAY, SUNDAY), (FRIDAY_AT_NINE, MONDAY)])
def test_the_same_clock_time_over_days_without_a_time_ends_on_the_day_on_which_the_last_of_them_does(
    example: Calendar, period: Period, first: Moment, last: Moment
) -> None:
    wide = count(period, Span(first, last, first), example, MELBOURNE, SAME_CLOCK)
    ends = [count(period, moment, example, MELBOURNE, SAME_CLOCK) for moment in (first, last)]

    assert isinstance(wide, Due)
    assert wide.days == (min(end.days[0] for end in ends), max(end.days[1] for end in ends))


def test_the_same_clock_time_holds_in_the_night_when_clocks_go_forward(example: Calendar) -> None:
    """On 5 October there is no 02:30; what ends then ends at 03:30, after what ends at 03:10."""
    first, last = at("2025-10-04T02:30+10:00"), at("2025-10-04T03:10+10:00")
    wide = count(CalendarDays(1), Span(first, last, first), example, MELBOURNE, SAME_CLOCK)
    exact = count(CalendarDays(1), at("2025-10-04T02:59+10:00"), example, MELBOURNE, SAME_CLOCK)

    assert isinstance(wide, Due) and isinstance(exact, Due)
    assert wide.earliest <= exact.earliest <= exact.latest <= wide.latest
