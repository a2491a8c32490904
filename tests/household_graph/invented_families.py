"""Invented families for the tests of the graph."""

from __future__ import annotations

import datetime as dt

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    HouseholdEntry,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Unborn,
)

DAY = dt.date(2025, 3, 3)


def person(id: str, born: str = "", **more: object) -> PersonEntry:
    return PersonEntry(id=id, born=dt.date.fromisoformat(born) if born else UNKNOWN, **more)


def unborn(id: str, mother: str = "") -> PersonEntry:
    return PersonEntry(id=id, unborn=Unborn(mother=mother or UNKNOWN))


def stay(person: str, household: str, kind: str = "", **limits: object) -> ResidenceEntry:
    known = ResidenceKind(kind) if kind else UNKNOWN
    return ResidenceEntry(person=person, household=household, kind=known, **limits)


def kin(from_: str, kind: str, to: str) -> RelationshipEntry:
    return RelationshipEntry(from_=from_, to=to, kind=RelationshipKind(kind) if kind else UNKNOWN)


def case(people: tuple[PersonEntry, ...], homes: str = "north south", **more: object) -> Case:
    households = tuple(HouseholdEntry(id=id) for id in homes.split())
    return Case(id="example", people=people, households=households, **more)


def two_homes() -> Case:
    return case(
        (person("ari", "2014-05-02"), person("mia", "1986-01-20"), person("leo", "1984-09-09")),
        residences=(
            stay("ari", "south", "part-time"), stay("ari", "north", "part-time"),
            stay("mia", "north", "full-time"), stay("leo", "south", "full-time"),
        ),
        relationships=(kin("mia", "parent", "ari"), kin("leo", "parent", "ari")),
        concerns=(
            ConcernEntry(id="c1", about=("ari",), place="north", responsible=("mia",), kind=ConcernKind.HARM),
            ConcernEntry(id="c2", about=("ari",), place="south", responsible=("leo",), kind=ConcernKind.RISK),
        ),
    )  # fmt: skip
