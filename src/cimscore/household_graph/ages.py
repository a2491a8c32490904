"""Ages that people can have, from births and from the ages of their parents and children."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import attrs

from cimscore.calendars import age_on
from cimscore.case import ADULT, Births, Case, PersonEntry, Unknown, births_at_age
from cimscore.household_graph.days import Days
from cimscore.household_graph.lineage import Pair, generations, lineage_of
from cimscore.limits import OLDEST


@attrs.frozen
class Ages:
    """The ages that a person can have, in whole years.

    Attributes:
        low: The lowest.
        high: The highest, included.
    """

    low: int
    high: int

    @property
    def is_known(self) -> bool:
        """Return True if it can be one age only."""
        return self.low == self.high


def possible_ages(
    case: Case, days: Days, births: Mapping[str, Births], lines: Mapping[Pair, int]
) -> Mapping[str, Ages]:
    """Return the possible ages of each person, narrowed by the ages of their kin.

    Args:
        case: The case.
        days: Days on which ages are needed.
        births: Possible days of birth of each person.
        lines: Pairs of an ancestor and a descendant, with the fewest years between them.
    """
    ages = {person.id: _stated(person, births[person.id], days) for person in case.people}
    if all(possible.is_known for possible in ages.values()):
        return ages
    known = [pair for pair in lines if ages.keys() >= set(pair)]
    lineage = lineage_of(known) if known else None
    # Without lines of descent there is nothing to narrow.
    if lineage is None:
        return ages
    order = generations(lineage)
    for parent in order:
        for child in lineage.successors(parent):
            ages[child] = _at_most(ages[child], ages[parent].high - lines[parent, child])
    # Children bound parents from below, so this pass goes up the tree; the one above goes down.
    for child in reversed(order):
        for parent in lineage.predecessors(child):
            ages[parent] = _at_least(ages[parent], ages[child].low + lines[parent, child])
    return ages


def _at_most(ages: Ages, high: int) -> Ages:
    # A bound that leaves no age comes from a contradiction. Ignore it: the case is refused elsewhere, with a reason.
    return Ages(ages.low, high) if ages.low <= high < ages.high else ages


def _at_least(ages: Ages, low: int) -> Ages:
    return Ages(low, ages.high) if ages.low < low <= ages.high else ages


def _stated(person: PersonEntry, births: Births, days: Days) -> Ages:
    if person.unborn is not None:
        return Ages(0, 0)
    low = 0 if days.first is None or births.last is None else _age(births.last, days.first)
    # The oldest age: the earliest birth, on the last day that the question can be about.
    high = OLDEST if days.last is None or births.first is None else _age(births.first, days.last)
    ages = Ages(low, max(low, high))
    if not isinstance(person.age, Unknown) and person.age.on is None:
        ages = _at_least(_at_most(ages, person.age.years[1]), person.age.years[0])
    if not isinstance(person.adult, Unknown):
        ages = _at_least(ages, ADULT) if person.adult else _at_most(ages, ADULT - 1)
    # A person who acts for a body is at work, and so an adult.
    return ages if person.is_of_family else _at_least(ages, ADULT)


def _age(born: dt.date, day: dt.date) -> int:
    return 0 if day < born else age_on(born, day)


def births_within(births: Births, ages: Ages, days: Days) -> Births:
    """Return the possible days of birth of a person who has one of some ages.

    Args:
        births: Possible days of birth at any age.
        ages: The ages.
        days: Days on which ages are needed.
    """
    # OLDEST means "no upper bound known", not an age.
    high = None if ages.high >= OLDEST else ages.high
    narrowed = births.within(births_at_age(ages.low, high, days.first, days.last))
    return narrowed if narrowed.is_possible else births
