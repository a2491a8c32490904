"""Who is whose parent, carer, partner or sibling."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from typing import Final

from cimscore.author.predicates import Relation
from cimscore.author.vocabulary import (
    cares_for,
    is_adoptive_parent_of,
    is_entered_as_sibling,
    is_foster_parent_of,
    is_parent_of,
    is_partner_of,
    is_pregnant_with,
    is_step_parent_of,
    pregnancy_confirmed,
)
from cimscore.case import Case, PersonEntry, RelationshipKind, Unknown
from cimscore.reasoning.situation.ages import OLDER, Ages
from cimscore.reasoning.situation.facts import Notes, Rows

PARENTS: Final = frozenset({RelationshipKind.PARENT, RelationshipKind.ADOPTIVE_PARENT})
MOST_PARENTS: Final = 5
"""Up to so many candidates, parents that are not known are one fact with pairs for values; beyond, a yes or no each."""

_ADULT: Final = 18
_RELATIONS: Final[Mapping[RelationshipKind, tuple[Relation, ...]]] = {
    RelationshipKind.PARENT: (is_parent_of,),
    RelationshipKind.ADOPTIVE_PARENT: (is_parent_of, is_adoptive_parent_of),
    RelationshipKind.STEP_PARENT: (cares_for, is_step_parent_of),
    RelationshipKind.FOSTER_PARENT: (cares_for, is_foster_parent_of),
    RelationshipKind.GUARDIAN: (cares_for,),
    RelationshipKind.CARER: (cares_for,),
    RelationshipKind.PARTNER: (is_partner_of,),
    RelationshipKind.SIBLING: (is_entered_as_sibling,),
    RelationshipKind.HALF_SIBLING: (is_entered_as_sibling,),
    RelationshipKind.STEP_SIBLING: (is_entered_as_sibling,),
    RelationshipKind.RELATIVE: (),
}


def write_kin(notes: Notes, case: Case, ages: Mapping[str, Ages]) -> None:
    """Write down who is whose, and whose parents are not known.

    Args:
        notes: Where to write.
        case: The case.
        ages: The ages that each person can have.
    """
    for row in case.relationships:
        if isinstance(row.kind, Unknown):
            pair = (row.from_, row.to)
            notes.leave_open(
                f"relationship@{row.from_}->{row.to}",
                f"What is {row.from_} to {row.to}?",
                {kind: [(relation, pair) for relation in relations] for kind, relations in _RELATIONS.items()},
                working=RelationshipKind.RELATIVE,
                why="a relative of some kind, until it is known which",
            )
        else:
            for relation in _RELATIONS[row.kind]:
                notes.state(relation, row.from_, row.to)
    known = parents_stated(case)
    for person in case.people:
        if person.unborn is not None:
            _write_pregnancy(notes, person, case, ages)
        elif person.id not in known and ages[person.id].low < _ADULT:
            _write_parents_open(notes, person, _candidates(person.id, case, ages))


def parents_stated(case: Case) -> Mapping[str, tuple[str, ...]]:
    """Return the parents that a case states, by child."""
    found: dict[str, tuple[str, ...]] = {}
    for row in case.relationships:
        if row.kind in PARENTS:
            found[row.to] = (*found.get(row.to, ()), row.from_)
    return found


def _write_pregnancy(notes: Notes, person: PersonEntry, case: Case, ages: Mapping[str, Ages]) -> None:
    unborn = person.unborn
    if unborn is None:
        return
    if isinstance(unborn.mother, Unknown):
        mothers = [each.id for each in case.people if each.unborn is None and ages[each.id].high >= OLDER]
        notes.leave_open(
            f"mother@{person.id}",
            f"Who is pregnant with {person.label}?",
            {
                "": [],
                **{
                    id: [(is_pregnant_with, (id, person.id)), (is_parent_of, (id, person.id))] for id in sorted(mothers)
                },
            },
            working="",
            why="nobody of the case, until it is known",
            words={"": "nobody of the case"},
        )
    else:
        notes.state(is_pregnant_with, unborn.mother, person.id)
        notes.state(is_parent_of, unborn.mother, person.id)
    if isinstance(unborn.confirmed, Unknown):
        notes.leave_open(
            f"confirmed@{person.id}",
            f"Is the pregnancy with {person.label} confirmed?",
            {True: [(pregnancy_confirmed, (person.id,))], False: []},
            working=True,
            why="a pregnancy that is entered is taken as confirmed, so that the child is not lost",
        )
    elif unborn.confirmed:
        notes.state(pregnancy_confirmed, person.id)


def _candidates(child: str, case: Case, ages: Mapping[str, Ages]) -> list[str]:
    """Return everybody who can be a parent: old enough, and neither the child's own child nor further down."""
    below = _descendants(child, case)
    stated = {row.from_ for row in case.relationships if row.to == child}
    return sorted(
        person.id
        for person in case.people
        if person.unborn is None
        and person.id != child
        and person.id not in below | stated
        and ages[person.id].high >= ages[child].low + OLDER
    )


def _descendants(person: str, case: Case) -> set[str]:
    children: dict[str, set[str]] = {}
    for child, parents in parents_stated(case).items():
        for parent in parents:
            children.setdefault(parent, set()).add(child)
    found, waiting = set[str](), [person]
    while waiting:
        for child in children.get(waiting.pop(), ()):
            if child not in found:
                found.add(child)
                waiting.append(child)
    return found


def _write_parents_open(notes: Notes, person: PersonEntry, candidates: Sequence[str]) -> None:
    if len(candidates) > MOST_PARENTS:
        notes.one_by_one(
            f"parents@{person.id}",
            f"Is {{}} a parent of {person.label}?",
            is_parent_of,
            [(id, (id, person.id)) for id in candidates],
            why="nobody is taken for a parent unasked",
        )
        return
    sets = [chosen for size in range(3) for chosen in itertools.combinations(candidates, size)]
    values: dict[tuple[str, ...], Rows] = {
        chosen: [(is_parent_of, (id, person.id)) for id in chosen] for chosen in sets
    }
    notes.leave_open(
        f"parents@{person.id}",
        f"Who are the parents of {person.label}?",
        values,
        working=(),
        why="nobody is taken for a parent unasked",
        words={chosen: " and ".join(chosen) or "nobody of the case" for chosen in sets},
    )
