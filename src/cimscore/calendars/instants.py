"""Instants and the clocks that show them: elapsed hours, ends of days, nights when the clocks change."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from cimscore.calendars.days import ONE_DAY, at_least_one, plain_day
from cimscore.case import Moment
from cimscore.errors import CimsError, NaiveTimeError


class ClockChangeError(NaiveTimeError):
    """A local time that the clocks showed twice, or never: write it with its offset from UTC."""

    def __init__(self, instant: dt.datetime) -> None:
        shown = instant.replace(tzinfo=None).isoformat(timespec="minutes")
        CimsError.__init__(
            self,
            f"{shown} in {instant.tzinfo}: the clocks changed that night and showed this time twice, or never. "
            "Write the offset with it, for example 2025-04-06T02:30+11:00.",
        )


def in_utc(instant: dt.datetime) -> dt.datetime:
    """Return the same instant in UTC.

    Raises:
        NaiveTimeError: It has no offset.
        ClockChangeError: Its zone showed this time twice, or never.
    """
    if instant.utcoffset() is None:
        raise NaiveTimeError("An instant", instant.isoformat())
    # Two offsets mean a clock change: the time was shown twice or never, so it names no one instant.
    if instant.replace(fold=0).utcoffset() != instant.replace(fold=1).utcoffset():
        raise ClockChangeError(instant)
    return instant.astimezone(dt.UTC)


def shown_in(zone: ZoneInfo, utc: dt.datetime) -> dt.datetime:
    """Return the instant as clocks in `zone` show it, with a fixed offset.

    Python compares two times of one zone by their clocks, even across a clock change. With fixed offsets it compares
    the time that really passed.
    """
    return utc.astimezone(dt.timezone(utc.astimezone(zone).utcoffset() or dt.timedelta()))


def hours(n: int, after: dt.datetime, zone: ZoneInfo) -> dt.datetime:
    """Return the instant `n` elapsed hours later, as clocks in `zone` show it. Weekends and holidays count.

    Raises:
        NaiveTimeError: `after` has no offset, or names a time that the clocks showed twice or never.
    """
    return shown_in(zone, in_utc(after) + dt.timedelta(hours=at_least_one(n, "hours")))


def start_of_day(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    """Return the first instant of `day` in `zone`."""
    return shown_in(zone, dt.datetime.combine(plain_day(day), dt.time(), zone).astimezone(dt.UTC))


def end_of_day(day: dt.date, zone: ZoneInfo) -> dt.datetime:
    """Return the midnight that ends `day` in `zone`, the first instant of the next day."""
    return start_of_day(day + ONE_DAY, zone)


def at_clock(day: dt.date, clock: dt.time, zone: ZoneInfo) -> dt.datetime:
    """Return the instant of `day` at which clocks in `zone` show `clock`.

    If clocks show that time twice, it is the second one. If they skip it, it is as long after the skip as `clock` is
    into it. Both choose the later reading, so a clock change makes nobody late.
    """
    shown = dt.datetime.combine(plain_day(day), clock, zone)
    # Fold 0 and 1 are the two readings of a time that clocks show twice, or skip.
    return shown_in(zone, max(shown.replace(fold=fold).astimezone(dt.UTC) for fold in (0, 1)))


def earliest_and_latest(moment: Moment, zone: ZoneInfo) -> tuple[dt.datetime, dt.datetime]:
    """Return the earliest and the latest instant that `moment` can be; the same instant twice if it is exact.

    For a day these are the two midnights around it, in `zone`. The second is no longer part of the day.
    """
    if moment.instant is not None:
        exact = shown_in(zone, in_utc(moment.instant))
        return exact, exact
    return start_of_day(moment.day(zone), zone), end_of_day(moment.day(zone), zone)
