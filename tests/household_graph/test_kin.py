"""Parents, children and siblings."""

from __future__ import annotations

import datetime as dt

import pytest
from invented_families import DAY, case, kin, person, stay, two_homes, unborn

from cimscore.household_graph import HouseholdGraph, MissingFact, Read, Sibling, SiblingKind

CY = person("cy", "2016-01-01")


def siblings_of_ari(*relationships, people=()):
    family = (person("ari", "2014-05-02"), CY, person("mia", "1986-01-20"), person("leo", "1984-09-09"),
              person("pat", "1985-01-01"), *people)  # fmt: skip
    return HouseholdGraph(case(family, relationships=relationships))


def test_parents_are_those_entered_and_are_taken_as_all():
    parents = HouseholdGraph(two_homes()).parents("ari")
    assert (parents.value, parents.rests_on) == (("leo", "mia"), (Read("parents@ari", "[leo, mia]"),))


def test_without_a_parent_entry_parents_are_unknown():
    assert HouseholdGraph(case((CY,))).parents("cy").missing == (MissingFact("parents", "cy"),)
    graph = HouseholdGraph(case((CY, person("mia", "1986-01-20"))))
    assert graph.parents("cy").missing == (MissingFact("parents", "cy"),)


def test_a_relationship_of_unknown_kind_may_make_a_parent():
    graph = siblings_of_ari(kin("mia", "parent", "ari"), kin("leo", "", "ari"))
    assert graph.parents("ari").missing == (MissingFact("relationship", "leo->ari"),)
    assert graph.is_parent("mia", "ari").value is True


def test_nobody_is_the_parent_of_someone_older():
    answer = HouseholdGraph(case((CY, person("mia", "1986-01-20")))).is_parent("cy", "mia")
    assert answer.value is False
    assert answer.rests_on == (Read("born@cy", "2016-01-01"), Read("born@mia", "1986-01-20"))


def test_carers_are_not_parents():
    graph = siblings_of_ari(
        kin("mia", "parent", "ari"), kin("pat", "step-parent", "ari"), kin("leo", "guardian", "ari")
    )
    assert graph.parents("ari").value == ("mia",)
    assert graph.carers("ari").value == ("leo", "pat")


def test_a_parent_in_the_household_is_enough_whatever_else_is_unknown():
    people = (person("ari", "2014-05-02"), person("mia", "1986-01-20"), person("leo", "1984-09-09"))
    graph = HouseholdGraph(case(
        people, residences=(stay("mia", "north", "full-time"),),
        relationships=(kin("mia", "parent", "ari"), kin("leo", "", "ari")),
    ))  # fmt: skip
    assert graph.has_parent_in("ari", "north", DAY).value is True
    assert graph.parents_in("ari", "north", DAY).missing == (
        MissingFact("relationship", "leo->ari"), MissingFact("homes", "leo")
    )  # fmt: skip


def test_children_are_those_under_age_on_the_day():
    graph = HouseholdGraph(two_homes())
    assert graph.children("mia", DAY).value == ("ari",)
    assert graph.children("mia", dt.date(2032, 5, 2)).value == ()
    assert graph.children_in("leo", "south", DAY).value == ("ari",)
    assert graph.children_in("leo", "north", DAY).value == ("ari",)
    assert graph.parents_in("ari", "north", DAY).value == ("mia",)


def test_a_mother_is_a_parent_of_her_unborn_child_whose_other_parents_are_unknown():
    graph = HouseholdGraph(case((unborn("twin", "nan"), person("nan"), person("joe"))))
    assert graph.is_parent("nan", "twin").rests_on == (Read("mother@twin", "nan"),)
    assert not graph.parents("twin").known
    assert graph.children("nan", DAY, under=18).missing[0] == MissingFact("born", "joe")
    assert graph.pregnant_people().value == ("nan",)


@pytest.mark.parametrize(
    ("relationships", "kind"),
    [
        (("mia parent ari", "leo parent ari", "mia parent cy", "leo parent cy"), "full"),
        (("mia parent ari", "leo parent ari", "mia parent cy", "pat parent cy"), "half"),
        (("mia parent ari", "leo parent ari", "mia parent cy"), "half"),
        (("mia parent ari", "mia adoptive-parent cy"), "adoptive"),
        (("mia parent ari", "pat parent cy", "pat partner mia"), "step"),
        (("mia parent ari", "leo parent cy", "leo step-parent ari"), "step"),
        (("mia parent ari", "leo parent cy", "leo foster-parent ari"), "foster"),
        (("mia parent ari", "leo parent cy", "pat foster-parent ari", "pat foster-parent cy"), "foster"),
        (("mia parent ari", "leo parent cy", "cy sibling ari"), "declared"),
        (("cy half-sibling ari",), "half"),
        (("ari step-sibling cy",), "step"),
        (("mia parent ari", "leo parent cy"), None),
    ],
)
def test_what_makes_siblings(relationships, kind):
    rows = tuple(kin(*row.split()) for row in relationships)
    graph = siblings_of_ari(*rows)
    for pair in (("ari", "cy"), ("cy", "ari")):
        answer = graph.sibling_kind(*pair)
        assert (answer.known, answer.value) == (True, kind)
    assert graph.siblings("ari", DAY).value == ((Sibling("cy", SiblingKind(kind)),) if kind else ())


def test_a_shared_parent_makes_siblings_even_while_the_kind_is_unknown():
    graph = siblings_of_ari(kin("mia", "parent", "ari"), kin("mia", "parent", "cy"), kin("leo", "", "cy"))
    assert graph.are_siblings("ari", "cy").value is True
    assert graph.sibling_kind("ari", "cy").missing == (MissingFact("relationship", "leo->cy"),)


def test_unknown_parents_leave_siblings_unknown():
    graph = siblings_of_ari(kin("mia", "parent", "ari"))
    assert not graph.are_siblings("ari", "cy").known
    assert MissingFact("parents", "cy") in graph.siblings("ari", DAY).missing


def test_nobody_is_their_own_sibling():
    assert siblings_of_ari().sibling_kind("ari", "ari").value is None
    assert siblings_of_ari().are_siblings("ari", "ari").value is False


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        ("2008-02-29", "2026-02-28", 17), ("2008-02-29", "2026-03-01", 18), ("2008-02-29", "2028-02-29", 20),
        ("2014-05-02", "2025-05-01", 10), ("2014-05-02", "2025-05-02", 11), ("2014-05-02", "2014-05-01", None),
    ],
)  # fmt: skip
def test_age_counts_completed_years(born, day, age):
    graph = HouseholdGraph(case((person("ari", born),)))
    assert graph.age_on("ari", dt.date.fromisoformat(day)).value == age


def test_age_needs_a_birthday_and_a_day():
    graph = HouseholdGraph(case((person("ari"), unborn("twin"))))
    assert graph.age_on("ari", None).missing == (MissingFact("born", "ari"), MissingFact("received", "case"))
    assert (graph.age_on("twin", None).known, graph.is_child("twin", None).value) == (True, True)
