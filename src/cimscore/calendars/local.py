"""Local days: a place's own holidays, and those of the jurisdiction that it does not keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

import attrs

from cimscore.calendars.days import Count, plain_day


def by_day(days: Mapping[dt.date, str]) -> Mapping[dt.date, str]:
    """Return an unchangeable copy, earliest day first.

    Raises:
        TypeError: It is no mapping, or one of its days is no date.
    """
    if not isinstance(days, Mapping):
        raise TypeError(f"Holidays are a mapping from each day to its name, and not a {type(days).__name__}.")
    return MappingProxyType(dict(sorted((plain_day(day), name) for day, name in days.items())))


def by_year(sources: Mapping[int, str]) -> Mapping[int, str]:
    """Return an unchangeable copy, first year first."""
    return MappingProxyType(dict(sorted(sources.items())))


def plain_fields(value: attrs.AttrsInstance) -> dict[str, object]:
    """Return the fields of a value, with plain dictionaries, so that it can go to another process."""
    fields = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return {name: dict(field) if isinstance(field, MappingProxyType) else field for name, field in fields}


def made(kind: Callable[..., object], fields: Mapping[str, object]) -> object:
    """Build a value from its fields; the counterpart of `plain_fields`."""
    return kind(**fields)


@attrs.frozen(kw_only=True)
class LocalDays:
    """Differences between the holidays of a place and those of its jurisdiction.

    Attributes:
        added: Holidays of the place alone.
        removed: Holidays of the jurisdiction that the place replaced with another day.
        years: Years for which this list is complete; None for every year of the calendar.
        predicted: Own holidays whose date was expected but not yet fixed.
        sources: Source of the list, by year.
    """

    added: Mapping[dt.date, str] = attrs.field(factory=dict, converter=by_day, hash=False)
    removed: frozenset[dt.date] = frozenset()
    years: frozenset[int] | None = None
    predicted: frozenset[dt.date] = frozenset()
    sources: Mapping[int, str] = attrs.field(factory=dict, converter=by_year, hash=False)

    def __reduce__(self) -> tuple[object, ...]:
        return made, (LocalDays, plain_fields(self))

    def knows(self, year: int) -> bool:
        """Return True if this list is complete for `year`."""
        return self.years is None or year in self.years

    def with_years_of(self, other: LocalDays) -> LocalDays:
        """Return these days with those of another list for the years that it covers."""
        named = other.years or frozenset()
        return LocalDays(
            # A year that the other list covers is taken whole from it: two lists of one year may contradict each other.
            added={**{day: name for day, name in self.added.items() if day.year not in named}, **other.added},
            removed=_but(self.removed, named) | other.removed,
            years=None if self.years is None else self.years | named,
            predicted=_but(self.predicted, named) | other.predicted,
            sources={**self.sources, **other.sources},
        )


def _but(days: Iterable[dt.date], years: frozenset[int]) -> frozenset[dt.date]:
    return frozenset(day for day in days if day.year not in years)


EVERYWHERE = LocalDays()


@attrs.frozen(kw_only=True)
class PossibleDay:
    """One of the days that a count can arrive at while the place, or what is kept there, is not known.

    Attributes:
        count: The count.
        places: Where it holds: names of places, or a description in words.
    """

    count: Count
    places: tuple[str, ...]
