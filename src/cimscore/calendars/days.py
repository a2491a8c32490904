"""Whole days: counting them, and the ages that follow from them."""

from __future__ import annotations

import datetime as dt
from calendar import monthrange

import attrs

ONE_DAY = dt.timedelta(days=1)
DAYS_OF_A_WEEK = 7
WEEKEND = frozenset({5, 6})
"""Days of the week that are no business days unless a calendar says so. Monday is 0."""


@attrs.frozen(kw_only=True)
class Skipped:
    """A day that a count passed over.

    Attributes:
        day: The day.
        why: The name of the holiday, or of the day of the weekend.
        predicted: The holiday is expected by a rule, and was not fixed by anyone when the calendar was made.
    """

    day: dt.date
    why: str
    predicted: bool = False


@attrs.frozen(kw_only=True)
class PartHoliday:
    """A holiday for part of a day only. The day still counts as a business day.

    Attributes:
        day: The day.
        begins: When the holiday begins, by the clocks of the place; it lasts to the end of the day.
        name: What the holiday is called.
    """

    day: dt.date
    begins: dt.time
    name: str


@attrs.frozen(kw_only=True)
class Count:
    """The day a count of days arrived at.

    Attributes:
        day: The last day counted.
        skipped: Days passed over on the way, earliest first.
        part_days: Days counted on the way that are a holiday for a part.
    """

    day: dt.date
    skipped: tuple[Skipped, ...] = ()
    part_days: tuple[PartHoliday, ...] = ()


def plain_day(day: dt.date) -> dt.date:
    """Return `day` itself. Refuse an instant, which is a different day in different zones, and what is no day.

    Raises:
        TypeError: `day` is a datetime, or no date.
    """
    if isinstance(day, dt.datetime):
        raise TypeError(f"{day.isoformat()} is an instant, not a day. Say in which zone its day is meant.")
    if not isinstance(day, dt.date):
        raise TypeError(f"{day!r} is no day. Write it as dt.date(2025, 3, 3)")
    return day


def at_least_one(n: int, unit: str) -> int:
    """Return `n` itself. Refuse a period of zero or less, because sources disagree on its meaning.

    Raises:
        ValueError: `n` is below 1.
    """
    if n < 1:
        same_day = " What is due on the day itself counts 1 from the day before." if n == 0 else ""
        raise ValueError(f"A period of {n} {unit} cannot be counted. Give a whole number from 1.{same_day}")
    return n


def calendar_days(n: int, after: dt.date) -> Count:
    """Return the `n`-th calendar day after `after`, which does not count.

    No day is skipped, and a last day that is a holiday does not move.
    """
    return Count(day=plain_day(after) + at_least_one(n, "calendar days") * ONE_DAY)


def calendar_months(n: int, after: dt.date) -> Count:
    """Return the same day of the month `n` months after `after`, or the last day of a month that has no such day.

    Args:
        n: How many months, from 1.
        after: The day of the event.
    """
    return Count(day=months_from(plain_day(after), at_least_one(n, "calendar months")))


def months_from(day: dt.date, n: int) -> dt.date:
    """Return the day `n` months after `day`, or before it for a negative number, never past the end of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    # From 31 January, one month on is 28 or 29 February.
    _, length = monthrange(year, month + 1)
    return dt.date(year, month + 1, min(day.day, length))


def days_between(start: dt.date, end: dt.date) -> int:
    """Return the number of days from `start` to `end`: 0 for the same day, negative if `end` comes first."""
    return (plain_day(end) - plain_day(start)).days


def age_on(born: dt.date, day: dt.date) -> int:
    """Return the age in whole years on `day`. A year is completed as the birthday begins; before birth it is negative.

    A person born on 29 February completes a year on 1 March if that year has no 29 February.
    """
    born, day = plain_day(born), plain_day(day)
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
