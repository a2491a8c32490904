"""Invented households for the tests of the pictures."""

from __future__ import annotations

import datetime as dt

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    Gender,
    HouseholdEntry,
    Moment,
    Name,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Unborn,
)

RECEIVED = Dates(received=Moment(dt.date(2025, 3, 3)))
GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE, "a": Gender.ANOTHER, "?": UNKNOWN}


def person(id: str, gender: str, born: str = "") -> PersonEntry:
    day = dt.date.fromisoformat(born) if born else UNKNOWN
    name = Name(given=id.title(), family="Example")
    return PersonEntry(id=id, gender=GENDERS[gender], born=day, name=name)


def stays(*rows: str) -> tuple[ResidenceEntry, ...]:
    split = [row.split() for row in rows]
    return tuple(ResidenceEntry(person=who, household=home, kind=ResidenceKind(kind)) for who, home, kind in split)


def kin(*rows: str) -> tuple[RelationshipEntry, ...]:
    split = [row.split() for row in rows]
    return tuple(RelationshipEntry(from_=one, kind=RelationshipKind(kind), to=other) for one, kind, other in split)


def two_homes() -> Case:
    return Case(
        id="two-homes", dates=RECEIVED,
        people=(person("ari", "m", "2014-05-02"), person("mia", "f", "1986-01-20"), person("leo", "m", "1984-09-09")),
        households=(HouseholdEntry(id="north", area="Logan", label="North"), HouseholdEntry(id="south", label="South")),
        residences=stays("ari north part-time", "ari south part-time", "mia north full-time", "leo south full-time"),
        relationships=kin("mia parent ari", "leo parent ari"),
        concerns=(
            ConcernEntry(id="c1", about=("ari",), place="north", responsible=("mia",), kind=ConcernKind.HARM),
            ConcernEntry(id="c2", about=("ari",), place="south", responsible=("leo",), kind=ConcernKind.RISK),
        ),
    )  # fmt: skip


def visitors_and_twins() -> Case:
    unborn = Unborn(mother="nan", expected=dt.date(2025, 8, 1))
    return Case(
        id="visitors", dates=RECEIVED,
        people=(
            person("nan", "f", "1990-02-01"), person("joe", "m", "1988-03-01"), person("pat", "?", "1991-01-01"),
            person("amy", "f", "2012-01-01"), person("bea", "f", "2016-01-01"), person("zoe", "f", "2015-01-01"),
            person("kit", "a", "2009-01-01"), PersonEntry(id="twin-a", unborn=unborn),
            PersonEntry(id="twin-b", unborn=unborn), PersonEntry(id="zed"),
        ),
        households=(HouseholdEntry(id="home", area="Cairns"), HouseholdEntry(id="zoes", area="Cairns")),
        residences=stays(
            "nan home full-time", "joe home full-time", "amy home full-time", "bea home full-time",
            "zoe zoes full-time", "zoe home visits", "kit home by-choice", "pat zoes full-time",
        ),
        relationships=kin("nan parent amy", "joe parent amy", "nan parent bea", "pat parent zoe", "nan partner joe"),
        concerns=(
            ConcernEntry(id="c1", about=("zoe", "bea"), present=("amy",), place="home", kind=ConcernKind.HARM),
            ConcernEntry(id="c2", about=("twin-a", "twin-b")), ConcernEntry(id="c3", about=("amy",), place="elsewhere"),
        ),
    )  # fmt: skip


def forty_people() -> Case:
    people, residences, relationships = [], [], []
    for home in range(3):
        for number in range(3):
            adult = f"grown{home}{number}"
            people.append(person(adult, "fm?"[number], f"198{number}-01-01"))
            residences.append(f"{adult} h{home} full-time")
        for number in range(10):
            child = f"child{home}{number}"
            people.append(person(child, "fma?"[number % 4], f"201{number}-03-01"))
            residences.append(f"{child} h{home} {'part-time' if number < 3 else 'full-time'}")
            if number < 3:
                residences.append(f"{child} h{(home + 1) % 3} part-time")
            relationships += [f"grown{home}0 parent {child}", f"grown{home}{1 if number < 6 else 2} parent {child}"]
    people.append(
        PersonEntry(id="zed", name=Name(given="Zed-With-A-Very-Long-Name Of Many Parts", family="Example & <Co>"))
    )
    concerns = tuple(
        ConcernEntry(id=f"c{n}", about=(f"child{n % 3}{n % 10}", f"child{n % 3}{(n + 1) % 10}"), place=f"h{n % 3}")
        for n in range(20)
    )
    homes = tuple(HouseholdEntry(id=f"h{n}", area="Logan", label=f"Household {n}") for n in range(3))
    return Case(id="forty", dates=RECEIVED, people=tuple(people), households=homes, residences=stays(*residences),
                relationships=kin(*relationships), concerns=concerns)  # fmt: skip
