"""Omissions: a case without each of its facts in turn, with the ways to complete it again."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import combinations
from typing import Any, Final

import attrs

from cimscore.case import (
    ALLEGED,
    PARENTS,
    UNKNOWN,
    Actor,
    Case,
    ConcernKind,
    Exists,
    Home,
    Moment,
    PersonEntry,
    PlaceKind,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    State,
    Unknown,
    births_of,
    twins_of,
)
from cimscore.errors import CaseError
from cimscore.ids import ELSEWHERE
from cimscore.rulebook import Rulebook

_BORN: Final = tuple(dt.date(year, 1, 1) for year in (1980, 2007, 2011, 2015, 2020))
_DAYS: Final = (None, dt.date(2000, 1, 1), dt.date(2100, 1, 1))
_STEPS: Final = tuple(dt.timedelta(days=days) for days in (-3, 2, -400, 9))


@attrs.frozen(kw_only=True)
class Omission:
    """A case without one fact.

    Attributes:
        fact: Which fact, as a path in the document; two joined by *and*.
        case: The case without it.
        completions: The case with each value that the fact could have, as far as those are few; the original is one.
    """

    fact: str
    case: Case
    completions: tuple[Case, ...]


def omissions(case: Case, rulebook: Rulebook) -> Iterator[Omission]:
    """Yield the case without each of its facts in turn: its entries, homes and parents of people, and its answers.

    Args:
        case: The case.
        rulebook: The rulebook whose questions it answers.
    """
    yield from _entries(case)
    yield from _of_people(case)
    yield from _moves(case)
    yield from _recorded(case)
    yield from _answers(case, rulebook)


def pairs_of_omissions(case: Case, rulebook: Rulebook) -> Iterator[Omission]:
    """Yield the case without each two of its facts.

    Args:
        case: The case.
        rulebook: The rulebook whose questions it answers.
    """
    alone = {omission.fact: omission for omission in omissions(case, rulebook)}
    for first in alone.values():
        for second in omissions(first.case, rulebook):
            if second.fact > first.fact and second.fact in alone:
                completions = (*first.completions, *alone[second.fact].completions)
                yield Omission(fact=f"{first.fact} and {second.fact}", case=second.case, completions=completions)


# Every omission is a way to put a value in the place of a fact: the case without it has `UNKNOWN` there.


def _omission(fact: str, put: Callable[[Any], Case], values: Iterable[Any]) -> Omission:
    return Omission(fact=fact, case=put(UNKNOWN), completions=tuple(_completed(put, values)))


def _rows_omitted(
    fact: str, case: Case, section: str, kept: tuple[Any, ...], others: Iterable[tuple[Any, ...]]
) -> Omission:
    """Return the case with only some rows of a section. Others could complete it again, in addition to its own."""
    completions = _completed(lambda rows: _with(case, section, kept + rows), others)
    return Omission(fact=fact, case=_with(case, section, kept), completions=(case, *completions))


def _completed(put: Callable[[Any], Case], values: Iterable[Any]) -> Iterator[Case]:
    """Yield the case with each value in turn, but for those with which it cannot be."""
    for value in dict.fromkeys(values):
        try:
            yield put(value)
        except CaseError:
            continue


def _with(case: Case, section: str, value: object) -> Case:
    changes: dict[str, Any] = {section: value}
    return attrs.evolve(case, **changes)


def _putting(case: Case, section: str, index: int, *names: str) -> Callable[[Any], Case]:
    """Return a function that puts a value into a field of an entry, or into a field of that field."""
    entries = getattr(case, section)

    def put(value: object) -> Case:
        entry = _changed(entries[index], names, value)
        return _with(case, section, (*entries[:index], entry, *entries[index + 1 :]))

    return put


def _changed(part: Any, names: tuple[str, ...], value: object) -> Any:
    if not names:
        return value
    inner = _changed(getattr(part, names[0]), names[1:], value)
    return attrs.evolve(part, **{names[0]: inner})


def _around(value: Any) -> list[Any]:
    """Return a value and, for a moment, some on other days, near and far."""
    return [value, *(Moment(value.value + step) for step in _STEPS if isinstance(value, Moment))]


# What a case states of its people, homes, concerns and files.


def _entries(case: Case) -> Iterator[Omission]:
    received = case.dates.received
    if received is not UNKNOWN:
        yield _omission("dates.received", partial(_received, case), _around(received))
    for (section, field), values in _values_in(case).items():
        for index, entry in enumerate(getattr(case, section)):
            value = getattr(entry, field)
            if value is ConcernKind.NOTHING:  # a call that alleges nothing is no concern of which something is unknown
                continue
            is_told = value is not UNKNOWN and value is not None and (value is not False or field == "adult")
            if is_told and getattr(entry, "unborn", None) is None:
                fact = f"{section}[{index}].{field.rstrip('_')}"
                yield _omission(fact, _putting(case, section, index, field), [*_around(value), *values])


def _received(case: Case, at: object) -> Case:
    return _with(case, "dates", _changed(case.dates, ("received",), at))


def _values_in(case: Case) -> dict[tuple[str, str], Iterable[Any]]:
    """Return the values of each field: all of them if they are few, otherwise one on each side of every limit."""
    homes = [entry.id for entry in case.households]
    people = [entry.id for entry in case.people]
    groups = [(), *((person,) for person in people)]
    return {
        ("people", "born"): _BORN,
        ("people", "age"): (),
        ("people", "adult"): (True, False),
        ("people", "died"): (True, False),
        ("people", "family"): [
            "another",
            *(person.family for person in case.people if not isinstance(person.family, Unknown)),
        ],
        ("residences", "kind"): ResidenceKind,
        ("residences", "from_"): _DAYS,
        ("residences", "until"): _DAYS,
        ("relationships", "kind"): [kind for kind in RelationshipKind if kind is not RelationshipKind.SAME_PERSON],
        ("relationships", "ended"): (True, False),
        ("concerns", "about"): groups[1:],
        ("households", "state"): State,
        ("places", "state"): State,
        ("places", "kind"): PlaceKind,
        ("concerns", "place"): [*homes, *(place.id for place in case.places), ELSEWHERE],
        ("concerns", "present"): groups,
        ("concerns", "responsible"): groups,
        ("concerns", "kind"): ALLEGED,
        ("concerns", "occurred"): (),
        ("concerns", "household"): [(), *((home,) for home in homes)],
        ("records", "household"): homes,
        ("records", "exists"): Exists,
        ("on_file", "exists"): Exists,
        ("done", "at"): (),
    }


def _of_people(case: Case) -> Iterator[Omission]:
    for index, entry in enumerate(case.people):
        yield from _unborn(case, index, entry)
        yield from _homes(case, index, entry)
        yield from _parents(case, entry)


def _unborn(case: Case, index: int, entry: PersonEntry) -> Iterator[Omission]:
    """Yield who carries an unborn child, and whether that is confirmed."""
    if entry.unborn is not None:
        others = [person.id for person in case.people if person.id != entry.id]
        for field, values in (("mother", others), ("confirmed", [True, False])):
            put = _putting(case, "people", index, "unborn", field)
            yield _omission(f"people[{index}].unborn.{field}", put, values)


def _homes(case: Case, index: int, entry: PersonEntry) -> Iterator[Omission]:
    """Yield the case without the home of a person."""
    person = entry.id
    kept = tuple(row for row in case.residences if row.person != person)
    if isinstance(entry.home, Home):
        put = _putting(case, "people", index)
        values = [entry, *(attrs.evolve(entry, home=home, sleeps="") for home in (*Home, None))]
        unsaid = put(attrs.evolve(entry, home=UNKNOWN, sleeps=""))
        yield Omission(fact=f"home@{person}", case=unsaid, completions=tuple(_completed(put, values)))
    homes = [entry.id for entry in case.households]
    stays: list[tuple[tuple[str, ResidenceKind], ...]] = [((home, kind),) for home in homes for kind in ResidenceKind]
    stays += [tuple((home, ResidenceKind.PART_TIME) for home in pair) for pair in combinations(homes, 2)]
    rows = [tuple(ResidenceEntry(person=person, household=home, kind=kind) for home, kind in stay) for stay in stays]
    if kept != case.residences:
        stated = _putting(case, "people", index)(attrs.evolve(entry, home=None, sleeps=""))
        omitted = _rows_omitted(f"homes@{person}", stated, "residences", kept, rows)
        nowhere = _putting(omitted.case, "people", index)
        homeless = _completed(nowhere, [attrs.evolve(entry, home=home, sleeps="") for home in Home])
        yield attrs.evolve(omitted, completions=(case, *omitted.completions, *homeless))


def _parents(case: Case, child: PersonEntry) -> Iterator[Omission]:
    """Yield the case without the parents of a child."""
    known = tuple(row for row in case.relationships if row.to == child.id and row.kind in PARENTS)
    kept = tuple(row for row in case.relationships if row not in known)
    older = [person.id for person in case.people if _may_be_parent(person, child)]
    rows = [(RelationshipEntry(from_=parent, to=child.id, kind=RelationshipKind.PARENT),) for parent in older]
    if known and child.id not in twins_of(case.relationships):
        yield _rows_omitted(f"parents@{child.id}", case, "relationships", kept, rows)


def _may_be_parent(other: PersonEntry, child: PersonEntry) -> bool:
    """Return True if a person is born, and not known to be born after a child."""
    births = births_of(other, None, None).first, births_of(child, None, None).last
    younger = births[0] is not None and births[1] is not None and births[0] >= births[1]
    return other.id != child.id and other.unborn is None and not younger


def _moves(case: Case) -> Iterator[Omission]:
    """Yield the case without the time, and without the person, of each move of a file."""
    for index, entry in enumerate(case.records):
        for number, move in enumerate(entry.moves):
            if move.at is not UNKNOWN:
                fact = f"records[{index}].moves[{number}].at"
                yield _omission(fact, partial(_moved, case, index, number, "at"), _around(move.at))
            if move.by is not UNKNOWN:
                others = [Actor(person=person.id) for person in case.people]
                fact = f"records[{index}].moves[{number}].by"
                yield _omission(fact, partial(_moved, case, index, number, "by"), [move.by, *others])


def _moved(case: Case, index: int, number: int, name: str, value: object) -> Case:
    """Return a case in which a move of a file was made at another moment, or by another person."""
    moves = case.records[index].moves
    move = _changed(moves[number], (name,), value)
    return _putting(case, "records", index, "moves")((*moves[:number], move, *moves[number + 1 :]))


def _recorded(case: Case) -> Iterator[Omission]:
    """Yield the case without the people of each record on file; it may be about each child of the case."""
    children = dict.fromkeys(row.to for row in case.relationships if row.kind in PARENTS)
    for index, entry in enumerate(case.records):
        if entry.people:
            put = _putting(case, "records", index, "people")
            values = [{child: role} for child in children for role in dict.fromkeys(entry.people.values())]
            completions = tuple(put(people) for people in (entry.people, *values))
            yield Omission(fact=f"records[{index}].people", case=put({}), completions=completions)


# What a case answers to the questions of programs.


def _answers(case: Case, rulebook: Rulebook) -> Iterator[Omission]:
    for section in ("decisions", "facts"):
        for index, entry in enumerate(getattr(case, section)):
            fact = f"{section}[{index}]"
            if entry.answer is not UNKNOWN:
                options = rulebook.questions[entry.question].options
                values = [
                    entry.answer,
                    *(option.value if isinstance(option, enum.Enum) else option for option in options),
                ]
                yield _omission(f"{fact}.answer", _putting(case, section, index, "answer"), values)
            if getattr(entry, "at", UNKNOWN) is not UNKNOWN:
                yield _omission(f"{fact}.at", _putting(case, section, index, "at"), _around(entry.at))
