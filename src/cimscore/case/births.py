"""Possible days of birth, from everything that a case says about a person's age."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.case.partial import PartialDay
from cimscore.case.people import PersonEntry
from cimscore.case.unknown import Unknown

ADULT: Final = 18


@attrs.frozen
class Births:
    """Possible days of birth of a person.

    Attributes:
        first: First possible day; None if unbounded.
        last: Last possible day; None if unbounded.
    """

    first: dt.date | None = None
    last: dt.date | None = None

    @property
    def day(self) -> dt.date | None:
        """Return the day if there is only one."""
        return self.first if self.first == self.last else None

    @property
    def is_possible(self) -> bool:
        """Return True if there is such a day at all."""
        return self.first is None or self.last is None or self.first <= self.last

    def around(self, days: int) -> Births:
        """Return these days and so many before and after them."""
        margin = dt.timedelta(days=days)
        first, last = self.first, self.last
        return Births(
            None if first is None or first - dt.date.min < margin else first - margin,
            None if last is None or dt.date.max - last < margin else last + margin,
        )

    def within(self, other: Births) -> Births:
        """Return the days that belong to both."""
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        return Births(max(firsts, default=None), min(lasts, default=None))


def births_at_age(low: int, high: int | None, first: dt.date | None, last: dt.date | None) -> Births:
    """Return the possible days of birth of a person with an age on a day.

    Args:
        low: Lowest age, in whole years.
        high: Highest age, included; None if unbounded.
        first: First possible day on which they had that age; None if unbounded.
        last: Last such day; None if unbounded.
    """
    earliest = None if high is None or first is None else _years_before(first, high + 1) + dt.timedelta(days=1)
    return Births(earliest, None if last is None else _years_before(last, low))


def said_of_birth(person: PersonEntry, first: dt.date | None, last: dt.date | None) -> Iterator[tuple[str, Births]]:
    """Yield each field of an entry that limits the day of birth, with the days that it leaves.

    Args:
        person: The entry.
        first: First possible day of receipt of the information; None if unbounded.
        last: Last such day; None if unbounded.
    """
    if not isinstance(person.born, Unknown):
        yield "born", Births(*first_and_last(person.born))
    if not isinstance(person.age, Unknown):
        low, high = person.age.years
        said = (first, last) if person.age.on is None else first_and_last(person.age.on)
        yield "age", births_at_age(low, high, *said)
    if not isinstance(person.adult, Unknown):
        grown = person.adult
        yield "adult", births_at_age(ADULT if grown else 0, None if grown else ADULT - 1, first, last)


def births_of(person: PersonEntry, first: dt.date | None, last: dt.date | None) -> Births:
    """Return the possible days of birth of a person, by all that the entry says.

    Args:
        person: The entry.
        first: First possible day of receipt of the information; None if unbounded.
        last: Last such day; None if unbounded.
    """
    births = Births()
    for _, said in said_of_birth(person, first, last):
        births = births.within(said)
    return births


def first_and_last(day: dt.date | PartialDay) -> tuple[dt.date, dt.date]:
    """Return the first and the last day that a day can be."""
    return (day.first, day.last) if isinstance(day, PartialDay) else (day, day)


def _years_before(day: dt.date, years: int) -> dt.date:
    """Return the last day of birth for an age on a day."""
    year = day.year - years
    if year < dt.MINYEAR:
        return dt.date.min
    if (day.month, day.day) == (2, 29) and not calendar.isleap(year):
        return dt.date(year, 2, 28)
    return day.replace(year=year)
