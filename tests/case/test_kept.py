"""What is kept from somebody: which words are hidden, where they stand in a text, and what stands in their place."""

from __future__ import annotations

import datetime as dt
import enum
from typing import Any

import attrs
import pytest

from cimscore.case import (
    UNKNOWN,
    Case,
    Home,
    HouseholdEntry,
    Name,
    PersonEntry,
    PlaceEntry,
    PlaceKind,
    State,
    discreet,
    kept_in,
)

ANN = PersonEntry(id="p1", name=Name(given="Ann", family="Marsh"), also_known_as=("Annie",), kept_from=("p2",))
BEN = PersonEntry(id="p2", name=Name(given="Ben", family=UNKNOWN))


def case(*people: PersonEntry, **parts: Any) -> Case:
    return Case(id="kept", people=people, **parts)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("Ann Marsh and Ben", "p1 and Ben"),
        ("Ann\n  Marsh and Ben", "p1 and Ben"),
        ("Annie, Annabel and Ann", "p1, Annabel and p1"),
        ("the Marsh family", "the p1 family"),
        ("the marsh", "the marsh"),
    ],
)
def test_each_name_is_hidden_as_a_whole_word_even_where_a_line_ends_in_it(text: str, hidden: str) -> None:
    assert kept_in(case(ANN, BEN)).hide(text) == hidden


def test_a_family_name_that_others_share_openly_stays() -> None:
    sister = PersonEntry(id="p3", name=Name(given="Cat", family="Marsh"))
    assert kept_in(case(ANN, BEN, sister)).hide("Ann Marsh, Cat Marsh") == "p1, Cat Marsh"


def test_an_id_stays_though_it_is_a_name_too() -> None:
    person = attrs.evolve(ANN, id="Ann", name=Name(given="Ann", family=UNKNOWN), also_known_as=())
    assert not kept_in(case(person, BEN))


@pytest.mark.parametrize(("text", "hidden"), [("by 5 May 2025", "by 5 May 2025"), ("May is five", "p1 is five")])
def test_a_name_that_is_a_month_is_hidden_but_not_in_a_date(text: str, hidden: str) -> None:
    may = attrs.evolve(ANN, name=Name(given="May", family=UNKNOWN), also_known_as=())
    assert kept_in(case(may, BEN)).hide(text) == hidden


def test_a_home_loses_its_label_and_its_area() -> None:
    home = HouseholdEntry(id="h1", label="Mill-Lane flat", area="Ipswich", kept_from=("p2",))
    found = kept_in(case(BEN, households=(home, HouseholdEntry(id="h2", area="Logan"))))
    assert found.hide("Mill-\n Lane flat in Ipswich, not Logan") == "h1 in an area that is kept back, not Logan"


@pytest.mark.parametrize(
    ("sleeps", "place", "text", "hidden"),
    [
        ("behind the mill", {}, "asleep behind the mill", "asleep p1"),
        ("park", {"label": "Mill Park", "area": "Logan"}, "in Mill Park, Logan", "in p1, p1"),
        ("park", {}, "in Mill Park, Logan", "in Mill Park, Logan"),
        ("", {}, "asleep somewhere", "asleep somewhere"),
    ],
)
def test_where_somebody_without_a_home_sleeps_is_hidden(
    sleeps: str, place: dict[str, str], text: str, hidden: str
) -> None:
    person = PersonEntry(id="p1", home=Home.NONE, sleeps=sleeps, kept_from=("p2",))
    park = PlaceEntry(id="park", kind=PlaceKind.PARK, state=State.QUEENSLAND, **place)
    found = kept_in(case(person, BEN, places=(park,)))
    assert found.hide(text) == hidden


class Word(enum.StrEnum):
    ANN = "Ann"


@attrs.frozen
class Line:
    text: str
    parts: tuple[object, ...] = ()


def test_a_value_is_searched_through_but_not_the_words_of_a_program() -> None:
    day = dt.date(2025, 3, 3)
    value = {"Ann": [Line("Marsh", (Word.ANN, 5, None, day))], "Ben": ("Annie", True)}

    assert kept_in(case(ANN, BEN)).hide_in(value) == {
        "p1": [Line("p1", (Word.ANN, 5, None, day))], "Ben": ("p1", True),
    }  # fmt: skip


def test_where_nothing_is_kept_every_value_stays_the_same_object() -> None:
    nothing = kept_in(case(BEN))
    text, value = "Ann Marsh", {"Ann": ["Marsh"]}

    assert nothing.hide(text) is text
    assert nothing.hide_in(value) is value
    assert discreet(case(BEN)) == case(BEN)


def test_a_discreet_case_has_neither_the_names_nor_the_places_nor_from_whom_they_are_kept() -> None:
    home = HouseholdEntry(id="h1", label="Mill-Lane flat", area="Ipswich", kept_from=("p2",))
    plain = discreet(case(ANN, BEN, households=(home,)))

    assert plain.people == (PersonEntry(id="p1", name=Name()), BEN)
    assert plain.households == (HouseholdEntry(id="h1"),)
    assert not kept_in(plain)
