"""Families, matters, shared care and homes joined by children: what the household graph shows as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

import attrs

from cimscore.household_graph.ties.relationships import TIE_OF
from cimscore.household_graph.ties.tie import PARENTAL, NodeKind, TieKind

if TYPE_CHECKING:
    import networkx as nx

_KIN: Final = {*TIE_OF.values(), TieKind.PREGNANT_WITH} - {TieKind.SAME_PERSON}
_OF_A_MATTER: Final = frozenset({TieKind.ABOUT, TieKind.HAPPENED_IN, TieKind.LIVES_IN})
_PEOPLE: Final = frozenset({NodeKind.PERSON, NodeKind.UNBORN})

Groups = tuple[tuple[str, ...], ...]


@attrs.frozen
class JoinedHomes:
    """Two homes joined by people who live in both.

    Attributes:
        home: First home.
        other: Second home.
        by: People who live in both.
    """

    home: str
    other: str
    by: tuple[str, ...]


def families(graph: nx.MultiDiGraph[str]) -> Groups:
    """Return the groups of people who are kin to one another in any way, however far."""
    people = [node for node in graph.nodes if graph.nodes[node]["kind"] in _PEOPLE]
    return _components(graph, people, _KIN)


def matters(graph: nx.MultiDiGraph[str]) -> Groups:
    """Return the groups of concerns that are connected by their people or by a home."""
    concerns = {node for node in graph.nodes if graph.nodes[node]["kind"] is NodeKind.CONCERN}
    groups = _components(graph, graph.nodes, _OF_A_MATTER)
    found = (tuple(node for node in group if node in concerns) for group in groups)
    return tuple(sorted(group for group in found if group))


def siblings(graph: nx.MultiDiGraph[str]) -> Groups:
    """Return the pairs of people who have a parent in common."""
    descent = _edges(graph, PARENTAL)
    parents = {child: set(descent.predecessors(child)) for child in sorted(descent)}
    return tuple(
        (child, sibling)
        for child in parents
        for sibling in parents
        # By name, so that each pair comes once.
        if child < sibling and not parents[child].isdisjoint(parents[sibling])
    )


def shared_care(graph: nx.MultiDiGraph[str]) -> tuple[str, ...]:
    """Return the people who live in more than one home."""
    living = _edges(graph, {TieKind.LIVES_IN})
    return tuple(sorted(person for person, homes in living.out_degree() if homes > 1))


def joined_homes(graph: nx.MultiDiGraph[str]) -> tuple[JoinedHomes, ...]:
    """Return the pairs of homes in which the same person, mostly a child, lives."""
    from networkx.algorithms import bipartite  # noqa: PLC0415

    living = _edges(graph, {TieKind.LIVES_IN})
    homes = sorted({home for _, home in living.edges})
    joined = bipartite.projected_graph(living.to_undirected(), homes)
    pairs = sorted(tuple(sorted(pair)) for pair in joined.edges)
    return tuple(
        JoinedHomes(home, second, tuple(sorted(set(living.predecessors(home)) & set(living.predecessors(second)))))
        for home, second in pairs
    )


def _edges(graph: nx.MultiDiGraph[str], links: Iterable[TieKind]) -> nx.DiGraph[str]:
    """Return the plain graph of the edges of some kinds."""
    import networkx as nx  # noqa: PLC0415

    wanted = frozenset(links)
    plain: nx.DiGraph[str] = nx.DiGraph()
    plain.add_edges_from((start, end) for start, end, data in graph.edges(data=True) if data["link"] in wanted)
    return plain


def _components(graph: nx.MultiDiGraph[str], nodes: Iterable[str], links: Iterable[TieKind]) -> Groups:
    import networkx as nx  # noqa: PLC0415

    joined = _edges(graph, links).to_undirected()
    joined.add_nodes_from(nodes)
    return tuple(sorted(tuple(sorted(group)) for group in nx.connected_components(joined)))
