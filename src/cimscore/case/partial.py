"""Days of which only the month or the year is known."""

from __future__ import annotations

import calendar
import datetime as dt

import attrs

_MONTHS = 12


@attrs.frozen
class PartialDay:
    """Day of which only the month and year are known, or only the year.

    Attributes:
        year: The year.
        month: The month, from 1; None if only the year is known.

    Raises:
        ValueError: There is no such month or year.
    """

    year: int
    month: int | None = None

    def __attrs_post_init__(self) -> None:
        if not dt.MINYEAR <= self.year <= dt.MAXYEAR:
            raise ValueError(f"There is no year {self.year!r}: write one from {dt.MINYEAR} to {dt.MAXYEAR}.")
        if self.month is not None and not 1 <= self.month <= _MONTHS:
            raise ValueError(f"There is no month {self.month!r}: write one from 1 to {_MONTHS}.")

    @property
    def first(self) -> dt.date:
        """Return the first day that it can be."""
        return dt.date(self.year, self.month or 1, 1)

    @property
    def last(self) -> dt.date:
        """Return the last day that it can be."""
        month = self.month or _MONTHS
        return dt.date(self.year, month, calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        return f"{self.year:04}" if self.month is None else f"{self.year:04}-{self.month:02}"
