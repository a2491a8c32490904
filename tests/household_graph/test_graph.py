"""The graph itself."""

from __future__ import annotations

import subprocess
import sys

import networkx as nx
import pytest
from invented_families import case, person, two_homes, unborn

from cimscore.household_graph import EdgeKind, EntryKind, HouseholdGraph


def test_the_graph_joins_people_households_and_concerns():
    graph = HouseholdGraph(two_homes()).graph
    assert isinstance(graph, nx.MultiDiGraph)
    assert [graph.nodes[id]["kind"] for id in ("ari", "north", "c1")] == ["person", "household", "concern"]
    assert {(start, end) for start, end, link in graph.edges(data="link") if link is EdgeKind.PLACE} == {
        ("c1", "north"), ("c2", "south")
    }  # fmt: skip
    assert sorted(graph["ari"]["north"][0]) == ["entry", "link"]


def test_an_unborn_child_is_joined_to_its_mother():
    graph = HouseholdGraph(case((unborn("twin", "nan"), person("nan")))).graph
    assert graph.nodes["twin"]["kind"] is EntryKind.UNBORN
    assert graph["twin"]["nan"][0]["link"] is EdgeKind.UNBORN_OF


def test_the_graph_cannot_be_changed():
    with pytest.raises(nx.NetworkXError, match=r"[Ff]rozen"):
        HouseholdGraph(two_homes()).graph.add_node("west")


def test_networkx_is_loaded_only_when_a_graph_is_wanted():
    program = "import sys, cimscore, cimscore.household_graph; assert 'networkx' not in sys.modules"
    subprocess.run([sys.executable, "-c", program], check=True)
