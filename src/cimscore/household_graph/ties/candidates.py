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
        them kin that a parent is not: a full sibling, a grandparent, an aunt or uncle, a cousin.
        """
        found = self._of.get(child)
        if found is None:
            apart = self._kin_of_another_sort
            mother = self.entered.mothers.get(child)
            found = [who for who in self._able(child) if who != mother and (who, child) not in apart]
            self._of[child] = found
        return found

    def mothers_of(self, child: str) -> list[str]:
        """Return everybody who may be pregnant with a child or gave birth to it, sorted, whatever other kin they are.

        A parent of a child may have died since. A person who was dead cannot be pregnant.
        """
        awaited = self.entered.is_awaited(child)
        return [who for who in self._able(child) if not (awaited and self.entered.has_died_before(who))]

    def _able(self, child: str) -> list[str]:
        acting = self.entered.acting
        people = (person.id for person in self.entered.people if person.unborn is None)
        return [id for id in people if id not in acting and self.can_be(id, child)]

    def can_be(self, parent: str, child: str) -> bool:
        """Return True if one person can be a parent of another by their ages and the line of descent, whatever else.

        A sibling or a grandparent may have adopted the child, so no other kinship rules it out.
        """
        # The youngest possible child against the oldest possible parent: only what is certainly impossible is excluded.
        youngest = self.entered.ages[child].low + YOUNGEST_PARENT
        is_old_enough = self.entered.ages[parent].high >= youngest
        return parent != child and is_old_enough and parent not in self._below.get(child, ())

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
