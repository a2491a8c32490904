"""Who has left home by their own choice: whoever sleeps on the street may have, whoever is kept in a place has not."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import concern, homes, notified, one_home, parents, people, stays, told
from qld_matter import asked

from cimscore.case import Case, Home, PlaceEntry, PlaceKind

BY_CHOICE = "self-placed@tia"
BORN = "2010-05-02"


def sleeps_in(kind: PlaceKind, born: str = BORN) -> Case:
    """Return the case of Tia, who has no home, sleeps in a place and was harmed there; Bo sleeps in a hospital."""
    tia, bo, mum = people(tia=born, bo="2011-05-02", mum="1986-01-20")
    away = (
        attrs.evolve(tia, home=Home.NONE, sleeps="place"),
        attrs.evolve(bo, home=Home.NONE, sleeps="ward", no_other_parent=True),
    )
    return one_home(
        people=(*away, mum),
        places=(PlaceEntry(id="place", kind=kind), PlaceEntry(id="ward", kind=PlaceKind.HOSPITAL)),
        households=homes(north="Brisbane"),
        residences=stays("mum north"),
        relationships=parents(mum="tia"),
        concerns=(concern("c1", "tia", "place"),),
        decisions=notified("c1"),
    )


@pytest.mark.parametrize(
    ("kind", "is_asked"),
    [(PlaceKind.STREET, True), (PlaceKind.HOSPITAL, False), (PlaceKind.CUSTODY, False)],
)
def test_whether_a_child_stays_by_choice_is_asked_unless_others_decide_on_their_leaving(
    kind: PlaceKind, is_asked: bool
) -> None:
    assert (BY_CHOICE in asked(told(sleeps_in(kind)))) is is_asked


@pytest.mark.parametrize(("born", "is_asked"), [("2015-03-03", True), ("2015-03-04", False), ("2007-03-03", False)])
def test_whether_a_child_stays_by_choice_is_asked_of_those_from_ten_to_seventeen(born: str, is_asked: bool) -> None:
    assert (BY_CHOICE in asked(told(sleeps_in(PlaceKind.STREET, born)))) is is_asked


def test_whoever_has_no_parent_with_a_home_has_left_none() -> None:
    case = sleeps_in(PlaceKind.STREET)
    homeless = tuple(attrs.evolve(entry, home=Home.NONE) for entry in case.people)
    assert BY_CHOICE not in asked(told(attrs.evolve(case, people=homeless, residences=())))


def test_whoever_lives_in_a_home_has_not_left_it() -> None:
    case = sleeps_in(PlaceKind.STREET)
    at_home = (*people(tia=BORN), *case.people[1:])
    assert BY_CHOICE not in asked(told(attrs.evolve(case, people=at_home, residences=stays("mum north", "tia north"))))
