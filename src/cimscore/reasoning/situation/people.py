"""People and households themselves: who and what there is, families, names, areas, pregnancies."""

from __future__ import annotations

import collections

import attrs

from cimscore.case import ADULT, YOUNGEST_PARENT, PersonEntry, Profile, Recorded, Unknown
from cimscore.household_graph import Entered
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.vocabulary import (
    acts_as,
    area_known,
    has_surname,
    in_area,
    is_home,
    is_on_record,
    is_person,
    is_unborn,
    may_have_a_minor_for_parent,
    no_other_parent_known,
    of_family,
    pregnancy_confirmed,
)


def write_people(notes: Notes, entered: Entered) -> None:
    """Write the people of the case, and the facts about each person alone.

    Args:
        notes: Where to write.
        entered: The case.
    """
    families = collections.Counter(person.family for person in entered.people if not isinstance(person.family, Unknown))
    for person in entered.people:
        notes.state(is_person, person.id)
        if person.unborn is not None and person.is_awaited:
            notes.state(is_unborn, person.id)
            _write_confirmed(notes, person, person.unborn.confirmed)
        if entered.ages[person.id].low < ADULT - YOUNGEST_PARENT:
            notes.state(may_have_a_minor_for_parent, person.id)
        if person.no_other_parent:
            notes.state(no_other_parent_known, person.id)
        if not person.is_of_family:
            notes.state(acts_as, person.id, person.is_.value)
        _write_profile(notes, person)
        if not isinstance(person.name.family, Unknown):
            notes.state(has_surname, person.id, person.name.family)
        if not isinstance(person.family, Unknown):
            notes.state(of_family, person.id, person.family)
        elif families and person.id not in entered.strangers | entered.acting:
            _write_family_open(notes, person, families)


def _write_profile(notes: Notes, person: PersonEntry) -> None:
    """Write down what of a person is on record; what nobody says of is still to be recorded."""
    for field in attrs.fields(Profile):
        if getattr(person.profile, field.name) is Recorded.RECORDED:
            notes.state(is_on_record, person.id, field.name.replace("_", " "))


def write_homes(notes: Notes, entered: Entered) -> None:
    """Write down which households there are, and where they lie.

    Args:
        notes: Where to write.
        entered: The case.
    """
    for home in sorted(entered.case.households, key=lambda home: home.id):
        notes.state(is_home, home.id)
        if not isinstance(home.area, Unknown):
            notes.state(in_area, home.id, home.area)
            notes.state(area_known, home.id)


def _write_family_open(notes: Notes, person: PersonEntry, families: collections.Counter[str]) -> None:
    """Write down that a person may belong to one of the families that the case tells apart, or to none of them."""
    most = max(families.values())
    notes.leave_open(
        f"family@{person.id}",
        f"To which family does {person.id} belong?",
        {**{family: [(of_family, (person.id, family))] for family in sorted(families)}, "": []},
        # The least name breaks ties, so that the order of the people makes no difference.
        working=min(family for family, number in families.items() if number == most),
        why="the family to which most of the case belong, until it is known",
        words={"": "none of these"},
    )


def _write_confirmed(notes: Notes, person: PersonEntry, confirmed: bool | Unknown) -> None:
    if not isinstance(confirmed, Unknown):
        if confirmed:
            notes.state(pregnancy_confirmed, person.id)
        return
    notes.leave_open(
        f"confirmed@{person.id}",
        f"Is the pregnancy with {person.id} confirmed?",
        {True: [(pregnancy_confirmed, (person.id,))], False: []},
        working=True,
        why="a pregnancy that is entered is taken as confirmed, so that the child is not lost",
    )
