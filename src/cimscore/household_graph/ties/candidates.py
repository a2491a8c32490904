"""Candidates for parents: everybody who can be a parent of a child at all."""

from __future__ import annotations

import functools
from typing import Final

from cimscore.case import RelationshipKind
from cimscore.case.impossible import YOUNGEST_PARENT
from cimscore.household_graph.ties.entered import Entered

_NO_PARENTS: Final = frozenset(
    {
        RelationshipKind.SIBLING,
        RelationshipKind.TWIN,
        RelationshipKind.HALF_SIBLING,
        RelationshipKind.STEP_SIBLING,
        RelationshipKind.STEP_PARENT,
        RelationshipKind.FOSTER_PARENT,
        RelationshipKind.FOSTER_CARER,
        RelationshipKind.KINSHIP_CARER,
        RelationshipKind.GRANDPARENT,
        RelationshipKind.AUNT_OR_UNCLE,
        RelationshipKind.COUSIN,
        RelationshipKind.NO_RELATION,
    }
)
_HALVES: Final = frozenset({RelationshipKind.HALF_SIBLING, RelationshipKind.STEP_SIBLING})


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
    def _elders(self) -> dict[str, set[str]]:
        """Return the parents and grandparents that are entered, by child."""
        found: dict[str, set[str]] = {}
        for elder, child in self.entered.lines:
            found.setdefault(child, set()).add(elder)
        return found

    def _above(self, people: set[str]) -> set[str]:
        """Return everybody above some people in the line of descent."""
        found: set[str] = set()
        wanted = people
        while wanted:
            wanted = set().union(*(self._elders.get(person, ()) for person in wanted)) - found
            found |= wanted
        return found

    def of(self, child: str) -> list[str]:
        """Return everybody who may be a parent of a child beside those who are entered, sorted.

        A candidate is born, of the family, old enough, and not below the child in the line of descent. No entry makes
        them kin that a parent is not: a sibling, a grandparent, a step-parent, a foster or kinship carer, an aunt or
        uncle, a cousin, or no relation.
        """
        found = self._of.get(child)
        if found is None:
            others = self._entered_or_no_parents(child)
            found = [who for who in self._able(child) if who not in others]
            self._of[child] = found
        return found

    def _entered_or_no_parents(self, child: str) -> set[str]:
        """Return the parents who are entered, and who are none by what is entered of the family."""
        parents = self.entered.known_parents(child)
        apart = {who for who, kin in self._kin_of_another_sort if kin == child}
        siblings = {who for who, theirs in self.entered.parents.items() if not parents.isdisjoint(theirs)}
        return parents | self._above(parents) | siblings | apart | self._parents_of_halves(child, parents)

    def _parents_of_halves(self, child: str, parents: set[str]) -> set[str]:
        """Return the other parents of half-siblings by the same parent, and all parents of step-siblings."""
        found: set[str] = set()
        for row in self.entered.kin:
            if row.kind not in _HALVES or child not in (row.from_, row.to):
                continue
            theirs = set(self.entered.parents.get(row.to if row.from_ == child else row.from_, ()))
            # Half-siblings have one parent in common: where it is entered, the other one is not.
            if row.kind is RelationshipKind.STEP_SIBLING or not parents.isdisjoint(theirs):
                found |= theirs - parents
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
        return parent != child and is_old_enough and child not in self._above({parent})

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
