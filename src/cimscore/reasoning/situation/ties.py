"""Ties of a case as base relations."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.household_graph import Entered, Tie, TieKind, ties_of
from cimscore.ids import ELSEWHERE
from cimscore.reasoning.situation.notes import Notes, Row
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.vocabulary import (
    asks_about,
    cares_for,
    concerns_home,
    file_home,
    happened_at,
    happened_elsewhere,
    happened_in,
    is_about,
    is_adoptive_parent_of,
    is_entered_as_sibling,
    is_foster_parent_of,
    is_parent_of,
    is_partner_of,
    is_pregnant_with,
    is_step_parent_of,
    lived_in,
    lives_elsewhere,
    lives_in,
    may_be,
    responsible_for,
    sleeps_at,
    stays_by_choice,
    visits,
    was_present,
)

_RELATIONS: Final[Mapping[TieKind, tuple[Relation, ...]]] = {
    TieKind.LIVES_IN: (lives_in,),
    TieKind.VISITS: (visits,),
    TieKind.STAYS_BY_CHOICE: (stays_by_choice,),
    TieKind.LIVED_IN: (lived_in,),
    TieKind.SLEEPS_AT: (sleeps_at,),
    TieKind.PARENT: (is_parent_of,),
    TieKind.ADOPTIVE_PARENT: (is_parent_of, is_adoptive_parent_of),
    TieKind.STEP_PARENT: (cares_for, is_step_parent_of),
    TieKind.FOSTER_PARENT: (cares_for, is_foster_parent_of),
    TieKind.FOSTER_CARER: (cares_for, is_foster_parent_of),
    TieKind.KINSHIP_CARER: (cares_for,),
    TieKind.GUARDIAN: (cares_for,),
    TieKind.CARER: (cares_for,),
    TieKind.DONOR: (),
    TieKind.PARTNER: (is_partner_of,),
    TieKind.FORMER_PARTNER: (),
    TieKind.SIBLING: (is_entered_as_sibling,),
    TieKind.TWIN: (is_entered_as_sibling,),
    TieKind.HALF_SIBLING: (is_entered_as_sibling,),
    TieKind.STEP_SIBLING: (is_entered_as_sibling,),
    TieKind.GRANDPARENT: (),
    TieKind.AUNT_OR_UNCLE: (),
    TieKind.COUSIN: (),
    TieKind.RELATIVE: (),
    TieKind.SAME_PERSON: (may_be,),
    TieKind.PREGNANT_WITH: (is_pregnant_with,),
    TieKind.ABOUT: (is_about,),
    TieKind.ASKED_ABOUT: (asks_about,),
    TieKind.CONCERNS_HOME: (concerns_home,),
    TieKind.PRESENT: (was_present,),
    TieKind.RESPONSIBLE: (responsible_for,),
    TieKind.HAPPENED_IN: (happened_in,),
    TieKind.HAPPENED_AT: (happened_at,),
    TieKind.FILE_ABOUT: (file_home,),
    TieKind.RECORDED_IN: (),
}
_OUTSIDE: Final = {TieKind.HAPPENED_IN: happened_elsewhere, TieKind.LIVES_ELSEWHERE: lives_elsewhere}
_KEYS: Final = {kind: tuple(relation.key for relation in relations) for kind, relations in _RELATIONS.items()}


def write_ties(notes: Notes, entered: Entered) -> None:
    """Write down everything that joins two things of a case, and what of it is open.

    Args:
        notes: Where to write.
        entered: The case.
    """
    ties, facts = ties_of(entered), notes.facts
    facts.open.update(ties.open)
    for tie in ties.stated:
        for row in _rows_of(tie):
            facts.state(row)
    for tie, ways in ties.needs.items():
        for row in _rows_of(tie):
            for way in ways:
                facts.when(row, *way)


def _rows_of(tie: Tie) -> Iterator[Row]:
    if tie.end == ELSEWHERE:
        yield _OUTSIDE[tie.kind].key, (tie.start,)
        return
    for key in _KEYS[tie.kind]:
        yield key, (tie.start, tie.end)
