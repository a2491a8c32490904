"""What is different in one place: its own holidays, and those of the jurisdiction that it does not keep."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from types import MappingProxyType

import attrs

from cimscore.calendars.days import Count, plain_day


def by_day(days: Mapping[dt.date, str]) -> Mapping[dt.date, str]:
    """An unchangeable copy, earliest day first."""
    return MappingProxyType({plain_day(day): days[day] for day in sorted(days)})


def plain_fields(value: attrs.AttrsInstance) -> dict[str, object]:
    """Return the fields of a value, with plain dictionaries, so that it can go to another process."""
    fields = ((field.name, getattr(value, field.name)) for field in attrs.fields(type(value)))
    return {name: dict(field) if isinstance(field, MappingProxyType) else field for name, field in fields}


def made(kind: Callable[..., object], fields: Mapping[str, object]) -> object:
    """Build a value from its fields; the counterpart of `plain_fields`."""
    return kind(**fields)


@attrs.frozen(kw_only=True)
class LocalDays:
    """How the holidays of one place differ from those of its jurisdiction.

    Attributes:
        added: Its own holidays.
        removed: Holidays of the jurisdiction that it does not keep, having chosen another day.
        years: The years for which this is the whole list; None for every year of the calendar.
    """

    added: Mapping[dt.date, str] = attrs.field(factory=dict, converter=by_day, hash=False)
    removed: frozenset[dt.date] = frozenset()
    years: frozenset[int] | None = None

    def __reduce__(self) -> tuple[object, ...]:
        return made, (LocalDays, plain_fields(self))

    def knows(self, year: int) -> bool:
        """Whether this is the whole list for `year`."""
        return self.years is None or year in self.years


EVERYWHERE = LocalDays()


@attrs.frozen(kw_only=True)
class Answer:
    """One of the days that a count can arrive at while the place is not known.

    Attributes:
        count: The count.
        places: Where it holds: names of places, or a description in words.
    """

    count: Count
    places: tuple[str, ...]
