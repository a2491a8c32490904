"""The case as it was handed over: people, households, kin, concerns, earlier records, decisions."""

from cimscore.case.case import Case, Dates
from cimscore.case.concerns import ConcernEntry, ConcernKind
from cimscore.case.decisions import DecisionEntry, FactEntry
from cimscore.case.households import HouseholdEntry, ResidenceEntry, ResidenceKind
from cimscore.case.kin import RelationshipEntry, RelationshipKind
from cimscore.case.moments import Moment
from cimscore.case.notifier import Protected
from cimscore.case.people import Gender, Name, PersonEntry, Unborn
from cimscore.case.records import MoveEntry, RecordEntry
from cimscore.case.unknown import UNKNOWN, Unknown

__all__ = [
    "UNKNOWN",
    "Case",
    "ConcernEntry",
    "ConcernKind",
    "Dates",
    "DecisionEntry",
    "FactEntry",
    "Gender",
    "HouseholdEntry",
    "Moment",
    "MoveEntry",
    "Name",
    "PersonEntry",
    "Protected",
    "RecordEntry",
    "RelationshipEntry",
    "RelationshipKind",
    "ResidenceEntry",
    "ResidenceKind",
    "Unborn",
    "Unknown",
]
