"""Way of counting days: the place of the business days, the first day, and the end."""

from __future__ import annotations

import datetime as dt

import attrs

from cimscore.calendars import EndOfPeriod
from cimscore.case import Unknown

Place = str | Unknown | tuple[str, ...] | None
"""A place, one of several, one not known, or None for the days of the calendar alone."""


@attrs.frozen(kw_only=True)
class Counting:
    """All that a source leaves open about counting days, in one value.

    Attributes:
        place: Whose business days count.
        ends: How a period of days ends on its last day; a time of day is close of business.
        first_day_counts: Counts the day of the event as the first.
        rolls_on: Moves a last calendar day that is no business day on to the next one that is.
    """

    place: Place = None
    ends: EndOfPeriod | dt.time = EndOfPeriod.END_OF_DAY
    first_day_counts: bool = False
    rolls_on: bool = False
