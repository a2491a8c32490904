"""The weekday holidays of every state to 2035, worked out here from their rules and not from the package."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from functools import cache

import pytest

from cimscore.calendars import Calendar
from cimscore_ndis_incidents.calendars import STATES, YEARS, state_calendars

Day = dt.date
STATE = [state.id for state in STATES]
ANZAC_SUNDAY = {"queensland", "western-australia", "northern-territory", "australian-capital-territory"}
ANZAC_SATURDAY = {"western-australia", "australian-capital-territory"}
MONDAYS = {
    "victoria": [(3, 2), (6, 2)],
    "queensland": [(5, 1), (10, 1)],
    "new-south-wales": [(6, 2), (10, 1)],
    "south-australia": [(3, 2), (6, 2), (10, 1)],
    "western-australia": [(3, 1), (6, 1)],
    "tasmania": [(3, 2), (6, 2)],
    "northern-territory": [(5, 1), (6, 2), (8, 1)],
    "australian-capital-territory": [(3, 2), (6, 2), (10, 1)],
}
"""The Mondays of each state: the month, and which Monday in it."""
YEAR_BY_YEAR = {"King's Birthday", "Queen's Birthday", "Friday before the AFL Grand Final", "The Royal Queensland Show"}
"""Days that a state fixes one year at a time, or that go by a show or a game: no rule gives them."""
ONCE = {
    ("new-south-wales", Day(2026, 4, 27)),
    ("new-south-wales", Day(2027, 4, 26)),
    ("south-australia", Day(2021, 4, 26)),
    *((state, Day(2022, 9, 22)) for state in STATE),
}
"""Holidays that a state gave for single years, or that a law since then has ended."""


def monday(year: int, month: int, number: int) -> Day:
    first = Day(year, month, 1)
    return first + dt.timedelta(days=-first.weekday() % 7 + 7 * (number - 1))


def easter_sunday(year: int) -> Day:
    """Return Easter Sunday by the rule of Gauss, for the years 1900 to 2099 without its two exceptions."""
    moon = (19 * (year % 19) + 24) % 30
    days = moon + (2 * (year % 4) + 4 * (year % 7) + 6 * moon + 5) % 7
    return Day(year, 3, 22) + dt.timedelta(days=days)


def of_rules(state: str, year: int) -> Iterator[Day]:
    """Yield the holidays of a year, and the Mondays that stand for those of a weekend."""
    for day in (Day(year, 1, 1), Day(year, 1, 26)):
        yield day if day.weekday() < 5 else day + dt.timedelta(days=7 - day.weekday())
    yield from (easter_sunday(year) + dt.timedelta(days=days) for days in (-2, 1))
    anzac, christmas = Day(year, 4, 25), Day(year, 12, 25)
    yield anzac
    if (anzac.weekday() == 6 and state in ANZAC_SUNDAY) or (anzac.weekday() == 5 and state in ANZAC_SATURDAY):
        yield anzac + dt.timedelta(days=7 - anzac.weekday())
    yield from (monday(year, month, number) for month, number in MONDAYS[state])
    if state == "victoria":
        yield monday(year, 11, 1) + dt.timedelta(days=1 if monday(year, 11, 1).day < 7 else -6)
    if state == "australian-capital-territory":
        yield Day(year, 5, 27) + dt.timedelta(days=-Day(year, 5, 27).weekday() % 7)
    yield from (christmas, christmas + dt.timedelta(days=1))
    yield from {
        4: [Day(year, 12, 28)], 5: [Day(year, 12, 27), Day(year, 12, 28)], 6: [Day(year, 12, 27)],
    }.get(christmas.weekday(), [])  # fmt: skip


@cache
def calendars() -> dict[str, Calendar]:
    return {calendar.id: calendar for calendar in state_calendars()}


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("state", STATE)
def test_the_holidays_of_a_state_are_those_of_its_rules(state: str, year: int) -> None:
    ruled = {day for day in of_rules(state, year) if day.weekday() < 5}
    kept = {
        day: name
        for day, name in calendars()[state].holidays.items()
        if day.year == year and day.weekday() < 5 and (state, day) not in ONCE
    }
    assert ruled - kept.keys() == set()
    assert {name for day, name in kept.items() if day not in ruled} <= YEAR_BY_YEAR
