"""Unknown moments, cut where one edition of the policy ends and the next begins."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Moment
from cimscore.clocks import Span
from cimscore.policy import Policy
from cimscore.reasoning.claims.told import Otherwise
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.run import Run

_ONE_DAY: Final = dt.timedelta(days=1)


def cut_by_editions(point: Point, run: Run) -> Point:
    """Return a point whose values are the parts of its moment, each within one edition of every document.

    A point with any other value than one span of moments stays as it is.
    """
    span = point.moment
    if span is None:
        return point
    zone = run.context.zone
    parts = tuple(_parts(span, _beginnings(run.compiled.program.policy), zone))
    day = span.working.day(zone)
    # The parts are in order of time, so the working moment lies in the last one that has begun by then.
    working = [part for part in parts if part.first is None or part.first.day(zone) <= day]
    return attrs.evolve(point, values=parts, working=working[-1]) if working and len(parts) > 1 else point


def joined(others: Iterable[Otherwise]) -> Iterator[Otherwise]:
    """Yield what other answers bring; of parts of a moment that follow each other and bring the same, one of all."""
    whole: Otherwise | None = None
    for other in others:
        if whole is not None and _goes_on(whole, other):
            whole = attrs.evolve(whole, value=attrs.evolve(other.value, first=whole.value.first))
            continue
        if whole is not None:
            yield whole
        whole = other
    if whole is not None:
        yield whole


def _goes_on(one: Otherwise, other: Otherwise) -> bool:
    """Return True if two parts of one moment follow each other and bring the same."""
    if not (isinstance(one.value, Span) and isinstance(other.value, Span)) or one.address != other.address:
        return False
    follows = one.value.last is not None and other.value.first == Moment(one.value.last.value + _ONE_DAY)
    return follows and (one.adds, one.takes) == (other.adds, other.takes)


def _beginnings(policy: Policy) -> frozenset[dt.date]:
    """Return every day on which another edition of some document may govern than on the day before."""
    editions = (edition for source in policy.sources for edition in source.editions)
    return frozenset(day for edition in editions for day in (edition.may_begin, edition.until) if day is not None)


def _parts(span: Span, days: frozenset[dt.date], zone: ZoneInfo) -> Iterator[Span]:
    first, last = (None if end is None else end.day(zone) for end in (span.first, span.last))
    inside = (day for day in sorted(days) if (first is None or first < day) and (last is None or day <= last))
    cuts = [Moment(day) for day in inside]
    for begins, beyond in zip([span.first, *cuts], [*cuts, None], strict=True):
        ends = span.last if beyond is None else Moment(beyond.value - _ONE_DAY)
        yield Span(begins, ends, _nearest(span.working, begins, ends, zone))


def _nearest(moment: Moment, first: Moment | None, last: Moment | None, zone: ZoneInfo) -> Moment:
    """Return a moment, or the end of a part that is nearest to it where it lies outside."""
    if first is not None and moment.day(zone) < first.day(zone):
        return first
    return last if last is not None and moment.day(zone) > last.day(zone) else moment
