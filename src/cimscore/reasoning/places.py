"""A program's calendars with the holidays of single places that a case names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from cimscore.calendars import Calendar, LocalDays
from cimscore.case import LocalDaysEntry, Unknown


def with_local_days(calendars: Iterable[Calendar], entries: Iterable[LocalDaysEntry]) -> Mapping[str, Calendar]:
    """Return calendars by id, each with the days of the places that lie in it: in every one where no state is named.

    Args:
        calendars: The calendars.
        entries: The holidays of single places.
    """
    found = {calendar.id: calendar for calendar in calendars}
    for entry in entries:
        for named, calendar in found.items():
            if isinstance(entry.state, Unknown) or calendar.is_called(entry.state):
                found[named] = calendar.with_years_of(entry.at, _days(entry))
    return found


def _days(entry: LocalDaysEntry) -> LocalDays:
    return LocalDays(
        added=dict.fromkeys(entry.holidays, f"holiday in {entry.at}"),
        removed=frozenset(entry.working),
        years=entry.named,
        sources=dict.fromkeys(entry.named, "the case document"),
    )
