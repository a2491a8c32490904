"""Calendars have the days of every year that they claim, and of no other."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.calendars import Calendar
from cimscore.testing.conformance.subject import Subject


def calendars_have_their_days(subject: Subject) -> Iterator[str]:
    """Yield each year that a calendar claims without a holiday, and each holiday outside its years."""
    for calendar in subject.program.declared.calendars:
        yield from (f"calendar {calendar.id}: {line}" for line in _of_calendar(calendar))


def _of_calendar(calendar: Calendar) -> Iterator[str]:
    years = range(calendar.first_year, calendar.last_year + 1)
    known = {day.year for day in calendar.holidays}
    for year in years:
        if year not in known:
            yield f"covers {year} and knows no holiday of it: give its days, or end the calendar before"
    for day in calendar.holidays:
        if day.year not in years:
            yield f"{day} lies outside its years {calendar.first_year} to {calendar.last_year}"
