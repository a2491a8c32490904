"""Queensland's business days, with the holidays that belong to a place given to that place alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib.metadata import version
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar, LocalDays, PartHoliday
from cimscore.errors import CalendarError

YEARS: Final = range(2018, 2028)
CHRISTMAS_EVE_SINCE: Final = 2019
BRISBANE_SHOW: Final = "The Royal Queensland Show"

# From the published table of show holidays for 2025, by part of a local government area. That table names more
# places; of one that is missing here the local holidays are not known, which is not to have none.
SHOW_DAYS_2025: Final = {
    "Stanthorpe": dt.date(2025, 1, 31),
    "Allora": dt.date(2025, 2, 7),
    "Killarney": dt.date(2025, 2, 21),
    "Warwick": dt.date(2025, 3, 21),
    "Toowoomba": dt.date(2025, 3, 28),
    "Wandoan": dt.date(2025, 4, 4),
    "Dalby": dt.date(2025, 4, 11),
    "Goondiwindi": dt.date(2025, 5, 2),
    "Taroom": dt.date(2025, 5, 6),
}
GAPS: Final = (
    f"Show days outside Brisbane are known for 2025 only, and only for {', '.join(SHOW_DAYS_2025)}.",
    "Special and bank holidays of a single place are not known.",
)


def queensland() -> Calendar:
    """The business days of Queensland, 2018 to 2027, in Brisbane time.

    The Royal Queensland Show is a holiday of Brisbane only. Christmas Eve is one from 6 pm only,
    since 2019, and a business day throughout.

    Raises:
        CalendarError: The installed ``holidays`` no longer gives the Brisbane show day by its name.
    """
    public = _public_holidays()
    brisbane = {day: name for day, name in public.items() if name == BRISBANE_SHOW}
    return Calendar(
        id="queensland",
        title="Queensland",
        zone=ZoneInfo("Australia/Brisbane"),
        first_year=YEARS[0],
        last_year=YEARS[-1],
        version=f"holidays {version('holidays')}, QLD",
        holidays={day: name for day, name in public.items() if day not in brisbane},
        local={"Brisbane": LocalDays(added=brisbane), **_show_days()},
        part_days=tuple(map(_christmas_eve, range(CHRISTMAS_EVE_SINCE, YEARS.stop))),
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


def _show_days() -> dict[str, LocalDays]:
    return {
        place: LocalDays(added={day: f"{place} show day"}, years=frozenset({day.year}))
        for place, day in SHOW_DAYS_2025.items()
    }


def _christmas_eve(year: int) -> PartHoliday:
    return PartHoliday(day=dt.date(year, 12, 24), begins=dt.time(18), name="Christmas Eve")
