"""How moments compare, and what a day is where supports are delivered.

Add a zone here when a place keeps a time of its own.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.case import Moment, Unknown
from cimscore.clocks import Span, When, before, not_before
from cimscore.rules import Comparison
from cimscore_ndis_incidents.calendars import ZONE
from cimscore_ndis_incidents.rules.vocabulary import Place
from cimscore_ndis_incidents.words import FIRST_DAY_IN_VICTORIA

EARLIEST: Final = ZoneInfo("Australia/Sydney")
LATEST: Final = ZoneInfo("Australia/Perth")
ZONES: Final[Mapping[Place, ZoneInfo]] = {
    Place.VICTORIA: ZONE,
    Place.QUEENSLAND: ZoneInfo("Australia/Brisbane"),
    Place.NEW_SOUTH_WALES: EARLIEST,
    Place.SOUTH_AUSTRALIA: ZoneInfo("Australia/Adelaide"),
    Place.WESTERN_AUSTRALIA: LATEST,
    Place.TASMANIA: ZoneInfo("Australia/Hobart"),
    Place.NORTHERN_TERRITORY: ZoneInfo("Australia/Darwin"),
    Place.CAPITAL_TERRITORY: ZoneInfo("Australia/Sydney"),
}
CERTAIN: Final = 3
TAKEN: Final = 2
"""The grade of what is taken to be so until somebody says."""
ONE_DAY: Final = dt.timedelta(days=1)
LAST_INSTANT: Final = dt.timedelta(microseconds=1)


def is_since_july_2019(one: When) -> int:
    """Return the grade with which a moment lies on 1 July 2019 or later."""
    return not_before(one, Moment(dt.datetime.combine(FIRST_DAY_IN_VICTORIA, dt.time(), ZONE)), ZONE)


def is_too_soon(one: When, other: When) -> bool:
    """Return True if one moment cannot but come before another: what is not known well contradicts nothing."""
    return before(one, other, ZONE) == CERTAIN


def is_since_the_day(one: When, day: dt.date | Unknown) -> int:
    """Return the grade with which a moment lies on a day or later; of a day that nobody knows it is taken to."""
    return TAKEN if isinstance(day, Unknown) else not_before(one, _start_of(day), ZONE)


def is_up_to_the_day(one: When, day: dt.date | Unknown) -> int:
    """Return the grade with which a moment lies on a day or earlier; of a day that nobody knows it is taken to."""
    return TAKEN if isinstance(day, Unknown) else before(one, _start_of(day + ONE_DAY), ZONE)


def _start_of(day: dt.date) -> Moment:
    return Moment(dt.datetime.combine(day, dt.time(), ZONE))


def local_time_of(one: When, state: Place) -> When:
    """Return a moment as it is where supports are delivered: a day alone as its instants there.

    Args:
        one: The moment.
        state: The state; of one that nobody has named every zone is taken together.
    """
    if isinstance(one, Span) or one.instant is not None or state == Place.VICTORIA:
        return one
    zone = ZONES.get(Place(state))
    first = dt.datetime.combine(one.value, dt.time(), zone or EARLIEST)
    last = dt.datetime.combine(one.value + ONE_DAY, dt.time(), zone or LATEST) - LAST_INSTANT
    return Span(first=Moment(first), last=Moment(last), working=Moment(first))


def time_known_of(happened: When, told: When) -> Span:
    """Return the moments between an incident and its being told, worked with as the first.

    Args:
        happened: When it happened.
        told: When the information was received.
    """
    earliest = happened.first if isinstance(happened, Span) else happened
    latest = told.last if isinstance(told, Span) else told
    return Span(first=earliest, last=latest, working=happened.working if isinstance(happened, Span) else happened)


def eve_of(one: When) -> Moment:
    """Return the day before the day of a moment."""
    return Moment((one.working if isinstance(one, Span) else one).day(ZONE) - ONE_DAY)


too_soon: Final = Comparison("{0} [is] certainly before {1}", is_too_soon)
since_the_day: Final = Comparison("{0} [is] on {1} or later", is_since_the_day)
up_to_the_day: Final = Comparison("{0} [is] on {1} or earlier", is_up_to_the_day)
since_july_2019: Final = Comparison("{0} [is] on 1 July 2019 or later", is_since_july_2019)
