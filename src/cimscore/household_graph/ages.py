"""Ages that people can have, from births and from the ages of their parents and children."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

import attrs

from cimscore.calendars import age_on
from cimscore.case import Case, PersonEntry, Unknown
from cimscore.case.impossible import YOUNGEST_PARENT
from cimscore.household_graph.days import Days
from cimscore.household_graph.lineage import Pair, generations, lineage_of

OLDEST: Final = 130


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


def possible_ages(case: Case, days: Days, parents: Iterable[Pair]) -> Mapping[str, Ages]:
    """Return the ages that each person can have, narrowed by those of their kin in both directions.

    Args:
        case: The case.
        days: The days on which ages are told.
        parents: Each parent with a child.
    """
    ages = {person.id: _stated(person, days) for person in case.people}
    if all(each.is_known for each in ages.values()):
        return ages
    known = [pair for pair in parents if ages.keys() >= set(pair)]
    lineage = lineage_of(known) if known else None
    if lineage is None:
        return ages
    order = generations(lineage)
    for parent in order:
        for child in lineage.successors(parent):
            ages[child] = _at_most(ages[child], ages[parent].high - YOUNGEST_PARENT)
    for child in reversed(order):
        for parent in lineage.predecessors(child):
            ages[parent] = _at_least(ages[parent], ages[child].low + YOUNGEST_PARENT)
    return ages


def _at_most(ages: Ages, high: int) -> Ages:
    return Ages(ages.low, high) if ages.low <= high < ages.high else ages


def _at_least(ages: Ages, low: int) -> Ages:
    return Ages(low, ages.high) if ages.low < low <= ages.high else ages


def _stated(person: PersonEntry, days: Days) -> Ages:
    if person.unborn is not None:
        return Ages(0, 0)
    if isinstance(person.born, Unknown):
        return Ages(0, OLDEST)
    born = person.born
    low = 0 if days.first is None or days.first < born else age_on(born, days.first)
    high = OLDEST if days.last is None else 0 if days.last < born else age_on(born, days.last)
    return Ages(low, max(low, high))
