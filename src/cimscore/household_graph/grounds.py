"""Candidates for harm households, each with the grounds on which it comes into question."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from cimscore.grades import CERTAIN
from cimscore.household_graph.ties.tie import PARENTAL, NodeKind, TieKind

if TYPE_CHECKING:
    import networkx as nx


class GroundKind(enum.StrEnum):
    """Why a household comes into question."""

    HAPPENED_HERE = "happened-here"
    HOME_OF_AFFECTED = "home-of-affected"
    HOME_OF_AFFECTED_VISITOR = "home-of-affected-visitor"
    PARENTS_HOME_OF_SELF_PLACED = "parents-home-of-self-placed"

    @property
    def meaning(self) -> str:
        """Return the ground in plain words."""
        return _MEANINGS[self]


_MEANINGS: Final = {
    GroundKind.HAPPENED_HERE: "it happened here",
    GroundKind.HOME_OF_AFFECTED: "somebody it is about lives here",
    GroundKind.HOME_OF_AFFECTED_VISITOR: "somebody it is about lives here and was visiting where it happened",
    GroundKind.PARENTS_HOME_OF_SELF_PLACED: (
        "a parent of somebody it is about lives here, and they stay by choice where it happened"
    ),
}


@attrs.frozen(order=True)
class Ground:
    """Reason why a household may be a household of harm.

    Attributes:
        household: The household.
        kind: The kind of ground.
        concern: The concern.
        person: Person through whom the concern reaches the household; empty for the place itself.
        grade: 3 if certain, 2 by working values, 1 by other values.
        hangs_on: Addresses of the open facts that it depends on.
    """

    household: str
    kind: GroundKind
    concern: str
    person: str
    grade: int
    hangs_on: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.household}: {self.kind.meaning} ({', '.join(filter(None, (self.concern, self.person)))})"


def harm_candidates(graph: nx.MultiDiGraph[str]) -> tuple[Ground, ...]:
    """Return every ground on which a household of the graph comes into question; a program decides which of them count.

    Several may hold at once, and none excludes another.

    Args:
        graph: The household graph.
    """
    best: dict[tuple[str, GroundKind, str, str], Ground] = {}
    for concern in graph.nodes:
        if graph.nodes[concern]["kind"] is NodeKind.CONCERN:
            for ground in _of_concern(graph, concern):
                key = (ground.household, ground.kind, ground.concern, ground.person)
                if key not in best or ground.grade > best[key].grade:
                    best[key] = ground
    return tuple(sorted(best.values()))


Walk = tuple[str, int, tuple[str, ...]]
"""Where a walk along edges has come to, the least grade of its edges, and the open facts on which they hang."""


def _of_concern(graph: nx.MultiDiGraph[str], concern: str) -> Iterator[Ground]:
    start: Walk = (concern, CERTAIN, ())
    places = list(_along(graph, start, TieKind.HAPPENED_IN))
    for home, grade, hangs_on in places:
        yield Ground(home, GroundKind.HAPPENED_HERE, concern, "", grade, hangs_on)
    for affected in _along(graph, start, TieKind.ABOUT):
        for kind, walk in _of_affected(graph, affected, places):
            yield Ground(walk[0], kind, concern, affected[0], walk[1], walk[2])


def _of_affected(graph: nx.MultiDiGraph[str], affected: Walk, places: list[Walk]) -> Iterator[tuple[GroundKind, Walk]]:
    """Yield every home that a concern reaches through one of the people it is about."""
    homes = list(_along(graph, affected, TieKind.LIVES_IN))
    for home in homes:
        yield GroundKind.HOME_OF_AFFECTED, home
    for visit in _there(_along(graph, affected, TieKind.VISITS), places):
        for home in homes:
            yield GroundKind.HOME_OF_AFFECTED_VISITOR, _together(visit, home)
    for choice in _there(_along(graph, affected, TieKind.STAYS_BY_CHOICE), places):
        for parent in _parents(graph, affected):
            for home in _along(graph, parent, TieKind.LIVES_IN):
                yield GroundKind.PARENTS_HOME_OF_SELF_PLACED, _together(choice, home)


def _along(graph: nx.MultiDiGraph[str], walk: Walk, link: TieKind) -> Iterator[Walk]:
    node, grade, hangs_on = walk
    for _, end, edge in graph.out_edges(node, data=True):
        if edge["link"] is link:
            yield end, min(grade, edge["grade"]), _with_address(hangs_on, edge)


def _parents(graph: nx.MultiDiGraph[str], walk: Walk) -> Iterator[Walk]:
    node, grade, hangs_on = walk
    for parent, _, edge in graph.in_edges(node, data=True):
        if edge["link"] in PARENTAL:
            yield parent, min(grade, edge["grade"]), _with_address(hangs_on, edge)


def _with_address(hangs_on: tuple[str, ...], edge: dict[str, object]) -> tuple[str, ...]:
    return hangs_on if edge["grade"] == CERTAIN else tuple(sorted({*hangs_on, str(edge["address"])}))


def _there(stays: Iterator[Walk], places: list[Walk]) -> Iterator[Walk]:
    for stay in stays:
        for place in places:
            if stay[0] == place[0]:
                yield _together(stay, place)


def _together(one: Walk, other: Walk) -> Walk:
    """Return two walks taken together, where the second has come to."""
    # Kleene's "and": both walks have to be right, so the less sure one decides.
    return other[0], min(one[1], other[1]), tuple(sorted({*one[2], *other[2]}))
