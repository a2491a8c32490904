"""Entries that do not go with what a person is, or with what two people are to one another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.case.kin import RelationshipKind
from cimscore.case.material import Material
from cimscore.errors import Problem

_ENDLESS: Final = frozenset(
    {
        RelationshipKind.SIBLING,
        RelationshipKind.TWIN,
        RelationshipKind.HALF_SIBLING,
        RelationshipKind.GRANDPARENT,
        RelationshipKind.AUNT_OR_UNCLE,
        RelationshipKind.COUSIN,
        RelationshipKind.DONOR,
        RelationshipKind.NO_RELATION,
        RelationshipKind.SAME_PERSON,
    }
)
_NO_FAMILY: Final = "Leave out `is` where somebody is kin or lives with them."


def homes_and_kin_of_bodies(material: Material) -> Iterator[Problem]:
    """Find the stays and the kin of those who act for a body: with either they are one of the family."""
    acting = {person.id: path for path, person in material.people.items() if not person.is_of_family}
    for path, stay in material.residences.items():
        if stay.person in acting:
            yield _no_kin(f"{path}.person", stay.person, f"{acting[stay.person]}.is")
    for path, link in material.relationships.items():
        for part, person in (("from", link.from_), ("to", link.to)):
            # A worker may turn out to be a member of the family. Saying so is not kinship.
            if person in acting and link.kind is not RelationshipKind.SAME_PERSON:
                yield _no_kin(f"{path}.{part}", person, f"{acting[person]}.is")


def ends_of_what_never_ends(material: Material) -> Iterator[Problem]:
    """Find the kin by blood, and those who are none, that are said to have ended."""
    for path, link in material.relationships.items():
        if link.ended is not False and link.kind in _ENDLESS:
            expected = "an end only of what can end: being a parent in law, a carer, a partner"
            yield Problem(where=f"{path}.ended", found=f"an end of {link.kind}", expected=expected)


def kept_from_themselves(material: Material) -> Iterator[Problem]:
    """Find the people who are to be kept from themselves."""
    for path, person in material.people.items():
        if person.id in person.kept_from:
            yield Problem(where=f"{path}.kept_from", found=repr(person.id), expected="ids of other people")


def _no_kin(where: str, id: str, acts: str) -> Problem:
    found = f"{id!r}, who acts for a body"
    return Problem(where=where, found=found, expected="one of the family", hint=_NO_FAMILY, beside=(acts,))
