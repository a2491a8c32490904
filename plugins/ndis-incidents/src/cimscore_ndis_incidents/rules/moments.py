"""Comparisons of moments, and days in local time where supports are delivered.

Add a zone here when a place has its own time.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import end_of_day, start_of_day
from cimscore.case import Moment, Unknown
from cimscore.clocks import Span, When, before, has_a_first, not_before, range_of, wholly_before
from cimscore.grades import POSSIBLE, PROVISIONAL
from cimscore.rules import Comparison
from cimscore_ndis_incidents.calendars import ZONE
from cimscore_ndis_incidents.rules.vocabulary import StateOrTerritory
from cimscore_ndis_incidents.words import FIRST_DAY_IN_VICTORIA

EARLIEST: Final = ZoneInfo("Australia/Sydney")
LATEST: Final = ZoneInfo("Australia/Perth")
ZONES: Final[Mapping[StateOrTerritory, ZoneInfo]] = MappingProxyType(
    {
        StateOrTerritory.VICTORIA: ZONE,
        StateOrTerritory.QUEENSLAND: ZoneInfo("Australia/Brisbane"),
        StateOrTerritory.NEW_SOUTH_WALES: EARLIEST,
        StateOrTerritory.SOUTH_AUSTRALIA: ZoneInfo("Australia/Adelaide"),
        StateOrTerritory.WESTERN_AUSTRALIA: LATEST,
        StateOrTerritory.TASMANIA: ZoneInfo("Australia/Hobart"),
        StateOrTerritory.NORTHERN_TERRITORY: ZoneInfo("Australia/Darwin"),
        StateOrTerritory.CAPITAL_TERRITORY: ZoneInfo("Australia/Sydney"),
    }
)
ONE_DAY: Final = dt.timedelta(days=1)
LAST_INSTANT: Final = dt.timedelta(microseconds=1)


def is_since_july_2019(moment: When) -> int:
    """Return how certain it is, from 0 to 3, that a moment is on 1 July 2019 or later."""
    return not_before(moment, Moment(dt.datetime.combine(FIRST_DAY_IN_VICTORIA, dt.time(), ZONE)), ZONE)


def is_too_soon(moment: When, other: When) -> int:
    """Return how certain it is, from 0 to 3, that one moment is wholly before another, which it cannot be."""
    return wholly_before(moment, other, ZONE)


def is_since_the_day(moment: When, day: dt.date | Unknown) -> int:
    """Return how certain it is that a moment is on a day or later. If nobody knows the day, assume so."""
    return PROVISIONAL if isinstance(day, Unknown) else not_before(moment, _start_of(day), ZONE)


def is_up_to_the_day(moment: When, day: dt.date | Unknown) -> int:
    """Return how certain it is that a moment is on a day or earlier. If nobody knows the day, assume so."""
    return PROVISIONAL if isinstance(day, Unknown) else before(moment, _start_of(day + ONE_DAY), ZONE)


def _start_of(day: dt.date) -> Moment:
    return Moment(dt.datetime.combine(day, dt.time(), ZONE))


def local_time_of(moment: When, state: StateOrTerritory) -> When:
    """Return a moment in local time where supports are delivered. A day alone becomes the span of its instants there.

    Args:
        moment: The moment.
        state: The state. If nobody has named it, the span covers the day in every Australian zone.
    """
    if isinstance(moment, Span | Unknown) or moment.instant is not None or state == StateOrTerritory.VICTORIA:
        return moment
    return _between(*_day_in(moment.value, *_zones_of(state)))


def time_of_awareness(moment: When, state: StateOrTerritory, happened: When) -> When:
    """Return a moment in local time where supports are delivered. A day alone becomes the part in which it can be.

    Args:
        moment: The moment.
        state: The state. If nobody has named it, the span covers the day in every Australian zone.
        happened: When it happened: nobody is aware of it sooner. A moment after the day does not bound it.
    """
    if isinstance(moment, Span | Unknown) or moment.instant is not None:
        return moment
    east, west = _zones_of(state)
    first, last = _day_in(moment.value, east, west)
    soonest = range_of(happened, east).first.instant
    return _between(soonest, last) if first < soonest <= last else local_time_of(moment, state)


def _zones_of(state: StateOrTerritory) -> tuple[ZoneInfo, ZoneInfo]:
    """Return the zone in which a day of a state begins soonest, and the one in which it ends last."""
    zone = ZONES.get(StateOrTerritory(state))
    return zone or EARLIEST, zone or LATEST


def _day_in(day: dt.date, east: ZoneInfo, west: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
    """Return the first and the last instant of a day."""
    return start_of_day(day, east), end_of_day(day, west) - LAST_INSTANT


def _between(first: dt.datetime, last: dt.datetime) -> Span:
    return Span(first=Moment(first), last=Moment(last), working=Moment(first))


def time_known_of(happened: When, told: When) -> Span:
    """Return the span from an incident to the report of it. Its working moment is the incident's.

    Args:
        happened: When it happened.
        told: When the information was received.
    """
    earliest = happened.first if isinstance(happened, Span) else happened
    latest = told.last if isinstance(told, Span) else told
    return Span(first=earliest, last=latest, working=happened.working if isinstance(happened, Span) else happened)


def is_heard_later(moment: When) -> int:
    """Return that others may have heard later than at a moment, whatever it is: nothing but their answer tells."""
    return POSSIBLE


def eve_of(moment: When) -> Moment:
    """Return the day before the day of a moment."""
    return Moment((moment.working if isinstance(moment, Span) else moment).day(ZONE) - ONE_DAY)


is_told: Final = Comparison("{0} [is] told", has_a_first)
too_soon: Final = Comparison("{0} [is] certainly before {1}", is_too_soon)
since_the_day: Final = Comparison("{0} [is] on {1} or later", is_since_the_day)
heard_later: Final = Comparison("others [heard|did not hear] of it only from {0} on", is_heard_later)
up_to_the_day: Final = Comparison("{0} [is] on {1} or earlier", is_up_to_the_day)
since_july_2019: Final = Comparison("{0} [is] on 1 July 2019 or later", is_since_july_2019)
