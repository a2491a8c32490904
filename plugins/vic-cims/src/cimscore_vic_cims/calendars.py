"""Victoria's business days, as metropolitan Melbourne keeps them unless a council has chosen otherwise."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from importlib.metadata import version
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar, LocalDays
from cimscore.errors import CalendarError

YEARS: Final = range(2018, 2028)
METROPOLITAN: Final = "metropolitan Melbourne"
CUP_DAY: Final = "Melbourne Cup Day"
GRAND_FINAL: Final = "Friday before the AFL Grand Final"
GRAND_FINAL_FIXED_UNTIL: Final = 2025
"""The league fixes the day of its final, and the Friday before it follows; later years are by rule."""

# From the state's page of public holidays outside the metropolitan area for 2025, as updated on 8 May 2025. Half days,
# as in Warracknabeal, and what a council has declared since are not here.
COUNCIL_DAYS_2025: Final = {
    "Bendigo": dt.date(2025, 10, 29),
    "Geelong": dt.date(2025, 10, 22),
    "Kyneton": dt.date(2025, 11, 5),
    "Moyne": dt.date(2025, 5, 1),
    "Murtoa": dt.date(2025, 10, 3),
    "Warrnambool": dt.date(2025, 5, 1),
    "Wodonga": dt.date(2025, 11, 28),
    "Mildura south of Murray-Sunset National Park": dt.date(2025, 10, 8),
}
"""The day that is kept in a place in the year 2025, in place of Melbourne Cup Day."""

GAPS: Final = (
    f"Which councils keep another day than {CUP_DAY}, and which, is known for 2025 only, as told by May of that year.",
    f"The {GRAND_FINAL} is expected by rule after {GRAND_FINAL_FIXED_UNTIL}.",
)


def victoria() -> Calendar:
    """The business days of Victoria, 2018 to 2027, in Melbourne time.

    Melbourne Cup Day is kept everywhere but where a council outside the metropolitan area has chosen
    another day. The calendar knows some of those for 2025: supply the others, with the day chosen and the day not
    kept::

        victoria().with_local("Example Shire", {show_day: "Example Show Day"}, removed=[cup_day])

    Raises:
        CalendarError: The installed ``holidays`` no longer gives the two moving days by their names.
    """
    public = _public_holidays()
    return Calendar(
        id="victoria",
        title="Victoria",
        zone=ZoneInfo("Australia/Melbourne"),
        first_year=YEARS[0],
        last_year=YEARS[-1],
        version=f"holidays {version('holidays')}, VIC",
        holidays=public,
        local={METROPOLITAN: LocalDays(), **_council_days(_called(CUP_DAY, public))},
        predicted=frozenset(day for day in _called(GRAND_FINAL, public) if day.year > GRAND_FINAL_FIXED_UNTIL),
        replaceable=_called(CUP_DAY, public),
        gaps=GAPS,
    )


def _public_holidays() -> Mapping[dt.date, str]:
    import holidays  # noqa: PLC0415 - here, so that importing the plugin stays quick

    public = holidays.country_holidays("AU", subdiv="VIC", years=YEARS, language="en_AU")
    for name in (CUP_DAY, GRAND_FINAL):
        if {day.year for day in _called(name, public)} != set(YEARS):
            raise CalendarError(
                f"holidays {version('holidays')} does not give {name!r} for every year from {YEARS[0]} to "
                f"{YEARS[-1]}, so it cannot be told from the other holidays. Install holidays 0.109."
            )
    return dict(public)


def _council_days(cups: frozenset[dt.date]) -> dict[str, LocalDays]:
    return {
        place: LocalDays(
            added={day: f"{place}'s own day"},
            removed=frozenset(cup for cup in cups if cup.year == day.year),
            years=frozenset({day.year}),
        )
        for place, day in COUNCIL_DAYS_2025.items()
    }


def _called(name: str, public: Mapping[dt.date, str]) -> frozenset[dt.date]:
    return frozenset(day for day, given in public.items() if given == name)
