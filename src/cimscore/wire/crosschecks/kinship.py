"""Parents and kin that cannot be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.case import RelationshipKind, Unknown
from cimscore.errors import Problem
from cimscore.wire.crosschecks.material import Material
from cimscore.wire.draft import Draft

_PARENTS: Final = (RelationshipKind.PARENT, RelationshipKind.ADOPTIVE_PARENT)


def related_to_oneself(material: Material) -> Iterator[Problem]:
    """A relationship holds between two people."""
    for path, link in material.draft.relationships.items():
        if link.from_ == link.to:
            yield Problem(where=path, found=f"{link.to!r} on both sides", expected="two different people")
    for path, person in material.draft.people.items():
        if person.unborn and person.unborn.mother == person.id:
            yield Problem(where=f"{path}.unborn.mother", found=f"{person.id!r} itself", expected="another person")


def circles_of_parents(material: Material) -> Iterator[Problem]:
    """Nobody is an ancestor of their own parent; every row of a circle is named."""
    parents = defaultdict[str, set[str]](set)
    edges = list(_edges(material.draft))
    for _, parent, child in edges:
        parents[child].add(parent)
    for where, parent, child in edges:
        if child in _ancestors(parent, parents):
            found = f"{parent!r} as a parent of {child!r}, who is an ancestor of {parent!r}"
            yield Problem(where=where, found=found, expected="parents who are not descendants of their child")


def _edges(draft: Draft) -> Iterator[tuple[str, str, str]]:
    """Each row that makes one person a parent of another: where, parent, child."""
    for path, link in draft.relationships.items():
        if link.kind in _PARENTS and link.from_ != link.to:
            yield path, link.from_, link.to
    for path, person in draft.people.items():
        mother = person.unborn.mother if person.unborn else person.id
        if not isinstance(mother, Unknown) and mother != person.id:
            yield f"{path}.unborn.mother", mother, person.id


def _ancestors(person: str, parents: Mapping[str, set[str]]) -> set[str]:
    found: set[str] = set()
    waiting = [person]
    while waiting:
        fresh = parents.get(waiting.pop(), set()) - found
        found |= fresh
        waiting.extend(fresh)
    return found
