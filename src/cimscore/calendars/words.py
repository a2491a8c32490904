"""Days, instants and zones in plain words, the same on every machine whatever its language."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from cimscore.calendars.days import ONE_DAY, PartHoliday, Skipped

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LAST_MICROSECOND = 999_999


def weekday_in_words(day: dt.date) -> str:
    """Return the day of the week: ``Thursday``."""
    return _WEEKDAYS[day.weekday()]


def day_in_words(day: dt.date) -> str:
    """Return the day with its weekday: ``Thursday 6 March 2025``."""
    return f"{weekday_in_words(day)} {date_in_words(day)}"


def date_in_words(day: dt.date) -> str:
    """Return the day alone: ``6 March 2025``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def clock_in_words(clock: dt.time) -> str:
    """Return the time of day, with seconds only if needed: ``14:00``, ``14:00:05``."""
    return clock.isoformat(timespec="seconds" if clock.second or clock.microsecond else "minutes")


def instant_in_words(instant: dt.datetime) -> str:
    """Return the day and time: ``Tuesday 4 March 2025, 14:00``."""
    return f"{day_in_words(instant)}, {clock_in_words(instant.time())}"


def end_in_words(instant: dt.datetime) -> str:
    """Return the end of a period in words. Midnight takes the name of the day that it ends."""
    if instant.microsecond == _LAST_MICROSECOND:
        # "23:59:59" beside "end of day" would look like another end: the full second is said.
        instant += dt.timedelta(microseconds=1)
    # "Wednesday, 00:00" would be read as the end of Wednesday by many, a day late.
    if instant.time() == dt.time():
        return f"{day_in_words(instant.date() - ONE_DAY)}, end of day"
    return instant_in_words(instant)


def zone_in_words(zone: ZoneInfo) -> str:
    """Return the name of the time zone: ``Brisbane time``."""
    city = zone.key.rpartition("/")[2].replace("_", " ")
    return city if city == "UTC" else f"{city} time"


def skipped_in_words(skipped: Skipped) -> str:
    """Return a skipped day with its reason: ``Tuesday 5 November 2024 (Melbourne Cup Day)``."""
    weekday = weekday_in_words(skipped.day)
    why = "" if skipped.why == weekday else f" ({skipped.why}{', expected, not yet fixed' * skipped.predicted})"
    return f"{day_in_words(skipped.day)}{why}"


def part_holiday_in_words(part: PartHoliday) -> str:
    """Return a sentence which says that a day counts although part of it is a holiday."""
    begins = clock_in_words(part.begins)
    return f"{day_in_words(part.day)} is a holiday only from {begins} ({part.name}) and counts as a business day."
