"""Questions about stays: a child may have two homes, and a visit is not a home."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from cimscore.case import Home, ResidenceEntry, ResidenceKind, Unknown
from cimscore.household_graph.answers import (
    Answer,
    CoreFact,
    MissingFact,
    PossibleValues,
    Read,
    all_of,
    any_of,
    known,
    text_of,
    those,
    unknown,
)
from cimscore.household_graph.network import EdgeKind
from cimscore.household_graph.people import People
from cimscore.household_graph.periods import ANY_STAY, LIVING, Stay, fullest, lived_before, possible_stay


class Stays(People):
    """Homes, visits and stays by choice, on a day that the caller gives.

    `on` is the day asked about, or None while that day is not known; then stays that state a limit are
    unknown. Where entries for one person and household overlap, the fullest stay counts. An unborn
    child stays where the mother stays, unless the case enters a stay of the child's own.
    """

    def residences(self, person: str) -> Answer[tuple[ResidenceEntry, ...]]:
        """Return the entries for where a person stays or has stayed, sorted by household."""
        reads: list[Read] = []
        asked: list[str] = []
        # The mother of an unborn child may be entered as unborn too. `asked` keeps that from going round for ever.
        while (mother := self._stays_with(person)) and person not in asked:
            if not mother.known:
                return unknown(*mother.missing, rests_on=(*reads, *mother.rests_on))
            asked.append(person)
            reads += mother.rests_on
            person = mother.value or person
        rows = tuple(sorted(self._linked(person, EdgeKind.RESIDENCE), key=lambda row: (row.household, str(row))))
        if not rows and isinstance(home := self._person(person).home, Home):
            return known((), *reads, Read(f"home@{person}", home.value))
        if not rows:
            return unknown(MissingFact(CoreFact.HOMES, person), rests_on=reads)
        households = tuple(dict.fromkeys(row.household for row in rows))
        return known(rows, *reads, Read(f"homes@{person}", text_of(households)))

    def stay(self, person: str, household: str, on: dt.date | None) -> Answer[Stay]:
        """Return the kind of a person's stay in a household; None if they do not stay there."""
        return self._possible_stay(person, household, on).answer()

    def lives_in(self, person: str, household: str, on: dt.date | None) -> Answer[bool]:
        """Return yes if a person lives in a household, full-time or part-time."""
        return self._possible_stay(person, household, on).when(lambda stay: stay in LIVING)

    def visits(self, person: str, household: str, on: dt.date | None) -> Answer[bool]:
        """Return yes if a person regularly visits a household."""
        return self._possible_stay(person, household, on).when(lambda stay: stay is ResidenceKind.VISITS)

    def stays_by_choice(self, person: str, household: str, on: dt.date | None) -> Answer[bool]:
        """Return yes if a person stays in a household by their own choice."""
        return self._possible_stay(person, household, on).when(lambda stay: stay is ResidenceKind.BY_CHOICE)

    def stays(self, person: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the households in which a person stays in any way."""
        return self._households_where(person, lambda home: self._possible_stay(person, home, on).when(bool))

    def homes(self, person: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the households in which a person lives, full-time or part-time."""
        return self._households_where(person, lambda home: self.lives_in(person, home, on))

    def former_homes(self, person: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the households in which a person lived before that day and no longer lives."""
        return self._households_where(person, lambda home: self._moved_out(person, home, on))

    def shared_care(self, person: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the homes of a person who has two or more; empty for everyone else."""
        return self.homes(person, on).map(lambda homes: homes if len(homes) > 1 else ())

    def residents(self, household: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the people who live in a household, full-time or part-time."""
        return those(self.people, lambda person: self.lives_in(person, household, on))

    def visitors(self, household: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the people who regularly visit a household."""
        return those(self.people, lambda person: self.visits(person, household, on))

    def others_living_there(self, household: str, person: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the other people who live in a household. The person given need not live there."""
        others = (resident for resident in self.people if resident != person)
        return those(others, lambda person: self.lives_in(person, household, on))

    def _stays_with(self, person: str) -> Answer[str | None] | None:
        """Return the mother of an unborn child without a stay of its own; None for everyone else."""
        if self._linked(person, EdgeKind.RESIDENCE) or not self._person(person).unborn:
            return None
        return self.mother_of_unborn(person)

    def _households_where(self, person: str, test: Callable[[str], Answer[bool]]) -> Answer[tuple[str, ...]]:
        rows = self.residences(person)
        if not rows.known:
            return rows.map(lambda _: ())
        if isinstance(self._person(person).home, Unknown):
            return unknown(MissingFact(CoreFact.HOMES, person), rests_on=rows.rests_on)
        return those({row.household for row in rows.value or ()}, test).after(*rows.rests_on)

    def _possible_stay(self, person: str, household: str, on: dt.date | None) -> PossibleValues[Stay]:
        # The day is part of the key: the same stay is looked up for the receipt and for each concern.
        key = "stay", person, household, on
        return self._remember(key, lambda: self._work_out_stay(person, household, on))

    def _work_out_stay(self, person: str, household: str, on: dt.date | None) -> PossibleValues[Stay]:
        self._household(household)
        rows = self.residences(person)
        if not rows.known:
            return PossibleValues(values=ANY_STAY, rests_on=rows.rests_on, missing=rows.missing)
        here = [possible_stay(row, on) for row in rows.value or () if row.household == household]
        if not here and isinstance(self._person(person).home, Unknown):
            missing = (MissingFact(CoreFact.HOMES, person),)
            return PossibleValues(values=ANY_STAY, rests_on=rows.rests_on, missing=missing)
        if not here:
            return PossibleValues(values=frozenset({None}), rests_on=rows.rests_on)
        # The entries themselves are read in `fullest`. What is kept here is the way to them, such as by the mother.
        by_way_of = tuple(read for read in rows.rests_on if not read.fact.startswith(CoreFact.HOMES))
        return fullest(here, by_way_of)

    def _moved_out(self, person: str, household: str, on: dt.date | None) -> Answer[bool]:
        rows = [row for row in self.residences(person).value or () if row.household == household]
        has_left = self.lives_in(person, household, on).map(lambda lives: not lives)
        return all_of([has_left, any_of(lived_before(row, on) for row in rows)])
