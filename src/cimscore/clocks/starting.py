"""Start of a count: the first possible moment, the last, and the working one."""

from __future__ import annotations

import datetime as dt
from typing import NamedTuple
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import NO_BEGINNING, NO_END, Due
from cimscore.calendars.days import ONE_DAY
from cimscore.case import Moment
from cimscore.clocks.spans import Span, When, in_words

Start = When | Due
"""A moment, a span of moments, or the moment at which something else was due."""


@attrs.frozen
class Base:
    """One moment that a count can start from.

    Attributes:
        moment: The moment.
        day: Its day, which is itself not counted.
        ended: It is the midnight that ends `day`.
    """

    moment: Moment
    day: dt.date
    ended: bool = False


class Bases(NamedTuple):
    """Moments that bound a start.

    Attributes:
        first: First possible moment; None if unbounded.
        working: Working moment.
        last: Last possible moment; None if unbounded.
    """

    first: Base | None
    working: Base
    last: Base | None

    @property
    def known(self) -> tuple[Base, ...]:
        """Return each different one."""
        return tuple(dict.fromkeys(base for base in self if base is not None))

    @property
    def one_day(self) -> bool:
        """Return True if the start lies within one day."""
        return self.first is not None and self.last is not None and self.first.day == self.last.day

    @property
    def exact(self) -> bool:
        """Return True if the start is one instant."""
        return self.first == self.last and self.working.moment.instant is not None


def bases_of(start: Start, zone: ZoneInfo) -> Bases:
    """Return the moments that bound a start.

    Args:
        start: What is counted from.
        zone: Where a day begins.
    """
    match start:
        case Due():
            working = _of_due(start.working, start, zone)
            first = _of_due(start.earliest, start, zone) if start.earliest > NO_BEGINNING else None
            last = _of_due(start.latest, start, zone) if start.latest < NO_END else None
            return Bases(first, working, last)
        case Span():
            first = _of(_not_beyond(start.first, start.last, zone), zone) if start.first else None
            last = _of(start.last, zone) if start.last else None
            return Bases(first, _of(_not_beyond(start.working, start.last, zone), zone), last)
        case _:
            base = _of(start, zone)
            return Bases(base, base, base)


def start_in_words(start: Start, zone: ZoneInfo) -> str:
    """Return what a count starts from, for people."""
    return str(start) if isinstance(start, Due) else in_words(start, zone)


def _not_beyond(moment: Moment, last: Moment | None, zone: ZoneInfo) -> Moment:
    """Return a moment of a span; where that is a day which the span does not reach the end of, the start of it."""
    first, end = moment.span(zone)
    return moment if last is None or end <= last.span(zone)[1] else Moment(first)


def _of(moment: Moment, zone: ZoneInfo) -> Base:
    return Base(moment, moment.day(zone))


def _of_due(instant: dt.datetime, due: Due, zone: ZoneInfo) -> Base:
    local = instant.astimezone(zone)
    # The midnight that ends a day belongs to that day when a count starts from it.
    ended = due.end_of_day and local.time() == dt.time()
    return Base(Moment(instant), local.date() - ended * ONE_DAY, ended)
