"""General business days of each state and territory. A program with a calendar for its own state overrides them.

Add a line here when a state limits a holiday to one place, or sets one year by year.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.calendars import Calendar, LocalDays
from cimscore.errors import CalendarError

ZONE: Final = ZoneInfo("Australia/Melbourne")
YEARS: Final = range(2018, 2036)
FIXED_UNTIL: Final = 2025
"""The last year for which states have set the holidays that they set one year at a time."""

GAPS: Final = (
    "By the holidays package alone: holidays of a single place are not known, and one in a year is allowed for.",
    "Holidays for a part of a day, and what a state has not declared yet, are not known.",
)


@attrs.frozen(kw_only=True)
class StateDays:
    """A state or territory, with the holidays that need special care.

    Attributes:
        id: Id of its calendar.
        title: Name shown to people.
        short: Abbreviation, which the ``holidays`` package uses too.
        zone: Time zone.
        local: Holidays kept at one place only, with that place. The package gives them to the whole state.
        yearly: Holidays that the state sets one year at a time.
        replaceable: Holiday that a place may keep on another day; empty if there is none.
        keeps: Place that keeps all the state's holidays unchanged; empty if none is known.
    """

    id: str
    title: str
    short: str
    zone: str
    local: Mapping[str, str] = attrs.field(factory=dict)
    yearly: frozenset[str] = frozenset()
    replaceable: str = ""
    keeps: str = ""


STATES: Final = (
    StateDays(
        id="victoria", title="Victoria", short="VIC", zone="Australia/Melbourne", replaceable="Melbourne Cup Day",
        yearly=frozenset({"Friday before the AFL Grand Final"}), keeps="metropolitan Melbourne",
    ),
    StateDays(
        id="queensland", title="Queensland", short="QLD", zone="Australia/Brisbane",
        local={"The Royal Queensland Show": "Brisbane"}, yearly=frozenset({"The Royal Queensland Show"}),
    ),
    StateDays(id="new-south-wales", title="New South Wales", short="NSW", zone="Australia/Sydney"),
    StateDays(id="south-australia", title="South Australia", short="SA", zone="Australia/Adelaide"),
    StateDays(
        id="western-australia", title="Western Australia", short="WA", zone="Australia/Perth",
        yearly=frozenset({"King's Birthday"}),
    ),
    StateDays(id="tasmania", title="Tasmania", short="TAS", zone="Australia/Hobart"),
    StateDays(id="northern-territory", title="Northern Territory", short="NT", zone="Australia/Darwin"),
    StateDays(
        id="australian-capital-territory", title="Australian Capital Territory", short="ACT", zone="Australia/Sydney",
    ),
)  # fmt: skip


def state_calendars() -> tuple[Calendar, ...]:
    """Return the general business days of every state and territory, 2018 to 2035, each in its own time zone.

    Raises:
        CalendarError: The installed ``holidays`` no longer names one of the holidays listed here.
    """
    return tuple(map(_calendar_of, STATES))


def _calendar_of(state: StateDays) -> Calendar:
    public = _public_holidays(state)
    yearly = frozenset(day for day, name in public.items() if name in state.yearly and day.year > FIXED_UNTIL)
    local = {place: LocalDays(added=_called(name, public), predicted=yearly) for name, place in state.local.items()}
    kept = {state.keeps: LocalDays()} if state.keeps else {}
    return Calendar(
        id=state.id,
        title=state.title,
        also_called=(state.short,),
        zone=ZoneInfo(state.zone),
        first_year=YEARS[0],
        last_year=YEARS[-1],
        version=f"{_package()}, {state.short}",
        holidays={day: name for day, name in public.items() if name not in state.local},
        local={**local, **kept},
        predicted=frozenset() if local else yearly,
        replaceable=frozenset(_called(state.replaceable, public)),
        whole=(),
        gives_way=True,
        gaps=GAPS,
    )


@cache
def _package() -> str:
    """Return the package that gives the days, with its version, read once for all states."""
    return f"holidays {version('holidays')}"


def _public_holidays(state: StateDays) -> Mapping[dt.date, str]:
    import holidays  # noqa: PLC0415 - here, so that importing the plugin stays quick

    public = dict(holidays.country_holidays("AU", subdiv=state.short, years=YEARS, language="en_AU"))
    for name in {*state.local, *state.yearly, state.replaceable} - {""}:
        if not {day.year for day in _called(name, public)} >= set(range(FIXED_UNTIL, YEARS.stop)):
            raise CalendarError(
                f"{_package()} does not give {name!r} for every year up to {YEARS[-1]}, so it cannot "
                f"be told from the other holidays of {state.title}. Install holidays 0.109."
            )
    return public


def _called(name: str, public: Mapping[dt.date, str]) -> dict[dt.date, str]:
    return {day: given for day, given in public.items() if given == name}
