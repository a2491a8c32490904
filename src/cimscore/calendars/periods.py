"""Periods that cannot be mixed up, and when each is due."""

from __future__ import annotations

import datetime as dt
import enum
from typing import ClassVar, Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars.calendar import Calendar
from cimscore.calendars.days import DAYS_OF_A_WEEK, Count, Skipped, at_least_one, calendar_days, calendar_months
from cimscore.calendars.due import Due
from cimscore.calendars.instants import at_clock, earliest_and_latest, end_of_day, hours, start_of_day
from cimscore.calendars.office import office_end, office_hours
from cimscore.case import Moment

_MOST: Final = 50_000


class EndOfPeriod(enum.StrEnum):
    """Ends of a period of days, on its last day. Use a `datetime.time` for close of business."""

    END_OF_DAY = "end-of-day"
    SAME_CLOCK_TIME = "same-clock-time"


@attrs.frozen
class _Counted:
    """A number of units of time, as a policy gives one.

    Attributes:
        n: How many, from 1 to 50,000.
    """

    unit: ClassVar[str]

    n: int = attrs.field()

    @n.validator
    def _no_policy_means_it(self, _: object, n: object) -> None:
        units = f"{self.unit}s"
        if type(n) is not int or n > _MOST:
            raise ValueError(f"A period of {n!r} {units} cannot be counted. Give a whole number from 1 to {_MOST}.")
        at_least_one(n, units)

    def __str__(self) -> str:
        return f"{self.n} {self.unit}{'s' * (self.n != 1)}"


@attrs.frozen
class Hours(_Counted):
    """A number of elapsed hours: weekends, holidays and changes of clocks make no difference."""

    unit = "hour"


@attrs.frozen
class BusinessDays(_Counted):
    """A number of business days of a place."""

    unit = "business day"


@attrs.frozen
class CalendarDays(_Counted):
    """Number of calendar days. Every day counts."""

    unit = "calendar day"


@attrs.frozen
class CalendarWeeks(_Counted):
    """Number of weeks of seven calendar days. Every day counts."""

    unit = "calendar week"


@attrs.frozen
class CalendarMonths(_Counted):
    """A number of months, by the day of the month; a month without that day ends on its last."""

    unit = "calendar month"


@attrs.frozen
class OfficeHours(_Counted):
    """Number of hours counted only while an office is open, from `Calendar.opens` to `Calendar.closes`.

    Four office hours from 16:00 on a Friday, at an office that is open from 8:00 to 17:00, end at 11:00 on Monday.
    """

    unit = "office hour"


Ahead = Hours | OfficeHours | BusinessDays | CalendarDays | CalendarWeeks | CalendarMonths


@attrs.frozen
class Before:
    """A period counted back: the act is due so long before the moment from which it counts.

    Attributes:
        period: How long before.
    """

    period: Ahead

    def __str__(self) -> str:
        return f"{self.period} before"


@attrs.frozen
class ByOfficeHours:
    """Two periods, for what is told while the office is open and for what is told while it is closed.

    A calendar says when its office is open: from `Calendar.opens` to `Calendar.closes` on its business days.

    Attributes:
        inside: Period of what is told while it is open.
        outside: Period of all else.
    """

    inside: Ahead
    outside: Ahead

    def __str__(self) -> str:
        return f"{self.inside}, or {self.outside} from a moment out of office hours"


Period = Ahead | Before | ByOfficeHours


def periods_within(period: object) -> tuple[Ahead, ...]:
    """Return the plain periods of which a period is made; nothing for what is no period."""
    match period:
        case Before(period=ahead):
            return (ahead,)
        case ByOfficeHours(inside=inside, outside=outside):
            return (inside, outside)
        case Hours() | OfficeHours() | BusinessDays() | CalendarDays() | CalendarWeeks() | CalendarMonths():
            return (period,)
        case _:
            return ()


def due_hours(moment: Moment, n: int, zone: ZoneInfo) -> Due:
    """Return the due time `n` elapsed hours after `moment`; a range if only the day of `moment` is known."""
    # Elapsed hours run through every change of the clocks: 24 hours over the start of summer time end an hour later.
    first, last = earliest_and_latest(moment, zone)
    return Due(earliest=hours(n, first, zone), latest=hours(n, last, zone), zone=zone)


