"""What comes round again: by a fixed schedule from its origin, or a period after it was last done."""

from __future__ import annotations

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import BusinessDays, Calendar, CalendarDays, CalendarMonths, Due, Hours, Period
from cimscore.clocks.counting import PLAINLY, Uncounted, count
from cimscore.clocks.spans import When, range_of
from cimscore.clocks.starting import Start
from cimscore.clocks.ways import Counting

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
    """Return when a time of a fixed schedule is due, counted from the origin and never from the time before.

    Every three months from 30 November is 28 February, 30 May, 30 August.

    Args:
        every: The period between two times.
        origin: What the schedule counts from.
        number: Which time, from 1.
        calendar: The calendar whose business days count.
        zone: Whose clocks, where there is no calendar.
        way: Where days are counted, and to which end.
    """
    return count(times(every, number), origin, calendar, zone, way)


def schedule(
    every: Period,
    origin: Start,
    until: When,
    calendar: Calendar | None,
    zone: ZoneInfo,
    way: Counting = PLAINLY,
) -> tuple[Occurrence, ...]:
    """Return the times of a fixed schedule up to the first that is due after a moment, which is the next one.

    Args:
        every: The period between two times.
        origin: What the schedule counts from.
        until: The moment up to which times are listed.
        calendar: The calendar whose business days count.
        zone: Whose clocks, where there is no calendar.
        way: Where days are counted, and to which end.
    """
    numbered = (
        Occurrence(number, scheduled(every, origin, number, calendar, zone, way)) for number in range(1, MOST + 1)
    )
    return tuple(_up_to(until, zone, numbered))


def rolling(
    every: Period, last: Start, calendar: Calendar | None, zone: ZoneInfo, way: Counting = PLAINLY
) -> Due | Uncounted:
    """Return when the next time is due that is counted from when it was last done.

    Args:
        every: The period after which it is due again.
        last: When it was last done, or what the first time counts from.
        calendar: The calendar whose business days count.
        zone: Whose clocks, where there is no calendar.
        way: Where days are counted, and to which end.
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
