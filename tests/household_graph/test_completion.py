"""Supplying missing facts."""

from __future__ import annotations

import datetime as dt

import pytest
from invented_families import DAY, case, kin, person, stay, two_homes, unborn

from cimscore.case import ALLEGED, UNKNOWN, ConcernEntry, ConcernKind, Moment, RelationshipKind, ResidenceKind
from cimscore.errors import UnknownNameError
from cimscore.household_graph import CoreFact, HouseholdGraph, MissingFact, possible_values, with_fact

OPEN = case(
    (person("ari"), unborn("twin"), person("mia", "1986-01-20")),
    residences=(stay("mia", "north", from_=UNKNOWN, until=UNKNOWN),),
    relationships=(kin("mia", "", "ari"),),
    concerns=(ConcernEntry(id="c1", present=UNKNOWN, responsible=UNKNOWN),),
)

VALUES = {
    MissingFact("received", "case"): Moment(DAY),
    MissingFact("born", "ari"): dt.date(2014, 5, 2),
    MissingFact("homes", "ari"): ("north", "south"),
    MissingFact("stay", "mia@north"): ResidenceKind.FULL_TIME,
    MissingFact("from", "mia@north"): DAY,
    MissingFact("until", "mia@north"): DAY,
    MissingFact("parents", "twin"): ("mia",),
    MissingFact("relationship", "mia->ari"): RelationshipKind.PARENT,
    MissingFact("mother", "twin"): "mia",
    MissingFact("confirmed", "twin"): True,
    MissingFact("expected", "twin"): dt.date(2025, 8, 1),
    MissingFact("family", "ari"): "a",
    MissingFact("about", "c1"): ("ari",),
    MissingFact("place", "c1"): "north",
    MissingFact("present", "c1"): ("ari",),
    MissingFact("responsible", "c1"): ("mia",),
    MissingFact("kind", "c1"): ConcernKind.HARM,
    MissingFact("occurred", "c1"): Moment(DAY),
    MissingFact("area", "north"): "Logan",
}


def test_every_core_fact_can_be_supplied():
    assert {fact.question for fact in VALUES} == set(CoreFact)


@pytest.mark.parametrize("fact", VALUES, ids=str)
def test_a_fact_once_supplied_is_missing_no_more(fact):
    supplied = with_fact(OPEN, fact, VALUES[fact])
    with pytest.raises(UnknownNameError, match="missing fact"):
        with_fact(supplied, fact, VALUES[fact]) if fact.question not in {"homes", "parents"} else with_fact(
            supplied, MissingFact(fact.question, fact.about), ()
        )
    HouseholdGraph(supplied).graph.number_of_nodes()


def test_supplied_homes_are_stays_of_unknown_kind():
    graph = HouseholdGraph(with_fact(OPEN, MissingFact("homes", "ari"), ("north",)))
    assert graph.stays("ari", DAY).value == ("north",)
    assert graph.lives_in("ari", "north", DAY).missing == (MissingFact("stay", "ari@north"),)


def test_what_is_known_cannot_be_supplied_again():
    with pytest.raises(UnknownNameError, match="born@ari"):
        with_fact(two_homes(), MissingFact("born", "ari"), DAY)


def test_a_word_that_is_no_core_fact_is_refused_with_the_nearest():
    with pytest.raises(UnknownNameError, match="Did you mean 'place'"):
        with_fact(OPEN, MissingFact("plaice", "c1"), "north")


@pytest.mark.parametrize(
    ("question", "values"),
    [
        ("stay", tuple(ResidenceKind)), ("kind", ALLEGED), ("relationship", tuple(RelationshipKind)),
        ("confirmed", (True, False)), ("place", ("north", "south", "elsewhere")), ("mother", ("ari", "mia")),
        ("homes", (("north",), ("south",), ("north", "south"))), ("parents", ()), ("born", ()), ("area", ()),
    ],
)  # fmt: skip
def test_possible_values_are_listed_where_they_are_few(question, values):
    assert possible_values(OPEN, MissingFact(question, "ari")) == values


def test_sets_of_homes_are_not_listed_beyond_three_households():
    assert len(possible_values(case((), "a b c"), MissingFact("homes", "ari"))) == 7
    assert possible_values(case((), "a b c d"), MissingFact("homes", "ari")) == ()
