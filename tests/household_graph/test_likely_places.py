"""The home in which a concern is taken to have happened, until it is told."""

from __future__ import annotations

import datetime as dt

import pytest
from invented_families import DAY, case, person, stay

from cimscore.case import UNKNOWN, Between, ConcernEntry, Moment
from cimscore.household_graph import Days, Entered, ties_of

DURING = dt.timedelta(days=5)
ON_A_DAY, WITHIN_DAYS = Moment(DAY), Between(Moment(DAY - DURING), Moment(DAY + DURING))
MOVED_OUT, STILL_THERE = {"until": DAY - 2 * DURING}, {"from_": DAY - DURING}
PERHAPS, MOVED_IN_MEANWHILE = {"from_": UNKNOWN, "until": UNKNOWN}, {"from_": DAY}


def place_of(north, south, occurred) -> str:
    """Return where a concern about a child with a stay in each of two homes is taken to have happened."""
    stays = (stay("ari", "north", "full-time", **north), stay("ari", "south", "full-time", **south))
    concern = ConcernEntry(id="c1", about=("ari",), occurred=occurred)
    family = case((person("ari", "2014-05-02"),), residences=stays, concerns=(concern,))
    return ties_of(Entered(family, Days(DAY + DURING, DAY + DURING))).open["place@c1"].working


@pytest.mark.parametrize(
    ("north", "south", "occurred"),
    [
        (MOVED_OUT, STILL_THERE, ON_A_DAY),
        (MOVED_OUT, PERHAPS, ON_A_DAY),
        (PERHAPS, STILL_THERE, ON_A_DAY),
        (MOVED_OUT, MOVED_IN_MEANWHILE, WITHIN_DAYS),
        (PERHAPS, STILL_THERE, WITHIN_DAYS),
    ],
    ids=["lived, lives", "lived, may live", "may live, lives", "lived, moved in", "may live, lives for days"],
)
def test_it_happened_in_the_home_in_which_the_child_is_most_surely_at_the_time(north, south, occurred) -> None:
    assert place_of(north, south, occurred) == "south"


def test_where_the_day_is_not_known_every_stay_is_as_likely_and_the_first_home_by_name_is_taken() -> None:
    assert place_of(MOVED_OUT, STILL_THERE, UNKNOWN) == "north"


def test_where_nobody_it_is_about_lives_in_a_home_it_is_taken_to_have_happened_in_none() -> None:
    concern = ConcernEntry(id="c1", about=("ari",), occurred=ON_A_DAY)
    facts = ties_of(Entered(case((person("ari", "2014-05-02"),), concerns=(concern,)), Days(DAY, DAY)))

    assert facts.open["place@c1"].working == "elsewhere"
