"""The household graph in forms that other tools read: GraphML, node-link JSON and DOT, always with the same bytes."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from cimscore.grades import CERTAIN, POSSIBLE, PROVISIONAL
from cimscore.household_graph.families import families, joined_homes, matters, shared_care, siblings
from cimscore.household_graph.grounds import harm_candidates
from cimscore.household_graph.ties import NodeKind
from cimscore.household_graph.whole import at_least

if TYPE_CHECKING:
    import networkx as nx


class GraphFormat(enum.StrEnum):
    """Formats in which a graph can be written."""

    GRAPHML = "graphml"
    JSON = "json"
    DOT = "dot"


def node_link(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Return a household graph as plain values that `networkx.node_link_graph` reads, with what it shows as a whole.

    Args:
        graph: The household graph.
    """
    return {
        "directed": True,
        "multigraph": True,
        "graph": _as_a_whole(graph),
        "nodes": [{"id": node, **_of_node(node, data)} for node, data in graph.nodes(data=True)],
        "edges": [
            {"source": start, "target": end, "key": key, **_of_edge(data)} for start, end, key, data in _edges(graph)
        ],
    }


def graphml(graph: nx.MultiDiGraph[str]) -> str:
    """Return a household graph as GraphML.

    Args:
        graph: The household graph.
    """
    import networkx as nx  # noqa: PLC0415

    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for node, data in graph.nodes(data=True):
        plain.add_node(node, **_of_node(node, data))
    for start, end, key, data in _edges(graph):
        plain.add_edge(start, end, key=f"{start}.{key}.{end}", **_of_edge(data))
    return "\n".join(nx.generate_graphml(plain)) + "\n"


def dot(graph: nx.MultiDiGraph[str]) -> str:
    """Return a household graph in the language of Graphviz.

    Args:
        graph: The household graph.
    """
    return "\n".join(["digraph case {", *_dot_lines(graph), "}"]) + "\n"


def _as_a_whole(graph: nx.MultiDiGraph[str]) -> dict[str, Any]:
    """Return the working world, and every household that may be a household of harm."""
    working = at_least(graph, PROVISIONAL)
    return {
        "families": [list(family) for family in families(working)],
        "matters": [list(matter) for matter in matters(working)],
        "siblings": [list(pair) for pair in siblings(working)],
        "shared_care": list(shared_care(working)),
        "joined_homes": [{"homes": [pair.home, pair.other], "by": list(pair.by)} for pair in joined_homes(working)],
        "harm_candidates": [
            {
                "household": ground.household,
                "ground": ground.kind.value,
                "says": ground.kind.meaning,
                "concern": ground.concern,
                "person": ground.person,
                "grade": ground.grade,
                "hangs_on": list(ground.hangs_on),
            }
            for ground in harm_candidates(graph)
        ],
    }


def _edges(graph: nx.MultiDiGraph[str]) -> list[tuple[str, str, str, dict[str, Any]]]:
    """Return each edge with its key and what it holds, in the order of the things that it joins."""
    return [(*edge, graph.edges[edge]) for edge in sorted(graph.edges(keys=True))]


def _of_node(node: str, data: Mapping[str, Any]) -> dict[str, str]:
    return {"kind": data["kind"].value, "label": getattr(data["entry"], "label", "") or node}


def _of_edge(data: Mapping[str, Any]) -> dict[str, str | int]:
    return {"link": data["link"].value, "grade": data["grade"], "address": data["address"]}


_SHAPES: Final = {
    NodeKind.PERSON: "ellipse",
    NodeKind.UNBORN: "triangle",
    NodeKind.ACTING: "hexagon",
    NodeKind.HOUSEHOLD: "house",
    NodeKind.PLACE: "box",
    NodeKind.CONCERN: "octagon",
    NodeKind.FILE: "note",
}
_STYLES: Final = {CERTAIN: "solid", PROVISIONAL: "dashed", POSSIBLE: "dotted"}


def _dot_lines(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    for node, data in graph.nodes(data=True):
        label = _quoted(_of_node(node, data)["label"])
        yield f"  {_quoted(node)} [label={label}, shape={_SHAPES[data['kind']]}];"
    for start, end, key, data in _edges(graph):
        yield f"  {_quoted(start)} -> {_quoted(end)} [label={_quoted(key)}, style={_STYLES[data['grade']]}];"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'
