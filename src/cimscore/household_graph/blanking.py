"""Taking a stated fact out of a case, so that it is open and can be supposed to be otherwise."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import attrs

from cimscore.case import PARENTS, UNKNOWN, Case, Home, MoveEntry, RecordEntry, State, actor_of

_FIELDS: Final[Mapping[str, tuple[str, str]]] = {
    "family": ("people", "family"),
    "died": ("people", "died"),
    "area": ("households", "area"),
    "place-kind": ("places", "kind"),
    "about": ("concerns", "about"),
    "asked-about": ("concerns", "about"),
    "concerns-home": ("concerns", "household"),
    "present": ("concerns", "present"),
    "responsible": ("concerns", "responsible"),
    "place": ("concerns", "place"),
    "kind": ("concerns", "kind"),
    "occurred": ("concerns", "occurred"),
    "household": ("records", "household"),
    "exists": ("records", "exists"),
}
"""The list of a case and the field of an entry that the first word of an address names."""
_LIMITS: Final = {"stay": "kind", "from": "from_", "until": "until"}


def without_fact(case: Case, address: str) -> Case:
    """Return a case that leaves a fact open; the same case, if it states no fact of that address.

    Args:
        case: The case.
        address: The address of the fact, for example ``born@flo``.
    """
    word, _, about = address.partition("@")
    if word in _FIELDS:
        part, name = _FIELDS[word]
        return _changed(case, part, lambda entry: entry.id == about.partition("@")[0], **{name: UNKNOWN})
    if word in _LIMITS:
        return _changed(case, "residences", lambda row: f"{row.person}@{row.household}" == about, **_open_limit(word))
    taken_out = _TAKEN_OUT.get(word)
    return case if taken_out is None else taken_out(case, about)


def _open_limit(word: str) -> dict[str, Any]:
    return {_LIMITS[word]: UNKNOWN}


def _changed(case: Case, part: str, is_meant: Callable[[Any], bool], **changes: Any) -> Case:
    entries = tuple(attrs.evolve(entry, **changes) if is_meant(entry) else entry for entry in getattr(case, part))
    parts: dict[str, Any] = {part: entries}
    return attrs.evolve(case, **parts)


def _without_birth(case: Case, about: str) -> Case:
    """Return the case without anything that tells how old a person is."""
    # All three: an age that stayed behind would still tell the birthday.
    return _changed(case, "people", lambda entry: entry.id == about, born=UNKNOWN, age=UNKNOWN, adult=UNKNOWN)


def _without_homes(case: Case, about: str) -> Case:
    person = about.partition("@")[0]
    people = tuple(attrs.evolve(entry, home=None, sleeps="") if entry.id == person else entry for entry in case.people)
    residences = tuple(row for row in case.residences if row.person != person)
    return attrs.evolve(case, residences=residences, people=people)


def _without_home(case: Case, about: str) -> Case:
    def is_meant(person: Any) -> bool:
        return person.id == about and isinstance(person.home, Home)

    return _changed(case, "people", is_meant, home=UNKNOWN, sleeps="")


def _without_state(case: Case, about: str) -> Case:
    def is_meant(place: Any) -> bool:
        return place.id == about and isinstance(place.state, State)

    return _changed(_changed(case, "households", is_meant, state=UNKNOWN), "places", is_meant, state=UNKNOWN)


def _without_parents(case: Case, about: str) -> Case:
    # Left in place, "no other parent" would say that there is none at all.
    kept = tuple(row for row in case.relationships if row.to != about or row.kind not in PARENTS)
    people = tuple(attrs.evolve(entry, no_other_parent=False) if entry.id == about else entry for entry in case.people)
    return attrs.evolve(case, relationships=kept, people=people)


def _without_part_of_kin(name: str) -> Callable[[Case, str], Case]:
    def taken_out(case: Case, about: str) -> Case:
        return _changed(case, "relationships", lambda row: f"{row.from_}->{row.to}" == about, **{name: UNKNOWN})

    return taken_out


def _without_receipt(case: Case, about: str) -> Case:
    return case if about else attrs.evolve(case, dates=attrs.evolve(case.dates, received=UNKNOWN))


def _without_part_of_pregnancy(name: str) -> Callable[[Case, str], Case]:
    def taken_out(case: Case, about: str) -> Case:
        people = tuple(
            attrs.evolve(person, unborn=attrs.evolve(person.unborn, **{name: UNKNOWN}))
            if person.unborn is not None and person.id == about
            else person
            for person in case.people
        )
        return attrs.evolve(case, people=people)

    return taken_out


def _without_part_of_move(part: str) -> Callable[[Case, str], Case]:
    def taken_out(case: Case, about: str) -> Case:
        record, _, move = about.partition("@")
        moved, people = move.partition("@")[0], [person.id for person in case.people]

        def opened(move: MoveEntry) -> MoveEntry:
            if part == "at":
                return attrs.evolve(move, at=UNKNOWN)
            return attrs.evolve(move, by=attrs.evolve(actor_of(move.by, people), **{part: UNKNOWN}))

        def without(entry: RecordEntry) -> RecordEntry:
            moves = tuple(opened(move) if move.move == moved else move for move in entry.moves)
            return attrs.evolve(entry, moves=moves)

        records = tuple(without(entry) if entry.id == record else entry for entry in case.records)
        return attrs.evolve(case, records=records)

    return taken_out


def _without_what_they_are_recorded_as(case: Case, about: str) -> Case:
    person, _, record = about.partition("@")
    records = tuple(
        attrs.evolve(entry, people={**entry.people, person: UNKNOWN}) if entry.id == record and person in entry.people
        else entry
        for entry in case.records
    )  # fmt: skip
    return attrs.evolve(case, records=records)


_TAKEN_OUT: Final[Mapping[str, Callable[[Case, str], Case]]] = {
    "born": _without_birth,
    "age": _without_birth,
    "homes": _without_homes,
    "home": _without_home,
    "state": _without_state,
    "parents": _without_parents,
    "relationship": _without_part_of_kin("kind"),
    "ended": _without_part_of_kin("ended"),
    "received": _without_receipt,
    "mother": _without_part_of_pregnancy("mother"),
    "confirmed": _without_part_of_pregnancy("confirmed"),
    "moved": _without_part_of_move("at"),
    "by": _without_part_of_move("role"),
    "recorded-as": _without_what_they_are_recorded_as,
    "person": _without_part_of_move("person"),
}
