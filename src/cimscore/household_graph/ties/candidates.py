"""Candidates for parents: everybody who can be a parent of a child at all."""

from __future__ import annotations

import functools

from cimscore.case import RelationshipKind
from cimscore.case.impossible import YOUNGEST_PARENT
from cimscore.household_graph.lineage import descendants, lineage_of
from cimscore.household_graph.ties.entered import Entered


class Candidates:
    """Candidates for the parents of each child.

    Attributes:
        entered: The case.
    """

    def __init__(self, entered: Entered) -> None:
        self.entered = entered
        self._of: dict[str, list[str]] = {}

    @functools.cached_property
    def _full_siblings(self) -> frozenset[tuple[str, str]]:
        rows = [row for row in self.entered.kin if row.kind is RelationshipKind.SIBLING]
        return frozenset(pair for row in rows for pair in ((row.from_, row.to), (row.to, row.from_)))

    @functools.cached_property
    def _below(self) -> dict[str, set[str]]:
        descent = self.entered.descent
        if not descent:
            return {}
        lineage = lineage_of(descent)
        return {person: descendants(lineage, person) for person in lineage}

    def of(self, child: str) -> list[str]:
        """Return everybody who can be a parent of a child, sorted, beside the mother of an unborn child.

        They are born, old enough, neither below the child in the line of descent nor entered as a full sibling.
        """
        found = self._of.get(child)
        if found is None:
            found = self._of[child] = self._worked_out(child)
        return found

    def _worked_out(self, child: str) -> list[str]:
        youngest = self.entered.ages[child].low + YOUNGEST_PARENT
        return [
            person.id
            for person in self.entered.people
            if person.unborn is None
            and person.id not in (child, self.entered.mothers.get(child))
            and self.entered.ages[person.id].high >= youngest
            and person.id not in self._below.get(child, ())
            and (person.id, child) not in self._full_siblings
        ]

    def likely(self, child: str) -> list[str]:
        """Return those of them who share a home or an entry of kinship with the child, sorted."""
        entered = self.entered
        kin = {row.from_ for row in entered.kin if row.to == child} | {
            row.to for row in entered.kin if row.from_ == child
        }
        homes = {row.household for row in entered.stays.get(child, ())}
        return [
            id
            for id in self.of(child)
            if id in kin or not homes.isdisjoint(row.household for row in entered.stays.get(id, ()))
        ]
