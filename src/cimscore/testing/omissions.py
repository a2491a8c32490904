"""Every fact of a case left out in turn, with every way in which it could be completed again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, Final

import attrs

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernKind,
    Moment,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
    Unknown,
)
from cimscore.ids import ELSEWHERE
from cimscore.rulebook import Rulebook

_SCALARS: Final = {
    "people": ("born", "family"),
    "households": ("area",),
    "residences": ("kind", "from_", "until"),
    "relationships": ("kind",),
    "concerns": ("about", "place", "present", "responsible", "kind", "occurred"),
    "records": ("household",),
}


@attrs.frozen(kw_only=True)
class Omission:
    """A case with one fact unknown.

    Attributes:
        fact: Which fact, as a path in the document.
        asks: Addresses of the questions by which it may be asked for.
        case: The case without it.
        completions: The case with each value it could have, as far as those are few; the original among them.
    """

    fact: str
    asks: tuple[str, ...]
    case: Case
    completions: tuple[Case, ...]


def omissions(case: Case, rulebook: Rulebook) -> Iterator[Omission]:
    """Every scalar of a case left out in turn, and the homes of each person and the parents of each child."""
    yield from _received(case)
    for section, fields in _SCALARS.items():
        for index, entry in enumerate(getattr(case, section)):
            for field in fields:
                yield from _scalar(case, section, index, entry, field)
    yield from _unborn(case)
    yield from _homes(case)
    yield from _parents(case)
    yield from _moves(case)
    yield from _answers(case, rulebook)


def _received(case: Case) -> Iterator[Omission]:
    if not isinstance(case.dates.received, Unknown):
        cases = [_evolved(case, "dates", attrs.evolve(case.dates, received=it)) for it in _around(case.dates.received)]
        without = _evolved(case, "dates", attrs.evolve(case.dates, received=UNKNOWN))
        asks = ("case/received@case", "case/as-at@case")
        yield Omission(fact="dates.received", asks=asks, case=without, completions=tuple(cases))


def _scalar(case: Case, section: str, index: int, entry: Any, field: str) -> Iterator[Omission]:
    value = getattr(entry, field)
    if (value is None and field in ("from_", "until")) or value is UNKNOWN or getattr(entry, "unborn", None):
        return

    def put(new: object) -> Case:
        return _replaced(case, section, index, attrs.evolve(entry, **{field: new}))

    values = dict.fromkeys([value, *_values(case, section, field)])
    path = f"{section}[{index}].{field.rstrip('_')}"
    completions = tuple(put(new) for new in values)
    yield Omission(fact=path, asks=_asks(entry, section, field), case=put(UNKNOWN), completions=completions)


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
    homes = [entry.id for entry in case.households]
    by_field: dict[str, Iterable[Any]] = {
        "born": [dt.date(year, 1, 1) for year in (1980, 2007, 2011, 2015, 2020)],
        "family": {entry.family for entry in case.people if not isinstance(entry.family, Unknown)} | {"another"},
        "area": ["Another"],
        "from_": [None, dt.date(2000, 1, 1), dt.date(2100, 1, 1)],
        "until": [None, dt.date(2000, 1, 1), dt.date(2100, 1, 1)],
        "about": [(person,) for person in people],
        "present": [(), *((person,) for person in people)],
        "responsible": [(), *((person,) for person in people)],
        "place": [*homes, ELSEWHERE],
        "household": homes,
        "occurred": [],
    }
    kinds: dict[str, Iterable[Any]] = {
        "residences": ResidenceKind, "relationships": RelationshipKind, "concerns": ConcernKind,
    }  # fmt: skip
    return kinds[section] if field == "kind" else by_field[field]


def _unborn(case: Case) -> Iterator[Omission]:
    for index, entry in enumerate(case.people):
        if entry.unborn is None:
            continue
        values: dict[str, list[Any]] = {
            "mother": [it.id for it in case.people if it.id != entry.id],
            "confirmed": [True, False],
        }
        for field, options in values.items():
            cases = [
                _replaced(
                    case, "people", index, attrs.evolve(entry, unborn=attrs.evolve(entry.unborn, **{field: value}))
                )
                for value in (UNKNOWN, *options)
            ]
            fact, asks = f"people[{index}].unborn.{field}", (f"case/{field}@{entry.id}",)
            yield Omission(fact=fact, asks=asks, case=cases[0], completions=tuple(cases[1:]))


def _homes(case: Case) -> Iterator[Omission]:
    """The last home of a person taken away: then it is not known where they live."""
    homes = [entry.id for entry in case.households]
    for person in (entry.id for entry in case.people):
        kept = tuple(row for row in case.residences if row.person != person)
        if kept == case.residences:
            continue
        sets: list[tuple[tuple[str, ResidenceKind], ...]] = [
            ((home, kind),) for home in homes for kind in ResidenceKind
        ]
        sets += [tuple((home, ResidenceKind.PART_TIME) for home in pair) for pair in combinations(homes, 2)]
        cases = [_evolved(case, "residences", kept + _rows(person, stays)) for stays in sets]
        asks, without = (f"case/homes@{person}",), _evolved(case, "residences", kept)
        yield Omission(fact=f"homes@{person}", asks=asks, case=without, completions=(case, *cases))


def _rows(person: str, stays: Iterable[tuple[str, ResidenceKind]]) -> tuple[ResidenceEntry, ...]:
    return tuple(ResidenceEntry(person=person, household=home, kind=kind) for home, kind in stays)


def _parents(case: Case) -> Iterator[Omission]:
    """The last parent of a child taken away: then it is not known who the parents are."""
    kinds = (RelationshipKind.PARENT, RelationshipKind.ADOPTIVE_PARENT)
    for child in (entry.id for entry in case.people):
        kept = tuple(row for row in case.relationships if row.to != child or row.kind not in kinds)
        if kept == case.relationships:
            continue
        older = [entry.id for entry in case.people if _may_be_parent(entry, child, case)]
        rows = [RelationshipEntry(from_=person, to=child, kind=RelationshipKind.PARENT) for person in older]
        cases = [_evolved(case, "relationships", (*kept, row)) for row in rows]
        asks, without = (f"case/parents@{child}",), _evolved(case, "relationships", kept)
        yield Omission(fact=f"parents@{child}", asks=asks, case=without, completions=(case, *cases))


def _may_be_parent(entry: PersonEntry, child: str, case: Case) -> bool:
    """Whether somebody is born, and not known to be born after the child."""
    born = next(it.born for it in case.people if it.id == child)
    later = not isinstance(entry.born, Unknown) and not isinstance(born, Unknown) and entry.born >= born
    return entry.id != child and entry.unborn is None and not later


def _moves(case: Case) -> Iterator[Omission]:
    for index, entry in enumerate(case.records):
        for number, move in enumerate(entry.moves):
            if isinstance(move.at, Unknown):
                continue
            cases = []
            moments: tuple[Moment | Unknown, ...] = (UNKNOWN, *_around(move.at))
            for at in moments:
                moves = (*entry.moves[:number], attrs.evolve(move, at=at), *entry.moves[number + 1 :])
                cases.append(_replaced(case, "records", index, attrs.evolve(entry, moves=moves)))
            fact, asks = f"records[{index}].moves[{number}].at", (f"case/{move.move}@{entry.id}",)
            yield Omission(fact=fact, asks=asks, case=cases[0], completions=tuple(cases[1:]))


def _answers(case: Case, rulebook: Rulebook) -> Iterator[Omission]:
    for section in ("decisions", "facts"):
        for index, entry in enumerate(getattr(case, section)):
            question = rulebook.questions[entry.question]
            about = entry.about if section == "decisions" else (entry.about,)
            values = dict.fromkeys([entry.answer, *(question.to_stored(option) for option in question.options)])
            cases = [_replaced(case, section, index, attrs.evolve(entry, answer=value)) for value in (UNKNOWN, *values)]
            fact, asks = f"{section}[{index}].answer", tuple(f"{entry.question}@{one}" for one in about)
            yield Omission(fact=fact, asks=asks, case=cases[0], completions=tuple(cases[1:]))
            if section == "decisions" and not isinstance(entry.at, Unknown):
                moments: tuple[Moment | Unknown, ...] = (UNKNOWN, *_around(entry.at))
                cases = [_replaced(case, section, index, attrs.evolve(entry, at=at)) for at in moments]
                fact, asks = f"{section}[{index}].at", tuple(f"{entry.question}#at@{one}" for one in about)
                yield Omission(fact=fact, asks=asks, case=cases[0], completions=tuple(cases[1:]))


def _around(moment: Moment) -> tuple[Moment, ...]:
    """A moment, and some on other days, near and far."""
    steps = (dt.timedelta(days=days) for days in (0, -1, 1, -400, 3))
    return tuple(Moment(moment.value + step) for step in steps)


def _replaced(case: Case, section: str, index: int, entry: object) -> Case:
    entries = list(getattr(case, section))
    entries[index] = entry
    return _evolved(case, section, tuple(entries))


def _evolved(case: Case, section: str, value: object) -> Case:
    changes: dict[str, Any] = {section: value}
    return attrs.evolve(case, **changes)
