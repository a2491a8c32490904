"""Supplying a missing fact: which values it can have, and the case with one of them."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

import attrs

from cimscore import ids
from cimscore.case import ALLEGED, Case, RelationshipEntry, RelationshipKind, ResidenceEntry, ResidenceKind, Unknown
from cimscore.errors import UnknownNameError
from cimscore.household_graph.answers import CoreFact, MissingFact

MOST_HOUSEHOLDS: Final = 3


@attrs.frozen
class _FactPlace:
    """Place of a fact in a case: a list, and a field of an entry or of a value in it."""

    list: str
    name: str
    within: str = ""


_FIELDS: Final[Mapping[str, _FactPlace]] = {
    CoreFact.BORN: _FactPlace("people", "born"),
    CoreFact.FAMILY: _FactPlace("people", "family"),
    CoreFact.MOTHER: _FactPlace("people", "mother", within="unborn"),
    CoreFact.CONFIRMED: _FactPlace("people", "confirmed", within="unborn"),
    CoreFact.EXPECTED: _FactPlace("people", "expected", within="unborn"),
    CoreFact.AREA: _FactPlace("households", "area"),
    CoreFact.STAY: _FactPlace("residences", "kind"),
    CoreFact.FROM: _FactPlace("residences", "from_"),
    CoreFact.UNTIL: _FactPlace("residences", "until"),
    CoreFact.RELATIONSHIP: _FactPlace("relationships", "kind"),
    CoreFact.ABOUT: _FactPlace("concerns", "about"),
    CoreFact.PLACE: _FactPlace("concerns", "place"),
    CoreFact.PRESENT: _FactPlace("concerns", "present"),
    CoreFact.RESPONSIBLE: _FactPlace("concerns", "responsible"),
    CoreFact.KIND: _FactPlace("concerns", "kind"),
    CoreFact.OCCURRED: _FactPlace("concerns", "occurred"),
}


def possible_values(case: Case, fact: MissingFact) -> tuple[object, ...]:
    """Return every value that a missing fact can have if there are few; empty if there are many.

    Homes are listed as sets of households, if the case has at most three.
    """
    values: dict[str, Callable[[], Iterable[object]]] = {
        CoreFact.STAY: lambda: ResidenceKind,
        CoreFact.KIND: lambda: ALLEGED,
        CoreFact.RELATIONSHIP: lambda: RelationshipKind,
        CoreFact.CONFIRMED: lambda: (True, False),
        CoreFact.PLACE: lambda: (*_households(case), *sorted(place.id for place in case.places), ids.ELSEWHERE),
        CoreFact.HOMES: lambda: _sets_of_homes(_households(case)),
        # Everyone who is born: a young person may be pregnant, and nothing in a case rules a person out.
        CoreFact.MOTHER: lambda: sorted(person.id for person in case.people if not person.unborn),
    }
    return tuple(values.get(fact.question, tuple)())


def with_fact(case: Case, fact: MissingFact, value: Any) -> Case:
    """Return the case with a missing fact supplied. Known facts stay as they are.

    Args:
        case: Case that misses the fact.
        fact: The fact, as listed in `missing` of an answer.
        value: Value in the form that the entry stores. For `homes` and `parents` it is a tuple of ids.

    Raises:
        UnknownNameError: The case does not miss such a fact.
    """
    if fact.question not in list(CoreFact):
        words = [question.value for question in CoreFact]
        raise UnknownNameError("core fact", fact.question, words, ids.did_you_mean(fact.question, words))
    supplied = _supplied(case, fact, value)
    if supplied == case:
        hint = "Supply a fact that an answer names as missing."
        raise UnknownNameError("missing fact", f"{fact.question}@{fact.about}", (), hint)
    return supplied


def _supplied(case: Case, fact: MissingFact, value: Any) -> Case:
    if fact.question == CoreFact.RECEIVED:
        return attrs.evolve(case, dates=_filled(case.dates, "received", value))
    if fact.question == CoreFact.HOMES:
        rows = (ResidenceEntry(person=fact.about, household=home) for home in value)
        return attrs.evolve(case, residences=(*case.residences, *rows))
    if fact.question == CoreFact.PARENTS:
        kin = (RelationshipEntry(from_=parent, to=fact.about, kind=RelationshipKind.PARENT) for parent in value)
        return attrs.evolve(case, relationships=(*case.relationships, *kin))
    field = _FIELDS[fact.question]
    entries = tuple(_with_value(entry, fact, field, value) for entry in getattr(case, field.list))
    changes: dict[str, Any] = {field.list: entries}
    return attrs.evolve(case, **changes)


def _with_value(entry: Any, fact: MissingFact, field: _FactPlace, value: object) -> Any:
    """Return the entry with the field filled, if the fact is about it and the field is unknown."""
    if _address(entry) != fact.about:
        return entry
    if not field.within:
        return _filled(entry, field.name, value)
    inner = getattr(entry, field.within)
    return attrs.evolve(entry, **{field.within: _filled(inner, field.name, value)}) if inner else entry


def _filled(entry: Any, field: str, value: object) -> Any:
    return attrs.evolve(entry, **{field: value}) if isinstance(getattr(entry, field), Unknown) else entry


def _address(entry: Any) -> str:
    if isinstance(entry, ResidenceEntry):
        return f"{entry.person}@{entry.household}"
    return f"{entry.from_}->{entry.to}" if isinstance(entry, RelationshipEntry) else str(entry.id)


def _households(case: Case) -> tuple[str, ...]:
    return tuple(sorted(household.id for household in case.households))


def _sets_of_homes(households: tuple[str, ...]) -> tuple[tuple[str, ...], ...]:
    # Each further household doubles the sets, and a person with so many homes is rare: they are asked in words.
    if len(households) > MOST_HOUSEHOLDS:
        return ()
    sizes = range(1, len(households) + 1)
    return tuple(itertools.chain.from_iterable(itertools.combinations(households, size) for size in sizes))
