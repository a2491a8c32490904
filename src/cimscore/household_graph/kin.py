"""Questions about kin: parents, carers and partners."""

from __future__ import annotations

import datetime as dt
from typing import Final

from cimscore.case import RelationshipEntry, RelationshipKind, Unknown
from cimscore.household_graph.answers import (
    Answer,
    CoreFact,
    MissingFact,
    Read,
    all_of,
    any_of,
    gathered,
    known,
    text_of,
    those,
    unknown,
)
from cimscore.household_graph.network import EdgeKind
from cimscore.household_graph.people import ADULT_AGE
from cimscore.household_graph.stays import Stays

PARENTS: Final = frozenset({RelationshipKind.PARENT, RelationshipKind.ADOPTIVE_PARENT})
CARERS: Final = frozenset(
    {RelationshipKind.STEP_PARENT, RelationshipKind.FOSTER_PARENT, RelationshipKind.GUARDIAN, RelationshipKind.CARER}
)


class Kinship(Stays):
    """Parents, carers and partners.

    A person without a parent entry has unknown parents, and an entry of unknown kind may be of any kind. Entered
    parents are assumed to be all of them, apart from the mother of an unborn child.
    """

    def parents(self, child: str) -> Answer[tuple[str, ...]]:
        """Return the parents of a person, by birth or adoption."""
        return self._remember(("parents", child), lambda: self._all_parents(child))

    def is_parent(self, person: str, child: str) -> Answer[bool]:
        """Return yes if one person is a parent of another, by birth or adoption."""
        rows = self._kin_from(person, child)
        mother = self.mother_of_unborn(child)
        if any(row.kind in PARENTS for row in rows):
            return known(True, self._read_parents(child))
        if mother.value == person:
            return known(True, *mother.rests_on)
        if person == child or self._person(person).unborn:
            return known(False)
        missing = (*_unknown_kinds(rows), *mother.missing, *self._missing_parents(child))
        if not missing:
            return known(False, self._read_parents(child))
        if rows:
            return unknown(*missing)
        not_older = self._not_older(person, child)  # a day of birth is easier to supply than every parent
        return not_older.map(lambda _: False) if not_older.value else unknown(*not_older.missing, *missing)

    def carers(self, child: str) -> Answer[tuple[str, ...]]:
        """Step-parents, foster parents, guardians and other carers of a person."""
        return those(self.people, lambda person: self.is_carer(person, child))

    def is_carer(self, person: str, child: str) -> Answer[bool]:
        """Return yes if one person is a step-parent, foster parent, guardian or carer of another."""
        return self.is_related(person, child, CARERS)

    def are_partners(self, one: str, other: str) -> Answer[bool]:
        """Return yes if two people are partners, in whichever order the entry names them."""
        partner = frozenset({RelationshipKind.PARTNER})
        return any_of([self.is_related(one, other, partner), self.is_related(other, one, partner)])

    def is_related(self, person: str, to: str, kinds: frozenset[RelationshipKind]) -> Answer[bool]:
        """Return yes if an entry says that `person` is one of these to another, in this direction."""
        rows = self._kin_from(person, to)
        named = next((row.kind for row in sorted(rows, key=str) if row.kind in kinds), None)
        if named is not None:
            return known(True, Read(f"relationship@{person}->{to}", text_of(named)))
        # An entry of an unknown kind may be the one asked for, so its absence among the known ones is no "no".
        missing = _unknown_kinds(rows)
        return unknown(*missing) if missing else known(False, self._read_kin(person, to, rows))

    def parents_in(self, child: str, household: str, on: dt.date | None) -> Answer[tuple[str, ...]]:
        """Return the parents of a person who live in a household."""
        return those(self.people, lambda person: self._parent_living_in(person, child, household, on))

    def has_parent_in(self, child: str, household: str, on: dt.date | None) -> Answer[bool]:
        """Return yes if a parent of a person lives in a household."""
        return any_of(self._parent_living_in(person, child, household, on) for person in self.people)

    def children(self, person: str, on: dt.date | None, *, under: int = ADULT_AGE) -> Answer[tuple[str, ...]]:
        """Return the children of a person, by birth or adoption, who are unborn or under `under` on that day."""
        return those(self.people, lambda child: all_of(
            [self.is_child(child, on, under=under), self.is_parent(person, child)]))  # fmt: skip

    def children_in(
        self, person: str, household: str, on: dt.date | None, *, under: int = ADULT_AGE
    ) -> Answer[tuple[str, ...]]:
        """Return the children of a person, as in `children`, who live in a household."""
        return those(self.people, lambda child: all_of([
            self.is_child(child, on, under=under), self.is_parent(person, child), self.lives_in(child, household, on),
        ]))  # fmt: skip

    def _all_parents(self, child: str) -> Answer[tuple[str, ...]]:
        found = those(self.people, lambda person: self.is_parent(person, child))
        missing = self._missing_parents(child)  # which may be people whom the case does not list
        return unknown(*found.missing, *missing, rests_on=found.rests_on) if missing else found

    def _parent_living_in(self, person: str, child: str, household: str, on: dt.date | None) -> Answer[bool]:
        is_parent = self.is_parent(person, child)
        if is_parent.known and not is_parent.value:
            return is_parent
        return all_of([is_parent, self.lives_in(person, household, on)])

    def _not_older(self, person: str, than: str) -> Answer[bool]:
        """Return yes if a person is not older than another, and so not their parent unless an entry says so."""
        births = self.born(person), self.born(than)
        mine, theirs = (birth.value for birth in births)
        return gathered(bool(mine and theirs and mine >= theirs), births)

    def _missing_parents(self, child: str) -> tuple[MissingFact, ...]:
        entered = any(row.kind in PARENTS for row in self._linked(child, EdgeKind.RELATIONSHIP, arriving=True))
        return () if entered else (MissingFact(CoreFact.PARENTS, child),)

    def _read_parents(self, child: str) -> Read:
        rows = self._linked(child, EdgeKind.RELATIONSHIP, arriving=True)
        return Read(f"parents@{child}", text_of(tuple(sorted({row.from_ for row in rows if row.kind in PARENTS}))))

    def _kin_from(self, person: str, to: str) -> tuple[RelationshipEntry, ...]:
        self._person(person)
        self._person(to)
        return tuple(row for row in self._linked(to, EdgeKind.RELATIONSHIP, arriving=True) if row.from_ == person)

    def _read_kin(self, person: str, to: str, rows: tuple[RelationshipEntry, ...]) -> Read:
        return Read(f"relationship@{person}->{to}", text_of(tuple(sorted(str(row.kind) for row in rows))))


def _unknown_kinds(rows: tuple[RelationshipEntry, ...]) -> tuple[MissingFact, ...]:
    return tuple(
        MissingFact(CoreFact.RELATIONSHIP, f"{row.from_}->{row.to}") for row in rows if isinstance(row.kind, Unknown)
    )
