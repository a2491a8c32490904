"""Ages as rules ask about them: bands that no rule tells apart."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence

from cimscore.case import ADULT, Births, Moment, PersonEntry
from cimscore.clocks import Span
from cimscore.household_graph import Ages, Entered, births_within, of_any_stranger
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.vocabulary import age_at_least, born_on

_A_CHILD = "a concern or the family tree names them as a child"
_AN_ADULT = "nothing in the case names them as a child"
_VERY_OLD = 100
_HALFWAY = "halfway between the first day and the last that it can be"


def write_ages(notes: Notes, entered: Entered, thresholds: Sequence[int]) -> None:
    """Write down how old everybody is and when they were born, as far as it is known.

    Args:
        notes: Where to write.
        entered: The case.
        thresholds: The ages that rules ask about, sorted.
    """
    for person in entered.people:
        if person.unborn is None and person.id not in entered.grouped_strangers:
            _write(notes, person, entered, thresholds)
        elif isinstance(person.born, dt.date):
            notes.state(born_on, person.id, Moment(person.born))
    if entered.grouped_strangers:
        _write_strangers(notes, entered, thresholds)


def _write(notes: Notes, person: PersonEntry, entered: Entered, thresholds: Sequence[int]) -> None:
    ages = entered.ages[person.id]
    bands = bands_of(ages, thresholds)
    is_dated = isinstance(person.born, dt.date)
    address = f"age@{person.id}" if is_dated else f"born@{person.id}"
    asks = f"How old was {person.id} when the information was received?" if is_dated else f"When was {person.id} born?"
    births = {band: births_within(entered.births[person.id], band, entered.days) for band in bands}
    if len(bands) == 1:
        for threshold in thresholds:
            if threshold <= ages.low:
                notes.state(age_at_least, person.id, threshold)
        if person.is_of_family or is_dated:
            _write_birth(notes, person.id, births[bands[0]], address, asks)
        return
    young = [band for band in bands if band.low < ADULT]
    is_child = bool(young) and entered.is_likely_child(person.id)
    notes.leave_open(
        address,
        asks,
        {band: _said(person.id, band, births[band], thresholds) for band in bands},
        working=young[-1] if is_child else bands[-1],
        why=_A_CHILD if is_child or bands[-1] in young else _AN_ADULT,
        words={band: band_in_words(band) for band in bands},
    )


def _write_birth(notes: Notes, person: str, births: Births, address: str, asks: str) -> None:
    when = _moment(births)
    if isinstance(when, Moment):
        notes.state(born_on, person, when)
    elif when is not None:
        notes.leave_within(address, asks, born_on, person, span=when, why=_HALFWAY)


def _said(person: str, band: Ages, births: Births, thresholds: Sequence[int]) -> list[tuple[Relation, Tuple]]:
    """Return the rows that are true of a person who has one of some ages."""
    rows: list[tuple[Relation, Tuple]] = [(age_at_least, (person, age)) for age in thresholds if age <= band.low]
    when = _moment(births)
    return rows if when is None else [*rows, (born_on, (person, when))]


def _moment(births: Births) -> Moment | Span | None:
    """Return the day of birth, or the days that it can have been; None where nothing bounds them."""
    if births.day is not None:
        return Moment(births.day)
    first, last = births.first, births.last
    halfway = first + (last - first) / 2 if first and last else first or last
    if halfway is None:
        return None
    return Span(None if first is None else Moment(first), None if last is None else Moment(last), Moment(halfway))


def _write_strangers(notes: Notes, entered: Entered, thresholds: Sequence[int]) -> None:
    """Write down that all those known by name alone are taken as adults, and that any of them may be younger."""
    rows = [(age_at_least.key, (person, age)) for person in entered.grouped_strangers for age in thresholds]
    fact = of_any_stranger(entered, address="born", asks="Is any of them a child: {}?", why=_AN_ADULT)
    notes.facts.leave_open(fact, {False: rows}, {True: rows})


def bands_of(ages: Ages, thresholds: Sequence[int]) -> tuple[Ages, ...]:
    """Return the ages that a person can have, cut where a rule tells them apart."""
    edges = [ages.low, *(age for age in thresholds if ages.low < age <= ages.high), ages.high + 1]
    return tuple(Ages(low, high - 1) for low, high in itertools.pairwise(edges))


def band_in_words(band: Ages) -> str:
    """Return a band of ages in words: ``aged 10 to 17``, ``aged 9``, ``18 or older``."""
    if band.high >= _VERY_OLD:
        return f"{band.low} or older"
    return f"aged {band.low}" if band.is_known else f"aged {band.low} to {band.high}"
