"""Where people stay on the day that matters."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from cimscore.author.predicates import Relation
from cimscore.author.vocabulary import lived_in, lives_in, stays_by_choice, visits
from cimscore.case import Case, PersonEntry, ResidenceEntry, ResidenceKind, Unknown
from cimscore.reasoning.situation.facts import Notes
from cimscore.reasoning.situation.kin import parents_stated

MOST_TOGETHER: Final = 2
"""Up to so many households, homes that are not known are one fact; beyond, there is a fact for each household."""

_RELATION: Final[Mapping[ResidenceKind, Relation]] = {
    ResidenceKind.FULL_TIME: lives_in,
    ResidenceKind.PART_TIME: lives_in,
    ResidenceKind.VISITS: visits,
    ResidenceKind.BY_CHOICE: stays_by_choice,
}
_HOW: Final = {
    ResidenceKind.FULL_TIME.value: "lives in",
    ResidenceKind.VISITS.value: "visits",
    ResidenceKind.BY_CHOICE.value: "stays by choice in",
}
_WAYS: Final = ("", *_HOW)
_FULLEST: Final = (ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME, ResidenceKind.BY_CHOICE, ResidenceKind.VISITS)


def write_stays(notes: Notes, case: Case, day: dt.date | None) -> None:
    """Write down where everybody stays, an unborn child with its mother."""
    rows: dict[str, list[ResidenceEntry]] = {}
    for row in case.residences:
        rows.setdefault(row.person, []).append(row)
    for person in case.people:
        whose = _stays_as(person, rows)
        if whose in rows:
            for home in sorted({row.household for row in rows[whose]}):
                _write_stay(notes, person.id, home, [row for row in rows[whose] if row.household == home], day)
        else:
            _write_homes_open(notes, person, case, rows)


def _stays_as(person: PersonEntry, rows: Mapping[str, Sequence[ResidenceEntry]]) -> str:
    if person.id not in rows and person.unborn is not None and not isinstance(person.unborn.mother, Unknown):
        return person.unborn.mother
    return person.id


def _write_stay(notes: Notes, person: str, home: str, rows: Sequence[ResidenceEntry], day: dt.date | None) -> None:
    now = [row for row in rows if _holds_on(row, day)]
    open_kinds = [row for row in now if isinstance(row.kind, Unknown)]
    stated = [row.kind for row in now if isinstance(row.kind, ResidenceKind)]
    if any(_has_ended(row, day) and row.kind in (ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME) for row in rows):
        notes.state(lived_in, person, home)
    if stated:
        kind = min(stated, key=_FULLEST.index)
        notes.state(_RELATION[kind], person, home)
    elif open_kinds:
        notes.leave_open(
            f"stay@{person}@{home}",
            f"How does {person} stay in {home}?",
            {kind: [(_RELATION[kind], (person, home))] for kind in ResidenceKind},
            working=ResidenceKind.FULL_TIME,
            why="somebody listed in a household lives there, until more is known",
        )


def _holds_on(row: ResidenceEntry, day: dt.date | None) -> bool:
    """Return True if a stay lasts on a day; a limit or a day that is not known does not end it."""
    if day is None:
        return True
    begun = not isinstance(row.from_, dt.date) or row.from_ <= day
    return begun and not _has_ended(row, day)


def _has_ended(row: ResidenceEntry, day: dt.date | None) -> bool:
    return day is not None and isinstance(row.until, dt.date) and row.until < day


def _write_homes_open(
    notes: Notes, person: PersonEntry, case: Case, rows: Mapping[str, Sequence[ResidenceEntry]]
) -> None:
    """Write down that somebody may live in any of the households, visit it, stay there by choice, or do none of these."""
    homes = sorted(home.id for home in case.households)
    likely = _likely_homes(person, case, rows)
    groups = [homes] if len(homes) <= MOST_TOGETHER else [[home] for home in homes]
    for group in groups:
        ways = [tuple(zip(group, how, strict=True)) for how in itertools.product(_WAYS, repeat=len(group))]
        values = {tuple((home, how) for home, how in way if how): way for way in ways}
        name = person.id if group is homes else f"{person.id}@{group[0]}"
        notes.leave_open(
            f"homes@{name}",
            f"In which households of the case does {person.label} live?"
            if group is homes
            else f"Does {person.label} live in {group[0]}?",
            {
                value: [(_RELATION[ResidenceKind(how)], (person.id, home)) for home, how in value]
                for value in values
            },
            working=tuple((home, ResidenceKind.FULL_TIME.value) for home in group if home in likely),
            why="a child lives with their parents, and everybody else in none of these, until it is known",
            words={value: " and ".join(f"{_HOW[how]} {home}" for home, how in value) or "in none of them" for value in values},
        )


def _likely_homes(person: PersonEntry, case: Case, rows: Mapping[str, Sequence[ResidenceEntry]]) -> tuple[str, ...]:
    parents = parents_stated(case).get(person.id, ())
    return tuple(sorted({row.household for parent in parents for row in rows.get(parent, ())}))
