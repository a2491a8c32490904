"""Concerns below the threshold during an ongoing intervention: noted for its children, reported for the others.

A child to whom the concerns are decided to relate is recorded as one whom they are about.
"""

from __future__ import annotations

import attrs
import pytest
from qld_cases import compiled, concern, decided, fact, homes, on_file, one_home, parents, people, reported, stays, told
from qld_matter import parts, roles

from cimscore.assessment import decide_case
from cimscore.case import UNKNOWN, Case

NOTE, REPORT = "received-concerns-case-note:case", "child-concern-report:north"
WITH = {"ari": "subject child"}


def household(about: str, *, relates: bool | None = None, told_of_bo: object = False) -> Case:
    """Return the case of Ari, who has an ongoing intervention, and Bo: one or both are named by the concern."""
    (other,) = {"ari", "bo"} - set(about.split()) or {""}
    answers = () if relates is None else (decided("concerns-relate", f"{other}@north", relates),)
    return one_home(
        people=people(ari="2014-05-02", bo="2017-01-01", mia="1986-01-20"),
        residences=stays("ari north", "bo north", "mia north"),
        relationships=parents(mia="ari bo"),
        concerns=(concern("c1", about, "north"),),
        records=(on_file("oi-1", "ongoing-intervention", WITH),),
        decisions=(*reported("c1"), *answers),
        facts=() if told_of_bo is None else (fact("ongoing-intervention", told_of_bo, "bo"),),
    )


@pytest.mark.parametrize("about", ["ari", "bo"])
def test_a_child_to_whom_the_concerns_relate_is_noted_or_reported_as_one_whom_they_are_about(about: str) -> None:
    both, one = told(household("ari bo")), told(household(about, relates=True))
    assert parts(one) == parts(both) == {f"c1@ari: {NOTE}", f"c1@bo: {REPORT}"}
    for record in (NOTE, REPORT):
        assert roles(one, record) == roles(both, record)
    assert roles(one, REPORT)["ari"] == {"other child"} and "bo" not in roles(one, NOTE)


@pytest.mark.parametrize(("about", "record"), [("ari", NOTE), ("bo", REPORT)])
def test_a_child_to_whom_they_do_not_relate_brings_no_second_record(about: str, record: str) -> None:
    assert parts(told(household(about, relates=False))) == {f"c1@{about}: {record}"}


@pytest.mark.parametrize(("about", "open_one"), [("ari", f"c1@bo: {REPORT}"), ("bo", f"c1@ari: {NOTE}")])
def test_until_it_is_decided_the_second_record_is_provisional(about: str, open_one: str) -> None:
    assert f"{open_one}?" in parts(told(household(about)))


def test_an_intervention_of_which_nobody_knows_leaves_both_ways_open() -> None:
    found = told(household("ari", relates=True, told_of_bo=UNKNOWN))
    assert f"c1@bo: {REPORT}?" in parts(found)
    assert "qld-child-safety/ongoing-intervention@bo" in found.points


OF_BO = "qld-child-safety/ongoing-intervention@bo"


@pytest.mark.parametrize("about", ["ari bo", "bo"])
def test_an_intervention_for_one_child_asks_about_another_of_the_family(about: str) -> None:
    found = told(household(about, told_of_bo=None))
    assert [address for address in found.points if "intervention" in address] == [OF_BO]
    assert f"c1@bo: {REPORT}?" in parts(found)


@pytest.mark.parametrize(
    ("mother_of_bo", "lives", "is_asked"),
    [("mia", "far", True), ("zoe", "north", True), ("mia", "north", True), ("zoe", "far", False)],
)
def test_a_sibling_elsewhere_and_whoever_lives_in_the_same_home_are_of_the_family(
    mother_of_bo: str, lives: str, is_asked: bool
) -> None:
    children = [attrs.evolve(child, no_other_parent=True) for child in people(ari="2014-05-02", bo="2017-01-01")]
    case = attrs.evolve(
        household("ari bo", told_of_bo=None),
        people=(*children, *people(mia="1986-01-20", zoe="1988-01-20")),
        households=homes(north="Brisbane", far="Brisbane"),
        residences=stays("ari north", f"bo {lives}", "mia north", "zoe far"),
        relationships=(*parents(mia="ari"), *parents(**{mother_of_bo: "bo"})),
    )
    assert (OF_BO in told(case).points) is is_asked


def test_without_an_intervention_in_the_family_none_is_asked_for() -> None:
    found = told(attrs.evolve(household("ari bo", told_of_bo=None), records=()))
    assert OF_BO not in found.points and parts(found) == {f"c1@ari: {REPORT}", f"c1@bo: {REPORT}"}


def test_no_child_is_other_in_a_case_note_because_of_a_record_elsewhere() -> None:
    found = told(household("ari bo"))
    assert roles(found, NOTE) == {"ari": {"subject child"}, "mia": {"parent"}}
    assert ("conclusion:profile", ("bo", NOTE)) in {(key, tuple(map(str, things))) for key, things in found.told}


def test_the_opening_of_an_intervention_is_a_step_of_it() -> None:
    opened = on_file("oi-1", "ongoing-intervention", WITH, open="2025-01-20")
    decision = decide_case(one_home(records=(opened,), decisions=reported("c1")), compiled())
    assert [text for text in map(str, decision.amiss) if "oi-1" in text] == []
    assert {str(line.things[0]) for line in decision.about("record")} == {NOTE}
