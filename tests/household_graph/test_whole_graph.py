"""The household graph as one networkx graph: what joins two things, how sure it is and on which fact it hangs."""

from __future__ import annotations

import attrs
import networkx as nx
import pytest
from invented_families import case, kin, person, stay, two_homes, unborn

from cimscore.case import UNKNOWN, ConcernEntry, Protected, RecordEntry
from cimscore.household_graph import TieKind, at_least, to_networkx
from cimscore.household_graph.ties import NodeKind


def edge(graph, start, end):
    return [
        (data["link"], data["grade"], data["address"]) for _, to, data in graph.out_edges(start, data=True) if to == end
    ]


def test_nodes_are_people_unborn_children_homes_concerns_and_files() -> None:
    family = case(
        (person("mia", "1986-01-20"), unborn("bean", "mia")),
        homes="north",
        residences=(stay("mia", "north", "full-time"),),
        concerns=(ConcernEntry(id="c1", about=("bean",), place="north"),),
        records=(RecordEntry(id="EV-1", kind="report", household="north", people={"mia": "parent"}),),
    )

    graph = to_networkx(family)

    kinds = {node: data["kind"] for node, data in graph.nodes(data=True)}
    assert kinds == {
        "bean": NodeKind.UNBORN, "mia": NodeKind.PERSON, "north": NodeKind.HOUSEHOLD,
        "c1": NodeKind.CONCERN, "EV-1": NodeKind.FILE,
    }  # fmt: skip
    assert edge(graph, "EV-1", "north") == [(TieKind.FILE_ABOUT, 3, "household@EV-1")]
    assert edge(graph, "mia", "EV-1") == [(TieKind.RECORDED_IN, 3, "recorded-as@mia@EV-1")]
    assert edge(graph, "bean", "north") == [(TieKind.LIVES_IN, 3, "stay@mia@north")]
    assert edge(graph, "mia", "bean") == [(TieKind.PARENT, 3, "mother@bean"), (TieKind.PREGNANT_WITH, 3, "mother@bean")]


def test_an_edge_names_the_entry_that_says_so() -> None:
    family = two_homes()

    graph = to_networkx(family)

    assert graph.edges["ari", "north", "lives-in"]["entry"] == stay("ari", "north", "part-time")
    assert graph.edges["mia", "ari", "parent"]["entry"] == kin("mia", "parent", "ari")
    assert graph.edges["c1", "north", "happened-in"]["entry"] is family.concerns[0]


def test_a_stay_of_unknown_kind_is_worked_with_as_living_there() -> None:
    family = case((person("ari", "2014-05-02"),), homes="north", residences=(stay("ari", "north"),))

    assert sorted(edge(to_networkx(family), "ari", "north")) == [
        (TieKind.LIVES_IN, 2, "stay@ari@north"),
        (TieKind.STAYS_BY_CHOICE, 1, "stay@ari@north"),
        (TieKind.VISITS, 1, "stay@ari@north"),
    ]


def test_views_show_what_is_certain_worked_with_and_possible() -> None:
    family = case((person("ari", "2014-05-02"),), homes="north", residences=(stay("ari", "north"),))
    graph = to_networkx(family)

    assert [at_least(graph, grade).number_of_edges() for grade in (3, 2, 1)] == [0, 1, 3]


def test_a_place_outside_every_household_is_no_edge() -> None:
    family = case((person("ari", "2014-05-02"),), concerns=(ConcernEntry(id="c1", about=("ari",), place="elsewhere"),))

    assert [link for *_, link in to_networkx(family).out_edges("c1", data="link")] == [TieKind.ABOUT]


def test_the_graph_cannot_be_changed() -> None:
    with pytest.raises(nx.NetworkXError, match="Frozen"):
        to_networkx(two_homes()).add_edge("ari", "leo")


def test_the_notifier_is_not_in_it() -> None:
    said = attrs.evolve(two_homes(), notifier=Protected({"name": "Nora Example"}))

    one, other = to_networkx(said), to_networkx(two_homes())
    assert nx.utils.graphs_equal(one, other)
    assert "Nora" not in str(list(one.nodes(data=True)) + list(one.edges(data=True)))


def test_people_whose_homes_are_not_known_may_live_in_each() -> None:
    family = case(
        (person("ari", UNKNOWN and ""), person("mia", "1986-01-20")), residences=(stay("mia", "north", "full-time"),)
    )

    graph = to_networkx(family)

    assert {home for _, home, data in graph.out_edges("ari", data=True) if data["link"] is TieKind.LIVES_IN} == {
        "north", "south",
    }  # fmt: skip
