"""Comparisons of moments and days, in Victorian time.

Add a comparison here when a policy counts from a day of its own.
"""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.case import Moment, Unknown
from cimscore.clocks import Span, When, before, has_a_first, not_before, range_of, wholly_before
from cimscore.grades import CERTAIN, POSSIBLE, PROVISIONAL
from cimscore.rules import Comparison
from cimscore_vic_cims.words import FIRST_DAY_OF_THE_POLICY, NDIS_ONLY_LEFT

ZONE: Final = ZoneInfo("Australia/Melbourne")
ONE_DAY: Final = dt.timedelta(days=1)


def start_of(day: dt.date) -> Moment:
    """Return the start of a day."""
    return Moment(dt.datetime.combine(day, dt.time(), ZONE))


def is_sooner(moment: When | Unknown, other: When | Unknown) -> int:
    """Return how certain it is that one moment is before another. If either is unknown, it is possible."""
    if isinstance(moment, Unknown) or isinstance(other, Unknown):
        return POSSIBLE
    return before(moment, other, ZONE)


def is_too_soon(moment: When, other: When) -> int:
    """Return how certain it is, from 0 to 3, that one moment is wholly before another, which it cannot be."""
    return wholly_before(moment, other, ZONE)


def is_not_later(moment: When | Unknown, other: When | Unknown) -> int:
    """Return how certain it is that one moment is no later than another. If either is unknown, it is possible."""
    if isinstance(moment, Unknown) or isinstance(other, Unknown):
        return POSSIBLE
    return not_before(other, moment, ZONE)


def is_under_the_policy(moment: When) -> int:
    """Return how certain it is, from 0 to 3, that a moment is on 9 December 2024 or later."""
    return not_before(moment, start_of(FIRST_DAY_OF_THE_POLICY), ZONE)


def is_on_the_ninth(moment: When) -> int:
    """Return how certain it is, from 0 to 3, that a moment is on 9 December 2024."""
    return min(is_under_the_policy(moment), before(moment, start_of(FIRST_DAY_OF_THE_POLICY + ONE_DAY), ZONE))


def is_before_july_2019(moment: When) -> int:
    """Return how certain it is, from 0 to 3, that a moment is before 1 July 2019."""
    return before(moment, start_of(NDIS_ONLY_LEFT), ZONE)


def is_a_later_day(day: dt.date, other: dt.date) -> bool:
    """Return True if one day is after another."""
    return day > other


def day_of(moment: When) -> dt.date:
    """Return the day of a moment, or the working day of a span."""
    return (moment.working if isinstance(moment, Span) else moment).day(ZONE)


def is_the_day_of(day: dt.date, moment: When) -> bool:
    """Return True if a day is the one that `day_of` takes for a moment."""
    return day == day_of(moment)


def is_within_a_day(moment: When) -> int:
    """Return how certain it is that a moment falls on the day that `day_of` takes for it."""
    if not isinstance(moment, Span):
        return CERTAIN
    ends = {None if end is None else end.day(ZONE) for end in (moment.first, moment.last)}
    return CERTAIN if ends == {day_of(moment)} else PROVISIONAL


def moment_of(day: dt.date) -> Moment:
    """Return a day as a moment."""
    return Moment(day)


def eve_of(moment: When) -> Moment:
    """Return the day before the day of a moment."""
    return Moment(day_of(moment) - ONE_DAY)


def time_known_of(happened: When, told: When) -> Span:
    """Return the span from an incident to the first report of it. Its working moment is the earliest.

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


def is_heard_later(moment: When) -> int:
    """Return that others may have heard later than at a moment, whatever it is: nothing but their answer tells."""
    return POSSIBLE


sooner: Final = Comparison("{0} [is] before {1}", is_sooner)
is_told: Final = Comparison("{0} [is] told", has_a_first)
too_soon: Final = Comparison("{0} [is] certainly before {1}", is_too_soon)
not_later: Final = Comparison("{0} [is] no later than {1}", is_not_later)
heard_later: Final = Comparison("others [heard|did not hear] of it only from {0} on", is_heard_later)
under_the_policy: Final = Comparison("{0} [is] on 9 December 2024 or later", is_under_the_policy)
on_the_ninth: Final = Comparison("{0} [is] on 9 December 2024", is_on_the_ninth)
before_july_2019: Final = Comparison("{0} [is] before 1 July 2019", is_before_july_2019)
later_day: Final = Comparison("{0} [is] a later day than {1}", is_a_later_day)
day_that_stands_for: Final = Comparison("{0} [is] the day of {1}, as far as it is known", is_the_day_of)
within_a_day: Final = Comparison("{0} [falls] on one day, which is known", is_within_a_day)
