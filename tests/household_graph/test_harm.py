"""Concerns, and the households they bring into question."""

from __future__ import annotations

from invented_families import DAY, case, kin, person, stay, two_homes

from cimscore.case import ConcernEntry
from cimscore.household_graph import GroundKind, HarmGround, HouseholdGraph, MissingFact

KIND = GroundKind


def grounds(graph, household):
    return {(ground.kind, ground.person) for ground in graph.harm_grounds(household, DAY).value}


def test_a_household_comes_into_question_where_it_happened_and_where_the_child_lives():
    graph = HouseholdGraph(two_homes())
    assert graph.harm_grounds("north", DAY).value == (
        HarmGround(KIND.HAPPENED_HERE, "c1"), HarmGround(KIND.HOME_OF_AFFECTED, "c1", "ari"),
        HarmGround(KIND.HOME_OF_AFFECTED, "c2", "ari"),
    )  # fmt: skip
    assert [it.household for it in graph.harm_candidates(DAY).value] == ["north", "south"]
    assert graph.concerns_placed_in("north").value == ("c1",)
    assert graph.households_of_concern("c1", DAY).value == ("north", "south")


def test_a_home_of_the_affected_child_is_a_candidate_though_the_place_is_unknown():
    people = (person("ari", "2014-05-02"),)
    concern = ConcernEntry(id="c1", about=("ari",))
    graph = HouseholdGraph(case(people, residences=(stay("ari", "north", "full-time"),), concerns=(concern,)))
    assert graph.is_harm_candidate("north", DAY).value is True
    assert graph.is_harm_candidate("south", DAY).missing == (MissingFact("place", "c1"),)
    assert graph.harm_candidates(DAY).missing == (MissingFact("place", "c1"),)


def test_a_concern_elsewhere_happened_in_no_household():
    people = (person("ari", "2014-05-02"),)
    concern = ConcernEntry(id="c1", about=("ari",), place="elsewhere")
    graph = HouseholdGraph(case(people, residences=(stay("ari", "north", "full-time"),), concerns=(concern,)))
    assert graph.concerns_placed_in("north").value == ()
    assert grounds(graph, "north") == {(KIND.HOME_OF_AFFECTED, "ari")}


def test_the_home_of_a_visiting_child_is_a_candidate():
    people = (person("max", "2015-01-01"), person("zoe", "2015-01-01"), person("ned", "2015-01-01"))
    rows = (stay("max", "hosts", "full-time"), stay("zoe", "zoes", "full-time"), stay("zoe", "hosts", "visits"),
            stay("ned", "neds", "full-time"), stay("ned", "hosts", "visits"))  # fmt: skip
    concern = ConcernEntry(id="c1", about=("max", "zoe"), present=("ned",), place="hosts")
    graph = HouseholdGraph(case(people, "hosts zoes neds", residences=rows, concerns=(concern,)))
    assert grounds(graph, "zoes") == {(KIND.HOME_OF_AFFECTED, "zoe"), (KIND.HOME_OF_AFFECTED_VISITOR, "zoe")}
    assert grounds(graph, "neds") == set()
    assert graph.was_present("c1", "ned").value is True


def test_the_homes_of_parents_of_a_young_person_who_stays_elsewhere_by_choice_are_candidates():
    people = (person("kit", "2009-01-01"), person("dad", "1980-01-01"), person("joe", "1999-01-01"))
    rows = (stay("kit", "flat", "by-choice"), stay("joe", "flat", "full-time"), stay("dad", "dads", "full-time"))
    concern = ConcernEntry(id="c1", about=("kit",), place="flat", responsible=("joe",))
    family = case(
        people, "flat dads", residences=rows, relationships=(kin("dad", "parent", "kit"),), concerns=(concern,)
    )
    graph = HouseholdGraph(family)
    assert grounds(graph, "dads") == {(KIND.PARENTS_HOME_OF_SELF_PLACED, "kit")}
    assert grounds(graph, "flat") == {(KIND.HAPPENED_HERE, "")}


def test_a_concern_about_people_unknown_leaves_every_household_open():
    people = (person("ari", "2014-05-02"),)
    concern = ConcernEntry(id="c1", place="south")
    graph = HouseholdGraph(case(people, residences=(stay("ari", "north", "full-time"),), concerns=(concern,)))
    assert graph.is_harm_candidate("north", DAY).missing == (MissingFact("about", "c1"),)


def test_every_ground_says_itself_in_words():
    sentences = {HarmGround(kind, "c1", "ari").sentence for kind in KIND}
    assert len(sentences) == len(KIND)
    assert "c1: somebody it is about lives here (ari)" in sentences
