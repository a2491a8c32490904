"""Moments as they were written down: an instant, or only a day."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.errors import CalendarError, CimsError, NaiveTimeError
from cimscore.limits import FIRST_YEAR, LAST_YEAR

NOW: Final = "now"
_WAYS: Final[tuple[Callable[[str], dt.date], ...]] = (dt.date.fromisoformat, dt.datetime.fromisoformat)


@attrs.frozen
class Moment:
    """A day or an instant, no more exact than what was written down.

    A day alone is not midnight: it is the whole day, in the zone of the program that asks.

    Attributes:
        value: An aware `datetime.datetime` (an instant) or a `datetime.date` (a day). What another library derives
            from these, such as a timestamp of pandas, is kept as the `datetime` or `date` that it is.

    Raises:
        NaiveTimeError: `value` is a datetime without an offset.
        TypeError: `value` is no date and no datetime, or one that is no time, such as pandas' ``NaT``.
    """

    value: dt.date

    def __attrs_post_init__(self) -> None:
        value: object = self.value
        # NaT derives from datetime, and is the one such value that differs from itself.
        if not isinstance(value, dt.date) or value != value:  # noqa: PLR0124
            raise TypeError(
                f"A moment is made of a date, or of a datetime with its offset, and not of {type(value).__name__}. "
                "Of text: Moment(datetime.fromisoformat(text)). What nobody knows is UNKNOWN, without a Moment."
            )
        if isinstance(self.value, dt.datetime) and self.value.utcoffset() is None:
            raise NaiveTimeError("A moment", self.value.isoformat())
        if type(self.value) not in (dt.date, dt.datetime):
            object.__setattr__(self, "value", _plain(self.value))

    @property
    def instant(self) -> dt.datetime | None:
        """Return the instant, or None if only the day is known."""
        return self.value if isinstance(self.value, dt.datetime) else None

    def day(self, zone: ZoneInfo) -> dt.date:
        """Return the day on which it fell in `zone`."""
        return self.value.astimezone(zone).date() if isinstance(self.value, dt.datetime) else self.value

    def span(self, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
        """Return the earliest and the latest instant that it can be; the same instant twice if it is exact.

        The latest instant of a day is the midnight that ends it, in `zone`.
        """
        if isinstance(self.value, dt.datetime):
            instant = self.value.astimezone(zone)
            return instant, instant
        start = dt.datetime.combine(self.value, dt.time(), zone)
        return start, dt.datetime.combine(self.value + dt.timedelta(days=1), dt.time(), zone)

    def __str__(self) -> str:
        if not isinstance(self.value, dt.datetime):
            return self.value.isoformat()
        exact = self.value.second or self.value.microsecond
        return self.value.isoformat() if exact else self.value.isoformat(timespec="minutes")


def _plain(value: dt.date) -> dt.date:
    """Return a value of a type that another library derives, as the date or datetime that it is."""
    if isinstance(value, dt.datetime):
        return dt.datetime.combine(dt.date(value.year, value.month, value.day), value.timetz())
    return dt.date(value.year, value.month, value.day)


def refuse_far_moment(moment: Moment) -> None:
    """Refuse a moment from which no clock can be reckoned.

    Raises:
        CalendarError: Its year is not reckoned with.
    """
    if not FIRST_YEAR <= moment.value.year <= LAST_YEAR:
        remedy = f"Give a moment of a year from {FIRST_YEAR} to {LAST_YEAR}."
        raise CalendarError(f"{moment.value.isoformat()} is too far away.", remedy)


def typed_moment(text: str) -> Moment:
    """Return a moment as somebody types it: a day, a time with its offset, or now, to the second.

    Raises:
        CimsError: It is none of them, or of a year that is not reckoned with.
    """
    if text == NOW:
        return Moment(dt.datetime.now().astimezone().replace(microsecond=0))
    for read in _WAYS:
        try:
            value = read(text)
        except ValueError:
            continue
        found = Moment(value)
        refuse_far_moment(found)
        return found
    raise CimsError(f"{text!r} is not now, a day (2025-03-03) or a time (2025-03-03T10:15+10:00)")


@attrs.frozen
class Between:
    """Moment known only to lie between two others. Each of them may be a day.

    Attributes:
        first: First possible moment.
        last: Last possible moment.

    Raises:
        ValueError: The last comes before the first.
    """

    first: Moment = attrs.field(validator=attrs.validators.instance_of(Moment))
    last: Moment = attrs.field(validator=attrs.validators.instance_of(Moment))

    def __attrs_post_init__(self) -> None:
        first, last = self.first.instant, self.last.instant
        if day_written(self.last) < day_written(self.first) or (first and last and last < first):
            raise ValueError(f"{self.last} comes before {self.first}: write the earlier one first.")

    def __str__(self) -> str:
        return f"between {self.first} and {self.last}"


def day_written(moment: Moment) -> dt.date:
    """Return the day as it was written down, where the moment was noted."""
    return moment.value.date() if isinstance(moment.value, dt.datetime) else moment.value


def first_of(when: Moment | Between) -> Moment:
    """Return the first moment that something can have been at."""
    return when.first if isinstance(when, Between) else when


def last_of(when: Moment | Between) -> Moment:
    """Return the last moment that something can have been at."""
    return when.last if isinstance(when, Between) else when
