"""How moments and days compare, in Victoria's time.

Add a comparison here when a policy counts from a day of its own.
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.case import Moment, Unknown
from cimscore.clocks import Span, When, before, not_before, range_of
from cimscore.rules import Comparison
from cimscore_vic_cims.words import FIRST_DAY_OF_THE_POLICY, NDIS_ONLY_LEFT

ZONE: Final = ZoneInfo("Australia/Melbourne")
ONE_DAY: Final = dt.timedelta(days=1)
CERTAIN: Final = 3
POSSIBLE: Final = 1


def start_of(day: dt.date) -> Moment:
    """Return the instant at which a day begins."""
    return Moment(dt.datetime.combine(day, dt.time(), ZONE))


def is_sooner(one: When | Unknown, other: When | Unknown) -> int:
    """Return the grade with which one moment comes before another; of a moment that nobody knows it may."""
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return POSSIBLE
    return before(one, other, ZONE)


def is_too_soon(one: When, other: When) -> bool:
    """Return True if one moment cannot but come before another: what is not known well contradicts nothing."""
    return before(one, other, ZONE) == CERTAIN


def is_not_later(one: When | Unknown, other: When | Unknown) -> int:
    """Return the grade with which one moment comes before another, or with it; of an unknown moment it may."""
    if isinstance(one, Unknown) or isinstance(other, Unknown):
        return POSSIBLE
    return not_before(other, one, ZONE)


def is_under_the_policy(one: When) -> int:
    """Return the grade with which a moment lies on 9 December 2024 or later."""
    return not_before(one, start_of(FIRST_DAY_OF_THE_POLICY), ZONE)


def is_on_the_ninth(one: When) -> int:
    """Return the grade with which a moment lies on 9 December 2024."""
    return min(is_under_the_policy(one), before(one, start_of(FIRST_DAY_OF_THE_POLICY + ONE_DAY), ZONE))


def is_before_july_2019(one: When) -> int:
    """Return the grade with which a moment lies before 1 July 2019."""
    return before(one, start_of(NDIS_ONLY_LEFT), ZONE)


def is_a_later_day(one: dt.date, other: dt.date) -> bool:
    """Return True if one day comes after another."""
    return one > other


def day_of(one: When) -> dt.date:
    """Return the day of a moment; of a range the day worked with."""
    return (one.working if isinstance(one, Span) else one).day(ZONE)


def moment_of(one: dt.date) -> Moment:
    """Return a day as a moment."""
    return Moment(one)


def eve_of(one: When) -> Moment:
    """Return the day before the day of a moment."""
    return Moment(day_of(one) - ONE_DAY)


def time_known_of(happened: When, told: When) -> Span:
    """Return the moments between an incident and the first time that anyone told of it, worked with as the first.

    Args:
        happened: When it happened.
        told: When the information was received, or a move on its report was made.
    """
    first, last = range_of(happened, ZONE).first, range_of(told, ZONE).last
    earliest = happened.first if isinstance(happened, Span) else happened
    latest = told.last if isinstance(told, Span) else told
    working = happened.working if isinstance(happened, Span) else happened
    if earliest is not None and latest is not None and first > last:
        return Span(first=latest, last=earliest, working=latest)
    return Span(first=earliest, last=latest, working=working)


sooner: Final = Comparison("{0} [is] before {1}", is_sooner)
too_soon: Final = Comparison("{0} [is] certainly before {1}", is_too_soon)
not_later: Final = Comparison("{0} [is] no later than {1}", is_not_later)
under_the_policy: Final = Comparison("{0} [is] on 9 December 2024 or later", is_under_the_policy)
on_the_ninth: Final = Comparison("{0} [is] on 9 December 2024", is_on_the_ninth)
before_july_2019: Final = Comparison("{0} [is] before 1 July 2019", is_before_july_2019)
later_day: Final = Comparison("{0} [is] a later day than {1}", is_a_later_day)
