"""Questions about concerns: where they happened, and the households that they touch."""

from __future__ import annotations

import datetime as dt

from cimscore.household_graph.answers import Answer, all_of, any_of, those
from cimscore.household_graph.siblings import Siblings


class Concerns(Siblings):
    """Concerns by household and by person."""

    def is_placed_in(self, concern: str, household: str) -> Answer[bool]:
        """Return yes if a concern happened in a household."""
        self._household(household)
        return self.place(concern).map(lambda place: place == household)

    def is_about(self, concern: str, person: str) -> Answer[bool]:
        """Return yes if a concern is about a person."""
        self._person(person)
        return self.about(concern).map(lambda people: person in people)

    def was_present(self, concern: str, person: str) -> Answer[bool]:
        """Return yes if a person was there: a concern is about them, or names them as present."""
        named = self.present(concern).map(lambda people: person in people)
        return any_of([self.is_about(concern, person), named])

    def concerns_placed_in(self, household: str) -> Answer[tuple[str, ...]]:
        """Return the concerns that happened in a household."""
        return those(self.concerns, lambda concern: self.is_placed_in(concern, household))

    def concerns_about(self, person: str) -> Answer[tuple[str, ...]]:
        """Return the concerns that are about a person."""
        return those(self.concerns, lambda concern: self.is_about(concern, person))

    def households_of_concern(self, concern: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the household where a concern happened, and the homes of people whom it is about."""
        return those(
            self.households,
            lambda home: any_of([self.is_placed_in(concern, home), self.has_someone_affected(concern, home, on)]),
        )

    def has_someone_affected(self, concern: str, household: str, on: dt.date | None) -> Answer[bool]:
        """Return yes if a person that a concern is about lives in a household."""
        return any_of(self._affected_resident(concern, person, household, on) for person in self.people)

    def _affected_resident(self, concern: str, person: str, household: str, on: dt.date | None) -> Answer[bool]:
        about = self.is_about(concern, person)
        if about.known and not about.value:
            return about
        return all_of([about, self.lives_in(person, household, on)])
