"""Entries of which little is known add up without an explosion."""

from __future__ import annotations

import datetime as dt

from cimscore.case import UNKNOWN, Case, HouseholdEntry, PersonEntry, ResidenceEntry
from cimscore.household_graph import HouseholdGraph


def test_forty_unknown_stays_in_one_home_leave_open_whether_somebody_lives_there() -> None:
    row = ResidenceEntry(person="a", household="h", kind=UNKNOWN, from_=UNKNOWN, until=UNKNOWN)
    people, households = (PersonEntry(id="a"),), (HouseholdEntry(id="h"),)
    graph = HouseholdGraph(Case(id="x", people=people, households=households, residences=(row,) * 40))

    assert not graph.lives_in("a", "h", dt.date(2025, 3, 3)).known
