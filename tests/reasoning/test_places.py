"""Places that are no household, and states: stated, left open, or left to the program that asks."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from cimscore.case import UNKNOWN, Case, ConcernEntry, HouseholdEntry, PersonEntry, PlaceEntry, PlaceKind, State
from cimscore.reasoning.situation import Asked, situation_of
from cimscore.rules.vocabulary import happened_at, in_state, is_place_of_kind, place_in_area, place_in_state

SCHOOL = PlaceEntry(id="school", kind=PlaceKind.SCHOOL, area="Ipswich", state=State.QUEENSLAND)
CASE = Case(
    id="places",
    people=(PersonEntry(id="ari"),),
    households=(HouseholdEntry(id="north", state=State.VICTORIA), HouseholdEntry(id="south")),
    places=(SCHOOL, PlaceEntry(id="park", state=UNKNOWN)),
    concerns=(ConcernEntry(id="c1", about=("ari",), place="school"),),
)


def rows(relation, zone="Australia/Brisbane"):
    return situation_of(Asked(CASE, ZoneInfo(zone))).base[relation.key].rows


def test_a_place_has_its_kind_its_area_its_state_and_what_happened_there() -> None:
    assert rows(is_place_of_kind)["school", PlaceKind.SCHOOL] == 3
    assert rows(place_in_area) == {("school", "Ipswich"): 3}
    assert rows(place_in_state)["school", State.QUEENSLAND] == 3
    assert rows(happened_at) == {("c1", "school"): 3}


def test_a_state_that_is_left_out_is_not_asked_for() -> None:
    assert rows(in_state) == {("north", State.VICTORIA): 3}


@pytest.mark.parametrize(
    ("zone", "working"),
    [("Australia/Brisbane", State.QUEENSLAND), ("Australia/Melbourne", State.VICTORIA), ("Europe/Oslo", State.ANOTHER)],
)
def test_a_state_that_is_not_known_is_worked_with_as_that_of_the_program(zone: str, working: State) -> None:
    found = {state: grade for (place, state), grade in rows(place_in_state, zone).items() if place == "park"}

    assert found == {state: 2 if state is working else 1 for state in State}


def test_a_stated_kind_home_or_state_can_be_supposed_to_be_otherwise() -> None:
    situation = situation_of(Asked(CASE, ZoneInfo("Australia/Brisbane")))

    for address, stated in (("place-kind@school", PlaceKind.SCHOOL), ("state@north", State.VICTORIA)):
        assert situation.known(address).working == stated
    assert situation.answered("state@north", State.QUEENSLAND).base[in_state.key].rows == {("north", "queensland"): 3}
