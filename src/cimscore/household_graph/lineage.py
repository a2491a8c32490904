"""Lines of descent, from ancestors to descendants, as a graph without cycles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

Pair = tuple[str, str]


def lineage_of(pairs: Iterable[Pair]) -> nx.DiGraph[str]:
    """Return the graph from parents to children; rows on a circle, which cannot be, are left out.

    Args:
        pairs: Each parent with a child.
    """
    import networkx as nx  # noqa: PLC0415 - takes a tenth of a second, so only when a graph is wanted

    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(rows := sorted(pairs))
    if not nx.is_directed_acyclic_graph(graph):
        # The case is refused for the cycle itself. Here the rest of the family still has to be sorted.
        for circle in list(nx.strongly_connected_components(graph)):
            graph.remove_edges_from(row for row in rows if circle.issuperset(row))
    _forget_views(graph)
    return graph


def generations(lineage: nx.DiGraph[str]) -> list[str]:
    """Return everybody who is a parent or a child, each parent before their children."""
    import networkx as nx  # noqa: PLC0415

    ordered = list(nx.lexicographical_topological_sort(lineage))
    _forget_views(lineage)
    return ordered


def _forget_views(graph: nx.DiGraph[str]) -> None:
    """Drop the views that networkx keeps on a graph it has put in order: each of them and the graph are a circle."""
    # Without this, graphs would pile up until the garbage collector runs.
    for name in [name for name, kept in vars(graph).items() if getattr(kept, "_graph", None) is graph]:
        del vars(graph)[name]
