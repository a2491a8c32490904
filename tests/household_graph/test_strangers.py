"""People known by name alone: who they are not, and the one question about many of them."""

from __future__ import annotations

import attrs
import pytest
from invented_families import DAY, case, kin, person, stay, unborn

from cimscore.case import UNKNOWN, Age, ConcernEntry, Home, Part, RecordEntry, Unborn
from cimscore.household_graph import Days, Entered, Tie, TieKind, ties_of

TODAY = Days(DAY, DAY)
ARI = person("ari", "2014-05-02")
BY_THE_CASE = {
    "a stay": {"residences": (stay("zed", "north", "visits"),)},
    "being somebody's kin": {"relationships": (kin("zed", "", "ari"),)},
    "having kin": {"relationships": (kin("ari", "", "zed"),)},
    "a concern about them": {"concerns": (ConcernEntry(id="c1", about=("zed",)),)},
    "being there": {"concerns": (ConcernEntry(id="c1", present=("zed",)),)},
    "being responsible": {"concerns": (ConcernEntry(id="c1", responsible=("zed",)),)},
    "a record": {"records": (RecordEntry(id="r1", kind="case", people={"zed": "parent"}),)},
}
BY_THEIR_ENTRY = {
    "a birthday": {"born": DAY},
    "an age": {"age": Age(about=40)},
    "being an adult": {"adult": True},
    "being no adult": {"adult": False},
    "having died": {"died": True},
    "perhaps having died": {"died": UNKNOWN},
    "living in no home": {"home": Home.NONE},
    "being unborn": {"unborn": Unborn()},
    "acting for a body": {"is_": Part.POLICE},
}


def read(people, **more):
    return ties_of(Entered(case((ARI, *people), **more), TODAY))


def guests(number):
    return tuple(person(f"guest{place}") for place in range(number))


def test_of_a_stranger_nothing_is_told_but_a_name() -> None:
    assert Entered(case((ARI, person("zed"))), TODAY).strangers == {"zed"}


@pytest.mark.parametrize("told", BY_THE_CASE.values(), ids=BY_THE_CASE)
def test_whom_the_case_tells_of_is_no_stranger(told) -> None:
    assert Entered(case((ARI, person("zed")), **told), TODAY).strangers == frozenset()


@pytest.mark.parametrize("told", BY_THEIR_ENTRY.values(), ids=BY_THEIR_ENTRY)
def test_of_whom_their_own_entry_tells_is_no_stranger(told) -> None:
    assert Entered(case((ARI, attrs.evolve(person("zed"), **told))), TODAY).strangers == frozenset()


def test_the_mother_of_an_unborn_child_is_no_stranger() -> None:
    assert Entered(case((ARI, person("zed"), unborn("bean", "zed"))), TODAY).strangers == frozenset()


def test_the_one_question_about_many_is_worked_with_as_none_of_them() -> None:
    asked = read(guests(4)).open["homes@*"]

    assert (asked.values, asked.working) == ((False, True), False)
    assert asked.words == {False: "none of them", True: "at least one of them"}


@pytest.mark.parametrize(
    ("number", "end"), [(6, ": guest0, guest1, guest2, guest3, guest4, guest5?"), (7, ", guest5 and 1 more?")]
)
def test_the_one_question_names_six_and_counts_the_others(number: int, end: str) -> None:
    assert read(guests(number)).open["homes@*"].asks.endswith(end)


@pytest.mark.parametrize(
    ("number", "named"), [(3, {"guest0", "guest1", "guest2", "ari"}), (4, {"*", "ari"})], ids=["few", "many"]
)
def test_who_was_there_is_asked_of_each_of_a_few_and_of_many_together(number: int, named: set[str]) -> None:
    ties = read(guests(number), concerns=(ConcernEntry(id="c1", about=("ari",), present=UNKNOWN),))

    assert {address for address in ties.open if address.startswith("present@")} == {
        f"present@c1@{who}" for who in named
    }


def test_who_acts_for_a_body_may_have_been_there_but_is_not_whom_the_concern_is_about() -> None:
    ties = read((person("joe", is_=Part.POLICE),), concerns=(ConcernEntry(id="c1", present=UNKNOWN),))

    asked = {address for address in ties.open if address.startswith(("about@", "present@"))}
    assert asked == {"about@c1@ari", "present@c1@ari", "present@c1@joe"}
    assert ties.open["present@c1@joe"].why == "nobody is named unasked"
    assert "so that no child is lost" in ties.open["about@c1@ari"].why


@pytest.mark.parametrize(
    ("address", "tie"),
    [
        ("homes@*", Tie(TieKind.LIVES_IN, "guest0", "north")),
        ("homes@*", Tie(TieKind.VISITS, "guest3", "south")),
        ("homes@*", Tie(TieKind.LIVES_ELSEWHERE, "guest0", "elsewhere")),
        ("parents@*", Tie(TieKind.PARENT, "mia", "guest0")),
        ("present@c1@*", Tie(TieKind.PRESENT, "c1", "guest0")),
        ("about@c1@*", Tie(TieKind.ABOUT, "c1", "guest0")),
    ],
    ids=str,
)
def test_what_is_asked_of_many_is_possible_of_each_of_them_until_it_is_so_of_none(address: str, tie: Tie) -> None:
    concern = ConcernEntry(id="c1", present=UNKNOWN)
    facts = read((person("mia", "1986-01-20"), *guests(4)), concerns=(concern,))

    assert [facts.grade(tie, {address: answer}) for answer in (True, False)] == [1, 0]
