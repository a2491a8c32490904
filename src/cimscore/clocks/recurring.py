"""Recurring due times: on a fixed schedule from its origin, or a period after the last time it was done."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import BusinessDays, Calendar, CalendarDays, CalendarMonths, Due, Hours, Period
from cimscore.clocks.counting import PLAINLY, Uncounted, count
from cimscore.clocks.spans import When, range_of
from cimscore.clocks.starting import Start
from cimscore.clocks.ways import Counting

# A safeguard against an endless list, for a moment far in the future. Weekly for nineteen years fits.
MOST = 1000
"""The longest schedule that is ever listed."""


@attrs.frozen
class Occurrence:
    """One time of a schedule.

    Attributes:
        number: Its number, from 1.
        due: When it is due.
    """

    number: int
    due: Due | Uncounted


def scheduled(
    every: Period, origin: Start, number: int, calendar: Calendar | None, zone: ZoneInfo, way: Counting = PLAINLY
) -> Due | Uncounted:
    """Return one due time of a fixed schedule, counted from the origin and never from the time before.

    Every three months from 30 November is 28 February, 30 May, 30 August.

    Args:
        every: Period between two times.
        origin: Start of the schedule.
        number: Number of the time, from 1.
        calendar: Calendar of the business days.
        zone: Time zone, if there is no calendar.
        way: Where days are counted, and how the last one ends.
    """
    # Three months from 30 November is 28 February, and three from there 28 May. Counted from the origin it is 30 May.
    return count(times(every, number), origin, calendar, zone, way)


def schedule(
    every: Period,
    origin: Start,
    until: When,
    calendar: Calendar | None,
    zone: ZoneInfo,
    way: Counting = PLAINLY,
) -> tuple[Occurrence, ...]:
    """Return the times of a fixed schedule, up to and including the first one due after a moment.

    Args:
        every: Period between two times.
        origin: Start of the schedule.
        until: Moment up to which times are listed.
        calendar: Calendar of the business days.
        zone: Time zone, if there is no calendar.
        way: Where days are counted, and how the last one ends.
    """
    numbered = (
        Occurrence(number, scheduled(every, origin, number, calendar, zone, way)) for number in range(1, MOST + 1)
    )
    return tuple(_up_to(until, zone, numbered))


def rolling(
    every: Period, last: Start, calendar: Calendar | None, zone: ZoneInfo, way: Counting = PLAINLY
) -> Due | Uncounted:
    """Return the next due time, counted from the last time it was done.

    Args:
        every: Period after which it is due again.
        last: Last time it was done, or the start of the count for the first time.
        calendar: Calendar of the business days.
        zone: Time zone, if there is no calendar.
        way: Where days are counted, and how the last one ends.
    """
    return count(every, last, calendar, zone, way)


def times(period: Period, number: int) -> Period:
    """Return a period that is a number of times as long."""
    match period:
        case Hours(n=n):
            return Hours(n * number)
        case BusinessDays(n=n):
            return BusinessDays(n * number)
        case CalendarDays(n=n):
            return CalendarDays(n * number)
        case CalendarMonths(n=n):
            return CalendarMonths(n * number)


def _up_to(until: When, zone: ZoneInfo, occurrences: Iterator[Occurrence]) -> Iterator[Occurrence]:
    horizon = range_of(until, zone).last
    for occurrence in occurrences:
        yield occurrence
        if isinstance(occurrence.due, Uncounted) or range_of(occurrence.due, zone).first > horizon:
            return
