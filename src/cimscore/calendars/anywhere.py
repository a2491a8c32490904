"""The days that a count can arrive at while the place, or what is kept there, is not known."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final, Protocol

import attrs

from cimscore.calendars.days import Count
from cimscore.calendars.local import EVERYWHERE, LocalDays, PossibleDay

NO_LOCAL_HOLIDAY: Final = "where there is no local holiday"
OWN_HOLIDAY: Final = "where the place has a holiday of its own in between"
OWN_HOLIDAYS: Final = "where the place has holidays of its own in both years"


class HasDays(Protocol):
    """The business days of a jurisdiction: a calendar has them."""

    @property
    def holidays(self) -> Mapping[dt.date, str]:
        """Return the holidays of the jurisdiction, with their names."""

    @property
    def local(self) -> Mapping[str, LocalDays]:
        """Return the differences of each place."""

    @property
    def replaceable(self) -> frozenset[dt.date]:
        """Return the holidays that a place may have replaced with another day."""

    def place_called(self, name: str) -> str | None:
        """Return the place that a name means, or None."""

    def may_be_unlisted(self, day: dt.date, place: str = "") -> bool:
        """Return True if a day may be a holiday of a place that no list has."""

    def counted(self, n: int, after: dt.date, local: LocalDays, place: str | None, step: dt.timedelta) -> Count:
        """Return the `n`-th business day."""


def anywhere(calendar: HasDays, n: int, after: dt.date, place: str, step: dt.timedelta) -> tuple[PossibleDay, ...]:
    """Return every day that a count can arrive at, with the places where it does, earliest first.

    Args:
        calendar: The calendar that counts.
        n: How many business days.
        after: Day of the event, which does not count.
        place: Place whose holidays are not known, or not for every year; empty if nothing is known of the place.
        step: A day forward or back.

    Raises:
        CalendarError: The count runs into a year that the calendar does not cover.
    """
    found: dict[dt.date, PossibleDay] = {}
    for where, local, own in _kept(calendar, place):
        _add(found, calendar.counted(n, after, local, None, step), where)
        # A place that no list has may have holidays that nobody here knows. One a year is allowed for.
        for more, count in enumerate(_allowed_for(calendar, n, after, local, place, step) if own else ()):
            _add(found, count, OWN_HOLIDAY if more == 0 else OWN_HOLIDAYS)
    for where, local in _listed(calendar, place):
        # years=None: count even in years that the list does not cover, and check coverage below.
        count = calendar.counted(n, after, attrs.evolve(local, years=None), None, step)
        if all(local.knows(year) for year in _years(after, count)):
            _add(found, count, where)
    return tuple(found[day] for day in sorted(found))


def _kept(calendar: HasDays, place: str) -> Iterator[tuple[str, LocalDays, bool]]:
    """Yield each set of local days that may apply in the place, and whether an unlisted holiday is possible with it.

    Where a holiday may be replaced, a place has an unlisted holiday only in exchange for that one.
    """
    known = calendar.place_called(place) if place else None
    local = EVERYWHERE if known is None else calendar.local[known]
    days = attrs.evolve(local, years=None)
    yield NO_LOCAL_HOLIDAY, days, not calendar.replaceable
    open_days = {day for day in calendar.replaceable if known is None or not local.knows(day.year)}
    for name in sorted({calendar.holidays[day] for day in open_days}):
        gone = {day for day in open_days if calendar.holidays[day] == name}
        yield f"where another day replaced {name}", attrs.evolve(days, removed=days.removed | gone), True


def _listed(calendar: HasDays, place: str) -> Iterator[tuple[str, LocalDays]]:
    """Yield the listed places that it may be."""
    if not (place and calendar.place_called(place)):
        yield from calendar.local.items()


def _allowed_for(
    calendar: HasDays, n: int, after: dt.date, local: LocalDays, place: str, step: dt.timedelta
) -> Iterator[Count]:
    """Yield the counts that unlisted holidays would make, one in each year."""
    count, more = calendar.counted(n, after, local, None, step), 0
    # Each added holiday can push the count into another year, which may add one more.
    while len(_unlisted(calendar, after, count, place, step)) > more:
        more += 1
        count = calendar.counted(n + more, after, local, None, step)
        yield count


def _unlisted(calendar: HasDays, after: dt.date, count: Count, place: str, step: dt.timedelta) -> frozenset[int]:
    """Return the years in which a counted day may be an unlisted holiday of the place."""
    passed = {skipped.day for skipped in count.skipped}
    days = (after + step * number for number in range(1, abs((count.day - after).days) + 1))
    return frozenset(day.year for day in days if day not in passed and calendar.may_be_unlisted(day, place))


def _years(after: dt.date, count: Count) -> range:
    return range(min(after, count.day).year, max(after, count.day).year + 1)


def _add(found: dict[dt.date, PossibleDay], count: Count, where: str) -> None:
    so_far = found.get(count.day, PossibleDay(count=count, places=()))
    if where not in so_far.places:
        found[count.day] = attrs.evolve(so_far, places=(*so_far.places, where))
