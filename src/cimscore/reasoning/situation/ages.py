"""Ages as rules ask about them: bands that no rule tells apart."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from cimscore.case import Moment, PersonEntry, Unknown
from cimscore.household_graph import OLDEST, Ages, Entered, of_any_stranger
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.vocabulary import age_at_least, born_on

_ADULT = 18
_WHY = (
    "a child until it is known, where the concerns or the family tree name them as one, and nobody as a parent; "
    "else an adult"
)


def write_ages(notes: Notes, entered: Entered, thresholds: Sequence[int]) -> None:
    """Write down how old everybody is, as far as it is known.

    Args:
        notes: Where to write.
        entered: The case.
        thresholds: The ages that rules ask about, sorted.
    """
    for person in entered.people:
        if person.unborn is None and person.id not in entered.grouped_strangers:
            _write(notes, person, entered, thresholds)
        if person.unborn is None and not isinstance(person.born, Unknown):
            notes.state(born_on, person.id, Moment(person.born))
    if entered.grouped_strangers:
        _write_strangers(notes, entered, thresholds)


def _write(notes: Notes, person: PersonEntry, entered: Entered, thresholds: Sequence[int]) -> None:
    ages = entered.ages[person.id]
    bands = bands_of(ages, thresholds)
    if len(bands) == 1:
        for threshold in thresholds:
            if threshold <= ages.low:
                notes.state(age_at_least, person.id, threshold)
        return
    young = [band for band in bands if band.low < _ADULT]
    is_asked_by_birth = isinstance(person.born, Unknown)
    notes.leave_open(
        f"born@{person.id}" if is_asked_by_birth else f"age@{person.id}",
        f"When was {person.label} born?" if is_asked_by_birth else f"How old is {person.label}?",
        {band: [(age_at_least, (person.id, age)) for age in thresholds if age <= band.low] for band in bands},
        working=young[-1] if young and entered.is_likely_child(person.id) else bands[-1],
        why=_WHY,
        words={band: band_in_words(band) for band in bands},
    )


def _write_strangers(notes: Notes, entered: Entered, thresholds: Sequence[int]) -> None:
    """Write down that all those known by name alone are taken as adults, and that any of them may be younger."""
    rows = [(age_at_least.key, (id, age)) for id in entered.grouped_strangers for age in thresholds]
    fact = of_any_stranger(entered, address="born", asks="Is any of them a child: {}?", why=_WHY)
    notes.facts.leave_open(fact, {False: rows}, {True: rows})


def bands_of(ages: Ages, thresholds: Sequence[int]) -> tuple[Ages, ...]:
    """Return the ages that a person can have, cut where a rule tells them apart."""
    edges = [ages.low, *(age for age in thresholds if ages.low < age <= ages.high), ages.high + 1]
    return tuple(Ages(low, high - 1) for low, high in itertools.pairwise(edges))


def band_in_words(band: Ages) -> str:
    """Return a band of ages in words: ``aged 10 to 17``, ``18 or older``."""
    return f"{band.low} or older" if band.high >= OLDEST else f"aged {band.low} to {band.high}"
