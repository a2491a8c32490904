"""The case: everything that was handed over, as it was handed over."""

from __future__ import annotations

import copy
from typing import Any

import attrs

from cimscore.case.building import refuse_unless_sound
from cimscore.case.concerns import ConcernEntry
from cimscore.case.decisions import DecisionEntry, FactEntry
from cimscore.case.finished import DoneEntry
from cimscore.case.households import HouseholdEntry, ResidenceEntry
from cimscore.case.kin import RelationshipEntry
from cimscore.case.local_days import LocalDaysEntry
from cimscore.case.moments import Between, Moment
from cimscore.case.notifier import NOBODY, Protected
from cimscore.case.people import PersonEntry
from cimscore.case.places import PlaceEntry
from cimscore.case.records import OnFileEntry, RecordEntry
from cimscore.case.unknown import UNKNOWN, Unknown


@attrs.frozen(kw_only=True)
class Dates:
    """Moments of the case as a whole. Every other moment belongs to a concern, a decision or a move.

    Attributes:
        received: When the information was received.
    """

    received: Moment | Between | Unknown = UNKNOWN


@attrs.frozen(kw_only=True)
class Case:
    """One document: people, households and concerns, what is on file, what is decided.

    A person without a residence has unknown homes, and a child without a parent has unknown
    parents; every other list is taken as complete, and an assessment says so.

    A case passes the same cross checks whether it is read from a document or built in Python.

    Raises:
        CaseError: Its values are not of the declared types, do not fit together, or cannot be.
    """

    id: str
    programs: tuple[str, ...] = ()
    dates: Dates = Dates()
    people: tuple[PersonEntry, ...] = ()
    households: tuple[HouseholdEntry, ...] = ()
    places: tuple[PlaceEntry, ...] = ()
    residences: tuple[ResidenceEntry, ...] = ()
    relationships: tuple[RelationshipEntry, ...] = ()
    concerns: tuple[ConcernEntry, ...] = ()
    records: tuple[RecordEntry, ...] = ()
    on_file: tuple[OnFileEntry, ...] = ()
    done: tuple[DoneEntry, ...] = ()
    decisions: tuple[DecisionEntry, ...] = ()
    facts: tuple[FactEntry, ...] = ()
    local_days: tuple[LocalDaysEntry, ...] = ()
    notifier: Protected = attrs.field(default=NOBODY, repr=False, eq=False)

    def __attrs_post_init__(self) -> None:
        refuse_unless_sound(self)

    def without_notifier(self) -> Case:
        """Return the same case without the notifier. The engine gets only this one."""
        return self.as_if(notifier=NOBODY)

    def as_if(self, **changes: Any) -> Case:
        """Return the case as if something in it were otherwise, without the cross checks.

        Where a day is not known, the engine tries days that another entry may rule out.

        Args:
            changes: New values, by the names of the attributes.
        """
        other = copy.copy(self)
        for name, value in changes.items():
            object.__setattr__(other, name, value)
        return other
