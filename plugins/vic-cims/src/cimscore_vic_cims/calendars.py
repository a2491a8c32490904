"""Business days of Victoria, as in metropolitan Melbourne unless a council has chosen another holiday."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from itertools import chain
from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import Calendar, LocalDays, listed_places, named_places
from cimscore.case import place_key
from cimscore.errors import CalendarError

PACKAGE: Final = "cimscore_vic_cims"
YEARS: Final = range(2018, 2036)
METROPOLITAN: Final = "metropolitan Melbourne"
CUP_DAY: Final = "Melbourne Cup Day"
GRAND_FINAL: Final = "Friday before the AFL Grand Final"
GRAND_FINAL_FIXED_UNTIL: Final = 2026
"""The last year for which the league has set its final. Later Fridays before it are predicted by rule."""
COUNCIL_DAYS: Final = "council_days.toml"
"""Holidays of single places, by year, with their source. Add new lists to this file."""

PLACES: Final = "places.toml"
"""The places that are known to lie in Victoria, without their days."""

GAPS: Final = (
    f"Which councils keep another day than {CUP_DAY}, and which, is known for 2025 only, as told by May of that year.",
    "For every other council and year one such day is allowed for.",
    f"The {GRAND_FINAL} is expected by rule after {GRAND_FINAL_FIXED_UNTIL}.",
    "A holiday that the state has not declared yet is not known.",
    "The councils and large towns of Victoria are known by name; of another place the state is asked.",
)


def victoria() -> Calendar:
    """Return the business days of Victoria, 2018 to 2035, in Melbourne time.

    Melbourne Cup Day is kept everywhere but where a council outside the metropolitan area has chosen
    another day. The calendar knows some of those for 2025: supply the others, with the day chosen and the day not
    kept::

        victoria().with_local("Example Shire", {show_day: "Example Show Day"}, removed=[cup_day])

    Raises:
        CalendarError: The installed ``holidays`` no longer gives the two moving days by their names.
    """
    public = _public_holidays()
    councils = listed_places(PACKAGE, COUNCIL_DAYS, public)
    return Calendar(
        id="victoria",
        title="Victoria",
        also_called=("Vic",),
        zone=ZoneInfo("Australia/Melbourne"),
        first_year=YEARS[0],
        last_year=YEARS[-1],
        version=f"holidays {version('holidays')}, VIC",
        holidays=public,
        local={METROPOLITAN: LocalDays(), **dict.fromkeys(_places()["metropolitan"], LocalDays()), **councils.local},
        predicted=frozenset(day for day in _called(GRAND_FINAL, public) if day.year > GRAND_FINAL_FIXED_UNTIL),
        replaceable=_called(CUP_DAY, public),
        whole=councils.whole,
        within=frozenset(chain(*_places().values())),
        gaps=GAPS,
    )


@cache
def lies_in_victoria(place: str) -> bool:
    """Return True if the lists of Victoria's places have a place, whatever the spelling of its name."""
    return place_key(place) in _keys()


@cache
def _keys() -> frozenset[str]:
    return frozenset(map(place_key, (METROPOLITAN, *named_places(PACKAGE, COUNCIL_DAYS), *chain(*_places().values()))))


@cache
def _places() -> Mapping[str, Sequence[str]]:
    return tomllib.loads(files(PACKAGE).joinpath(PLACES).read_text("utf-8"))


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


def _called(name: str, public: Mapping[dt.date, str]) -> frozenset[dt.date]:
    return frozenset(day for day, given in public.items() if given == name)
