"""A case on a later day, by its household graph: who is in each home, and who may be a child still."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import attrs

from cimscore.calendars import age_on
from cimscore.case import ADULT, Case
from cimscore.grades import CERTAIN
from cimscore.household_graph import Days, Entered, TieKind, births_within, days_of_receipt, ties_of

_HERE = frozenset({TieKind.LIVES_IN, TieKind.STAYS_BY_CHOICE})
"""Ties of those who are in a home; a visit is none."""


@attrs.frozen(kw_only=True)
class OnTheDay:
    """A case as its household graph has it on a day.

    Attributes:
        living: Who is in each home, and whether that is certain; without the dead.
        children: Everybody who may be a child.
    """

    living: dict[str, dict[str, bool]]
    children: frozenset[str]

    @classmethod
    def of(cls, case: Case, day: dt.date) -> OnTheDay:
        """Return a case on a day."""
        entered = Entered(case, Days(day, day))
        ties = ties_of(entered)
        living: dict[str, dict[str, bool]] = {home: {} for home in entered.homes}
        for tie in sorted({**ties.stated, **ties.needs}):
            grade = ties.grade(tie, {})
            if grade and tie.kind in _HERE and tie.end in living and not entered.has_died_before(tie.start):
                living[tie.end][tie.start] = living[tie.end].get(tie.start, False) or grade == CERTAIN
        return cls(living=living, children=frozenset(_may_be_children(case, day)))

    def homes_of(self, person: str, case: str) -> Iterator[tuple[str, str]]:
        """Yield each home that somebody is in, or may be, with who else is."""
        for home, people in self.living.items():
            if person in people:
                others = [f"{'' if sure else 'perhaps '}{id}" for id, sure in people.items() if id != person]
                own = "" if people[person] else f"perhaps {person}, and "
                yield home, f"in {case}/{home} now: {own}{', '.join(others) or 'nobody else that is told'}"


def _may_be_children(case: Case, day: dt.date) -> Iterator[str]:
    """Yield everybody who may be a child on a day, by what was known of their age when the information came."""
    then = Entered(case, days_of_receipt(case, None))
    for person in then.ids:
        born = births_within(then.births[person], then.ages[person], then.days).last
        if born is None or born > day or age_on(born, day) < ADULT:
            yield person
