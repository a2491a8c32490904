"""Ties that one entry of a relationship states: until it ended, and with what it leaves open by itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Final

from cimscore.case import PartialDay, RelationshipEntry, RelationshipKind, Unknown, first_and_last
from cimscore.household_graph.days import Days
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.household_graph.ties.entered import Entered
from cimscore.household_graph.ties.tie import PARENTAL, Tie, TieKind
from cimscore.ids import spelled

TIE_OF: Final[Mapping[RelationshipKind, TieKind]] = {
    kind: TieKind(kind.value) for kind in RelationshipKind if kind is not RelationshipKind.NO_RELATION
}
"""The tie that each kind of relationship makes. No relation makes none."""


def tie_relationship(ties: Facts[Tie], row: RelationshipEntry, kind: RelationshipKind, entered: Entered) -> None:
    """Tie two people by what an entry says that they are to one another.

    A parent stays one in the line of descent when the parental rights end.

    Args:
        ties: Where to write.
        row: The entry.
        kind: What it says, where that is known.
        entered: The case.
    """
    if kind is RelationshipKind.NO_RELATION:
        return
    tie = Tie(TIE_OF[kind], row.from_, row.to)
    if kind is RelationshipKind.SAME_PERSON:
        leave_same_person_open(ties, min(row.from_, row.to), max(row.from_, row.to))
    # A parent stays a parent: separation and even a court order end care, not descent.
    elif tie.kind in PARENTAL:
        ties.state(tie)
    else:
        _tie_until_it_ended(ties, tie, row.ended, entered.days)
    if kind is RelationshipKind.DONOR and row.from_ not in entered.parents.get(row.to, ()):
        _leave_donor_open(ties, row)


def leave_same_person_open(ties: Facts[Tie], one: str, other: str) -> None:
    """Leave open if two people are the same person. Facts of one are never assumed of the other.

    Args:
        ties: Where to write.
        one: The id of the first, in the order of the ids.
        other: The id of the second.
    """
    fact = OpenFact.whether(
        f"same@{one}@{other}",
        f"Are {one} and {other} the same person?",
        why="two people, until somebody has looked into it: nothing is put together here",
    )
    ties.leave_open(fact, {True: [Tie(TieKind.SAME_PERSON, one, other)]})


def _leave_donor_open(ties: Facts[Tie], row: RelationshipEntry) -> None:
    fact = OpenFact.whether(
        f"donor@{row.from_}->{row.to}",
        f"Is {row.from_}, a donor, a parent of {row.to} as well?",
        why="a donor is not a parent by that alone",
    )
    ties.leave_open(fact, {True: [Tie(TieKind.PARENT, row.from_, row.to)]})


def _tie_until_it_ended(ties: Facts[Tie], tie: Tie, ended: dt.date | PartialDay | bool | Unknown, days: Days) -> None:
    """Tie two people, but where it had ended when the information was received; leave that open where it may be."""
    # What matters is the day of receipt, not today.
    values = _had_ended(ended, days)
    if values == (False,):
        ties.state(tie)
    if len(values) > 1:
        fact = OpenFact(
            address=f"ended@{tie.start}->{tie.end}",
            asks=f"Was {tie.start} no longer {spelled(tie.kind)} of {tie.end} at the receipt?",
            values=values,
            # The entry says that it ended, so "ended" is the better guess.
            working=values[-1],
            why="it is entered as ended",
        )
        ties.leave_open(fact, {False: [tie]})


def _had_ended(ended: dt.date | PartialDay | bool | Unknown, days: Days) -> tuple[bool, ...]:
    if isinstance(ended, bool):
        return (ended,)
    if not isinstance(ended, Unknown):
        first, last = first_and_last(ended)
        # Ended on the day of receipt counts as ended, since nobody says that it ended later that day.
        if days.first is not None and last <= days.first:
            return (True,)
        if days.last is not None and first > days.last:
            return (False,)
    return False, True
