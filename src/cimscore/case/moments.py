"""Moments as they were written down: an instant, or only a day."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs

from cimscore.errors import NaiveTimeError


@attrs.frozen
class Moment:
    """A day or an instant, no more exact than what was written down.

    A day alone is not midnight: it is the whole day, in the zone of the program that asks.

    Attributes:
        value: An aware `datetime.datetime` (an instant) or a `datetime.date` (a day).

    Raises:
        NaiveTimeError: `value` is a datetime without an offset.
    """

    value: dt.date

    def __attrs_post_init__(self) -> None:
        if isinstance(self.value, dt.datetime) and self.value.utcoffset() is None:
            raise NaiveTimeError("A moment", self.value.isoformat())

    @property
    def instant(self) -> dt.datetime | None:
        """The instant, or None when only the day is known."""
        return self.value if isinstance(self.value, dt.datetime) else None

    def day(self, zone: ZoneInfo) -> dt.date:
        """The day on which it fell in `zone`."""
        return self.value.astimezone(zone).date() if isinstance(self.value, dt.datetime) else self.value

    def span(self, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
        """The earliest instant and the latest it can have been; twice the same when it is exact.

        The latest of a day is the midnight that ends it, in `zone`.
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
