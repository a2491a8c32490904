"""How much time is left, and by how much something was late, for people."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from cimscore.calendars import Due
from cimscore.calendars.days import ONE_DAY
from cimscore.clocks.spans import BEGINNING, END, Range, Tick, When, range_of

_UNITS = (("day", ONE_DAY), ("hour", dt.timedelta(hours=1)), ("minute", dt.timedelta(minutes=1)))
"""Units of time, each with its length; an amount is told in the largest of which it has one."""


def remaining(due: Due, at: When, zone: ZoneInfo | None = None) -> str:
    """Return how much time is left at a moment: ``5 hours left``, ``due today``, ``late by 2 days``.

    Args:
        due: When it is due.
        at: The moment.
        zone: Where the day of `at` begins; that of `due` unless given.
    """
    when, limit = range_of(at, zone or due.zone, done=True), range_of(due, due.zone)
    return _days_left(when, limit, zone or due.zone) if _by_days(when, limit) else _time_left(when, limit)


def lateness(due: Due, done: When, zone: ZoneInfo | None = None) -> str:
    """Return by how much something was late: ``late by 2 days``; empty where it was certainly in time.

    Args:
        due: When it was due.
        done: When it was done.
        zone: Where the day of `done` begins; that of `due` unless given.
    """
    when, limit = range_of(done, zone or due.zone, done=True), range_of(due, due.zone)
    if when.last <= limit.first:
        return ""
    if when.first > limit.last:
        return _days_left(when, limit, due.zone) if _by_days(when, limit) else _time_left(when, limit)
    if _open(when, limit):
        return "perhaps late"
    return f"perhaps late, by {_amount(when.last.instant - limit.first.instant)} at most"


def _by_days(when: Range, limit: Range) -> bool:
    """Return True if both are the ends of whole days, so that days are all that can be told."""
    return limit.first == limit.last and not limit.last.reached and not when.last.reached and when.last != END


def _days_left(when: Range, limit: Range, zone: ZoneInfo) -> str:
    last = _day(limit.last, zone)
    fewest, most = (last - _day(when.last, zone)).days, (last - when.first.instant.astimezone(zone).date()).days
    if fewest == most == 0:
        return "due today"
    return _between((_amount(abs(fewest) * ONE_DAY), _amount(abs(most) * ONE_DAY)), (fewest, most))


def _day(end: Tick, zone: ZoneInfo) -> dt.date:
    return (end.instant.astimezone(zone) - dt.timedelta(microseconds=not end.reached)).date()


def _time_left(when: Range, limit: Range) -> str:
    if _open(when, limit):
        return "late" if when.first > limit.last else "time left not known"
    fewest, most = limit.first.instant - when.last.instant, limit.last.instant - when.first.instant
    signs = (-1 if when.last > limit.first else 1, -1 if when.first > limit.last else 1)
    return _between((_amount(abs(fewest)), _amount(abs(most))), signs)


def _open(when: Range, limit: Range) -> bool:
    """Return True if an end of either is not bounded, so that no length of time can be told."""
    return BEGINNING in (when.first, limit.first) or END in (when.last, limit.last)


def _between(amounts: tuple[str, str], signs: tuple[int, int]) -> str:
    fewest, most = amounts
    if signs[0] < 0 <= signs[1]:
        return f"late by {fewest} at most, or {most} left at most"
    if signs[0] < 0:
        return f"late by {most}" if fewest == most else f"late by {most} to {fewest}"
    return f"{most} left" if fewest == most else f"{fewest} to {most} left"


def _amount(length: dt.timedelta) -> str:
    """Return a length of time in its largest unit and the next, as far as they are not nothing."""
    words = []
    for unit, size in _UNITS:
        number, length = divmod(length, size)
        if number:
            words.append(f"{number} {unit}{'s' * (number != 1)}")
    return " ".join(words[:2]) or "less than a minute"
