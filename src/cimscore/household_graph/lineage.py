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

    rows = sorted(pairs)
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_edges_from(rows)
    # The case is refused for a circle itself. Here the rest of the family still has to be sorted.
    circles = enumerate(nx.strongly_connected_components(graph))
    circle_of = {person: number for number, circle in circles for person in circle}
    graph.remove_edges_from([(parent, child) for parent, child in rows if circle_of[parent] == circle_of[child]])
    return graph


def generations(lineage: nx.DiGraph[str]) -> list[str]:
    """Return everybody who is a parent or a child, each parent before their children."""
    import networkx as nx  # noqa: PLC0415

    own = set(vars(lineage))
    ordered = list(nx.lexicographical_topological_sort(lineage))
    # A graph that was sorted keeps views of itself, which refer back to it. Without this, graphs would pile up until
    # the garbage collector runs.
    for view in vars(lineage).keys() - own:
        del vars(lineage)[view]
    return ordered
