"""Questions about siblings, and their kinds."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.case import RelationshipKind
from cimscore.household_graph.answers import Answer, Read, all_of, any_of, gathered, known
from cimscore.household_graph.kin import Kinship
from cimscore.household_graph.people import ADULT_AGE


class SiblingKind(enum.StrEnum):
    """Kinds of sibling. The first that applies is the kind."""

    FULL = "full"
    HALF = "half"
    ADOPTIVE = "adoptive"
    STEP = "step"
    FOSTER = "foster"
    DECLARED = "declared"


@attrs.frozen(order=True)
class Sibling:
    """A sibling, and what makes them one."""

    id: str
    kind: SiblingKind


_ENTERED: Final = {
    RelationshipKind.HALF_SIBLING: SiblingKind.HALF,
    RelationshipKind.STEP_SIBLING: SiblingKind.STEP,
}
_SIBLING: Final = frozenset({RelationshipKind.SIBLING, *_ENTERED})
_ADOPTIVE: Final = frozenset({RelationshipKind.ADOPTIVE_PARENT})
_STEP: Final = frozenset({RelationshipKind.STEP_PARENT})
_FOSTER: Final = frozenset({RelationshipKind.FOSTER_PARENT})


class Siblings(Kinship):
    """Siblings by their parents, and by what was entered about the two themselves."""

    def sibling_kind(self, one: str, other: str) -> Answer[SiblingKind | None]:
        """Return the kind of sibling that two people are, or None.

        An entry for half- or step-siblings decides by itself. Otherwise the parents decide. All parents in common make
        full siblings, some in common half-siblings, and adoption by a common parent adoptive siblings. With no parent
        in common, a parent of one who is a step-parent or foster parent of the other, or a partner of the other's
        parent, makes step- or foster siblings. An entry that says only *sibling* stays *declared*.
        """
        if one == other:
            return known(None)
        said = self._entered_kind(one, other)
        return said if said.value or not said.known else self._kind_by_parents(one, other)

    def are_siblings(self, one: str, other: str) -> Answer[bool]:
        """Return yes if two people are siblings of any kind."""
        by_kind = self.sibling_kind(one, other)
        if by_kind.known:
            return by_kind.map(lambda kind: kind is not None)
        sure = any_of([self._related(one, other, _SIBLING), *self._shared_parents(one, other)])
        return sure if sure.value else by_kind.map(bool)

    def siblings(self, person: str, on: dt.date | None, *, under: int = ADULT_AGE) -> Answer[tuple[Sibling, ...]]:
        """Return the siblings of a person who are unborn or under `under` on that day, with their kind.

        Ask about older siblings one by one: few adults have their parents in a case.
        """
        found: list[Sibling] = []
        asked: list[Answer[bool]] = []
        for other in self.people:
            child, kind = self.is_child(other, on, under=under), self.sibling_kind(person, other)
            asked.append(all_of([kind.map(lambda sibling: sibling is not None), child]))
            if kind.value and child.value:
                found.append(Sibling(other, kind.value))
        return gathered(tuple(found), asked)

    def _entered_kind(self, one: str, other: str) -> Answer[SiblingKind | None]:
        for kind, meaning in _ENTERED.items():
            said = self._related(one, other, frozenset({kind}))
            if said.value or not said.known:
                return gathered(meaning, [said])
        return known(None)

    def _kind_by_parents(self, one: str, other: str) -> Answer[SiblingKind | None]:
        mine, theirs = self.parents(one), self.parents(other)
        parents = gathered((), [mine, theirs])
        if not parents.known:
            return parents.map(lambda _: None)
        common = set(mine.value or ()) & set(theirs.value or ())
        if common:
            return self._kind_by_shared(one, other, common, mine.value == theirs.value).after(*parents.rests_on)
        return self._kind_without_common_parent(one, other, parents.rests_on)

    def _kind_by_shared(self, one: str, other: str, common: set[str], same: bool) -> Answer[SiblingKind | None]:
        pairs = [(parent, child) for parent in sorted(common) for child in (one, other)]
        adoptive = any_of(self.is_related(parent, child, _ADOPTIVE) for parent, child in pairs)
        by_birth = SiblingKind.FULL if same else SiblingKind.HALF
        return adoptive.map(lambda by_adoption: SiblingKind.ADOPTIVE if by_adoption else by_birth)

    def _kind_without_common_parent(
        self, one: str, other: str, rests_on: tuple[Read, ...]
    ) -> Answer[SiblingKind | None]:
        grounds = {
            SiblingKind.STEP: any_of(self._step(one, other)),
            SiblingKind.FOSTER: any_of(self._foster(one, other)),
            SiblingKind.DECLARED: self._related(one, other, _SIBLING),
        }
        before: list[Answer[bool]] = []
        found: SiblingKind | None = None
        for kind, ground in grounds.items():
            before.append(ground)
            # The kinds are in order of strength. Below an open one nothing is settled, whatever the weaker ones say.
            if ground.value or not ground.known:
                found = kind
                break
        return gathered(found, before).after(*rests_on)

    def _step(self, one: str, other: str) -> Iterator[Answer[bool]]:
        mine, theirs = self.parents(one).value or (), self.parents(other).value or ()
        yield from (self.is_related(parent, other, _STEP) for parent in mine)
        yield from (self.is_related(parent, one, _STEP) for parent in theirs)
        yield from (self.are_partners(here, there) for here in mine for there in theirs)

    def _foster(self, one: str, other: str) -> Iterator[Answer[bool]]:
        yield from (self.is_related(parent, other, _FOSTER) for parent in self.parents(one).value or ())
        yield from (self.is_related(parent, one, _FOSTER) for parent in self.parents(other).value or ())
        for carer in self.people:
            yield all_of(self.is_related(carer, child, _FOSTER) for child in (one, other))

    def _related(self, one: str, other: str, kinds: frozenset[RelationshipKind]) -> Answer[bool]:
        return any_of([self.is_related(one, other, kinds), self.is_related(other, one, kinds)])

    def _shared_parents(self, one: str, other: str) -> Iterator[Answer[bool]]:
        for parent in self.people:
            yield all_of([self.is_parent(parent, one), self.is_parent(parent, other)])
