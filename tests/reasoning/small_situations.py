"""A small case, read as graded relations: what a test changes of it, and what a relation holds of."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    HouseholdEntry,
    Moment,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.reasoning.situation import Asked, situation_of

ZONE = ZoneInfo("Australia/Brisbane")
RECEIVED = Moment(dt.datetime(2025, 3, 3, 10, 15, tzinfo=ZONE))


def person(id: str, born: str = "", **more: object) -> PersonEntry:
    return PersonEntry(id=id, born=dt.date.fromisoformat(born) if born else UNKNOWN, **more)


def case(**parts: object) -> Case:
    """Mia and her child Ari in one of two homes, and what else is said."""
    given = {
        "id": "example",
        "dates": Dates(received=RECEIVED),
        "people": (person("ari", "2014-05-02"), person("mia", "1986-01-20")),
        "households": (HouseholdEntry(id="north", area="Logan"), HouseholdEntry(id="south")),
        "residences": (
            ResidenceEntry(person="ari", household="north", kind=ResidenceKind.FULL_TIME),
            ResidenceEntry(person="mia", household="north", kind=ResidenceKind.FULL_TIME),
        ),
        "relationships": (RelationshipEntry(from_="mia", to="ari", kind=RelationshipKind.PARENT),),
        "concerns": (
            ConcernEntry(
                id="c1", about=("ari",), place="north", kind=ConcernKind.HARM, occurred=Moment(dt.date(2025, 3, 1))
            ),
        ),
    }
    return Case(**{**given, **parts})


def read(**parts: object):
    return situation_of(Asked(case(**parts), ZONE, (10, 18), (30,)))


def grades(situation, relation) -> dict[tuple, int]:
    return dict(situation.base[relation.key].rows) if relation.key in situation.base else {}
