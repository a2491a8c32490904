"""Concerns about one child that may relate to another, of whom other concerns of the household tell."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import (
    RECEIVED,
    at,
    concern,
    decided,
    notified,
    on_file,
    one_home,
    parents,
    people,
    reported,
    stays,
    told,
)
from qld_matter import asked, parts, roles

from cimscore.case import Case, DecisionEntry, Home, PlaceEntry, PlaceKind, RecordEntry

NORTH = "notification:north"
SUBJECT, OTHER = {"subject child"}, {"other child"}


def siblings(*more: DecisionEntry) -> Case:
    """Return the case of Kai, eleven, harmed by Pa and said to have harmed his brother Sam."""
    by_pa = attrs.evolve(concern("c1", "kai", "north"), responsible=("pa",))
    by_kai = attrs.evolve(concern("c2", "sam", "north"), responsible=("kai",), occurred=at(RECEIVED))
    return one_home(
        people=people(kai="2014-01-01", sam="2017-01-01", pa="1980-01-01"),
        residences=stays("kai north", "sam north", "pa north"),
        relationships=parents(pa="kai sam"),
        concerns=(by_pa, by_kai),
        decisions=(*notified("c1 c2"), *more),
    )


def brothers(decisions: tuple[DecisionEntry, ...]) -> Case:
    """Return the case of Ari and Bo, of each of whom a concern of its own tells the same."""
    return one_home(
        people=people(ari="2014-05-02", bo="2017-01-01", mia="1986-01-20"),
        residences=stays("ari north", "bo north", "mia north"),
        relationships=parents(mia="ari bo"),
        concerns=(concern("c1", "ari", "north"), concern("c2", "bo", "north")),
        decisions=decisions,
    )


def test_whether_the_concerns_about_one_child_relate_to_another_is_asked_though_other_concerns_name_that_one() -> None:
    ask = "concerns-relate@sam@north"
    decision = told(siblings())
    assert ask in asked(decision)
    assert "c1@sam: notification:north?" in parts(decision)
    for answer in (True, False):
        settled = told(siblings(decided("concerns-relate", "sam@north", answer)))
        assert ask not in asked(settled)
        assert ("c1@sam: notification:north" in parts(settled)) is answer


@pytest.mark.parametrize(("relate", "role"), [(True, SUBJECT), (False, OTHER)])
def test_a_child_with_a_report_of_their_own_is_asked_about_for_the_notification_of_a_sibling(
    *, relate: bool, role: set[str]
) -> None:
    decisions = (*notified("c1"), *reported("c2"), decided("concerns-relate", "ari@north", False))
    assert roles(told(brothers(decisions)), NORTH)["bo"] == {"subject child?"}
    related = decided("concerns-relate", "bo@north", relate)
    assert roles(told(brothers((*decisions, related))), NORTH)["bo"] == role


PENDING = on_file("ccr-9", "child-concern-report", {"ari": "subject child"}, "north", create="2025-02-28")


@pytest.mark.parametrize(("relate", "role"), [(True, SUBJECT), (False, OTHER)])
@pytest.mark.parametrize(
    ("records", "combined", "report"),
    [
        ((), (), "child-concern-report:north"),
        ((PENDING,), (decided("combine-reports", "ccr-9", "combine"),), "combined-report:ccr-9"),
    ],
)
def test_a_child_to_whom_reported_concerns_relate_is_a_subject_of_the_report_too(
    records: tuple[RecordEntry, ...], combined: tuple[DecisionEntry, ...], report: str, *, relate: bool, role: set[str]
) -> None:
    decisions = (*reported("c1"), decided("concerns-relate", "bo@north", relate), *combined)
    of_ari = (concern("c1", "ari", "north"),)
    case = attrs.evolve(brothers(()), concerns=of_ari, records=records, decisions=decisions)
    assert roles(told(case), report)["bo"] == role


def test_nobody_is_asked_for_a_child_of_whom_the_same_is_told() -> None:
    decision = told(brothers(notified("c1 c2")))
    assert {ask for ask in asked(decision) if ask.startswith("concerns-relate")} == set()


@pytest.mark.parametrize("relate", [True, False])
def test_a_child_who_sleeps_in_the_same_car_is_the_other_child_until_the_concern_is_said_to_relate(
    *, relate: bool
) -> None:
    car = PlaceEntry(id="car", kind=PlaceKind.STREET, area="Bundaberg")
    family = tuple(
        attrs.evolve(entry, home=Home.NONE, sleeps="car")
        for entry in people(boy="2020-05-02", girl="2013-01-01", mum="1990-01-20")
    )
    case = one_home(
        people=family,
        places=(car,),
        residences=(),
        relationships=parents(mum="boy girl"),
        concerns=(concern("c1", "boy", "car"),),
        decisions=(*notified("c1"), decided("relates-in-no-household", "c1@girl", relate)),
    )

    assert roles(told(case), "notification:c1")["girl"] == (SUBJECT if relate else OTHER)
