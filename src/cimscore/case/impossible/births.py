"""Births: what one entry says of the day, and where two things that it says cannot both be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import combinations
from typing import Final, NamedTuple

from cimscore.case.births import Births, said_of_birth
from cimscore.case.impossible.contradiction import Contradiction, Impossibility
from cimscore.case.kin import RelationshipKind
from cimscore.case.material import Material
from cimscore.case.moments import Moment, day_written
from cimscore.case.people import PersonEntry
from cimscore.case.twins import TWINS_APART
from cimscore.case.unknown import Unknown


class End(NamedTuple):
    """First or last possible day of birth of a person.

    Attributes:
        day: The day.
        field: Field of the entry that sets it.
        says: Content of that field, in words.
    """

    day: dt.date
    field: str
    says: str


def ends_of_birth(person: PersonEntry, material: Material) -> tuple[End | None, End | None]:
    """Return the first and the last possible day of birth; None if unbounded.

    Args:
        person: The entry.
        material: The case.
    """
    said = _said(person, material)
    firsts = [End(births.first, field, in_words(person, field)) for field, births in said if births.first]
    lasts = [End(births.last, field, in_words(person, field)) for field, births in said if births.last]
    return max(firsts, default=None), min(lasts, default=None)


def in_words(person: PersonEntry, field: str) -> str:
    """Return what a field of an entry says of the birth: ``born 2018``, ``aged about 7 on 2025-03-03``.

    Args:
        person: The entry.
        field: One of ``born``, ``age``, ``adult``.
    """
    if field == "adult":
        return "an adult" if person.adult else "not an adult yet"
    if field == "age" and not isinstance(person.age, Unknown):
        return str(person.age)
    return f"born {person.born}"


def _said(person: PersonEntry, material: Material) -> list[tuple[str, Births]]:
    received = material.received
    # An age without a day is the age at the receipt of the information.
    day = day_written(received) if isinstance(received, Moment) else None
    return list(said_of_birth(person, day, day))


def _ages_apart(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, person in material.people.items():
        for (field, births), (other_field, other_births) in combinations(_said(person, material), 2):
            if not births.within(other_births).is_possible:
                found = f"{person.label} ({person.id}), {in_words(person, field)} and {in_words(person, other_field)}"
                yield rule.at(found, f"{path}.{other_field}", f"{path}.{field}", hint="Keep the one that is certain.")


def _twins_born_apart(rule: Impossibility, material: Material) -> Iterator[Contradiction]:
    for path, link in material.relationships.items():
        pair = [material.people_by_id.get(twin) for twin in (link.from_, link.to)]
        if link.kind is not RelationshipKind.TWIN or None in pair or link.from_ == link.to:
            continue
        (one_path, one), (other_path, other) = [found for found in pair if found is not None]
        ends = ends_of_birth(one, material), ends_of_birth(other, material)
        # Either twin may be the later one, so compare both ways.
        for first, last in ((ends[0][0], ends[1][1]), (ends[1][0], ends[0][1])):
            if first and last and (first.day - last.day).days > TWINS_APART:
                found = f"{one.label} ({one.id}) and {other.label} ({other.id}), {first.says} and {last.says}"
                hint = "If they are not twins, write sibling."
                yield rule.at(found, path, f"{one_path}.born", f"{other_path}.born", hint=hint)


TWINS_BORN_APART: Final = Impossibility(
    name="twins-born-apart",
    sentence="Twins are born within days of one another.",
    find=_twins_born_apart,
)
AGES_APART: Final = Impossibility(
    name="ages-apart",
    sentence="A birthday, an age and whether somebody is an adult fit together.",
    find=_ages_apart,
)
