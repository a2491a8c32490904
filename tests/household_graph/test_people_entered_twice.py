"""Two entries may be one person: by one name and one birth, by one home, or because one goes by the other's name."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from cimscore.case import (
    Case,
    Home,
    HouseholdEntry,
    Name,
    Part,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.household_graph import Days, Entered

BORN, LATER = dt.date(2014, 5, 2), dt.date(2015, 6, 3)
TODAY = Days(dt.date(2025, 3, 3), dt.date(2025, 3, 3))
ARI = Name(given="Ari", family="Example")


def doubles(first: dict[str, Any], second: dict[str, Any], homes: str = "", **rest: Any) -> tuple[object, ...]:
    """Return the pairs that may be one person; `homes` is the household of each, in order."""
    people = PersonEntry(id="ari", **first), PersonEntry(id="bob", **second)
    stays = tuple(
        ResidenceEntry(person=entry.id, household=home, kind=ResidenceKind.FULL_TIME)
        for entry, home in zip(people, homes.split(), strict=False)
    )
    households = tuple(HouseholdEntry(id=home) for home in sorted(set(homes.split())))
    case = Case(id="twice", people=people, households=households, residences=stays, **rest)
    return Entered(case, TODAY).doubles


@pytest.mark.parametrize(
    ("first", "second", "homes", "may_be_one"),
    [
        ({"name": ARI, "born": BORN}, {"name": ARI, "born": BORN}, "north south", True),
        ({"name": ARI, "born": BORN}, {"name": Name(given=" ARI ", family="example"), "born": BORN}, "", True),
        ({"name": ARI, "born": BORN}, {"name": Name(given="Ari"), "born": BORN}, "", True),
        ({"name": ARI, "born": BORN}, {"name": Name(given="Ari", family="Other"), "born": BORN}, "", False),
        ({"name": ARI, "born": BORN}, {"name": Name(given="Bob", family="Example"), "born": BORN}, "", False),
        ({"name": ARI, "born": BORN}, {"name": ARI, "born": LATER}, "north north", False),
        ({"name": ARI, "born": BORN}, {"name": ARI}, "north north", True),
        ({"name": ARI, "born": BORN}, {"name": ARI}, "north south", False),
        ({"name": ARI, "born": BORN}, {"name": ARI}, "north", True),
        ({"name": ARI, "born": BORN}, {"name": ARI, "home": Home.NONE}, "north", False),
        ({"name": ARI, "born": BORN}, {"name": ARI, "born": BORN, "is_": Part.STAFF}, "", False),
        ({"born": BORN}, {"born": BORN}, "", False),
    ],
)
def test_one_name_and_one_birth_or_no_home_apart_may_be_one_person(
    first: dict[str, Any], second: dict[str, Any], homes: str, may_be_one: bool
) -> None:
    assert doubles(first, second, homes) == ((("ari", "bob"),) if may_be_one else ())


@pytest.mark.parametrize("turned", [False, True])
def test_whoever_goes_by_the_name_of_another_may_be_that_person(turned: bool) -> None:
    called, named = {"also_known_as": ("Ari Example",)}, {"name": ARI}
    pair = (named, called) if turned else (called, named)
    assert doubles(*pair) == (("ari", "bob"),)
    assert doubles({"also_known_as": ("Ari Other",)}, named) == ()
    assert doubles({"name": ARI, "also_known_as": ("Ari Example",)}, {}) == ()


def test_whoever_is_related_to_the_other_is_another_person() -> None:
    row = RelationshipEntry(from_="ari", kind=RelationshipKind.SIBLING, to="bob")
    assert doubles({"name": ARI, "born": BORN}, {"name": ARI, "born": BORN}, relationships=(row,)) == ()
