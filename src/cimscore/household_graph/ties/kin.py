"""Ties of people to one another: parents, carers, partners, siblings, pregnancies."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Final

from cimscore.case import ADULT, PARENTS, PersonEntry, RelationshipEntry, RelationshipKind, Unknown
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.candidates import Candidates
from cimscore.household_graph.ties.entered import Entered
from cimscore.household_graph.ties.parents import leave_parents_open, leave_strangers_parents_open
from cimscore.household_graph.ties.relationships import TIE_OF, leave_same_person_open, tie_relationship
from cimscore.household_graph.ties.tie import PARENTAL, Tie, TieKind

_NOBODY: Final = ""


def tie_kin(ties: Facts[Tie], entered: Entered) -> None:
    """Tie people to their kin, and leave open whose parents, mothers and relationships are not known.

    Args:
        ties: Where to write.
        entered: The case.
    """
    candidates = Candidates(entered)
    for row in entered.kin:
        if isinstance(row.kind, Unknown):
            _leave_relationship_open(ties, row, candidates)
        else:
            tie_relationship(ties, row, row.kind, entered)
    for person in entered.people:
        if person.id in entered.twins:
            _tie_parents_of_twin(ties, person.id, entered)
        if person.unborn is not None:
            _tie_mother(ties, person, candidates)
        is_known = len(entered.known_parents(person.id)) > 1 or person.no_other_parent
        # The parents of an adult seldom matter, and asking about them would bury the questions that do.
        is_asked = not is_known and entered.ages[person.id].low < ADULT and not entered.is_late_parent(person.id)
        if is_asked and person.id not in entered.grouped_strangers:
            leave_parents_open(ties, person, candidates)
    for first, second in entered.doubles:
        leave_same_person_open(ties, first, second)
    if entered.grouped_strangers:
        leave_strangers_parents_open(ties, candidates)


def _tie_parents_of_twin(ties: Facts[Tie], child: str, entered: Entered) -> None:
    """Tie a child to the parents that are entered for a twin."""
    own = {row.from_ for row in entered.kin if row.to == child}
    for parent in entered.parents.get(child, ()):
        if parent not in own:
            ties.state(Tie(TieKind.PARENT, parent, child))


def _leave_relationship_open(ties: Facts[Tie], row: RelationshipEntry, candidates: Candidates) -> None:
    can_be_parent = candidates.can_be(row.from_, row.to)
    kinds = tuple(
        kind
        for kind in RelationshipKind
        # An unknown relationship can be any kind that the ages and the line of descent allow.
        if kind is not RelationshipKind.SAME_PERSON and (can_be_parent or TIE_OF.get(kind) not in PARENTAL)
    )
    fact = OpenFact(
        address=f"relationship@{row.from_}->{row.to}",
        asks=f"What is {row.from_} to {row.to}?",
        values=kinds,
        working=RelationshipKind.RELATIVE,
        why="a relative of some kind, until it is known which",
    )
    rows = {
        kind: [Tie(TIE_OF[kind], row.from_, row.to), *_by_twins(row, kind, candidates.entered)]
        for kind in kinds
        if kind in TIE_OF
    }
    ties.leave_open(fact, rows)


def _by_twins(row: RelationshipEntry, kind: RelationshipKind, entered: Entered) -> Iterator[Tie]:
    """Yield the ties to parents that follow from a kind of relationship, because twins have the same parents."""
    born = {row.to, *entered.twins.get(row.to, ())}
    parents = {row.from_} if kind in PARENTS else set()
    if kind is RelationshipKind.TWIN:
        born |= {row.from_, *entered.twins.get(row.from_, ())}
        parents = {parent for child in born for parent in entered.parents.get(child, ())}
    for parent, child in itertools.product(sorted(parents - born), sorted(born)):
        if (parent, child) != (row.from_, row.to):
            yield Tie(TieKind.PARENT, parent, child)


def _tie_mother(ties: Facts[Tie], person: PersonEntry, candidates: Candidates) -> None:
    """Tie an unborn child to its mother, or to each person who may be the mother."""
    mother = candidates.entered.mothers.get(person.id)
    if mother is not None:
        for tie in _by_birth(mother, person):
            ties.state(tie)
        return
    mothers = candidates.mothers_of(person.id)
    fact = OpenFact(
        address=f"mother@{person.id}",
        asks=f"Who is pregnant with {person.id}?" if person.is_awaited else f"Who gave birth to {person.id}?",
        values=(_NOBODY, *mothers),
        working=_NOBODY,
        why="nobody of the case, until it is known",
        words={_NOBODY: "nobody of the case"},
    )
    ties.leave_open(fact, {mother: _by_birth(mother, person) for mother in mothers})


def _by_birth(mother: str, child: PersonEntry) -> tuple[Tie, ...]:
    parent = Tie(TieKind.PARENT, mother, child.id)
    return (Tie(TieKind.PREGNANT_WITH, mother, child.id), parent) if child.is_awaited else (parent,)
