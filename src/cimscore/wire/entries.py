"""Kinds of entry of a case document."""

from __future__ import annotations

from typing import Final

from cimscore.case import (
    Actor,
    ConcernEntry,
    Dates,
    DecisionEntry,
    DoneEntry,
    HouseholdEntry,
    LocalDaysEntry,
    MoveEntry,
    Name,
    OnFileEntry,
    PersonEntry,
    PlaceEntry,
    RecordEntry,
    RelationshipEntry,
    ResidenceEntry,
    Rota,
    Unborn,
)

ENTRIES: Final = (
    Actor,
    ConcernEntry,
    Dates,
    DecisionEntry,
    DoneEntry,
    HouseholdEntry,
    LocalDaysEntry,
    MoveEntry,
    Name,
    OnFileEntry,
    PersonEntry,
    PlaceEntry,
    RecordEntry,
    RelationshipEntry,
    ResidenceEntry,
    Rota,
    Unborn,
)
"""Each is built from the keys of a mapping, and written as one."""
