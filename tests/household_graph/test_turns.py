"""Where somebody is on a day: by turns, within limits, or not told."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from invented_families import case, person, stay

from cimscore.case import UNKNOWN, ConcernEntry, Moment, PartialDay, Rota
from cimscore.household_graph import Days, Entered, is_here_on, ties_of

MONDAY = dt.date(2025, 3, 3)


def on(day: str) -> dt.date:
    return dt.date.fromisoformat(day)


def by_turns(home: str, from_: str, here: int = 7, away: int = 7):
    rota = Rota(here=here, away=away, from_=on(from_) if from_ else UNKNOWN)
    return attrs.evolve(stay("ari", home, "part-time"), rota=rota)


@pytest.mark.parametrize(
    ("day", "here"),
    [("2025-03-03", True), ("2025-03-09", True), ("2025-03-10", False), ("2025-03-17", True), ("2025-02-24", False)],
)
def test_a_week_about_is_here_and_away_in_turn_before_and_after_its_first_day(day: str, here: bool) -> None:
    assert is_here_on(by_turns("north", "2025-03-03"), on(day)) is here
    assert is_here_on(by_turns("south", "2025-03-10"), on(day)) is not here


def test_every_second_weekend_is_two_days_of_fourteen() -> None:
    weekend = by_turns("north", "2025-03-01", here=2, away=12)
    days = [MONDAY + dt.timedelta(days=more) for more in range(28)]

    assert [str(day) for day in days if is_here_on(weekend, day)] == [
        "2025-03-15", "2025-03-16", "2025-03-29", "2025-03-30",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("here", "away", "from_", "day", "told"),
    [
        (7, 7, PartialDay(2025, 3), "2025-06-04", None),  # every turn is possible within a month
        (7, 7, PartialDay(2024), "2025-06-04", None),
        (60, 30, PartialDay(2025, 3), "2025-04-10", True),  # begun between 10 and 40 days before
        (60, 30, PartialDay(2025, 3), "2025-06-05", None),
        (60, 60, PartialDay(2025, 3), "2025-06-05", False),  # begun between 66 and 96 days before
    ],
)
def test_turns_from_a_month_or_a_year_are_told_where_every_day_of_it_gives_the_same(
    here: int, away: int, from_: PartialDay, day: str, told: bool | None
) -> None:
    row = attrs.evolve(stay("ari", "north", "part-time"), rota=Rota(here=here, away=away, from_=from_))
    assert is_here_on(row, on(day)) is told


def test_where_the_week_or_a_limit_is_not_known_nothing_is_told() -> None:
    assert is_here_on(by_turns("north", ""), MONDAY) is None
    assert is_here_on(stay("ari", "north", "full-time", until=UNKNOWN), MONDAY) is None
    assert is_here_on(stay("ari", "north", "part-time"), MONDAY) is None


def test_outside_its_limits_a_stay_is_nowhere_and_within_them_a_full_time_one_is_here() -> None:
    row = stay("ari", "north", "full-time", from_=MONDAY, until=MONDAY)

    assert [is_here_on(row, MONDAY + dt.timedelta(days=more)) for more in (-1, 0, 1)] == [False, True, False]


@pytest.mark.parametrize(
    ("limits", "here"),
    [
        ({"from_": PartialDay(2025, 3)}, [False, None, None, True, True]),
        ({"until": PartialDay(2025, 3)}, [True, True, None, None, False]),
        ({}, [True, True, True, True, True]),
    ],
)
def test_within_a_month_in_which_a_stay_begins_or_ends_nothing_is_told(limits: object, here: list[bool | None]) -> None:
    row = stay("ari", "north", "full-time", **limits)
    days = ["2025-02-28", "2025-03-01", "2025-03-30", "2025-03-31", "2025-04-01"]

    assert [is_here_on(row, on(day)) for day in days] == here


@pytest.mark.parametrize(("occurred", "place"), [("2025-03-05", "south"), ("2025-02-25", "north")])
def test_where_it_happened_is_worked_with_as_the_home_in_which_the_child_was_that_day(
    occurred: str, place: str
) -> None:
    rows = by_turns("south", "2025-03-03"), by_turns("north", "2025-02-24")
    concern = ConcernEntry(id="c1", about=("ari",), occurred=Moment(on(occurred)))
    entered = Entered(case((person("ari", "2014-05-02"),), residences=rows, concerns=(concern,)), Days(None, None))

    assert ties_of(entered).open["place@c1"].working == place
