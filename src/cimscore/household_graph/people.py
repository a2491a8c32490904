"""Ages, and who is expecting a child."""

from __future__ import annotations

import datetime as dt

from cimscore import ids
from cimscore.household_graph.answers import Answer, CoreFact, MissingFact, gathered, unknown
from cimscore.household_graph.entries import EntryLookup

ADULT_AGE = 18


class People(EntryLookup):
    """Questions about one person that involve nobody else, except the mother."""

    def age_on(self, person: str, day: dt.date | None) -> Answer[int | None]:
        """Return the age in completed years on a day; None for a person not born by then.

        A person born on 29 February completes a year on 1 March if the year has no 29 February.
        """
        born = self.born(person)
        if day is None and not (born.known and born.value is None):
            return unknown(*born.missing, MissingFact(CoreFact.RECEIVED, ids.CASE), rests_on=born.rests_on)
        return born.map(lambda date: None if date is None or day is None or day < date else _years(date, day))

    def is_child(self, person: str, day: dt.date | None, *, under: int = ADULT_AGE) -> Answer[bool]:
        """Return yes if a person is unborn or has not completed `under` years on a day."""
        return self.age_on(person, day).map(lambda age: age is None or age < under)

    def pregnant_people(self) -> Answer[tuple[str, ...]]:
        """Return the mothers of the unborn children, even if the pregnancy is not confirmed."""
        mothers = [self.mother_of_unborn(person) for person in self.people if self._person(person).unborn]
        return gathered(tuple(sorted({mother.value for mother in mothers if mother.value})), mothers)


def _years(born: dt.date, day: dt.date) -> int:
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))
