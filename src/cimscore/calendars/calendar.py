"""Business days of a place."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from zoneinfo import ZoneInfo

import attrs

from cimscore import ids
from cimscore.calendars.days import ONE_DAY, Count, PartHoliday, Skipped, at_least_one, plain_day
from cimscore.calendars.local import EVERYWHERE, Answer, LocalDays, by_day, made, plain_fields
from cimscore.calendars.words import day_in_words, weekday_in_words
from cimscore.errors import CalendarError

NO_LOCAL_HOLIDAY = "where there is no local holiday"


def _by_name(local: Mapping[str, LocalDays]) -> Mapping[str, LocalDays]:
    return MappingProxyType(dict(sorted(local.items())))


@attrs.frozen(kw_only=True)
class Calendar:
    """The business days of a jurisdiction and of the places in it, for the years it covers.

    Attributes:
        id: Names the calendar.
        title: For people.
        zone: The zone whose days are counted.
        first_year: The first year covered.
        last_year: The last year covered.
        version: Where the days come from, with the version of that data.
        holidays: Whole-day holidays everywhere in the jurisdiction, with their names.
        local: What is different in each place that the calendar knows.
        part_days: Holidays for part of a day; such a day is a business day.
        predicted: Holidays whose date is expected and was not yet fixed when the calendar was made.
        replaceable: Holidays for which a place may have chosen another day.
        weekend: Days of the week that are no business days, Monday being 0.
        gaps: What the calendar does not know, in plain sentences.
    """

    id: str
    title: str
    zone: ZoneInfo
    first_year: int
    last_year: int
    version: str
    holidays: Mapping[dt.date, str] = attrs.field(converter=by_day, hash=False)
    local: Mapping[str, LocalDays] = attrs.field(factory=dict, converter=_by_name, hash=False)
    part_days: tuple[PartHoliday, ...] = ()
    predicted: frozenset[dt.date] = frozenset()
    replaceable: frozenset[dt.date] = frozenset()
    weekend: frozenset[int] = frozenset({5, 6})
    gaps: tuple[str, ...] = ()

    def __reduce__(self) -> tuple[object, ...]:
        return made, (Calendar, plain_fields(self))

    @property
    def places(self) -> tuple[str, ...]:
        """The places whose local holidays are known, sorted."""
        return tuple(self.local)

    def with_local(
        self,
        place: str,
        added: Mapping[dt.date, str],
        *,
        removed: Iterable[dt.date] = (),
        years: Iterable[int] | None = None,
    ) -> Calendar:
        """This calendar with the local holidays of one more place, or with others for a known one.

        Args:
            place: The name by which the place will be asked for.
            added: Its own holidays.
            removed: Holidays of the jurisdiction that it does not keep.
            years: The years for which this is the whole list. Those of the days given, unless stated;
                with no days given, every year covered.
        """
        gone = frozenset(removed)
        given = frozenset(day.year for day in (*added, *gone)) or None
        local = LocalDays(added=added, removed=gone, years=given if years is None else frozenset(years))
        return attrs.evolve(self, local={**self.local, place: local})

    def covers(self, day: dt.date, place: str | None = None) -> bool:
        """Whether the holidays of `day` are known, in the jurisdiction and in `place`."""
        known = EVERYWHERE if place is None else self.local.get(place)
        return self.first_year <= day.year <= self.last_year and known is not None and known.knows(day.year)

    def why_closed(self, day: dt.date, place: str | None = None) -> Skipped | None:
        """Why `day` is no business day in `place`, or None if it is one.

        Raises:
            CalendarError: The calendar does not cover the year or the place.
        """
        return self._why_closed(plain_day(day), self._local(place), place)

    def business_days(self, n: int, after: dt.date, place: str | None = None) -> Count:
        """The `n`-th business day after `after`, which is itself not counted, whatever day it is.

        Args:
            n: How many business days, from 1.
            after: The day of the event.
            place: Where the act is to be done; None for the holidays of the whole jurisdiction alone.

        Raises:
            CalendarError: The count runs into a year, or names a place, that the calendar does not cover.
        """
        return self._count(n, plain_day(after), self._local(place), place)

    def business_days_before(self, n: int, before: dt.date, place: str | None = None) -> Count:
        """Return the `n`-th business day before `before`, which is itself not counted.

        Args:
            n: How many business days, from 1.
            before: The day counted back from.
            place: Where the act is to be done; None for the holidays of the whole jurisdiction alone.

        Raises:
            CalendarError: The count runs into a year, or names a place, that the calendar does not cover.
        """
        return self._count(n, plain_day(before), self._local(place), place, -ONE_DAY)

    def business_days_anywhere(self, n: int, after: dt.date, *, backwards: bool = False) -> tuple[Answer, ...]:
        """Every day that `business_days` can arrive at, with the places where it does, earliest first.

        A single answer means that the place makes no difference, by the local holidays that the calendar
        knows; `gaps` says which it does not.

        Args:
            n: How many business days, from 1.
            after: The day that is itself not counted.
            backwards: Counts back from that day, as `business_days_before` does.

        Raises:
            CalendarError: The count runs into a year that the calendar does not cover.
        """
        step = -ONE_DAY if backwards else ONE_DAY
        count = self._count(n, plain_day(after), EVERYWHERE, None, step)
        found = {count.day: Answer(count=count, places=(NO_LOCAL_HOLIDAY,))}
        for place, local in self._possibilities():
            with contextlib.suppress(CalendarError):  # the place's own holidays are not known for that year
                count = self._count(n, plain_day(after), local, place, step)
                so_far = found.get(count.day, Answer(count=count, places=()))
                found[count.day] = attrs.evolve(so_far, places=(*so_far.places, place))
        return tuple(found[day] for day in sorted(found))

    def _possibilities(self) -> Iterable[tuple[str, LocalDays]]:
        for name in sorted({self.holidays[day] for day in self.replaceable}):
            gone = frozenset(day for day in self.replaceable if self.holidays[day] == name)
            yield f"where another day replaced {name}", LocalDays(removed=gone)
        yield from self.local.items()

    def _count(
        self, n: int, after: dt.date, local: LocalDays, place: str | None, step: dt.timedelta = ONE_DAY
    ) -> Count:
        left, day, skipped = at_least_one(n, "business days"), after, []
        while left:
            day += step
            closed = self._why_closed(day, local, place)
            if closed is None:
                left -= 1
            else:
                skipped.append(closed)
        first, last = min(after + step, day), max(after + step, day)
        parts = tuple(part for part in self.part_days if first <= part.day <= last)
        return Count(day=day, skipped=tuple(sorted(skipped, key=lambda closed: closed.day)), part_days=parts)

    def _why_closed(self, day: dt.date, local: LocalDays, place: str | None) -> Skipped | None:
        if not self.first_year <= day.year <= self.last_year:
            raise self._uncovered(day, f"covers {self.first_year} to {self.last_year}", "Use a calendar of that year")
        if not local.knows(day.year):
            years = ", ".join(map(str, sorted(local.years or ())))
            raise self._uncovered(day, f"knows the local holidays of {place} for {years} only", "Supply with_local(…)")
        general = None if day in local.removed else self.holidays.get(day)
        why = local.added.get(day) or general or (weekday_in_words(day) if day.weekday() in self.weekend else None)
        predicted = day in self.predicted and day not in local.added and general is not None
        return Skipped(day=day, why=why, predicted=predicted) if why else None

    def _local(self, place: str | None) -> LocalDays:
        if place is None:
            return EVERYWHERE
        if place not in self.local:
            raise CalendarError(
                f"Calendar {self.id!r} does not know the local holidays of {place!r}. "
                f"{ids.did_you_mean(place, self.local)} Supply them with with_local({place!r}, {{day: name}}), "
                "where no days mean that it has none; or count without a place."
            )
        return self.local[place]

    def _uncovered(self, day: dt.date, what: str, remedy: str) -> CalendarError:
        return CalendarError(
            f"Calendar {self.id!r} ({self.version}) {what}, and {day_in_words(day)} is outside.",
            f"{remedy}, or install a newer release of the plugin that brings this one.",
        )
