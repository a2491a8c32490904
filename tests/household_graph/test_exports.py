"""The household graph for other tools, with the same bytes whatever the order of the entries."""

from __future__ import annotations

import json
import random

import attrs
import networkx as nx
import pytest
from invented_families import two_homes

from cimscore.case import Protected
from cimscore.grades import CERTAIN
from cimscore.household_graph import at_least, dot, graphml, node_link, to_networkx
from cimscore.household_graph.families import shared_care


def as_json(graph) -> str:
    return json.dumps(node_link(graph))


FORMS = [as_json, graphml, dot]


@pytest.mark.parametrize("form", FORMS)
def test_the_order_of_entries_does_not_change_a_byte(form) -> None:
    family, chance = two_homes(), random.Random(5)
    parts = ("people", "households", "residences", "relationships", "concerns")

    shuffled = attrs.evolve(
        family, **{part: tuple(chance.sample(getattr(family, part), k=len(getattr(family, part)))) for part in parts}
    )

    assert form(to_networkx(shuffled)) == form(to_networkx(family))


@pytest.mark.parametrize("form", FORMS)
def test_no_form_has_the_notifier(form) -> None:
    said = attrs.evolve(two_homes(), notifier=Protected({"name": "Nora Example"}))

    assert form(to_networkx(said)) == form(to_networkx(two_homes()))


def test_networkx_reads_the_json_back() -> None:
    graph = to_networkx(two_homes())

    back = nx.node_link_graph(json.loads(as_json(graph)), edges="edges")

    assert set(back.edges(keys=True)) == set(graph.edges(keys=True))
    assert back.edges["ari", "north", "lives-in"] == {"link": "lives-in", "grade": 3, "address": "stay@ari@north"}
    assert back.graph["shared_care"] == ["ari"]
    assert {ground["household"] for ground in back.graph["harm_candidates"]} == {"north", "south"}


def test_what_it_shows_as_a_whole_is_the_world_that_is_worked_with() -> None:
    family = attrs.evolve(two_homes(), residences=two_homes().residences[1:])

    assert node_link(to_networkx(family))["graph"]["shared_care"] == ["ari"]
    assert shared_care(at_least(to_networkx(family), CERTAIN)) == ()


def test_networkx_reads_the_graphml_back() -> None:
    graph = to_networkx(two_homes())

    back = nx.parse_graphml(graphml(graph), force_multigraph=True)

    assert dict(back.nodes(data="kind")) == {node: kind.value for node, kind in graph.nodes(data="kind")}
    assert back.number_of_edges() == graph.number_of_edges()


def test_names_are_quoted_for_graphviz() -> None:
    family = two_homes()
    people = (
        attrs.evolve(family.people[0], name=attrs.evolve(family.people[0].name, given='A "B" \\ C')),
        *family.people[1:],
    )

    assert '"ari" [label="A \\"B\\" \\\\ C", shape=ellipse];' in dot(to_networkx(attrs.evolve(family, people=people)))


def test_how_certain_a_tie_is_shows_in_its_line_for_graphviz() -> None:
    drawn = dot(to_networkx(two_homes()))
    with_a_stay_left_out = dot(to_networkx(attrs.evolve(two_homes(), residences=two_homes().residences[1:])))

    assert '"ari" -> "south" [label="lives-in", style=solid];' in drawn
    assert '"leo" -> "mia" [label="parent", style=dotted];' in drawn
    assert '"ari" -> "south" [label="lives-in", style=dashed];' in with_a_stay_left_out
