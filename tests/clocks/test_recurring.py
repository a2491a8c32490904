"""What comes round again, and how much time is left until then."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import BusinessDays, CalendarDays, CalendarMonths, Due, Hours, Period
from cimscore.case import Moment
from cimscore.clocks import Span, count, lateness, remaining, rolling, schedule, scheduled

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


def due(period: Period, start: Moment | Span) -> Due:
    found = count(period, start, None, MELBOURNE)
    assert isinstance(found, Due)
    return found


FRIDAY = due(CalendarDays(1), at("2025-03-06"))
TWO_O_CLOCK = due(Hours(24), at("2025-03-06T14:00+11:00"))
RANGE = due(Hours(24), at("2025-03-06"))
OPEN = due(Hours(24), Span(at("2025-03-06"), None, at("2025-03-06")))


@pytest.mark.parametrize(
    ("when", "moment", "words"),
    [
        (FRIDAY, "2025-03-05", "2 days left"),
        (FRIDAY, "2025-03-06", "1 day left"),
        (FRIDAY, "2025-03-07", "due today"),
        (FRIDAY, "2025-03-08", "late by 1 day"),
        (FRIDAY, "2025-03-07T18:30+11:00", "5 hours 30 minutes left"),
        (FRIDAY, "2025-03-10T01:00+11:00", "late by 2 days 1 hour"),
        (TWO_O_CLOCK, "2025-03-07T14:00+11:00", "less than a minute left"),
        (TWO_O_CLOCK, "2025-03-07T13:59+11:00", "1 minute left"),
        (TWO_O_CLOCK, "2025-03-07T14:01+11:00", "late by 1 minute"),
        (TWO_O_CLOCK, "2025-03-07", "late by 10 hours at most, or 14 hours left at most"),
        (RANGE, "2025-03-06T12:00+11:00", "12 hours to 1 day 12 hours left"),
        (RANGE, "2025-03-08T12:00+11:00", "late by 12 hours to 1 day 12 hours"),
        (OPEN, "2025-03-08T12:00+11:00", "time left not known"),
    ],
)
def test_how_much_time_is_left(when: Due, moment: str, words: str) -> None:
    assert remaining(when, at(moment)) == words


def test_time_left_at_a_moment_that_is_a_range() -> None:
    assert remaining(FRIDAY, Span(at("2025-03-04"), at("2025-03-05"), at("2025-03-05"))) == "2 days to 3 days left"


@pytest.mark.parametrize(
    ("when", "done", "words"),
    [
        (FRIDAY, "2025-03-07", ""),
        (TWO_O_CLOCK, "2025-03-07T14:00+11:00", ""),
        (FRIDAY, "2025-03-10", "late by 3 days"),
        (TWO_O_CLOCK, "2025-03-07T16:30+11:00", "late by 2 hours 30 minutes"),
        (TWO_O_CLOCK, "2025-03-07", "perhaps late, by 10 hours at most"),
        (OPEN, "2025-03-08T12:00+11:00", "perhaps late"),
    ],
)
def test_by_how_much_it_was_late(when: Due, done: str, words: str) -> None:
    assert lateness(when, at(done)) == words
