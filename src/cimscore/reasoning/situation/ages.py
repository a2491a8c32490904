"""Ages: what is stated, what kin allow, and the bands that no rule tells apart."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from cimscore.author.vocabulary import age_at_least
from cimscore.calendars import age_on
from cimscore.case import Case, PersonEntry, RelationshipKind, Unknown
from cimscore.reasoning.situation.facts import Notes

OLDER: Final = 10
"""A parent is about this many years older than their child, at the least."""
OLDEST: Final = 130

_PARENTS: Final = frozenset({RelationshipKind.PARENT, RelationshipKind.ADOPTIVE_PARENT})


@attrs.frozen
class Ages:
    """The ages that a person can have, in whole years, the last included."""

    low: int
    high: int


def write_ages(notes: Notes, case: Case, day: dt.date | None, thresholds: Sequence[int]) -> None:
    """Write down how old everybody is, as far as it is known.

    Args:
        notes: Where to write.
        case: The case.
        day: The day on which ages are told; None while it is not known.
        thresholds: The ages that rules ask about, sorted.
    """
    possible = possible_ages(case, day)
    for person in case.people:
        if person.unborn is None:
            _write(notes, person, possible[person.id], thresholds, case)


def _write(notes: Notes, person: PersonEntry, ages: Ages, thresholds: Sequence[int], case: Case) -> None:
    bands = bands_of(ages, thresholds)
    working = _working(person, bands, case)
    notes.leave_open(
        f"born@{person.id}",
        f"When was {person.label} born?",
        {band: [(age_at_least, (person.id, age)) for age in thresholds if age <= band.low] for band in bands},
        working=working,
        why="a child until it is known, where the concerns or the family tree name them as one; else an adult",
        words={band: band_in_words(band) for band in bands},
    )


def bands_of(ages: Ages, thresholds: Sequence[int]) -> tuple[Ages, ...]:
    """Return the ages that a person can have, cut where a rule tells them apart."""
    edges = [ages.low, *(age for age in thresholds if ages.low < age <= ages.high), ages.high + 1]
    return tuple(Ages(low, high - 1) for low, high in zip(edges, edges[1:], strict=False))


def band_in_words(band: Ages) -> str:
    """Return a band of ages in words: ``10 to 17``, ``18 or older``."""
    return f"{band.low} or older" if band.high >= OLDEST else f"aged {band.low} to {band.high}"


def _working(person: PersonEntry, bands: Sequence[Ages], case: Case) -> Ages:
    """Return the band worked with: the oldest under 18 for somebody who may be a child of the matter, else the last."""
    children = {row.to for row in case.relationships if row.kind in _PARENTS}
    named = {id for concern in case.concerns if not isinstance(concern.about, Unknown) for id in concern.about}
    young = [band for band in bands if band.low < 18]
    return young[-1] if young and person.id in children | named else bands[-1]


def possible_ages(case: Case, day: dt.date | None) -> Mapping[str, Ages]:
    """Return the ages that each person can have, from births and from the ages of parents and children."""
    ages = {person.id: _stated(person, day) for person in case.people}
    pairs = sorted(_pairs(case))
    for _ in case.people:  # Each pass carries a bound one generation further.
        changed = False
        for parent, child in pairs:
            older, younger = ages[parent], ages[child]
            low, high = max(older.low, younger.low + OLDER), min(younger.high, older.high - OLDER)
            if low <= older.high and low > older.low:
                ages[parent], changed = Ages(low, older.high), True
            if high >= younger.low and high < younger.high:
                ages[child], changed = Ages(younger.low, high), True
        if not changed:
            break
    return ages


def _pairs(case: Case) -> Iterable[tuple[str, str]]:
    known = {person.id for person in case.people}
    for row in case.relationships:
        if row.kind in _PARENTS and row.from_ in known and row.to in known:
            yield row.from_, row.to
    for person in case.people:
        if person.unborn is not None and not isinstance(person.unborn.mother, Unknown):
            yield person.unborn.mother, person.id


def _stated(person: PersonEntry, day: dt.date | None) -> Ages:
    if person.unborn is not None:
        return Ages(0, 0)
    if isinstance(person.born, Unknown) or day is None:
        return Ages(0, OLDEST)
    age = max(0, age_on(person.born, day)) if person.born <= day else 0
    return Ages(age, age)
