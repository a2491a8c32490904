"""Counting as the readings in force have it: from which moment, which days, to which end."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from cimscore.calendars import BusinessDays, CalendarDays, Due, EndOfPeriod, Hours, Period
from cimscore.case import Moment
from cimscore.rules import Concern, Facts
from cimscore_vic_cims.questions.clocks import AWARE, DEPARTMENT_OFFICE, DISCLOSED, HEAD_OFFICE, SITE
from cimscore_vic_cims.readings.counting import (
    CALENDAR_ROLL,
    CLOCK_RESTARTS,
    DISCLOSED_MEANS,
    END_OF_LAST_DAY,
    FIRST_DAY,
    THREE_DAYS,
    WHOSE_HOLIDAYS,
    CalendarRoll,
    ClockRestarts,
    DisclosedMeans,
    EndOfLastDay,
    FirstDay,
    ThreeDays,
    WhoseHolidays,
)
from cimscore_vic_cims.submission import report_on
from cimscore_vic_cims.tables import BUSINESS_DAYS, LAST_DAY, Counted
from cimscore_vic_cims.words import ESCALATE

CALENDAR: Final = "victoria"
ONE_DAY: Final = dt.timedelta(days=1)
_PLACES: Final = {
    WhoseHolidays.SITE: SITE,
    WhoseHolidays.HEAD_OFFICE: HEAD_OFFICE,
    WhoseHolidays.DEPARTMENT: DEPARTMENT_OFFICE,
}
_ENDS: Final[Mapping[EndOfLastDay, EndOfPeriod | dt.time]] = {
    EndOfLastDay.END_OF_DAY: EndOfPeriod.END_OF_DAY,
    EndOfLastDay.SAME_CLOCK: EndOfPeriod.SAME_CLOCK_TIME,
    EndOfLastDay.CLOSE_OF_BUSINESS: dt.time(17),
}


def start_of_clock(facts: Facts, concern: Concern) -> Moment:
    """When the incident was disclosed, or what else starts the clock."""
    known_to_provider = facts.reading(DISCLOSED_MEANS) is DisclosedMeans.PROVIDER
    start = facts.ask(AWARE if known_to_provider else DISCLOSED, concern)
    if facts.reading(CLOCK_RESTARTS) is ClockRestarts.NEVER:
        return start
    return facts.moved(report_on(concern), ESCALATE) or start


def three_days_after(facts: Facts, start: Moment) -> Due:
    """The end of the three days, as they are read."""
    match facts.reading(THREE_DAYS):
        case ThreeDays.HOURS_72:
            return due(facts, Hours(72), start)
        case ThreeDays.CALENDAR_DAYS:
            return calendar_days(facts, 3, start)
        case ThreeDays.BUSINESS_DAYS:
            return business_days(facts, 3, start)


def business_days(facts: Facts, n: int, start: Moment) -> Due:
    """The end of a number of business days."""
    for what in Counted:
        facts.look_up(BUSINESS_DAYS, what)
    return due(facts, BusinessDays(n), first_day_left_out(facts, start))


def calendar_days(facts: Facts, n: int, start: Moment) -> Due:
    """The end of a number of days, each of which counts."""
    counted = first_day_left_out(facts, start)
    if facts.reading(CALENDAR_ROLL) is CalendarRoll.STAYS:
        return due(facts, CalendarDays(n), counted)
    facts.look_up(LAST_DAY, "rolls-on")
    day_before_the_last = facts.days.day_of(counted) + (n - 1) * ONE_DAY
    return due(facts, BusinessDays(1), Moment(day_before_the_last))


def first_day_left_out(facts: Facts, start: Moment) -> Moment:
    """The moment after whose day the count begins: that of the event, or the day before if its own day counts."""
    if facts.reading(FIRST_DAY) is FirstDay.LEFT_OUT:
        return start
    return Moment(facts.days.day_of(start) - ONE_DAY)


def due(facts: Facts, period: Period, start: Moment) -> Due:
    """When a period ends, at the place and to the end of day that the readings say."""
    place = _PLACES[facts.reading(WHOSE_HOLIDAYS)]
    if isinstance(period, Hours):
        return facts.days.due(period, start, CALENDAR, place)
    return facts.days.due(period, start, CALENDAR, place, _ENDS[facts.reading(END_OF_LAST_DAY)])
