"""Of several days that may start a clock the earliest counts: within what is known of each, in every world."""

from __future__ import annotations

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import Due
from cimscore.clocks import Uncounted
from cimscore.reasoning.timing.earliest import earliest_day

UTC = ZoneInfo("UTC")
START = dt.datetime(2025, 3, 1, tzinfo=dt.UTC)
UNCOUNTED = Uncounted("3 days", "a moment", "the place is not known")


def due(first: int, last: int | None = None, why: str = "") -> Due:
    """Return a day of March, or a range of days and why it is one."""
    ends = (START + dt.timedelta(days=first), START + dt.timedelta(days=first if last is None else last))
    return Due(earliest=ends[0], latest=ends[1], zone=UTC, unsettled=(why,) if why else ())


def told(days: Mapping[Due | Uncounted, int]) -> dict[tuple[int, int] | str, int]:
    return {_name(each): grade for each, grade in earliest_day(dict(days)).items()}


def _name(day: Due | Uncounted) -> tuple[int, int] | str:
    if isinstance(day, Uncounted):
        return "not counted"
    return (day.earliest - START).days, (day.latest - START).days


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ({due(5): 3}, {(5, 5): 3}),
        ({due(5): 3, due(8): 3}, {(5, 5): 3}),
        ({due(5): 1, due(8): 3}, {(5, 5): 1, (8, 8): 2}),
        ({due(5): 2, due(8): 3}, {(5, 5): 2, (8, 8): 1}),
        ({due(1, 4): 3, due(5, 9): 3}, {(1, 4): 3}),
        ({due(1, 9): 3, due(4): 3}, {(1, 4): 3}),
        ({due(1, 5): 3, due(3, 8): 3}, {(1, 5): 3}),
        ({due(1, 9): 2, due(4): 3}, {(4, 4): 1, (1, 4): 3}),
        ({due(1, 9): 1, due(4): 3}, {(4, 4): 2, (1, 4): 1}),
        ({due(1, 9): 3, due(4): 1}, {(1, 9): 3, (1, 4): 1}),
        ({due(1, 9): 2, due(4): 2}, {(1, 9): 1, (4, 4): 1, (1, 4): 2}),
        ({due(1, 9): 3, due(4): 3, UNCOUNTED: 3}, {(1, 4): 3}),
        ({due(1, 9): 2, due(4): 2, UNCOUNTED: 3}, {(1, 9): 1, (4, 4): 1, (1, 4): 2, "not counted": 1}),
    ],
)
def test_the_earliest_of_what_may_be_due(days, expected) -> None:
    assert told(days) == expected


@pytest.mark.parametrize("why", ["the moment from which it counts is not known", "the period is not known"])
@pytest.mark.parametrize("grade", [1, 2, 3])
def test_what_counts_from_a_moment_that_is_not_known_may_be_sooner_than_any_day(why: str, grade: int) -> None:
    (found,) = earliest_day({due(5): 3, due(8): 3, Uncounted("3 days", "a moment", why): grade})
    assert isinstance(found, Due)
    assert not found.opens
    assert found.latest == due(5).latest
    assert why in " ".join(found.unsettled)


def worlds(days: Mapping[Due, int], chance: random.Random) -> Iterator[int]:
    """Yield the earliest day of worlds: each with what is certain and some of the rest, each somewhere in its range."""
    ranges = {day: _name(day) for day in days}
    certain = [day for day, grade in days.items() if grade == 3]
    others = [day for day, grade in days.items() if grade < 3]
    for size in range(len(others) + 1):
        for some in itertools.combinations(others, size):
            holding = [ranges[day] for day in (*certain, *some)]
            for _ in range(8 if holding else 0):
                yield min(chance.choice((first, last, chance.randint(first, last))) for first, last in holding)


@pytest.mark.parametrize("seed", range(40))
def test_in_every_world_the_earliest_lies_where_it_is_certain_and_where_it_is_possible(seed: int) -> None:
    chance = random.Random(seed)
    days: dict[Due, int] = {}
    for _ in range(chance.randint(2, 8)):
        first = chance.randint(0, 20)
        days[due(first, first + chance.choice((0, 0, 3, 9)))] = chance.randint(1, 3)

    found = told(days)

    for day in worlds(days, chance):
        assert any(first <= day <= last for first, last in found)
        assert all(first <= day <= last for (first, last), grade in found.items() if grade == 3)


def test_of_many_open_days_each_that_can_be_the_first_is_told() -> None:
    open_days = {due(first, first + 5): 1 for first in range(1, 30)}

    assert told({**open_days, due(4): 3}) == {(1, 4): 1, (2, 4): 1, (3, 4): 1, (4, 4): 2}
    assert told({**open_days, due(4): 3, due(3, 9): 2}) == {(1, 4): 1, (2, 4): 1, (3, 4): 2, (4, 4): 1}


@pytest.mark.parametrize("seed", range(40))
def test_knowing_more_tells_no_day_that_was_ruled_out(seed: int) -> None:
    """Reasons are part of what is told of a day: of two that end alike each stands for itself."""
    chance = random.Random(seed)
    days: dict[Due, int] = {}
    for _ in range(chance.randint(2, 8)):
        first = chance.randint(0, 6)
        day = due(first, first + chance.choice((0, 0, 1, 3)), chance.choice(("", "here", "there")))
        days[day] = chance.randint(1, 3)

    before = earliest_day(dict(days))

    for _ in range(20):
        more = {day: grade if grade == 3 else chance.choice((0, grade, 3)) for day, grade in days.items()}
        assert earliest_day({day: grade for day, grade in more.items() if grade}).keys() <= before.keys()
