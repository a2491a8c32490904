"""Business days of a place."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, lru_cache, partial
from types import MappingProxyType
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore import ids
from cimscore.calendars.anywhere import anywhere
from cimscore.calendars.days import ONE_DAY, WEEKEND, Count, PartHoliday, Skipped, at_least_one, plain_day
from cimscore.calendars.local import EVERYWHERE, LocalDays, PossibleDay, by_day, made, plain_fields
from cimscore.calendars.states import without_state
from cimscore.calendars.words import day_in_words, weekday_in_words
from cimscore.case import place_key
from cimscore.errors import CalendarError

_ALIKE: Final = 0.8
"""How alike the name of a place is to the one that may be meant: many places have names that are a little alike."""
_COUNTS_KEPT: Final = 1024


def _by_name(local: Mapping[str, LocalDays]) -> Mapping[str, LocalDays]:
    return MappingProxyType(dict(sorted(local.items())))


@attrs.frozen(kw_only=True, slots=False)
class Calendar:
    """Business days of a jurisdiction and of its places, for the years that the calendar covers.

    Attributes:
        id: Id of the calendar.
        title: Name shown to people.
        also_called: Other names of the jurisdiction, such as ``Qld``, as they appear in the name of a place.
        zone: Time zone in which a day begins.
        first_year: The first year covered.
        last_year: The last year covered.
        version: Source of the days, with the version of that data.
        holidays: Whole-day holidays everywhere in the jurisdiction, with their names.
        local: Differences of each place that the calendar knows.
        within: Other places that are known to lie in the jurisdiction. Their differences are not known.
        part_days: Holidays for part of a day; such a day is a business day.
        predicted: Holidays whose date was expected, but not yet fixed, when the calendar was made.
        replaceable: Holidays for which a place may have chosen another day.
        whole: First and last day of each period for which every place with holidays of its own is listed; None if that
            is always so.
        weekend: Days of the week that are not business days. Monday is 0.
        opens: Time of day from which its office is open on business days; None if nobody says.
        closes: Time of day at which its office closes.
        gaps: What the calendar does not know, in plain sentences.
        gives_way: True if another installed calendar with the same id replaces this one, which has only general days.
    """

    id: str
    title: str
    zone: ZoneInfo
    first_year: int
    last_year: int
    version: str
    holidays: Mapping[dt.date, str] = attrs.field(converter=by_day, hash=False)
    local: Mapping[str, LocalDays] = attrs.field(factory=dict, converter=_by_name, hash=False)
    within: frozenset[str] = frozenset()
    part_days: tuple[PartHoliday, ...] = ()
    predicted: frozenset[dt.date] = frozenset()
    replaceable: frozenset[dt.date] = frozenset()
    whole: tuple[tuple[dt.date, dt.date], ...] | None = None
    weekend: frozenset[int] = WEEKEND
    opens: dt.time | None = None
    closes: dt.time | None = None
    gaps: tuple[str, ...] = ()
    also_called: tuple[str, ...] = ()
    gives_way: bool = False

    def __reduce__(self) -> tuple[object, ...]:
        return made, (Calendar, plain_fields(self))

    @property
    def places(self) -> tuple[str, ...]:
        """Return the places whose local holidays are known, sorted."""
        return tuple(self.local)

    @cached_property
    def _keys(self) -> Mapping[str, str]:
        """Return each place by its normalised name, without places that share one."""
        found: dict[str, str] = {}
        for place in self.local:
            key = place_key(place)
            # Two places with one key ("Moyne" and "Shire of Moyne") cannot be told apart by it, so neither is meant.
            found[key] = "" if key in found else place
        return {key: place for key, place in found.items() if place}

    def place_called(self, name: str) -> str | None:
        """Return the place that a name means, in any spelling: ``Shire of Moyne`` is ``Moyne``. None if unknown."""
        return name if name in self.local else self._keys.get(self._key(name))

    def has_place(self, name: str) -> bool:
        """Return True if a place is known to lie in the jurisdiction, even if its holidays are not known."""
        return (
            self.place_called(name) is not None or self._key(name) != place_key(name) or self._key(name) in self._within
        )

    @cached_property
    def _within(self) -> frozenset[str]:
        return frozenset(map(place_key, self.within))

    def is_called(self, state: str) -> bool:
        """Return True if `state` names this jurisdiction."""
        return place_key(state) in {place_key(name) for name in (self.id, self.title, *self.also_called)}

    def _key(self, name: str) -> str:
        return place_key(without_state(name, (self.title, *self.also_called)))

    def did_you_mean(self, name: str) -> str:
        """Return a sentence that suggests a place with a similar name; empty if there is none."""
        asked = self._key(name)
        # "Rockhampton hospital" contains the name of a place, though its spelling is far from it.
        within = [
            place for key, place in self._keys.items() if f" {key} " in f" {asked} " or f" {asked} " in f" {key} "
        ]
        near = "" if asked in self._within else ids.nearest(asked, self._keys, alike=_ALIKE)
        meant = within[0] if len(within) == 1 else self._keys.get(near, "")
        return f"Did you mean {meant!r}?" if meant else ""

    def with_local(
        self,
        place: str,
        added: Mapping[dt.date, str],
        *,
        removed: Iterable[dt.date] = (),
        years: Iterable[int] | None = None,
    ) -> Calendar:
        """Return this calendar with the local holidays of one more place, or with new ones for a known place.

        Args:
            place: Name of the place.
            added: Its own holidays.
            removed: Holidays of the jurisdiction that the place does not keep.
            years: Years for which this list is complete. Defaults to the years of the given days, or to every year
                covered if no days are given.
        """
        gone = frozenset(removed)
        # Days of one year say nothing about other years, so those stay unknown.
        given = frozenset(day.year for day in (*added, *gone)) or None
        local = LocalDays(added=added, removed=gone, years=given if years is None else frozenset(years))
        return attrs.evolve(self, local={**self.local, self.place_called(place) or place: local})

    def with_years_of(self, place: str, local: LocalDays) -> Calendar:
        """Return this calendar with a place's holidays for some years. Other years stay as they were."""
        known = self.place_called(place)
        days = local if known is None else self.local[known].with_years_of(local)
        return attrs.evolve(self, local={**self.local, known or place: days})

    def covers(self, day: dt.date, place: str | None = None) -> bool:
        """Return True if the holidays of `day` are known, in the jurisdiction and in `place`."""
        known = None if place is None else self.place_called(place)
        listed = place is None or (known is not None and self.local[known].knows(day.year))
        return listed and self.first_year <= day.year <= self.last_year

    def may_be_unlisted(self, day: dt.date, place: str = "") -> bool:
        """Return True if a day may be an unlisted holiday of a place, or of any place if none is given."""
        known = self.place_called(place) if place else None
        if known is not None and self.local[known].knows(day.year):
            return False
        if self.whole is None:
            return known is not None
        return not any(first <= day <= last for first, last in self.whole)

    def why_closed(self, day: dt.date, place: str | None = None) -> Skipped | None:
        """Return the reason why `day` is not a business day in `place`, or None if it is one.

        Raises:
            CalendarError: The calendar does not cover the year or the place.
        """
        return self._why_closed(plain_day(day), self._local(place), place)

    def business_days(self, n: int, after: dt.date, place: str | None = None) -> Count:
        """Return the `n`-th business day after `after`. The day `after` never counts, whatever day it is.

        Args:
            n: How many business days, from 1.
            after: The day of the event.
            place: Place of the act; None for the holidays of the whole jurisdiction alone.

        Raises:
            CalendarError: The count runs into a year, or names a place, that the calendar does not cover.
        """
        return self.counted(n, plain_day(after), self._local(place), place)

    def business_days_before(self, n: int, before: dt.date, place: str | None = None) -> Count:
        """Return the `n`-th business day before `before`, which is itself not counted.

        Args:
            n: How many business days, from 1.
            before: The day counted back from.
            place: Where the act is to be done; None for the holidays of the whole jurisdiction alone.

        Raises:
            CalendarError: The count runs into a year, or names a place, that the calendar does not cover.
        """
        return self.counted(n, plain_day(before), self._local(place), place, -ONE_DAY)

    def business_days_anywhere(
        self, n: int, after: dt.date, *, place: str = "", backwards: bool = False
    ) -> tuple[PossibleDay, ...]:
        """Return every day that `business_days` can arrive at, with the places where it does, earliest first.

        A single answer means that the place makes no difference. Where the calendar does not list every place with a
        holiday of its own, the count allows for one such day in each year.

        Args:
            n: How many business days, from 1.
            after: The day of the event, which does not count.
            place: A place whose holidays are not known, or not for every year; empty if nothing is known of the place.
            backwards: True to count back from that day, as `business_days_before` does.

        Raises:
            CalendarError: The count runs into a year that the calendar does not cover.
        """
        return self._anywhere(n, plain_day(after), place, -ONE_DAY if backwards else ONE_DAY)

    @cached_property
    def _anywhere(self) -> Callable[[int, dt.date, str, dt.timedelta], tuple[PossibleDay, ...]]:
        """Return `anywhere` with a memory: each clock of a case, and each case of a day, asks for the same counts."""
        return lru_cache(maxsize=_COUNTS_KEPT)(partial(anywhere, self))

    def counted(
        self, n: int, after: dt.date, local: LocalDays, place: str | None = None, step: dt.timedelta = ONE_DAY
    ) -> Count:
        """Return the `n`-th business day from `after` on, by the jurisdiction's holidays and the given local ones.

        Raises:
            CalendarError: The count runs into a year that the calendar, or the list of the place, does not cover.
        """
        left, day, skipped = at_least_one(n, "business days"), after, []
        while left:
            day += step
            closed = self._why_closed(day, local, place)
            if closed is None:
                left -= 1
            else:
                skipped.append(closed)
        # Counting back, the day arrived at is the earlier end.
        first, last = min(after + step, day), max(after + step, day)
        parts = tuple(part for part in self.part_days if first <= part.day <= last)
        return Count(day=day, skipped=tuple(sorted(skipped, key=lambda closed: closed.day)), part_days=parts)

    def _why_closed(self, day: dt.date, local: LocalDays, place: str | None) -> Skipped | None:
        if not self.first_year <= day.year <= self.last_year:
            raise self._uncovered(day, f"covers {self.first_year} to {self.last_year}", "Use a calendar of that year.")
        if not local.knows(day.year):
            years = ", ".join(map(str, sorted(local.years or ())))
            raise self._uncovered(day, f"knows the local holidays of {place} for {years} only", "Supply with_local(…).")
        # A place can exchange a holiday of the state for another day, and then works on the first.
        general = None if day in local.removed else self.holidays.get(day)
        own = local.added.get(day)
        # A holiday that falls on a weekend is reported as the holiday, because readers look for it.
        why = own or general or (weekday_in_words(day) if day.weekday() in self.weekend else None)
        predicted = day in (local.predicted if own else self.predicted) and why in (own, general)
        return Skipped(day=day, why=why, predicted=predicted) if why else None

    def _local(self, place: str | None) -> LocalDays:
        if place is None:
            return EVERYWHERE
        known = self.place_called(place)
        if known is None:
            raise CalendarError(
                f"Calendar {self.id!r} does not know the local holidays of {place!r}. "
                f"{self.did_you_mean(place)} Supply them with with_local({place!r}, {{day: name}}), "
                "where no days mean that it has none; or count without a place."
            )
        return self.local[known]

    def _uncovered(self, day: dt.date, what: str, remedy: str) -> CalendarError:
        return CalendarError(f"The calendar of {self.title} {what}, and {day_in_words(day)} is outside.", remedy)
