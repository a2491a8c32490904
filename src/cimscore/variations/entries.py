"""What a case states of its people, homes, concerns and records, left out one thing at a time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import combinations
from typing import Any, Final

import attrs

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernKind,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Unknown,
)
from cimscore.ids import ELSEWHERE
from cimscore.variations.omission import Completion, Omission, around, completed, evolved, replaced

_SCALARS: Final = {
    "people": ("born", "family"),
    "households": ("area",),
    "residences": ("kind", "from_", "until"),
    "relationships": ("kind",),
    "concerns": ("about", "place", "present", "responsible", "kind", "occurred"),
    "records": ("household",),
}


def received(case: Case) -> Iterator[Omission]:
    """When the information came in."""
    if isinstance(case.dates.received, Unknown):
        return
    yield _omission(
        fact="dates.received",
        asks=("case/received@case", "case/as-at@case"),
        put=lambda value: evolved(case, "dates", attrs.evolve(case.dates, received=value)),
        values=around(case.dates.received),
    )


def scalars(case: Case) -> Iterator[Omission]:
    """Every field that holds one value."""
    for section, fields in _SCALARS.items():
        for index, entry in enumerate(getattr(case, section)):
            for field in fields:
                yield from _scalar(case, section, index, entry, field)


def unborn(case: Case) -> Iterator[Omission]:
    """Who carries an unborn child, and whether that is confirmed."""
    for index, entry in enumerate(case.people):
        if entry.unborn is None:
            continue
        mothers = [it.id for it in case.people if it.id != entry.id]
        for field, values in (("mother", mothers), ("confirmed", [True, False])):
            yield _omission(
                fact=f"people[{index}].unborn.{field}",
                asks=(f"case/{field}@{entry.id}",),
                put=_put_unborn(case, index, entry, field),
                values=values,
            )


def homes(case: Case) -> Iterator[Omission]:
    """The last home of a person taken away: then it is not known where they live."""
    households = [entry.id for entry in case.households]
    stays: list[tuple[tuple[str, ResidenceKind], ...]] = [
        ((home, kind),) for home in households for kind in ResidenceKind
    ]
    stays += [tuple((home, ResidenceKind.PART_TIME) for home in pair) for pair in combinations(households, 2)]
    for person in (entry.id for entry in case.people):
        kept = tuple(row for row in case.residences if row.person != person)
        put = _put_rows(case, "residences", kept, partial(_rows, person))
        if kept != case.residences:
            yield Omission(
                fact=f"homes@{person}",
                asks=(f"case/homes@{person}",),
                case=evolved(case, "residences", kept),
                completions=(Completion(value=(), case=case), *completed(put, stays)),
            )


def parents(case: Case) -> Iterator[Omission]:
    """The last parent of a child taken away: then it is not known who the parents are."""
    kinds = (RelationshipKind.PARENT, RelationshipKind.ADOPTIVE_PARENT)
    for child in (entry.id for entry in case.people):
        kept = tuple(row for row in case.relationships if row.to != child or row.kind not in kinds)
        if kept == case.relationships:
            continue
        older = [entry.id for entry in case.people if _may_be_parent(entry, child, case)]
        put = _put_rows(case, "relationships", kept, partial(_parents, child))
        yield Omission(
            fact=f"parents@{child}",
            asks=(f"case/parents@{child}",),
            case=evolved(case, "relationships", kept),
            completions=(Completion(value=(), case=case), *completed(put, ((person,) for person in older))),
        )


def moves(case: Case) -> Iterator[Omission]:
    """When each move of a record on file was made."""
    for index, entry in enumerate(case.records):
        for number, move in enumerate(entry.moves):
            if not isinstance(move.at, Unknown):
                yield _omission(
                    fact=f"records[{index}].moves[{number}].at",
                    asks=(f"case/{move.move}@{entry.id}",),
                    put=_put_move(case, index, number),
                    values=around(move.at),
                )


def _omission(*, fact: str, asks: tuple[str, ...], put: Callable[[Any], Case], values: Iterable[Any]) -> Omission:
    return Omission(fact=fact, asks=asks, case=put(UNKNOWN), completions=tuple(completed(put, values)))


def _scalar(case: Case, section: str, index: int, entry: Any, field: str) -> Iterator[Omission]:
    value = getattr(entry, field)
    if (value is None and field in ("from_", "until")) or value is UNKNOWN or getattr(entry, "unborn", None):
        return
    yield _omission(
        fact=f"{section}[{index}].{field.rstrip('_')}",
        asks=_asks(entry, section, field),
        put=lambda new: replaced(case, section, index, attrs.evolve(entry, **{field: new})),
        values=dict.fromkeys([value, *_values(case, section, field)]),
    )


def _asks(entry: Any, section: str, field: str) -> tuple[str, ...]:
    """The questions by which a scalar may be asked for."""
    if section == "residences":
        return (f"case/{'stay' if field == 'kind' else field.rstrip('_')}@{entry.person}@{entry.household}",)
    if section == "relationships":
        between = (f"{entry.from_}->{entry.to}", f"{entry.to}->{entry.from_}")
        return (*(f"case/relationship@{one}" for one in between), f"case/parents@{entry.to}")
    return (f"case/{'record-household' if section == 'records' else field}@{entry.id}",)


def _values(case: Case, section: str, field: str) -> Iterable[Any]:
    """Values a fact could have: all of them where they are few, else one on each side of every limit."""
    people = [entry.id for entry in case.people]
    households = [entry.id for entry in case.households]
    by_field: dict[str, Iterable[Any]] = {
        "born": [dt.date(year, 1, 1) for year in (1980, 2007, 2011, 2015, 2020)],
        "family": {entry.family for entry in case.people if not isinstance(entry.family, Unknown)} | {"another"},
        "area": ["Another"],
        "from_": [None, dt.date(2000, 1, 1), dt.date(2100, 1, 1)],
        "until": [None, dt.date(2000, 1, 1), dt.date(2100, 1, 1)],
        "about": [(person,) for person in people],
        "present": [(), *((person,) for person in people)],
        "responsible": [(), *((person,) for person in people)],
        "place": [*households, ELSEWHERE],
        "household": households,
        "occurred": [],
    }
    kinds: dict[str, Iterable[Any]] = {
        "residences": ResidenceKind, "relationships": RelationshipKind, "concerns": ConcernKind,
    }  # fmt: skip
    return kinds[section] if field == "kind" else by_field[field]


def _put_rows(
    case: Case, section: str, kept: tuple[Any, ...], rows: Callable[[Any], tuple[Any, ...]]
) -> Callable[[Any], Case]:
    return lambda value: evolved(case, section, kept + rows(value))


def _put_unborn(case: Case, index: int, entry: PersonEntry, field: str) -> Callable[[Any], Case]:
    def put(value: object) -> Case:
        held: Any = entry.unborn
        return replaced(case, "people", index, attrs.evolve(entry, unborn=attrs.evolve(held, **{field: value})))

    return put


def _put_move(case: Case, index: int, number: int) -> Callable[[Any], Case]:
    entry = case.records[index]

    def put(at: Any) -> Case:
        changed = (*entry.moves[:number], attrs.evolve(entry.moves[number], at=at), *entry.moves[number + 1 :])
        return replaced(case, "records", index, attrs.evolve(entry, moves=changed))

    return put


def _rows(person: str, stays: Iterable[tuple[str, ResidenceKind]]) -> tuple[ResidenceEntry, ...]:
    return tuple(ResidenceEntry(person=person, household=home, kind=kind) for home, kind in stays)


def _parents(child: str, parents: Iterable[str]) -> tuple[RelationshipEntry, ...]:
    return tuple(RelationshipEntry(from_=parent, to=child, kind=RelationshipKind.PARENT) for parent in parents)


def _may_be_parent(entry: PersonEntry, child: str, case: Case) -> bool:
    """Whether somebody is born, and not known to be born after the child."""
    born = next(it.born for it in case.people if it.id == child)
    later = not isinstance(entry.born, Unknown) and not isinstance(born, Unknown) and entry.born >= born
    return entry.id != child and entry.unborn is None and not later
