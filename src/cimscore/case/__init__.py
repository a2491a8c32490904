"""The case as it was handed over: people, households, kin, concerns, earlier records, decisions.

What an embedder or a test writes
    A `Case` has `Dates`, and its entries: `PersonEntry`, `HouseholdEntry`, `PlaceEntry`, `ResidenceEntry`,
    `RelationshipEntry`, `ConcernEntry`, `RecordEntry` with its `MoveEntry` steps, `OnFileEntry`, `DecisionEntry`,
    `FactEntry`, `DoneEntry` and `LocalDaysEntry`. `refuse_unless_answered` refuses answers that nobody asked for.
    The step `REOPEN` takes the closing of a record back.
Parts of an entry
    A person has a `Name`, an `Age`, a `Gender`, a `Home`, a `Profile` of facts that are `Recorded`, a `Part`, and
    may be `Unborn`; a stay may be a `Rota`. An `Actor` took a step. What is kept from somebody is `Protected`,
    `NOBODY` where there is none. Kinds are `ConcernKind`, `RelationshipKind`, `ResidenceKind`, `PlaceKind`,
    `State`, `Exists` and `Finish`; `PARENTS` are the kinds of a parent, `ALLEGED` those of an allegation.
Days and what is not known
    `Moment`, `Between` and `PartialDay` are as exact as what was written; `first_of`, `last_of` and
    `first_and_last` give their bounds. `UNKNOWN` is the one `Unknown`. `births_of` and `births_at_age` give the
    `Births` of a person: `ADULT`, `YOUNGEST_PARENT` and `TWINS_APART` bound them.
What cannot be true
    `cross_check` tells every problem; `contradictions` and `contradictions_in` give each `Contradiction` by an
    `Impossibility`, and `IMPOSSIBLE` lists those. `concerns_of_act` are those that an act was done for; `is_known_by`
    tells whether a concern was known of by some time.
For those who read and write documents
    `Material`, `material_of`, `Names`, `GivenId`, `Declared`, `Form` and `Sort`; `actor_of`, `labels_of`,
    `twins_of`, `place_key`, `odd_sign` and `RESEMBLES_NONE`. `discreet` is a case without its `Kept` words (`kept_in`,
    `SOMETHING_KEPT`). `WithheldError` is a notifier that was left behind.
"""

from cimscore.case.actors import Actor, actor_of
from cimscore.case.births import ADULT, Births, births_at_age, births_of, first_and_last
from cimscore.case.building import refuse_unless_answered
from cimscore.case.case import Case, Dates
from cimscore.case.concerns import ALLEGED, ConcernEntry, ConcernKind
from cimscore.case.crosschecks import cross_check
from cimscore.case.decisions import DecisionEntry, FactEntry
from cimscore.case.finished import DoneEntry, Finish
from cimscore.case.forms import RESEMBLES_NONE, Declared, Form, Sort
from cimscore.case.households import HouseholdEntry, ResidenceEntry, ResidenceKind, Rota
from cimscore.case.impossible import (
    IMPOSSIBLE,
    YOUNGEST_PARENT,
    Contradiction,
    Impossibility,
    contradictions,
    contradictions_in,
)
from cimscore.case.impossible.known import concerns_of_act, is_known_by
from cimscore.case.kept import SOMETHING_KEPT, Kept, discreet, kept_in
from cimscore.case.kin import PARENTS, RelationshipEntry, RelationshipKind
from cimscore.case.local_days import LocalDaysEntry, place_key
from cimscore.case.material import GivenId, Material, Names, material_of
from cimscore.case.moments import Between, Moment, first_of, last_of
from cimscore.case.notifier import NOBODY, Protected, WithheldError
from cimscore.case.partial import PartialDay
from cimscore.case.people import Age, Gender, Home, Name, PersonEntry, Unborn, labels_of
from cimscore.case.places import PlaceEntry, PlaceKind, State
from cimscore.case.profiles import Part, Profile, Recorded
from cimscore.case.records import REOPEN, Exists, MoveEntry, OnFileEntry, RecordEntry
from cimscore.case.texts import odd_sign
from cimscore.case.twins import TWINS_APART, twins_of
from cimscore.case.unknown import UNKNOWN, Unknown

__all__ = [
    "ADULT",
    "ALLEGED",
    "IMPOSSIBLE",
    "NOBODY",
    "PARENTS",
    "REOPEN",
    "RESEMBLES_NONE",
    "SOMETHING_KEPT",
    "TWINS_APART",
    "UNKNOWN",
    "YOUNGEST_PARENT",
    "Actor",
    "Age",
    "Between",
    "Births",
    "Case",
    "ConcernEntry",
    "ConcernKind",
    "Contradiction",
    "Dates",
    "DecisionEntry",
    "Declared",
    "DoneEntry",
    "Exists",
    "FactEntry",
    "Finish",
    "Form",
    "Gender",
    "GivenId",
    "Home",
    "HouseholdEntry",
    "Impossibility",
    "Kept",
    "LocalDaysEntry",
    "Material",
    "Moment",
    "MoveEntry",
    "Name",
    "Names",
    "OnFileEntry",
    "Part",
    "PartialDay",
    "PersonEntry",
    "PlaceEntry",
    "PlaceKind",
    "Profile",
    "Protected",
    "RecordEntry",
    "Recorded",
    "RelationshipEntry",
    "RelationshipKind",
    "ResidenceEntry",
    "ResidenceKind",
    "Rota",
    "Sort",
    "State",
    "Unborn",
    "Unknown",
    "WithheldError",
    "actor_of",
    "births_at_age",
    "births_of",
    "concerns_of_act",
    "contradictions",
    "contradictions_in",
    "cross_check",
    "discreet",
    "first_and_last",
    "first_of",
    "is_known_by",
    "kept_in",
    "labels_of",
    "last_of",
    "material_of",
    "odd_sign",
    "place_key",
    "refuse_unless_answered",
    "twins_of",
]
