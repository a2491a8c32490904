"""When something is due, counted from a moment that may be a range, at a place that may not be known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import BusinessDays, Calendar, Due, EndOfPeriod, Hours, Period, due_after
from cimscore.case import Moment
from cimscore.clocks.spans import Span, When
from cimscore.errors import CalendarError


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
        return f"{self.period} from {self.start}, not counted: {self.why}"


@attrs.frozen(eq=False)
class Counter:
    """Counts periods on the calendars of a program.

    Attributes:
        calendars: The calendars, by id.
        zone: Whose clocks, for hours.
        first: The id of the calendar that counts unless a clock names another.
    """

    calendars: Mapping[str, Calendar]
    zone: ZoneInfo
    first: str = ""
    _known: dict[object, Due | Uncounted] = attrs.field(factory=dict, init=False, repr=False)

    def count(
        self,
        period: Period,
        start: When,
        *,
        place: str | None = None,
        calendar: str = "",
        ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY,
    ) -> Due | Uncounted:
        """Return when a period is over, as a range where the start or the place leaves one.

        Args:
            period: Hours, business days or calendar days.
            start: Where the count starts; its own day is not counted.
            place: Whose business days count; None for those of the calendar alone. A place that the calendar does not
                know widens the range over every place that it knows.
            calendar: The id of the calendar; empty for the first.
            ends: How a period of days ends on its last day.
        """
        key = (period, start, place, calendar, ends)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._count(period, start, place, calendar or self.first, ends)
        return found

    def _count(
        self, period: Period, start: When, place: str | None, calendar: str, ends: EndOfPeriod | dt.time
    ) -> Due | Uncounted:
        days = self.calendars.get(calendar)
        if days is None and not isinstance(period, Hours):
            return Uncounted(str(period), str(start), "no calendar for that place is installed")
        moments = _moments(start)
        if moments is None:
            return Uncounted(str(period), str(start), "the moment from which it counts is not known")
        try:
            dues = [due for moment in moments for due in self._dues(period, moment, days, place, ends)]
            worked = self._dues(period, moments[-1], days, place, ends)
        except CalendarError as error:
            return Uncounted(str(period), str(start), f"the calendar does not reach so far ({error})")
        return joined(dues, working=min(worked, key=lambda due: due.latest))

    def _dues(
        self, period: Period, moment: Moment, days: Calendar | None, place: str | None, ends: EndOfPeriod | dt.time
    ) -> list[Due]:
        if days is None:
            return [_hours(period, moment, self.zone)]
        if not isinstance(period, BusinessDays) or place is None:
            return [due_after(period, moment, days, None, ends)]
        plain = due_after(period, moment, days, None, ends)
        if days.covers(moment.day(days.zone), place) and days.covers(plain.latest.date(), place):
            return [due_after(period, moment, days, place, ends)]
        reached = [answer.count for answer in days.business_days_anywhere(period.n, moment.day(days.zone))]
        moved = [attrs.evolve(_moved(plain, count.day), skipped=count.skipped) for count in reached]
        return moved


def _hours(period: Period, moment: Moment, zone: ZoneInfo) -> Due:
    from cimscore.calendars import due_hours  # noqa: PLC0415

    return due_hours(moment, period.n, zone)


def _moved(due: Due, day: dt.date) -> Due:
    """Return a due date on another day, at the same time of day."""
    last = due.latest - dt.timedelta(days=1) if due.end_of_day else due.latest
    by = dt.timedelta(days=(day - last.date()).days)
    earliest = due.earliest + by
    return attrs.evolve(due, earliest=earliest, latest=due.latest + by, working=earliest)


def _moments(start: When) -> tuple[Moment, ...] | None:
    """Return the moments to count from, the one worked with last; None where the range is not bounded."""
    if not isinstance(start, Span):
        return (start,)
    if start.first is None or start.last is None:
        return None if start.first is None and start.last is None else (*_known(start), start.working)
    return start.first, start.last, start.working


def _known(start: Span) -> tuple[Moment, ...]:
    return tuple(moment for moment in (start.first, start.last) if moment is not None)


def joined(dues: Iterable[Due], *, working: Due | None = None) -> Due:
    """Return the range over several due dates; the days skipped are those of the one worked with.

    Args:
        dues: At least one.
        working: The one worked with; the earliest unless given.
    """
    every = list(dues)
    taken = working or min(every, key=lambda due: due.latest)
    first, last = min(due.earliest for due in every), max(due.latest for due in every)
    if first == taken.earliest and last == taken.latest:
        return taken
    return attrs.evolve(taken, earliest=first, latest=last, working=taken.working)
