"""Moments that are ranges: the first and the last instant that they can be, and the one worked with."""

from __future__ import annotations

import datetime as dt
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Moment

EARLIEST: Final = dt.datetime(1900, 1, 1, tzinfo=dt.UTC)
LATEST: Final = dt.datetime(2200, 1, 1, tzinfo=dt.UTC)
"""Ends of a range that nothing known bounds."""


@attrs.frozen
class Span:
    """A moment of which only a range is known.

    Attributes:
        first: The first moment that it can be; None where nothing bounds it.
        last: The last; None where nothing bounds it.
        working: The moment worked with until more is known.
    """

    first: Moment | None
    last: Moment | None
    working: Moment

    def __str__(self) -> str:
        return f"between {self.first or 'some day'} and {self.last or 'some day'}, taken as {self.working}"


When = Moment | Span


@attrs.frozen
class Range:
    """Three instants: the first, the last, and the one worked with."""

    first: dt.datetime
    last: dt.datetime
    working: dt.datetime


def range_of(moment: When, zone: ZoneInfo) -> Range:
    """Return the instants that a moment can be; of a day, worked with as its start.

    Args:
        moment: A moment, or a span of them.
        zone: Where a day begins.
    """
    if isinstance(moment, Moment):
        first, last = moment.span(zone)
        return Range(first, last, first)
    first = EARLIEST if moment.first is None else moment.first.span(zone)[0]
    last = LATEST if moment.last is None else moment.last.span(zone)[1]
    return Range(first, last, moment.working.span(zone)[0])


def before(one: When, other: When, zone: ZoneInfo) -> int:
    """Return the grade, from 0 to 3, with which one moment comes before another."""
    mine, theirs = range_of(one, zone), range_of(other, zone)
    if mine.last < theirs.first:
        return 3
    if mine.first >= theirs.last:
        return 0
    return 2 if mine.working < theirs.working else 1
