"""The days that a count can arrive at, in every place where it may be made."""

from __future__ import annotations

import datetime as dt

import attrs

from cimscore.calendars import BusinessDays, Calendar, CalendarDays, CalendarMonths, Count, falls_on
from cimscore.calendars.days import ONE_DAY, months_from
from cimscore.case import Unknown
from cimscore.clocks.ways import Counting, Place
from cimscore.errors import CalendarError
from cimscore.ids import ELSEWHERE

DayPeriod = BusinessDays | CalendarDays | CalendarMonths


@attrs.frozen
class Reached:
    """The days that a count arrives at.

    Attributes:
        counts: Each different day with what was passed over on the way, earliest first.
        falls_on: Why the earliest is no business day, where calendar days end on one and are not moved.
        unsettled: Why there are several, in sentences.
    """

    counts: tuple[Count, ...]
    falls_on: str = ""
    unsettled: tuple[str, ...] = ()


def reach(period: DayPeriod, day: dt.date, calendar: Calendar | None, way: Counting, *, back: bool = False) -> Reached:
    """Return the days that a period arrives at.

    Args:
        period: Business days, calendar days or calendar months.
        day: The day of the event, which is itself not counted.
        calendar: The calendar that counts; calendar days and months can do without.
        way: Where, and what becomes of a last day that is no business day.
        back: Counts back from `day`.

    Raises:
        CalendarError: There is no calendar and business days are counted, or it does not cover the year.
    """
    if isinstance(period, BusinessDays):
        return _business_days(period.n, day, _installed(calendar), way.place, back=back)
    last = _plainly(period, -period.n if back else period.n, day)
    if way.rolls_on:
        return _business_days(1, last - ONE_DAY, _installed(calendar), way.place)
    place = way.place if isinstance(way.place, str) and way.place != ELSEWHERE else None
    return Reached((Count(day=last),), falls_on=falls_on(calendar, last, place) if calendar else "")


def _installed(calendar: Calendar | None) -> Calendar:
    if calendar is None:
        raise CalendarError("no calendar of that place is installed")
    return calendar


def _plainly(period: CalendarDays | CalendarMonths, n: int, day: dt.date) -> dt.date:
    return months_from(day, n) if isinstance(period, CalendarMonths) else day + n * ONE_DAY


def _business_days(n: int, day: dt.date, calendar: Calendar, place: Place, *, back: bool = False) -> Reached:
    count = calendar.business_days_before if back else calendar.business_days
    everywhere = count(n, day)
    if place is None or place == ELSEWHERE:
        return Reached((everywhere,))
    places = place if isinstance(place, tuple) else (place,)
    found: dict[dt.date, Count] = {}
    reasons: list[str] = []
    for name in dict.fromkeys(places):
        why = _why_not_known(name, calendar)
        further: list[Count] = []
        try:
            counts = [] if isinstance(name, Unknown) or why else [count(n, day, None if name == ELSEWHERE else name)]
        except CalendarError:
            counts, why = [], f"{calendar.title}: the local holidays of {name} are not known for that time."
            further = [count(n + 1, day)]  # a place with a day of its own in other years may have one in between
        if why:
            counts = [answer.count for answer in calendar.business_days_anywhere(n, day, backwards=back)] + further
            reasons.append(why)
        found |= {one.day: one for one in counts if one.day not in found}
    settled = len(found) == 1
    return Reached(tuple(found[last] for last in sorted(found)), unsettled=() if settled else tuple(reasons))


def _why_not_known(place: str | Unknown, calendar: Calendar) -> str:
    if isinstance(place, Unknown):
        return f"{calendar.title}: the place whose business days count is not known."
    if place == ELSEWHERE or place in calendar.local:
        return ""
    return f"{calendar.title}: the local holidays of {place} are not known."
