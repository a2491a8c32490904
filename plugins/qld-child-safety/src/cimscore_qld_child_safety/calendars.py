"""Business days of Queensland. Holidays of a single place count only there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib.metadata import version
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar, LocalDays, PartHoliday, listed_places
from cimscore.errors import CalendarError

YEARS: Final = range(2018, 2036)
CHRISTMAS_EVE_SINCE: Final = 2019
BRISBANE_SHOW: Final = "The Royal Queensland Show"
BRISBANE_SHOW_FIXED_UNTIL: Final = 2025
"""The last year for which show holidays are appointed. Later years are predicted by rule."""
SHOW_DAYS: Final = "show_days.toml"
"""Show days of single places, by year, with their source. Add new lists to this file."""

GAPS: Final = (
    "Show days outside Brisbane are known for 2025 only, as far as 8 May: else each place may have one in a year.",
    f"The day of {BRISBANE_SHOW} is expected by rule after {BRISBANE_SHOW_FIXED_UNTIL}.",
    "Special and bank holidays of a single place, and what the state has not declared yet, are not known.",
)


def queensland() -> Calendar:
    """Return the business days of Queensland, 2018 to 2035, in Brisbane time.

    The Royal Queensland Show is a holiday of Brisbane only. Christmas Eve is one from 6 pm only,
    since 2019, and a business day throughout.

    Raises:
        CalendarError: The installed ``holidays`` no longer gives the Brisbane show day by its name.
    """
    public = _public_holidays()
    brisbane = {day: name for day, name in public.items() if name == BRISBANE_SHOW}
    shows = listed_places("cimscore_qld_child_safety", SHOW_DAYS, public)
    return Calendar(
        id="queensland",
        title="Queensland",
        also_called=("Qld",),
        zone=ZoneInfo("Australia/Brisbane"),
        first_year=YEARS[0],
        last_year=YEARS[-1],
        version=f"holidays {version('holidays')}, QLD",
        holidays={day: name for day, name in public.items() if day not in brisbane},
        local={"Brisbane": _of_brisbane(brisbane), **shows.local},
        part_days=tuple(map(_christmas_eve, range(CHRISTMAS_EVE_SINCE, YEARS.stop))),
        whole=shows.whole,
        gaps=GAPS,
    )


def _public_holidays() -> Mapping[dt.date, str]:
    import holidays  # noqa: PLC0415 - here, so that importing the plugin stays quick

    public = holidays.country_holidays("AU", subdiv="QLD", years=YEARS, language="en_AU")
    if {day.year for day, name in public.items() if name == BRISBANE_SHOW} != set(YEARS):
        raise CalendarError(
            f"holidays {version('holidays')} does not give {BRISBANE_SHOW!r} for every year from {YEARS[0]} to "
            f"{YEARS[-1]}, so Brisbane's holiday cannot be told from Queensland's. Install holidays 0.109."
        )
    return dict(public)


def _of_brisbane(shows: Mapping[dt.date, str]) -> LocalDays:
    return LocalDays(
        added=shows,
        predicted=frozenset(day for day in shows if day.year > BRISBANE_SHOW_FIXED_UNTIL),
        sources={day.year: "Holidays Act 1983 (Qld), by the rule of the holidays package" for day in shows},
    )


def _christmas_eve(year: int) -> PartHoliday:
    return PartHoliday(day=dt.date(year, 12, 24), begins=dt.time(18), name="Christmas Eve")
