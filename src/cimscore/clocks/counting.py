"""Counting of due times, from a moment that may be a range and at a place that may not be known."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import (
    NO_BEGINNING,
    NO_END,
    Ahead,
    Before,
    ByOfficeHours,
    Calendar,
    Count,
    Due,
    EndOfPeriod,
    Hours,
    OfficeHours,
    Period,
    Skipped,
    Unless,
    due_hours,
    due_on,
    end_of_day,
    start_of_day,
)
from cimscore.calendars.days import ONE_DAY
from cimscore.calendars.instants import earliest_and_latest, in_utc, shown_in
from cimscore.clocks.hulls import hull
from cimscore.clocks.office import in_office_hours, office_hours_from
from cimscore.clocks.reaching import DayPeriod, installed, reach
from cimscore.clocks.starting import Base, Bases, Start, bases_of, start_in_words
from cimscore.clocks.ways import Counting, Place
from cimscore.errors import CalendarError

PLAINLY = Counting()
_TICK: Final = dt.timedelta(microseconds=1)
_OPEN_OR_CLOSED: Final = "Whether it was told in office hours is not known."


@attrs.frozen
class Uncounted:
    """A day that cannot be worked out, which is neither silence nor an error.

    Attributes:
        period: The period, in words.
        start: What it counts from.
        why: Why it cannot be counted.
    """

    period: str
    start: str
    why: str

    def __str__(self) -> str:
        start = f"a moment {self.start}" if self.start.startswith(("by ", "between ")) else self.start
        link = "" if self.period.endswith(" before") else "from "
        return f"{self.period} {link}{start}, not counted: {self.why.removesuffix('.')}"


def count(
    period: Period | str, start: Start, calendar: Calendar | None, zone: ZoneInfo, way: Counting = PLAINLY
) -> Due | Uncounted:
    """Return the end of a period, as a range if the start or the place is not settled.

    A place that is unknown, or missing from the calendar, widens the range over every place of the calendar. The
    earliest day is the working one. An end beyond the calendar stays open.

    Args:
        period: Hours, days, weeks or months, ahead or back, or by office hours; or the words of the source if they set
            no number of days.
        start: Start of the count. Its own day does not count. The midnight that ends a day on which something was due
            belongs to that day.
        calendar: Calendar of the business days and office hours. Hours, calendar days and months need none.
        zone: Time zone, if there is no calendar.
        way: Where days are counted, and how the last one ends.
    """
    if isinstance(period, str):
        return Uncounted(period, start_in_words(start, zone), "the source gives no day")
    match period:
        case Before(period=ahead):
            return back(ahead, start, calendar, zone, way)
        case ByOfficeHours():
            return _by_office_hours(period, start, calendar, zone, way)
        case _:
            return _counted(period, start, calendar, zone, way, back=False)


def back(
    period: Ahead, due: Start, calendar: Calendar | None, zone: ZoneInfo, way: Counting = PLAINLY
) -> Due | Uncounted:
    """Return the time that is a period before a moment, or before something is due.

    It is the end of a day, or an instant for hours.

    Args:
        period: Hours, days, weeks or months.
        due: The moment, or the time when it is due. Its day does not count.
        calendar: Calendar of the business days.
        zone: Time zone, if there is no calendar.
        way: Where days are counted, and how the last one ends.
    """
    # Both options would move a day later. Counted backwards, that would allow more time than the source does.
    return _counted(period, due, calendar, zone, attrs.evolve(way, first_day_counts=False, rolls_on=False), back=True)


def _by_office_hours(
    period: ByOfficeHours, start: Start, calendar: Calendar | None, zone: ZoneInfo, way: Counting
) -> Due | Uncounted:
    """Return the end of the period that holds for a start in or out of office hours; of both where that is open."""
    inside = in_office_hours(start, calendar, way.place)
    ends = [
        _counted(ahead, start, calendar, zone, way, back=False)
        for ahead, holds in ((period.inside, inside is not False), (period.outside, inside is not True))
        if holds
    ]
    dues = [end for end in ends if isinstance(end, Due)]
    if len(ends) == 1 or not dues:
        return ends[0]
    uncounted = (f"{end}." for end in ends if isinstance(end, Uncounted))
    found = hull(dues)
    return attrs.evolve(found, unsettled=(_OPEN_OR_CLOSED, *found.unsettled, *uncounted))


def _counted(
    period: Ahead, start: Start, calendar: Calendar | None, zone: ZoneInfo, way: Counting, *, back: bool
) -> Due | Uncounted:
    whose = zone if calendar is None else calendar.zone
    bases = bases_of(start, whose)
    tried = {base: _due_from(period, base, calendar, whose, way, back=back) for base in bases.known}
    known = {base: due for base, due in tried.items() if isinstance(due, Due)}
    failures = [why for why in tried.values() if isinstance(why, str)]
    first, working, last = (None if base is None else known.get(base) for base in bases)
    # One end may lie outside the calendar. Any end that can be counted is better than none.
    taken = working or first or last
    if taken is None:
        return Uncounted(str(period), start_in_words(start, whose), failures[0])
    found = _range(taken, first, last, failures)
    since = bases.first.day + ONE_DAY if bases.first and not back else dt.date.min
    found = attrs.evolve(found, closed=_closed(found, since, calendar, way.place))
    # "The same time of day" is exact for one start only. Over a range of starts, two of them may end at other times of
    # the last day, so the range is widened to whole days.
    by_clock = not isinstance(period, Hours | OfficeHours) and way.ends is EndOfPeriod.SAME_CLOCK_TIME
    return _to_whole_days(found, bases, whose) if by_clock and _out_of_step(found, bases, whose) else found


def _range(taken: Due, first: Due | None, last: Due | None, failures: Sequence[str]) -> Due:
    """Return the range from the first due date to the last, open where one could not be counted."""
    if taken is first is last:
        return taken
    found = hull([due for due in (taken, first, last) if due is not None], working=taken)
    return attrs.evolve(
        found,
        earliest=found.earliest if first else NO_BEGINNING,
        latest=found.latest if last else NO_END,
        unless=(),
        unsettled=tuple(dict.fromkeys((*found.unsettled, *failures))),
    )


def _closed(due: Due, since: dt.date, calendar: Calendar | None, place: Place) -> tuple[Skipped, ...]:
    """Return the days up to the first end of a period that are no business days, if a whole one comes before in it.

    Where the place is not known, or its days are not, those of the whole jurisdiction count.
    """
    if calendar is None or not due.opens:
        return ()
    found: list[Skipped] = []
    day = (due.earliest - _TICK).date()  # The midnight that ends a day belongs to it.
    with contextlib.suppress(CalendarError):  # It covers these days no longer.
        while day >= since:
            known = place if isinstance(place, str) and calendar.covers(day, place) else None
            closed = calendar.why_closed(day, known)
            if closed is None:
                return tuple(reversed(found))
            found.append(closed)
            day -= ONE_DAY
    return ()


def _due_from(
    period: Ahead, base: Base, calendar: Calendar | None, zone: ZoneInfo, way: Counting, *, back: bool
) -> Due | str:
    """Return when a period from one moment is over, or why that cannot be counted."""
    if isinstance(period, Hours):
        return _hours_from(period.n, base, zone, back=back)
    try:
        if isinstance(period, OfficeHours):
            return office_hours_from(period.n, base.moment, installed(calendar), way.place, back=back)
        return _days_from(period, base, calendar, zone, way, back=back)
    except CalendarError as error:
        return error.found


def _hours_from(n: int, base: Base, zone: ZoneInfo, *, back: bool) -> Due:
    if not back:
        return due_hours(base.moment, n, zone)
    first, last = (
        shown_in(zone, in_utc(instant) - dt.timedelta(hours=n)) for instant in earliest_and_latest(base.moment, zone)
    )
    return Due(earliest=first, latest=last, zone=zone, end_of_day=base.ended)


def _days_from(
    period: DayPeriod, base: Base, calendar: Calendar | None, zone: ZoneInfo, way: Counting, *, back: bool
) -> Due:
    # Counting the first day itself is the same as starting one day earlier.
    reached = reach(period, base.day - way.first_day_counts * ONE_DAY, calendar, way, back=back)
    dues = [
        attrs.evolve(_due_on(count.day, base, zone, way.ends), skipped=count.skipped, part_days=count.part_days)
        for count in reached.counts
    ]
    due = dues[0] if len(dues) == 1 else hull(dues)
    # Warnings of a later date help only when the count goes forward: backwards, a holiday makes the date earlier.
    unless = () if back else tuple(_unless(reached.counts, dues))
    return attrs.evolve(due, falls_on=reached.falls_on, unsettled=reached.unsettled, unless=unless)


def _unless(counts: Sequence[Count], dues: Sequence[Due]) -> Iterator[Unless]:
    """Yield, for each later day that a count can arrive at, the holiday that would make it so."""
    passed = {skipped.day for skipped in counts[0].skipped}
    for count, due in zip(counts[1:], dues[1:], strict=True):
        holidays = [
            skipped.day for skipped in count.skipped if skipped.day not in passed and skipped.day <= counts[0].day
        ]
        yield Unless(holidays[0] if len(holidays) == 1 else None, due.latest)


def _due_on(day: dt.date, base: Base, zone: ZoneInfo, ends: EndOfPeriod | dt.time) -> Due:
    """Return when a period ends on its last day; what began with the end of a day ends with one."""
    ended = base.ended and ends is EndOfPeriod.SAME_CLOCK_TIME
    return due_on(day, base.moment, zone, EndOfPeriod.END_OF_DAY if ended else ends)


def _out_of_step(due: Due, bases: Bases, zone: ZoneInfo) -> bool:
    """Return True if a later start within the range can end at an earlier time of the same last day."""
    if due.exact and bases.exact:
        return False
    return not bases.one_day or any(
        # On the day of a clock change, equal clock times are not equally far from midnight.
        end_of_day(day, zone) - start_of_day(day, zone) != ONE_DAY
        for day, known in ((due.earliest.date(), due.opens), (due.latest.date(), due.closes))
        if known
    )


def _to_whole_days(due: Due, bases: Bases, zone: ZoneInfo) -> Due:
    # The midnight that ends a day has the date of the next one; of a start without a time of day, it ends the last day.
    ends_a_day = due.end_of_day or (bases.last is not None and bases.last.moment.instant is None)
    last_day = (due.latest - _TICK if ends_a_day and due.closes else due.latest).date()
    earliest = start_of_day(due.earliest.date(), zone) if due.opens else due.earliest
    latest = end_of_day(last_day, zone) if due.closes else due.latest
    return attrs.evolve(due, earliest=earliest, latest=latest, end_of_day=False)
