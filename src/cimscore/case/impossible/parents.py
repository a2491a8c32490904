"""Rows that make one person a parent or grandparent of another, and the circles they may form."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

import attrs

from cimscore.case.kin import PARENTS, RelationshipKind
from cimscore.case.material import Material
from cimscore.case.twins import twins_of
from cimscore.case.unknown import Unknown


@attrs.frozen
class ParentRow:
    """A row that makes one person a parent or grandparent of another.

    Attributes:
        where: The path of the row.
        parent: The one above.
        child: The one below.
        down: The generations from the one to the other.
    """

    where: str
    parent: str
    child: str
    down: int = 1

    @property
    def kin(self) -> str:
        """Return the ancestor in words: a parent, a grandparent."""
        return "a parent" if self.down == 1 else "a grandparent"


def parent_rows(material: Material) -> tuple[ParentRow, ...]:
    """Return every row for a parent or grandparent of a person, including mothers of unborn children."""
    return tuple(_rows(material))


def _rows(material: Material) -> Iterator[ParentRow]:
    twins = twins_of(material.relationships.values())
    for path, link in material.relationships.items():
        down = 1 if link.kind in PARENTS else 2 if link.kind is RelationshipKind.GRANDPARENT else 0
        # Those who are born together have the same parents.
        for child in (link.to, *sorted(twins.get(link.to, ()))) if down else ():
            if child != link.from_:
                yield ParentRow(path, link.from_, child, down)
    for path, person in material.people.items():
        mother = person.unborn.mother if person.unborn else person.id
        if not isinstance(mother, Unknown) and mother != person.id:
            yield ParentRow(f"{path}.unborn.mother", mother, person.id)


def generations(rows: Iterable[ParentRow]) -> tuple[list[str], frozenset[str]]:
    """Return people with every parent before their children, and the people who are in or below a cycle."""
    children, waiting = _children(rows)
    ready = [person for person in children if not waiting[person]]
    # The list grows while it is read, which is how the next generation is reached.
    for person in ready:
        for child in children[person]:
            waiting[child] -= 1
            if not waiting[child]:
                ready.append(child)
    return ready, frozenset(children) - frozenset(ready)


def circles_of(rows: tuple[ParentRow, ...]) -> Iterator[tuple[ParentRow, ...]]:
    """Yield the rows that make people their own ancestors, together where the people are each other's."""
    _, below = generations(rows)
    _, above = generations(ParentRow(row.where, row.child, row.parent) for row in rows)
    # The expensive search below is needed only for rows both in or below, and in or above, a cycle.
    suspects = tuple(row for row in rows if {row.parent, row.child} <= below & above)
    circles = _circles(suspects) if suspects else {}
    found: dict[str, list[ParentRow]] = {}
    for row in suspects:
        if circles[row.parent] == circles[row.child]:
            found.setdefault(circles[row.parent], []).append(row)
    yield from map(tuple, found.values())


def _circles(rows: tuple[ParentRow, ...]) -> Mapping[str, str]:
    """Return, for each person, one of the people who are all one another's ancestors (Kosaraju's two walks)."""
    children, _ = _children(rows)
    parents, _ = _children(ParentRow(row.where, row.child, row.parent) for row in rows)
    circles: dict[str, str] = {}
    for first in reversed(_in_order_of_leaving(children)):
        waiting = [first]
        while waiting:
            person = waiting.pop()
            if person not in circles:
                circles[person] = first
                waiting.extend(parents[person])
    return circles


def _in_order_of_leaving(children: Mapping[str, list[str]]) -> list[str]:
    left: list[str] = []
    seen: set[str] = set()
    for first in children:
        # A list as a stack: a family tree can be deeper than Python's recursion limit.
        walk = [] if first in seen else [(first, iter(children[first]))]
        seen.add(first)
        while walk:
            child = next((found for found in walk[-1][1] if found not in seen), None)
            if child is None:
                left.append(walk.pop()[0])
            else:
                seen.add(child)
                walk.append((child, iter(children[child])))
    return left


def _children(rows: Iterable[ParentRow]) -> tuple[Mapping[str, list[str]], dict[str, int]]:
    """Return the children of everyone named in the rows, and the number of everyone's parents."""
    children = defaultdict[str, list[str]](list)
    parents = defaultdict[str, int](int)
    for row in rows:
        children[row.parent].append(row.child)
        # Look up the child, so that the defaultdict has an entry for everybody.
        children[row.child] = children[row.child]
        parents[row.child] += 1
    return children, parents
