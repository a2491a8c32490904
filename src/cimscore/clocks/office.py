"""Office hours: whether the office of a place was open at a moment, and when a number of them is over."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from cimscore.calendars import BusinessDays, Calendar, Count, Due, at_clock, office_end, office_hours
from cimscore.calendars.days import ONE_DAY
from cimscore.calendars.instants import earliest_and_latest
from cimscore.case import Moment
from cimscore.clocks.hulls import hull
from cimscore.clocks.reaching import Reached, reach
from cimscore.clocks.starting import Start
from cimscore.clocks.ways import Counting, Place
from cimscore.errors import CalendarError


def in_office_hours(start: Start, calendar: Calendar | None, place: Place) -> bool | None:
    """Return True if the office was open at a moment, False if it was closed, None if that is not known.

    Args:
        start: The moment. A day or a range leaves it open, unless the office is closed on all of a day.
        calendar: Calendar of the business days, with the hours in which its office is open.
        place: Place of the office.
    """
    if calendar is None or calendar.opens is None or calendar.closes is None or not isinstance(start, Moment):
        return None
    try:
        works, _ = _works_on(start.day(calendar.zone), calendar, place)
    except CalendarError:
        return None
    if works == {False}:
        return False
    if False in works or start.instant is None:
        return None
    return calendar.opens <= start.instant.astimezone(calendar.zone).time() < calendar.closes


def office_hours_from(n: int, moment: Moment, calendar: Calendar, place: Place, *, back: bool = False) -> Due:
    """Return when a number of office hours from a moment is over; a range where the moment or the place leaves one.

    Args:
        n: How many hours.
        moment: Where the count starts.
        calendar: Calendar of the business days, with the hours in which its office is open.
        place: Place of the office.
        back: True to count back from the moment.

    Raises:
        CalendarError: The calendar has no office hours, or does not cover the year.
    """
    ends = [
        end
        for instant in dict.fromkeys(earliest_and_latest(moment, calendar.zone))
        for end in _ends(n, instant.astimezone(calendar.zone), calendar, place, back=back)
    ]
    return hull(ends)


def _ends(n: int, local: dt.datetime, calendar: Calendar, place: Place, *, back: bool) -> Iterator[Due]:
    """Yield each end that the count from an instant can have: several where the holidays of the place are not known."""
    office, day = office_hours(calendar.opens, calendar.closes), local.date()
    works, why = _works_on(day, calendar, place)
    for open_then in sorted(works):
        days, clock = office_end(n, local.time(), office, works=open_then, back=back)
        way = Counting(place=place)
        reached = reach(BusinessDays(days), day, calendar, way, back=back) if days else Reached((Count(day=day),))
        for count in reached.counts:
            yield attrs.evolve(_due(count, clock, calendar), unsettled=(*why, *reached.unsettled))


def _due(count: Count, clock: dt.time, calendar: Calendar) -> Due:
    end = at_clock(count.day, clock, calendar.zone)
    return Due(earliest=end, latest=end, zone=calendar.zone, skipped=count.skipped, part_days=count.part_days)


def _works_on(day: dt.date, calendar: Calendar, place: Place) -> tuple[frozenset[bool], tuple[str, ...]]:
    """Return whether a day is a business day of a place, both where that is not known, and why it is not.

    Raises:
        CalendarError: The calendar does not cover the year.
    """
    # The first business day after the day before is the day itself, or it is none.
    reached = reach(BusinessDays(1), day - ONE_DAY, calendar, Counting(place=place))
    return frozenset(count.day == day for count in reached.counts), reached.unsettled