def due_office_hours(calendar: Calendar, moment: Moment, n: int, place: str | None = None) -> Due:
    """Return the due time `n` office hours after `moment`; a range if only the day of `moment` is known.

    Raises:
        CalendarError: The calendar has no office hours, or does not cover the year or the place.
    """
    office = office_hours(calendar.opens, calendar.closes)
    ends: list[dt.datetime] = []
    skipped: tuple[Skipped, ...] = ()
    for instant in earliest_and_latest(moment, calendar.zone):
        local = instant.astimezone(calendar.zone)
        works = calendar.why_closed(local.date(), place) is None
        # First how many business days are used up, and the clock time on the last one; then which day that is.
        days, clock = office_end(n, local.time(), office, works=works)
        count = calendar.business_days(days, local.date(), place) if days else Count(day=local.date())
        ends.append(at_clock(count.day, clock, calendar.zone))
        skipped = skipped or count.skipped
    return Due(earliest=ends[0], latest=ends[1], zone=calendar.zone, skipped=skipped)


def due_business_days(
    calendar: Calendar,
    moment: Moment,
    n: int,
    place: str | None = None,
    ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY,
) -> Due:
    """Return the due time on the `n`-th business day of `place` after the day of `moment`.

    Raises:
        CalendarError: The calendar does not cover the year or the place.
    """
    count = calendar.business_days(n, moment.day(calendar.zone), place)
    due = due_on(count.day, moment, calendar.zone, ends)
    return attrs.evolve(due, skipped=count.skipped, part_days=count.part_days)


def due_calendar_days(
    calendar: Calendar,
    moment: Moment,
    n: int,
    place: str | None = None,
    ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY,
) -> Due:
    """Return the due time on the `n`-th calendar day after the day of `moment`, and note it if that is a holiday."""
    day = calendar_days(n, moment.day(calendar.zone)).day
    return attrs.evolve(due_on(day, moment, calendar.zone, ends), falls_on=falls_on(calendar, day, place))


def due_calendar_months(
    calendar: Calendar,
    moment: Moment,
    n: int,
    place: str | None = None,
    ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY,
) -> Due:
    """Return the day of `moment`, `n` months on, business day or not; `Due.falls_on` says if not."""
    day = calendar_months(n, moment.day(calendar.zone)).day
    return attrs.evolve(due_on(day, moment, calendar.zone, ends), falls_on=falls_on(calendar, day, place))


def due_after(
    period: Ahead,
    moment: Moment,
    calendar: Calendar,
    place: str | None = None,
    ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY,
) -> Due:
    """Return the due time of `period` after `moment`. Hours end at their own instant, whatever `ends` says.

    Raises:
        CalendarError: Business days are counted, and the calendar does not cover the year or the place.
    """
    match period:
        case Hours(n=n):
            return due_hours(moment, n, calendar.zone)
        case OfficeHours(n=n):
            return due_office_hours(calendar, moment, n, place)
        case BusinessDays(n=n):
            return due_business_days(calendar, moment, n, place, ends)
        case CalendarDays(n=n):
            return due_calendar_days(calendar, moment, n, place, ends)
        case CalendarWeeks(n=n):
            return due_calendar_days(calendar, moment, n * DAYS_OF_A_WEEK, place, ends)
    return due_calendar_months(calendar, moment, period.n, place, ends)


def due_on(day: dt.date, moment: Moment, zone: ZoneInfo, ends: EndOfPeriod | dt.time) -> Due:
    """Return when a period of days ends on its last day.

    Args:
        day: The last day.
        moment: Where the period began, for the same clock time.
        zone: Whose day it is.
        ends: How the period ends on that day.
    """
    if ends is EndOfPeriod.END_OF_DAY:
        midnight = end_of_day(day, zone)
        return Due(earliest=midnight, latest=midnight, zone=zone, end_of_day=True)
    if isinstance(ends, dt.time):
        closing = at_clock(day, ends, zone)
        return Due(earliest=closing, latest=closing, zone=zone)
    # Only the day of the start is known, so the same clock time may be any time of the last day.
    if moment.instant is None:
        return Due(earliest=start_of_day(day, zone), latest=end_of_day(day, zone), zone=zone)
    same = at_clock(day, earliest_and_latest(moment, zone)[0].time(), zone)
    return Due(earliest=same, latest=same, zone=zone)


def falls_on(calendar: Calendar, day: dt.date, place: str | None) -> str:
    """Return why `day` is no business day in `place`; empty where it is one."""
    if not calendar.covers(day, place):
        return "a day whose holidays the calendar does not know"
    closed = calendar.why_closed(day, place)
    return closed.why if closed else ""
