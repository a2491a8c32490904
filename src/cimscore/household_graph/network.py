"""The case as a directed graph: people, households and concerns, joined by what was entered."""

from __future__ import annotations

import enum
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from cimscore import ids
from cimscore.case import Case, ConcernEntry, ConcernKind, Unknown
from cimscore.errors import DocumentError, Problem

if TYPE_CHECKING:
    import networkx as nx


class EntryKind(enum.StrEnum):
    """Kinds of node: the attribute ``kind``."""

    PERSON = "person"
    UNBORN = "unborn"
    HOUSEHOLD = "household"
    PLACE = "place"
    CONCERN = "concern"


class EdgeKind(enum.StrEnum):
    """Kinds of edge: the attribute ``link``, next to the ``entry`` that states it."""

    RESIDENCE = "residence"
    RELATIONSHIP = "relationship"
    UNBORN_OF = "unborn-of"
    ABOUT = "about"
    ASKED_ABOUT = "asked-about"
    CONCERNS_HOME = "concerns-home"
    PLACE = "place"
    PRESENT = "present"
    RESPONSIBLE = "responsible"


Edge = tuple[str, str, EdgeKind, object]
_PEOPLE = frozenset({EntryKind.PERSON, EntryKind.UNBORN})
_HOUSEHOLDS = frozenset({EntryKind.HOUSEHOLD})
_PLACES = frozenset({EntryKind.HOUSEHOLD, EntryKind.PLACE})


def build(case: Case) -> nx.MultiDiGraph[str]:
    """Join the entries of a case into a graph that cannot be changed.

    Raises:
        DocumentError: One id stands for two things, or an entry names a thing that the case does not have.
    """
    import networkx as nx  # noqa: PLC0415 - takes a tenth of a second, so only when a graph is wanted

    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    problems = list(_add_nodes(graph, case))
    for start, end, link, entry in _edges(case):
        problems += _strangers(graph, start, end, link)
        graph.add_edge(start, end, link=link, entry=entry)
    if problems:
        raise DocumentError(problems, case.id)
    nx.freeze(graph)
    return graph


def _add_nodes(graph: nx.MultiDiGraph[str], case: Case) -> Iterator[Problem]:
    nodes: list[tuple[EntryKind, Any]] = [
        *((EntryKind.UNBORN if person.is_awaited else EntryKind.PERSON, person) for person in case.people),
        *((EntryKind.HOUSEHOLD, household) for household in case.households),
        *((EntryKind.PLACE, place) for place in case.places),
        *((EntryKind.CONCERN, concern) for concern in case.concerns),
    ]
    for kind, entry in nodes:
        if entry.id in graph:
            found = f"two things of this id, one of them a {kind}"
            yield Problem(where=entry.id, found=found, expected="an id of its own for each")
        graph.add_node(entry.id, kind=kind, entry=entry)


def _edges(case: Case) -> Iterator[Edge]:
    for stay in case.residences:
        yield stay.person, stay.household, EdgeKind.RESIDENCE, stay
    for kin in case.relationships:
        yield kin.from_, kin.to, EdgeKind.RELATIONSHIP, kin
    for person in case.people:
        if person.unborn and not isinstance(person.unborn.mother, Unknown):
            yield person.id, person.unborn.mother, EdgeKind.UNBORN_OF, person.unborn
    for concern in case.concerns:
        yield from _edges_of_concern(concern)


def _edges_of_concern(concern: ConcernEntry) -> Iterator[Edge]:
    about = EdgeKind.ASKED_ABOUT if concern.kind is ConcernKind.NOTHING else EdgeKind.ABOUT
    named = (
        (about, concern.about), (EdgeKind.PRESENT, concern.present), (EdgeKind.RESPONSIBLE, concern.responsible),
        (EdgeKind.CONCERNS_HOME, concern.household),
    )  # fmt: skip
    for link, whom in named:
        for person_or_home in () if isinstance(whom, Unknown) else whom:
            yield concern.id, person_or_home, link, concern
    if not isinstance(concern.place, Unknown) and concern.place != ids.ELSEWHERE:
        yield concern.id, concern.place, EdgeKind.PLACE, concern


def _strangers(graph: nx.MultiDiGraph[str], start: str, end: str, link: EdgeKind) -> Iterator[Problem]:
    homes = {EdgeKind.RESIDENCE: _HOUSEHOLDS, EdgeKind.CONCERNS_HOME: _HOUSEHOLDS, EdgeKind.PLACE: _PLACES}
    ends = [(end, homes.get(link, _PEOPLE))]
    if link in (EdgeKind.RESIDENCE, EdgeKind.RELATIONSHIP):
        ends.append((start, _PEOPLE))
    for person, kinds in ends:
        if graph.nodes.get(person, {}).get("kind") not in kinds:
            listed = sorted(node for node, data in graph.nodes(data=True) if data.get("kind") in kinds)
            what = {_HOUSEHOLDS: "household", _PLACES: "household or place"}.get(kinds, "person")
            yield Problem(
                where=f"{link} {start} -> {end}", found=repr(person), expected=f"the id of a {what} of the case",
                hint=ids.did_you_mean(person, listed),
            )  # fmt: skip
