"""The business days of Victoria, the one state whose holidays the program knows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib.metadata import version
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar, LocalDays
from cimscore.errors import CalendarError

ZONE: Final = ZoneInfo("Australia/Melbourne")
YEARS: Final = range(2018, 2028)
METROPOLITAN: Final = "metropolitan Melbourne"
CUP_DAY: Final = "Melbourne Cup Day"
GRAND_FINAL: Final = "Friday before the AFL Grand Final"
GRAND_FINAL_FIXED_UNTIL: Final = 2025

GAPS: Final = (
    f"Which councils keep another day than {CUP_DAY}, and which day, is not known.",
    f"The {GRAND_FINAL} is expected by rule after {GRAND_FINAL_FIXED_UNTIL}.",
)


def victoria() -> Calendar:
    """The business days of Victoria, 2018 to 2027, in Melbourne time.

    Raises:
        CalendarError: The installed ``holidays`` no longer names the two moving days.
    """
    import holidays  # noqa: PLC0415 - here, so that importing the plugin stays quick

    public = dict(holidays.country_holidays("AU", subdiv="VIC", years=YEARS, language="en_AU"))
    finals = _called(GRAND_FINAL, public)
    return Calendar(
        id="victoria",
        title="Victoria",
        zone=ZONE,
        first_year=YEARS[0],
        last_year=YEARS[-1],
        version=f"holidays {version('holidays')}, VIC",
        holidays=public,
        local={METROPOLITAN: LocalDays()},
        predicted=frozenset(day for day in finals if day.year > GRAND_FINAL_FIXED_UNTIL),
        replaceable=_called(CUP_DAY, public),
        gaps=GAPS,
    )


def _called(name: str, public: Mapping[dt.date, str]) -> frozenset[dt.date]:
    found = frozenset(day for day, given in public.items() if given == name)
    if {day.year for day in found} != set(YEARS):
        raise CalendarError(
            f"holidays {version('holidays')} does not give {name!r} for every year from {YEARS[0]} to {YEARS[-1]}, so "
            "it cannot be told from the other holidays. Install holidays 0.109."
        )
    return found
