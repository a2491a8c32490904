"""Time left, and lateness, in the unit of the clock."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import TypeVar
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Ahead, BusinessDays, Calendar, Due, Hours, OfficeHours
from cimscore.calendars.days import ONE_DAY
from cimscore.calendars.instants import in_utc
from cimscore.clocks.spans import BEGINNING, END, Range, Tick, When, range_of
from cimscore.errors import CalendarError

T = TypeVar("T", int, dt.timedelta)

_PARTS = (("day", ONE_DAY), ("hour", dt.timedelta(hours=1)), ("minute", dt.timedelta(minutes=1)))
"""Units of elapsed time, each with its length; it is told in the largest of which there is one, and the next."""


@attrs.frozen(eq=False)
class Measure:
    """Unit for a length of time, taken from the period of the clock.

    Attributes:
        period: The period.
        calendar: Calendar of the business days.
        place: Place of the business days; None for those of the calendar alone.
    """

    period: Ahead
    calendar: Calendar | None = None
    place: str | None = None

    @property
    def by_days(self) -> bool:
        """Return True if the unit is whole days, not hours."""
        return not isinstance(self.period, Hours | OfficeHours)

    @property
    def unit(self) -> str:
        """Return the unit, as in ``business day``."""
        return "business day" if isinstance(self.period, BusinessDays) and self.calendar else "day"

    def days(self, after: dt.date, last: dt.date) -> int:
        """Return how many days there are after one day up to another: of business days only those."""
        if self.calendar is None or self.unit == "day":
            return max((last - after).days, 0)
        # Beyond the calendar, or of a place that it does not know, weekends alone are no business days.
        known = self.place is None or self.calendar.place_called(self.place) is not None
        begun = min(max(after, dt.date(self.calendar.first_year, 1, 1) - ONE_DAY), last) if known else last
        ended = max(min(last, dt.date(self.calendar.last_year, 12, 31)), begun)
        counted = sum(_counts(self.calendar, day, self.place) for day in _days(begun, ended))
        return _without_weekends(after, begun, self.calendar) + counted + _without_weekends(ended, last, self.calendar)


def _days(after: dt.date, last: dt.date) -> Iterator[dt.date]:
    """Yield each day after one up to another."""
    return (after + n * ONE_DAY for n in range(1, (last - after).days + 1))


def _counts(calendar: Calendar, day: dt.date, place: str | None) -> bool:
    try:
        return calendar.why_closed(day, place) is None
    except CalendarError:  # of a year of which the holidays of the place are not known
        return day.weekday() not in calendar.weekend


def _without_weekends(after: dt.date, last: dt.date, calendar: Calendar) -> int:
    """Return how many days there are after one up to another that lie in no weekend; by weeks, as they may be many."""
    weeks, rest = divmod(max((last - after).days, 0), 7)
    over = sum(day.weekday() not in calendar.weekend for day in _days(last - rest * ONE_DAY, last))
    return weeks * (7 - len(calendar.weekend)) + over


def time_left(due: Due, at: When, zone: ZoneInfo, measure: Measure) -> str:
    """Return the time left at a moment that is in time: ``2 business days``, ``5 hours``; empty if not known.

    Args:
        due: Time when it is due.
        at: The moment.
        zone: Time zone in which the day of `at` begins.
        measure: Unit of the result. Time left on the last day itself is given in hours.
    """
    return _length(range_of(at, zone, done=True), range_of(due, zone), measure, due.zone)


def lateness(due: Due, done: When, zone: ZoneInfo, measure: Measure) -> str:
    """Return the lateness of something done, or not yet done, at a moment: ``2 business days``, ``5 hours``.

    Args:
        due: Time when it was due.
        done: The moment.
        zone: Time zone in which the day of `done` begins.
        measure: Unit of the result.
    """
    return _length(range_of(due, zone), range_of(done, zone, done=True), measure, due.zone, late=True)


def _length(sooner: Range, later: Range, measure: Measure, zone: ZoneInfo, *, late: bool = False) -> str:
    """Return the time between two points that may be ranges; from the least that it can be to the most."""
    # An unbounded range would give a length of thousands of years.
    if BEGINNING in (sooner.first, sooner.last) or END in (later.first, later.last):
        return ""
    least, most = (sooner.last, max(sooner.last, later.first)), (sooner.first, max(sooner.first, later.last))
    if measure.by_days:
        fewest, greatest = (measure.days(_day(first, zone), _day(last, zone)) for first, last in (least, most))
        # Less than a day is shown in hours, so that "0 days left" never appears on the last day.
        if greatest:
            return _told(fewest, greatest, lambda number: _counted(number, measure.unit))
        if late:
            return f"less than a {measure.unit}"
    return _told(_elapsed(*least), _elapsed(*most), _in_words) or "less than a minute"


def _day(end: Tick, zone: ZoneInfo) -> dt.date:
    return (end.instant.astimezone(zone) - dt.timedelta(microseconds=not end.reached)).date()


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}{'s' * (number != 1)}"


def _told(fewest: T, most: T, in_words: Callable[[T], str]) -> str:
    """Return an amount, as far as it is known; empty where it is nothing."""
    if not most:
        return ""
    least, greatest = in_words(fewest), in_words(most)
    if least == greatest:
        return greatest
    return f"{least} to {greatest}" if fewest else f"{greatest} at most"


def _elapsed(first: Tick, last: Tick) -> dt.timedelta:
    """Return the time between two points, as a stopwatch has it, down to the minute."""
    length = in_utc(last.instant) - in_utc(first.instant)
    return length - length % _PARTS[-1][1]


def _in_words(length: dt.timedelta) -> str:
    """Return a length of time in its largest unit and the next, as far as they are not nothing."""
    words = []
    for unit, size in _PARTS:
        number, length = divmod(length, size)
        if number:
            words.append(_counted(number, unit))
    return " ".join(words[:2])
