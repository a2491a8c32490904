"""Office hours: whether the office of a place was open at a moment."""

from __future__ import annotations

import datetime as dt

from cimscore.calendars import Calendar
from cimscore.case import Moment
from cimscore.clocks.starting import Start
from cimscore.clocks.ways import Place
from cimscore.errors import CalendarError
from cimscore.ids import ELSEWHERE


def in_office_hours(start: Start, calendar: Calendar | None, place: Place) -> bool | None:
    """Return True if the office was open at a moment, False if it was closed, None if that is not known.

    Args:
        start: The moment. A day or a range leaves it open, unless the office is closed on all of a day.
        calendar: Calendar of the business days, with the hours in which its office is open.
        place: Place of the office.
    """
    if calendar is None or calendar.opens is None or calendar.closes is None or not isinstance(start, Moment):
        return None
    works = _works_on(start.day(calendar.zone), calendar, place)
    if works is False:
        return False
    if works is None or start.instant is None:
        return None
    return calendar.opens <= start.instant.astimezone(calendar.zone).time() < calendar.closes


def _works_on(day: dt.date, calendar: Calendar, place: Place) -> bool | None:
    """Return True if a day is a business day of a place, False if it is none, None if that is not known."""
    try:
        if place is None or place == ELSEWHERE:
            return calendar.why_closed(day) is None
        if isinstance(place, str):
            return calendar.why_closed(day, place) is None
    except CalendarError:
        return None
    return None
