"""How one person stays in one household on one day, by everything that is entered about it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Final, NamedTuple

from cimscore.case import ResidenceEntry, ResidenceKind, Unknown
from cimscore.household_graph.days import Days

LIVING: Final = frozenset({ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME})
FULLEST_FIRST: Final = (
    ResidenceKind.FULL_TIME,
    ResidenceKind.PART_TIME,
    ResidenceKind.BY_CHOICE,
    ResidenceKind.VISITS,
    None,
)


class Outcome(NamedTuple):
    """One way in which it may turn out.

    Attributes:
        kind: How the person stays; None where they do not.
        lived: Whether they lived there before, and live there no longer by that entry.
    """

    kind: ResidenceKind | None
    lived: bool


def outcomes(rows: Sequence[ResidenceEntry], days: Days) -> tuple[Outcome, ...]:
    """Return every way in which the entries about one person and household may turn out, the fullest stay first.

    Args:
        rows: The entries.
        days: The days on which it is asked for.
    """
    found = {Outcome(None, lived=False)}
    for row in rows:
        found = {_together(one, other) for one, other in itertools.product(found, _of_one(row, days))}
    return tuple(sorted(found, key=_order))


def _of_one(row: ResidenceEntry, days: Days) -> set[Outcome]:
    kinds = possible_kinds(row)
    return {
        Outcome(kind if begun and not ended else None, lived=ended and kind in LIVING)
        for kind in kinds
        for begun in _begun(row.from_, days)
        for ended in _ended(row.until, days)
    }


def possible_kinds(row: ResidenceEntry) -> tuple[ResidenceKind, ...]:
    """Return every way in which a person may stay by an entry; nobody stays full-time by turns."""
    if not isinstance(row.kind, Unknown):
        return (row.kind,)
    return tuple(kind for kind in ResidenceKind if row.rota is None or kind is not ResidenceKind.FULL_TIME)


def _begun(first: dt.date | Unknown | None, days: Days) -> tuple[bool, ...]:
    if first is None:
        return (True,)
    if not isinstance(first, Unknown):
        if days.first is not None and first <= days.first:
            return (True,)
        if days.last is not None and first > days.last:
            return (False,)
    return True, False


def _ended(last: dt.date | Unknown | None, days: Days) -> tuple[bool, ...]:
    if last is None:
        return (False,)
    if not isinstance(last, Unknown):
        if days.last is not None and last >= days.last:
            return (False,)
        if days.first is not None and last < days.first:
            return (True,)
    return False, True


def _together(one: Outcome, other: Outcome) -> Outcome:
    """Return two entries taken together: the fuller stay counts."""
    kind = min(one.kind, other.kind, key=FULLEST_FIRST.index)
    return Outcome(kind, lived=one.lived or other.lived)


def _order(outcome: Outcome) -> tuple[int, bool]:
    return FULLEST_FIRST.index(outcome.kind), outcome.lived
