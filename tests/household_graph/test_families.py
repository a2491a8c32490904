"""Families, matters, siblings, shared care and homes joined by children."""

from __future__ import annotations

from invented_families import case, kin, person, stay, two_homes

from cimscore.case import ConcernEntry
from cimscore.household_graph import at_least, to_networkx
from cimscore.household_graph.families import JoinedHomes, families, joined_homes, matters, shared_care, siblings


def test_a_child_of_two_homes_is_in_shared_care_and_joins_them() -> None:
    graph = to_networkx(two_homes())

    assert shared_care(graph) == ("ari",)
    assert joined_homes(graph) == (JoinedHomes("north", "south", ("ari",)),)


def test_a_visit_joins_no_homes() -> None:
    family = case(
        (person("ari", "2014-05-02"),),
        residences=(stay("ari", "north", "full-time"), stay("ari", "south", "visits")),
    )

    assert joined_homes(to_networkx(family)) == ()
    assert shared_care(to_networkx(family)) == ()


def test_families_are_people_who_are_kin_in_any_way() -> None:
    family = case(
        (
            person("ari", "2014-05-02"),
            person("mia", "1986-01-20"),
            person("rob", "1980-01-01"),
            person("zoe", "1990-01-01"),
        ),
        homes="north",
        relationships=(kin("mia", "parent", "ari"), kin("rob", "partner", "mia")),
    )

    assert families(at_least(to_networkx(family), 2)) == (("ari", "mia", "rob"), ("zoe",))


def test_siblings_have_a_parent_in_common() -> None:
    family = case(
        (
            person("ari", "2014-05-02"),
            person("bo", "2016-05-02"),
            person("cy", "2018-05-02"),
            person("mia", "1986-01-20"),
        ),
        homes="north",
        relationships=(kin("mia", "parent", "ari"), kin("mia", "adoptive-parent", "bo"), kin("ari", "sibling", "cy")),
    )

    assert siblings(at_least(to_networkx(family), 2)) == (("ari", "bo"),)


def test_concerns_hang_together_by_a_person_or_a_home() -> None:
    family = case(
        (person("ari", "2014-05-02"), person("bo", "2014-05-02"), person("cy", "2014-05-02")),
        residences=(
            stay("ari", "north", "full-time"),
            stay("bo", "north", "full-time"),
            stay("cy", "south", "full-time"),
        ),
        concerns=(
            ConcernEntry(id="c1", about=("ari",), place="elsewhere"),
            ConcernEntry(id="c2", about=("bo",), place="elsewhere"),
            ConcernEntry(id="c3", about=("cy",), place="south"),
        ),
    )

    assert matters(at_least(to_networkx(family), 2)) == (("c1", "c2"), ("c3",))
