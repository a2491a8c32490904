"""The document: every key it may have and what each must look like.

Reader and schema both come from this one description, so they cannot disagree.
"""

from __future__ import annotations

from typing import Final

import attrs

from cimscore import ids
from cimscore.case import (
    Age,
    ConcernEntry,
    ConcernKind,
    Dates,
    Gender,
    Home,
    HouseholdEntry,
    LocalDaysEntry,
    Name,
    Part,
    PersonEntry,
    PlaceEntry,
    PlaceKind,
    Profile,
    Recorded,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Rota,
    State,
    Unborn,
)
from cimscore.limits import MOST_CONCERNS, MOST_ENTRIES, OLDEST
from cimscore.wire.answers import DecisionShape, FactsShape
from cimscore.wire.composites import PROTECTED, Depending, Entry, EntryList, Key, ListOf, MapOf, OneOrMore
from cimscore.wire.docstrings import attribute_docs
from cimscore.wire.draft import Draft
from cimscore.wire.filed import FINISHED, MOVES, RECORD, OnFile, done_shape
from cimscore.wire.incident import incident_of
from cimscore.wire.scalars import (
    ANY_NAME,
    ANY_TEXT,
    ID,
    NAME,
    Choice,
    Day,
    DayOrFlag,
    DayOrPart,
    Flag,
    Opaque,
    OrUnknown,
    Shape,
    Text,
    Whole,
    Word,
    Year,
)
from cimscore.wire.vocabulary import Vocabulary
from cimscore.wire.whenever import Whenever

FORMAT: Final = 1
NOTIFIER: Final = PROTECTED
KEYS: Final = frozenset(field.name for field in attrs.fields(Draft))


def _optional(shape: Shape) -> Key:
    return Key(shape=OrUnknown(shape))


_PEOPLE_HERE = ListOf(shape=ID, noun="ids of people", unique=True)
_AT_LEAST_ONE = ListOf(shape=ID, noun="ids of people", at_least=1, unique=True)
_PLACE = Text(
    expected="the id of a household or place, or elsewhere",
    pattern=ID.pattern,
    reserved=ids.RESERVED - {ids.ELSEWHERE},
)

_DAYS = ListOf(shape=Day(), noun="days", unique=True)

_NAME = Entry(
    noun="a name",
    build=Name,
    keys={
        "given": Key(shape=OrUnknown(NAME), about="The given name."),
        "family": Key(shape=OrUnknown(NAME), about="The family name."),
    },
)
_UNBORN = Entry(
    noun="what is known of an unborn child",
    build=Unborn,
    keys={"mother": _optional(ID), "confirmed": _optional(Flag()), "expected": _optional(DayOrPart())},
)
_YEARS = Whole(least=0, most=OLDEST)
_AGE = Entry(
    noun="an age",
    build=Age,
    keys={"about": Key(shape=_YEARS), "is": Key(shape=_YEARS, into="is_"), "on": Key(shape=DayOrPart())},
    one_of=("about", "is"),
)
_PROFILE = Entry(
    noun="what is on record of a person",
    build=Profile,
    keys={
        field.name.replace("_", "-"): Key(shape=OrUnknown(Word(Recorded)), into=field.name)
        for field in attrs.fields(Profile)
    },
)
_PERSON = Entry(
    noun="a person",
    build=PersonEntry,
    keys={
        "id": Key(shape=ID, required=True),
        "name": Key(shape=_NAME),
        "born": _optional(DayOrPart()),
        "age": _optional(_AGE),
        "adult": _optional(Flag()),
        "unborn": Key(shape=_UNBORN),
        "family": _optional(NAME),
        "gender": _optional(Word(Gender)),
        "home": _optional(Word(Home)),
        "sleeps": Key(shape=NAME),
        "died": _optional(DayOrFlag()),
        "is": Key(shape=Word(Part), into="is_"),
        "also_known_as": Key(shape=ListOf(shape=NAME, noun="names", unique=True)),
        "no_other_parent": Key(shape=Flag()),
        "profile": Key(shape=_PROFILE),
        "kept_from": Key(shape=_PEOPLE_HERE),
    },
)
_HOUSEHOLD = Entry(
    noun="a household",
    build=HouseholdEntry,
    keys={
        "id": Key(shape=ID, required=True),
        "area": _optional(NAME),
        "state": _optional(Word(State)),
        "label": Key(shape=ANY_NAME),
        "kept_from": Key(shape=_PEOPLE_HERE),
    },
)
_PLACE_ENTRY = Entry(
    noun="a place",
    build=PlaceEntry,
    keys={
        "id": Key(shape=ID, required=True),
        "kind": _optional(Word(PlaceKind)),
        "area": _optional(NAME),
        "state": _optional(Word(State)),
        "label": Key(shape=ANY_NAME),
    },
)
_ROTA = Entry(
    noun="a rota",
    build=Rota,
    keys={
        "from": Key(shape=OrUnknown(DayOrPart()), into="from_"),
        "here": Key(shape=Whole(least=1), required=True),
        "away": Key(shape=Whole(least=1), required=True),
    },
)
_RESIDENCE = Entry(
    noun="a residence",
    build=ResidenceEntry,
    keys={
        "person": Key(shape=ID, required=True),
        "household": Key(shape=ID, required=True),
        "kind": _optional(Word(ResidenceKind)),
        "from": Key(shape=OrUnknown(DayOrPart()), into="from_"),
        "until": _optional(DayOrPart()),
        "rota": Key(shape=_ROTA),
    },
)
_RELATIONSHIP = Entry(
    noun="a relationship",
    build=RelationshipEntry,
    keys={
        "from": Key(shape=ID, required=True, into="from_"),
        "to": Key(shape=ID, required=True),
        "kind": _optional(Word(RelationshipKind)),
        "ended": _optional(DayOrFlag()),
    },
)
_CONCERN = Entry(
    noun="a concern",
    build=ConcernEntry,
    keys={
        "id": Key(shape=ID, required=True),
        "about": Key(shape=OrUnknown(_AT_LEAST_ONE), required=True),
        "place": _optional(_PLACE),
        "household": _optional(OneOrMore(ID, "ids of households")),
        "present": _optional(_PEOPLE_HERE),
        "responsible": _optional(_PEOPLE_HERE),
        "kind": _optional(Word(ConcernKind)),
        "occurred": _optional(Whenever()),
        "text": Key(shape=ANY_TEXT),
        **FINISHED,
    },
)
_CALL = attrs.evolve(_CONCERN, keys={**_CONCERN.keys, "about": Key(shape=OrUnknown(_PEOPLE_HERE), left_out=())})
_CONCERN_OR_CALL = Depending(on="kind", word=ConcernKind.NOTHING.value, entry=_CALL, otherwise=_CONCERN)
_DATES = Entry(noun="the dates of the case", build=Dates, keys={"received": _optional(Whenever())}, guarded=True)
_LOCAL_DAYS = Entry(
    noun="the holidays of a place",
    build=LocalDaysEntry,
    keys={
        "at": Key(shape=NAME, required=True),
        "state": _optional(Word(State)),
        "holidays": Key(shape=_DAYS),
        "working": Key(shape=_DAYS),
        "years": Key(shape=ListOf(shape=Year(), noun="years", unique=True)),
    },
)


