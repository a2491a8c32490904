"""Harm to a child on a visit and to one at home: the visitor's own home counts where the harm is significant."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import concern, decided, duties, fact, homes, notified, one_home, parents, people, stays, told
from qld_matter import asked, harm_homes, records, roles

from cimscore.case import Case, DecisionEntry

ASK = "significant-harm@c1"
BOTH, ONE = {"north", "south"}, {"north"}


def visit(*answers: DecisionEntry, kind: str = "harm", protected: str = "") -> Case:
    """Return the case of Ari, harmed at home in the north, and of Zoe of the south, harmed there on a visit."""
    return one_home(
        people=people(ari="2014-05-02", zoe="2016-01-01", mia="1986-01-20", sue="1985-01-01"),
        households=homes(north="Logan", south="Cairns"),
        residences=stays("ari north", "mia north", "zoe south", "sue south", "zoe north visits"),
        relationships=parents(mia="ari", sue="zoe"),
        concerns=(concern("c1", "ari zoe", "north", kind=kind),),
        decisions=(*notified("c1"), *answers),
        facts=tuple(fact("protective-parent", who == protected, who) for who in ("ari", "zoe")),
    )


def test_whether_harm_is_significant_is_asked_and_until_then_both_homes_are_looked_into() -> None:
    found = told(visit())
    assert ASK in asked(found)
    assert harm_homes(found) == {"north", "south?"}
    assert records(found) == {"notification:north", "notification:south?"}


@pytest.mark.parametrize(("answer", "expected"), [(True, BOTH), (False, ONE)])
def test_an_answer_settles_it(answer: bool, expected: set[str]) -> None:
    found = told(visit(decided("significant-harm", "c1", answer)))
    assert harm_homes(found) == expected
    assert ASK not in asked(found)
    assert roles(found, f"notification:{max(expected)}")["zoe"] == {"subject child"}


@pytest.mark.parametrize(("kind", "expected"), [("significant-harm", BOTH), ("risk", ONE)])
def test_a_kind_that_says_so_is_not_asked_about(kind: str, expected: set[str]) -> None:
    found = told(visit(kind=kind))
    assert harm_homes(found) == expected
    assert ASK not in asked(found)


@pytest.mark.parametrize("protected", ["ari", "zoe"])
def test_where_a_parent_protects_either_child_it_is_not_asked(protected: str) -> None:
    found = told(visit(protected=protected))
    assert harm_homes(found) == ONE
    assert ASK not in asked(found)


def test_a_child_harmed_on_a_visit_whose_parent_protects_is_an_other_child_there() -> None:
    there = roles(told(visit(protected="zoe")), "notification:north")
    assert there["zoe"] == {"other child"}
    assert there["ari"] == {"subject child"}


def test_one_whose_parent_is_not_known_to_protect_is_a_subject_there_until_then() -> None:
    found = told(attrs.evolve(visit(kind="risk"), facts=(fact("protective-parent", False, "ari"),)))
    assert roles(found, "notification:north")["zoe"] == {"subject child?"}
    assert "protective-parent@zoe" in asked(found)


@pytest.mark.parametrize(("kind", "is_asked"), [("significant-harm", True), ("risk", False)])
def test_which_part_a_visitor_with_a_record_of_their_own_has_in_the_hosts_event_is_asked(
    kind: str, is_asked: bool
) -> None:
    found = told(visit(kind=kind))
    assert ("part-of-a-visitor" in duties(found, "zoe@notification:north")) is is_asked
    assert ("zoe" in roles(found, "notification:north")) is not is_asked
    assert "part-of-a-visitor" not in duties(found, "ari@notification:north")
    assert "part-of-a-visitor" not in duties(found, "ari@notification:south")
