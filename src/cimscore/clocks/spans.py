"""Ranges of moments: the first and last possible instant, and the working one."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import NO_BEGINNING, NO_END, Due
from cimscore.calendars.instants import earliest_and_latest
from cimscore.calendars.words import day_in_words, end_in_words, instant_in_words
from cimscore.case import Moment, Unknown
from cimscore.grades import CERTAIN, NO, POSSIBLE, PROVISIONAL


@attrs.frozen
class Span:
    """Moment of which only a range is known.

    Attributes:
        first: First possible moment; None if unbounded.
        last: Last possible moment; None if unbounded.
        working: Working moment until more is known.
    """

    first: Moment | None
    last: Moment | None
    working: Moment

    def __str__(self) -> str:
        return f"between {self.first or 'some day'} and {self.last or 'some day'}, taken as {self.working}"


When = Moment | Span


class Tick(NamedTuple):
    """An instant, or the last point just before it: the end of a day lies before the midnight that ends it.

    Attributes:
        instant: The instant, in any zone.
        reached: False for the point just before the instant.
    """

    instant: dt.datetime
    reached: bool = True


BEGINNING: Final = Tick(NO_BEGINNING)
END: Final = Tick(NO_END)


@attrs.frozen
class Range:
    """First and last possible point in time, and the working one.

    Attributes:
        first: First point.
        last: Last point.
        working: Working point, from `first` to `last`.
    """

    first: Tick
    last: Tick
    working: Tick


def range_of(moment: When | Due | Unknown, zone: ZoneInfo, *, done: bool = False) -> Range:
    """Return the range of points in time that a moment can be.

    Args:
        moment: A moment, a span, or a due time; unknown where nothing bounds it.
        zone: Time zone in which a day begins.
        done: True for an act, whose working point is the end of its day. Otherwise it is the start.
    """
    match moment:
        case Due():
            return _range_of_due(moment)
        case Span():
            first = BEGINNING if moment.first is None else _ends(moment.first, zone)[0]
            last = END if moment.last is None else _ends(moment.last, zone)[1]
            working = _ends(moment.working, zone)[done]
            # Bounds may come from different facts of the case. The range must stay ordered, even if they contradict.
            return Range(first, max(first, last), max(first, min(working, last)))
        case Unknown():
            # Taken as late, so that what governs lately and what is owed lately is not missed.
            return Range(BEGINNING, END, END)
        case _:
            ends = _ends(moment, zone)
            return Range(*ends, ends[done])


def has_a_first(moment: When) -> bool:
    """Return True if a moment is bounded from below, as what is told is and what nobody tells is not."""
    return not (isinstance(moment, Span) and moment.first is None)


def up_to(moment: When) -> Span:
    """Return the span of everything up to a moment, which is its working one."""
    return Span(None, moment.last, moment.working) if isinstance(moment, Span) else Span(None, moment, moment)


def since(moment: When) -> Span:
    """Return the span of everything from a moment on, which is its working one."""
    return Span(moment.first, None, moment.working) if isinstance(moment, Span) else Span(moment, None, moment)


def within(span: Span, earlier: Sequence[When], later: Sequence[When], zone: ZoneInfo) -> Span:
    """Return a span cut to what lies between other moments.

    Where they contradict it, they alone count; where they contradict one another, the span stays as it is.

    Args:
        span: The span.
        earlier: Moments of which none is later than it.
        later: Moments of which none is sooner than it.
        zone: Time zone in which a day begins.
    """
    cut = _between(span.working, (span, *earlier), (span, *later), zone)
    told = None if cut else _between(span.working, earlier, later, zone)
    if told is None:
        return cut or span
    return Span(told.first or told.last, told.last or told.first, told.working)


def _between(working: Moment, earlier: Iterable[When], later: Iterable[When], zone: ZoneInfo) -> Span | None:
    """Return the span between moments, its working moment as near as it can be; None if they contradict one another."""
    starts = [moment.first if isinstance(moment, Span) else moment for moment in earlier]
    ends = [moment.last if isinstance(moment, Span) else moment for moment in later]
    first = max((start for start in starts if start), key=lambda start: _ends(start, zone)[0], default=None)
    last = min((end for end in ends if end), key=lambda end: _ends(end, zone)[1], default=None)
    if first and last and _ends(last, zone)[1] < _ends(first, zone)[0]:
        return None
    if first and _ends(working, zone)[0] < _ends(first, zone)[0]:
        working = first
    if last and _ends(last, zone)[1] < _ends(working, zone)[0]:
        working = last
    return Span(first, last, working)


def before(one: When | Due, other: When | Due, zone: ZoneInfo) -> int:
    """Return the grade, from 0 to 3, with which one moment comes before another."""
    mine, theirs = range_of(one, zone), range_of(other, zone)
    if mine.last < theirs.first:
        return CERTAIN
    # Equal points do not come before each other.
    if mine.first >= theirs.last:
        return NO
    # Open: the working points decide, and the other order stays possible.
    return PROVISIONAL if mine.working < theirs.working else POSSIBLE


def after(one: When | Due, other: When | Due, zone: ZoneInfo) -> int:
    """Return the grade with which one moment comes after another."""
    return before(other, one, zone)


def not_after(one: When | Due, other: When | Due, zone: ZoneInfo) -> int:
    """Return the grade with which one moment comes before another, or with it."""
    # Kleene's "not": the grade of a denial is three minus the grade.
    return CERTAIN - before(other, one, zone)


def not_before(one: When | Due, other: When | Due, zone: ZoneInfo) -> int:
    """Return the grade with which one moment comes after another, or with it."""
    return CERTAIN - before(one, other, zone)


def wholly_before(one: When, other: When, zone: ZoneInfo) -> int:
    """Return the grade with which one moment, as it is told, is before the whole of another.

    Days and times that overlap contradict nothing. A moment that nobody tells can be anywhere in its span.
    """
    mine, theirs = range_of(one, zone), range_of(other, zone)
    if mine.last < theirs.first:
        return CERTAIN
    end = mine.first if isinstance(one, Span) else mine.last
    start = theirs.last if isinstance(other, Span) else theirs.first
    return POSSIBLE if end < start else NO


def by_the_end_of(done: When | Unknown, moment: Moment, zone: ZoneInfo) -> int:
    """Return the grade with which an act was done by a moment: by the end of it, where it is a day."""
    when, limit = range_of(done, zone), range_of(moment, zone).last
    if when.last <= limit:
        return CERTAIN
    # The midnight that ends a day is no longer part of that day.
    if when.first > limit:
        return NO
    return PROVISIONAL if when.working <= limit else POSSIBLE


def in_time(done: When, due: Due, zone: ZoneInfo) -> int:
    """Return the grade for an act at a moment being in time.

    An act at the very instant it is due is in time. The midnight that ends a day is no longer part of that day.

    Args:
        done: Time of the act. The working point of a day is its end.
        due: Time when it was due.
        zone: Time zone in which the day of `done` begins.
    """
    when, limit = range_of(done, zone, done=True), range_of(due, zone)
    # Something done at the very moment it is due is in time, so equal points count.
    if when.last <= limit.first:
        return CERTAIN
    if when.first > limit.last:
        return NO
    return PROVISIONAL if when.working <= limit.working else POSSIBLE


def in_words(moment: When, zone: ZoneInfo) -> str:
    """Return a moment for people: ``between Tuesday 4 March 2025, 00:00 and Thursday 6 March 2025, end of day``."""
    when = range_of(moment, zone)
    if when == range_of(day := Moment(when.first.instant.astimezone(zone).date()), zone):
        return day_in_words(day.day(zone))
    if when.first == when.last:
        return instant_in_words(when.first.instant)
    if when.first == BEGINNING:
        return "a moment not known" if when.last == END else f"by {_end_in_words(when.last)}"
    if when.last == END:
        return f"from {instant_in_words(when.first.instant)} on"
    return f"between {instant_in_words(when.first.instant)} and {_end_in_words(when.last)}"


def _ends(moment: Moment, zone: ZoneInfo) -> tuple[Tick, Tick]:
    first, last = earliest_and_latest(moment, zone)
    return Tick(first), Tick(last, reached=moment.instant is not None)


def _range_of_due(due: Due) -> Range:
    """Return the points of a due date; of a range that starts at a midnight, the side of it is left open."""
    by_day = due.end_of_day
    # A range from midnight may have started as the end of the day before. Both readings stay possible.
    midnight = due.earliest.time() == dt.time()
    first = Tick(due.earliest, reached=not (by_day or (midnight and not due.exact))) if due.opens else BEGINNING
    last = Tick(due.latest, reached=not by_day) if due.closes else END
    # Kept within the ends, which may lie on the other side of the same midnight.
    return Range(first, last, max(first, min(Tick(due.working, reached=not by_day), last)))


def _end_in_words(end: Tick) -> str:
    return instant_in_words(end.instant) if end.reached else end_in_words(end.instant)