def _incident(vocabulary: Vocabulary) -> Depending:
    """Return what one incident must look like, with everything that belongs to it."""
    call, incident = (_with_its_answers(entry, vocabulary) for entry in (_CALL, _CONCERN))
    return Depending(on="kind", word=ConcernKind.NOTHING.value, entry=call, otherwise=incident)


def _with_its_answers(concern: Entry, vocabulary: Vocabulary) -> Entry:
    """Return a concern with its facts, its decisions and the moves of its records under it."""
    told = attribute_docs(ConcernEntry)
    keys = {
        **{name: attrs.evolve(key, about=told[key.into or name]) for name, key in concern.keys.items()},
        "id": Key(shape=ID, about="Names the incident; `incident` where it is left out."),
        "facts": Key(shape=FactsShape(vocabulary, of_an_incident=True), about="Its facts, as under facts."),
        "decisions": attrs.evolve(
            _section(DecisionShape(vocabulary, of_an_incident=True), "decisions"), about="What is decided of it."
        ),
        "moves": Key(
            shape=MapOf(keys=ID, values=MOVES, noun="kinds of record to the moves of each"),
            about="The moves of each of its records, by the kind of record.",
        ),
    }
    return Entry(noun="an incident", build=incident_of, keys=keys, guarded=True)


def _section(shape: Shape, noun: str, most: int = MOST_ENTRIES) -> Key:
    return Key(shape=EntryList(ListOf(shape=shape, noun=noun, most=most)))


def document_shape(vocabulary: Vocabulary) -> Entry:
    """Return the shape of a whole document for these programs."""
    programs = ListOf(shape=Choice(words=tuple(sorted(vocabulary.programs))), noun="programs", unique=True)
    keys = {
        "cimscore": Key(shape=Whole(FORMAT), required=True),
        "id": Key(shape=ID, required=True),
        "programs": Key(shape=programs),
        "dates": Key(shape=_DATES),
        "people": _section(_PERSON, "people"),
        "households": _section(_HOUSEHOLD, "households"),
        "places": _section(_PLACE_ENTRY, "places"),
        "residences": _section(_RESIDENCE, "residences"),
        "relationships": _section(_RELATIONSHIP, "relationships"),
        "concerns": _section(_CONCERN_OR_CALL, "concerns", MOST_CONCERNS),
        "incident": Key(shape=_incident(vocabulary)),
        "records": _section(RECORD, "records"),
        "on_file": Key(shape=OnFile(vocabulary)),
        "done": Key(shape=done_shape(vocabulary)),
        "decisions": _section(DecisionShape(vocabulary), "decisions"),
        "facts": Key(shape=FactsShape(vocabulary)),
        "local_days": _section(_LOCAL_DAYS, "places with holidays of their own"),
        NOTIFIER: Key(shape=Opaque()),
    }
    return Entry(noun="a case document", build=Draft, keys=keys, guarded=True)
