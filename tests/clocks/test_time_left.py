"""How much time is left, and by how much something is late, in the unit in which its clock counts."""

from __future__ import annotations

import datetime as dt
import time
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.calendars import NO_BEGINNING, NO_END, BusinessDays, Calendar, CalendarDays, Due, Hours, Period
from cimscore.case import Moment
from cimscore.clocks import Measure, Span, count, lateness, time_left

ZONE = ZoneInfo("Australia/Melbourne")
CALENDAR = Calendar(
    id="example",
    title="Example State",
    zone=ZONE,
    first_year=2025,
    last_year=2025,
    version="1",
    holidays={dt.date(2025, 3, 11): "Example Day"},
)
DAYS, HOURS, WORKING = Measure(CalendarDays(3)), Measure(Hours(24)), Measure(BusinessDays(3), CALENDAR)


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


def due(period: Period, start: Moment | Span) -> Due:
    found = count(period, start, None, ZONE)
    assert isinstance(found, Due)
    return found


FRIDAY = due(CalendarDays(1), at("2025-03-06"))
MONDAY = due(CalendarDays(1), at("2025-03-09"))
TWO_O_CLOCK = due(Hours(24), at("2025-03-06T14:00+11:00"))
RANGE = due(Hours(24), at("2025-03-06"))
OPEN = due(Hours(24), Span(at("2025-03-06"), None, at("2025-03-06")))


@pytest.mark.parametrize(
    ("when", "moment", "measure", "words"),
    [
        (FRIDAY, "2025-03-05", DAYS, "2 days"),
        (FRIDAY, "2025-03-06", DAYS, "1 day"),
        (FRIDAY, "2025-03-07", DAYS, "1 day at most"),
        (FRIDAY, "2025-03-06T18:30+11:00", DAYS, "1 day"),
        (FRIDAY, "2025-03-07T18:30+11:00", DAYS, "5 hours 30 minutes"),
        (MONDAY, "2025-03-07T18:30+11:00", DAYS, "3 days"),
        (MONDAY, "2025-03-07T18:30+11:00", WORKING, "1 business day"),
        (MONDAY, "2025-03-08T18:30+11:00", WORKING, "1 business day"),
        (TWO_O_CLOCK, "2025-03-07T14:00+11:00", HOURS, "less than a minute"),
        (TWO_O_CLOCK, "2025-03-07T13:59+11:00", HOURS, "1 minute"),
        (RANGE, "2025-03-06T12:00+11:00", HOURS, "12 hours to 1 day 12 hours"),
        (OPEN, "2025-03-08T12:00+11:00", HOURS, ""),
        (attrs.evolve(FRIDAY, latest=NO_END), "2025-03-06", DAYS, ""),
    ],
)
def test_how_much_time_is_left(when: Due, moment: str, measure: Measure, words: str) -> None:
    assert time_left(when, at(moment), ZONE, measure) == words


def test_in_a_year_whose_holidays_a_place_does_not_tell_weekends_alone_are_no_business_days() -> None:
    """Tuesday 11 March 2025 is a holiday of the state, and of a place whose list covers that year."""
    days = {year: CALENDAR.with_local("Riverton", {}, years=[year]) for year in (2024, 2025)}
    left = {year: Measure(BusinessDays(3), days[year], "Riverton") for year in days}

    assert left[2025].days(dt.date(2025, 3, 7), dt.date(2025, 3, 12)) == 2
    assert left[2024].days(dt.date(2025, 3, 7), dt.date(2025, 3, 12)) == 3


def test_time_left_at_a_moment_that_is_a_range() -> None:
    span = Span(at("2025-03-04"), at("2025-03-05"), at("2025-03-05"))
    assert time_left(FRIDAY, span, ZONE, DAYS) == "2 days to 3 days"


def test_time_left_when_the_clocks_go_back_is_what_a_stopwatch_says() -> None:
    night = due(Hours(24), at("2025-04-05T12:00+11:00"))
    assert time_left(night, at("2025-04-06T01:00+11:00"), ZONE, HOURS) == "11 hours"


@pytest.mark.parametrize(
    ("when", "done", "measure", "words"),
    [
        (FRIDAY, "2025-03-10", DAYS, "3 days"),
        (FRIDAY, "2025-03-10", WORKING, "1 business day"),
        (FRIDAY, "2025-03-08T09:00+11:00", WORKING, "less than a business day"),
        (FRIDAY, "2025-03-24T10:00+11:00", WORKING, "10 business days"),
        (TWO_O_CLOCK, "2025-03-07T16:30+11:00", HOURS, "2 hours 30 minutes"),
        (TWO_O_CLOCK, "2025-03-07", HOURS, "10 hours at most"),
        (RANGE, "2025-03-08T12:00+11:00", HOURS, "12 hours to 1 day 12 hours"),
        (OPEN, "2025-03-08T12:00+11:00", HOURS, "1 day 12 hours at most"),
    ],
)
def test_by_how_much_it_was_late(when: Due, done: str, measure: Measure, words: str) -> None:
    assert lateness(when, at(done), ZONE, measure) == words


def test_by_how_much_it_is_late_is_not_told_where_it_may_be_due_on_any_earlier_day() -> None:
    some_day = attrs.evolve(FRIDAY, earliest=NO_BEGINNING)
    assert lateness(some_day, at("2025-03-10T12:00+11:00"), ZONE, DAYS) == ""
    assert lateness(FRIDAY, at("2025-03-10T12:00+11:00"), ZONE, DAYS) == "3 days"


@given(st.dates(dt.date(2020, 1, 1), dt.date(2030, 12, 31)), st.integers(-3, 3000), st.sampled_from([None, "nowhere"]))
def test_days_beyond_the_calendar_are_counted_by_weeks_as_if_one_by_one(
    after: dt.date, days: int, place: str | None
) -> None:
    last = after + dt.timedelta(days=days)
    every = [after + dt.timedelta(days=number) for number in range(1, days + 1)]
    holiday = [] if place else list(CALENDAR.holidays)
    open_days = sum(day.weekday() < 5 and day not in holiday for day in every)

    assert Measure(BusinessDays(3), CALENDAR, place).days(after, last) == open_days


def test_a_thousand_years_are_counted_at_once() -> None:
    started = time.process_time()
    days = WORKING.days(dt.date(1000, 1, 1), dt.date(2999, 12, 31))

    assert days == 521_774 - 1  # so many days from Monday to Friday, and one holiday among them
    assert time.process_time() - started < 0.1
