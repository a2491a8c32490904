"""Places that are not households, and the states of households and places."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from cimscore.calendars import named_state
from cimscore.case import HouseholdEntry, PlaceEntry, PlaceKind, State, Unknown
from cimscore.household_graph import Entered
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.vocabulary import (
    in_state,
    is_place,
    is_place_of_kind,
    local_days_of,
    place_in_area,
    place_in_state,
)

_STATE_OF_ZONE: Final = {
    "Australia/Melbourne": State.VICTORIA,
    "Australia/Brisbane": State.QUEENSLAND,
    "Australia/Sydney": State.NEW_SOUTH_WALES,
    "Australia/Adelaide": State.SOUTH_AUSTRALIA,
    "Australia/Perth": State.WESTERN_AUSTRALIA,
    "Australia/Hobart": State.TASMANIA,
    "Australia/Darwin": State.NORTHERN_TERRITORY,
    "Australia/Canberra": State.CAPITAL_TERRITORY,
}


def write_places(notes: Notes, entered: Entered, zone: ZoneInfo) -> None:
    """Write the places that are not households, the states of places, and the places with known local days.

    Args:
        notes: Where to write.
        entered: The case.
        zone: Home time zone of the program that asks.
    """
    for home in sorted(entered.case.households, key=lambda home: home.id):
        _write_state(notes, in_state, home, zone)
    for place in sorted(entered.case.places, key=lambda place: place.id):
        notes.state(is_place, place.id)
        _write_kind(notes, place)
        if not isinstance(place.area, Unknown):
            notes.state(place_in_area, place.id, place.area)
        _write_state(notes, place_in_state, place, zone)
    for days in sorted(entered.case.local_days, key=lambda days: days.at):
        here = _STATE_OF_ZONE.get(str(zone), State.ANOTHER)
        notes.state(local_days_of, days.at, here if isinstance(days.state, Unknown) else days.state)


def _write_kind(notes: Notes, place: PlaceEntry) -> None:
    if not isinstance(place.kind, Unknown):
        notes.state(is_place_of_kind, place.id, place.kind)
        return
    notes.leave_open(
        f"place-kind@{place.id}",
        f"What sort of place is {place.label or place.id}?",
        {kind: [(is_place_of_kind, (place.id, kind))] for kind in PlaceKind},
        working=PlaceKind.OTHER,
        why="a place of no particular sort, until it is known",
    )


def _write_state(notes: Notes, relation: Relation, entry: HouseholdEntry | PlaceEntry, zone: ZoneInfo) -> None:
    """Write the state of a place: as given, else as the name of its area says it; leave it open if it is unknown."""
    state = entry.state if isinstance(entry.state, State) else named_state(entry.area) or entry.state
    if isinstance(state, State):
        notes.state(relation, entry.id, state)
    elif state is not None:
        notes.leave_open(
            f"state@{entry.id}",
            f"In which state does {entry.id} lie?",
            {value: [(relation, (entry.id, value))] for value in State},
            working=_STATE_OF_ZONE.get(str(zone), State.ANOTHER),
            why="in the state whose rules are asked, until it is known",
        )
