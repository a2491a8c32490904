"""Candidates for harm households, with the ground of each and how sure it is."""

from __future__ import annotations

from invented_families import case, kin, person, stay, two_homes

from cimscore.case import UNKNOWN, ConcernEntry
from cimscore.grades import PROVISIONAL
from cimscore.household_graph import GroundKind, Tie, TieKind, harm_candidates, to_networkx
from cimscore.household_graph.addresses import entry_and_address


def grounds(family):
    return [
        (one.household, one.kind, one.concern, one.person, one.grade) for one in harm_candidates(to_networkx(family))
    ]


def test_the_place_and_every_home_of_those_it_is_about() -> None:
    assert ("south", GroundKind.HOME_OF_AFFECTED, "c1", "ari", 3) in grounds(two_homes())
    assert ("north", GroundKind.HAPPENED_HERE, "c1", "", 3) in grounds(two_homes())


def test_the_home_of_a_visitor_and_the_parents_home_of_a_child_who_chose_the_place() -> None:
    family = case(
        (person("ari", "2014-05-02"), person("kit", "2009-05-02", no_other_parent=True), person("mia", "1986-01-20")),
        homes="north south hosts",
        residences=(
            stay("ari", "south", "full-time"), stay("ari", "hosts", "visits"),
            stay("kit", "hosts", "by-choice"), stay("mia", "north", "full-time"),
        ),
        relationships=(kin("mia", "parent", "kit"),),
        concerns=(ConcernEntry(id="c1", about=("ari", "kit"), place="hosts"),),
    )  # fmt: skip

    assert grounds(family) == [
        ("hosts", GroundKind.HAPPENED_HERE, "c1", "", 3),
        ("north", GroundKind.PARENTS_HOME_OF_SELF_PLACED, "c1", "kit", 3),
        ("south", GroundKind.HOME_OF_AFFECTED, "c1", "ari", 3),
        ("south", GroundKind.HOME_OF_AFFECTED_VISITOR, "c1", "ari", 3),
    ]


def test_a_ground_is_as_sure_as_the_least_of_what_it_rests_on_and_names_what_is_open() -> None:
    family = case(
        (person("ari", "2014-05-02"),),
        homes="north south",
        residences=(stay("ari", "north"),),
        concerns=(ConcernEntry(id="c1", about=("ari",), place=UNKNOWN),),
    )

    found = {(one.household, one.kind): one for one in harm_candidates(to_networkx(family))}
    assert found["north", GroundKind.HAPPENED_HERE].grade == 2
    assert found["south", GroundKind.HAPPENED_HERE].grade == 1
    assert found["north", GroundKind.HOME_OF_AFFECTED].grade == 2
    assert found["north", GroundKind.HOME_OF_AFFECTED].hangs_on == ("stay@ari@north",)
    assert str(found["north", GroundKind.HAPPENED_HERE]) == "north: it happened here (c1)"


def test_of_two_ways_as_sure_the_first_is_told() -> None:
    family = case(
        (person("kit", "2009-05-02", no_other_parent=True), person("leo", "1984-09-09"), person("mia", "1986-01-20")),
        homes="hosts north",
        residences=(stay("kit", "hosts", "by-choice"), stay("leo", "north"), stay("mia", "north")),
        relationships=(kin("leo", "parent", "kit"), kin("mia", "parent", "kit")),
        concerns=(ConcernEntry(id="c1", about=("kit",), place="hosts"),),
    )
    (home,) = (
        ground
        for ground in harm_candidates(to_networkx(family))
        if ground.kind is GroundKind.PARENTS_HOME_OF_SELF_PLACED and ground.grade == PROVISIONAL
    )
    assert home.hangs_on == ("stay@leo@north",)


def test_an_entry_of_the_kind_of_a_tie_is_its_entry() -> None:
    rows = (kin("mia", "parent", "ari"), kin("mia", "guardian", "ari"))
    family = case((person("ari", "2014-05-02"), person("mia", "1986-01-20")), relationships=rows)
    for row, kind in zip(rows, (TieKind.PARENT, TieKind.GUARDIAN), strict=True):
        assert entry_and_address(Tie(kind, "mia", "ari"), family) == (row, "relationship@mia->ari")
