"""Candidates for parents: everybody who can be a parent of a child at all."""

from __future__ import annotations

import functools
from typing import Final

from cimscore.case import RelationshipKind
from cimscore.case.impossible import YOUNGEST_PARENT
from cimscore.household_graph.lineage import descendants, lineage_of
from cimscore.household_graph.ties.entered import Entered

_NO_PARENTS: Final = frozenset(
    {
        RelationshipKind.SIBLING,
        RelationshipKind.TWIN,
        RelationshipKind.GRANDPARENT,
        RelationshipKind.AUNT_OR_UNCLE,
        RelationshipKind.COUSIN,
    }
)


class Candidates:
    """Candidates for the parents of each child.

    Attributes:
        entered: The case.
    """

    def __init__(self, entered: Entered) -> None:
        self.entered = entered
        self._of: dict[str, list[str]] = {}

    @functools.cached_property
    def _kin_of_another_sort(self) -> frozenset[tuple[str, str]]:
        """Return the pairs of people with an entry that makes them kin, but not parent and child."""
        rows = [row for row in self.entered.kin if row.kind in _NO_PARENTS]
        return frozenset(pair for row in rows for pair in ((row.from_, row.to), (row.to, row.from_)))

    @functools.cached_property
    def _below(self) -> dict[str, set[str]]:
        lines = self.entered.lines
        if not lines:
            return {}
        lineage = lineage_of(lines)
        return {person: descendants(lineage, person) for person in lineage}

    def of(self, child: str) -> list[str]:
        """Return everybody who may be a parent of a child, sorted, without the mother of an unborn child.

        A candidate is born, of the family, old enough, and not below the child in the line of descent. No entry makes
        them kin that a parent cannot be: a full sibling, a grandparent, an aunt or uncle, a cousin.
        """
        found = self._of.get(child)
        if found is None:
            found = self._of[child] = self._worked_out(child)
        return found

    def _worked_out(self, child: str) -> list[str]:
        is_awaited = self.entered.is_awaited(child)
        # The youngest possible child against the oldest possible parent: only what is certainly impossible is excluded.
        youngest = self.entered.ages[child].low + YOUNGEST_PARENT
        return [
            person.id
            for person in self.entered.people
            if person.unborn is None
            and person.id not in self.entered.acting
            # A parent of a born child may have died since. A person who was dead cannot be pregnant.
            and not (is_awaited and self.entered.has_died_before(person.id))
            and person.id not in (child, self.entered.mothers.get(child))
            and self.entered.ages[person.id].high >= youngest
            and person.id not in self._below.get(child, ())
            and (person.id, child) not in self._kin_of_another_sort
        ]

    def likely(self, child: str) -> list[str]:
        """Return those of them who share a home or an entry of kinship with the child, sorted."""
        entered = self.entered
        kin = {row.from_ for row in entered.kin if row.to == child} | {
            row.to for row in entered.kin if row.from_ == child
        }
        homes = {row.household for row in entered.stays.get(child, ())}
        return [
            parent
            for parent in self.of(child)
            # A past stay counts too: a parent who moved out is a likelier parent than a stranger.
            if parent in kin or not homes.isdisjoint(row.household for row in entered.stays.get(parent, ()))
        ]
