"""Stay of one person in one household on one day, by all entries about it."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Final, NamedTuple

from cimscore.case import PartialDay, ResidenceEntry, ResidenceKind, Unknown, first_and_last
from cimscore.household_graph.days import Days

LIVING: Final = frozenset({ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME})
FULLEST_FIRST: Final = (
    ResidenceKind.FULL_TIME,
    ResidenceKind.PART_TIME,
    ResidenceKind.BY_CHOICE,
    ResidenceKind.VISITS,
    None,
)


class StayOutcome(NamedTuple):
    """Possible outcome of the entries.

    Attributes:
        kind: Kind of stay; None if they do not stay.
        lived: True if they lived there before and, by that entry, no longer do.
    """

    kind: ResidenceKind | None
    lived: bool


def outcomes(rows: Sequence[ResidenceEntry], days: Days) -> tuple[StayOutcome, ...]:
    """Return every possible outcome of the entries about one person and household, fullest stay first.

    Args:
        rows: The entries.
        days: Possible days of the question.
    """
    found = {StayOutcome(None, lived=False)}
    for row in rows:
        # A set, so that many entries about one home never make more outcomes than there are kinds of stay.
        found = {_together(so_far, outcome) for so_far, outcome in itertools.product(found, _of_one(row, days))}
    return tuple(sorted(found, key=_order))


Together = tuple[StayOutcome, bool]
"""How it turns out on the days on which it is asked for, and whether the person lives there on some other day."""


def with_another_day(rows: Sequence[ResidenceEntry], days: Days, other: Days, *, earlier: bool) -> frozenset[Together]:
    """Return every possible outcome of the entries on two days together.

    Args:
        rows: The entries about one person and household.
        days: Possible days of the question.
        other: Possible days of the second day.
        earlier: True if the second day comes first; otherwise it comes last.
    """
    found: frozenset[Together] = frozenset({(StayOutcome(None, lived=False), False)})
    for row in rows:
        pairs = itertools.product(found, _on_two_days(row, days, other, earlier=earlier))
        found = frozenset((_together(so_far, new), lives or also) for (so_far, lives), (new, also) in pairs)
    return found


def _on_two_days(row: ResidenceEntry, days: Days, other: Days, *, earlier: bool) -> set[Together]:
    return {
        (
            StayOutcome(kind if begun and not ended else None, lived=ended and kind in LIVING),
            kind in LIVING and began and not finished,
        )
        for kind in possible_kinds(row)
        # A stay does not begin twice: if it had begun on the earlier day, it has on the later one.
        for begun, began in _in_order(_begun(row.from_, days), _begun(row.from_, other), earlier=earlier)
        for ended, finished in _in_order(_ended(row.until, days), _ended(row.until, other), earlier=earlier)
    }


def _in_order(now: Sequence[bool], then: Sequence[bool], *, earlier: bool) -> list[tuple[bool, bool]]:
    """Return the possible answers for both days. What is true on the earlier day stays true on the later one."""
    return [(here, there) for here in now for there in then if (here or not there if earlier else there or not here)]


def _of_one(row: ResidenceEntry, days: Days) -> set[StayOutcome]:
    kinds = possible_kinds(row)
    return {
        StayOutcome(kind if begun and not ended else None, lived=ended and kind in LIVING)
        for kind in kinds
        for begun in _begun(row.from_, days)
        for ended in _ended(row.until, days)
    }


def possible_kinds(row: ResidenceEntry) -> tuple[ResidenceKind, ...]:
    """Return every kind of stay that an entry allows. Nobody stays full-time by turns."""
    if not isinstance(row.kind, Unknown):
        return (row.kind,)
    return tuple(kind for kind in ResidenceKind if row.rota is None or kind is not ResidenceKind.FULL_TIME)


def _begun(limit: dt.date | PartialDay | Unknown | None, days: Days) -> tuple[bool, ...]:
    if limit is None:
        return (True,)
    if not isinstance(limit, Unknown):
        first, last = first_and_last(limit)
        if days.first is not None and last <= days.first:
            return (True,)
        if days.last is not None and first > days.last:
            return (False,)
    return True, False


def _ended(limit: dt.date | PartialDay | Unknown | None, days: Days) -> tuple[bool, ...]:
    if limit is None:
        return (False,)
    if not isinstance(limit, Unknown):
        first, last = first_and_last(limit)
        if days.last is not None and first >= days.last:
            return (False,)
        if days.first is not None and last < days.first:
            return (True,)
    return False, True


def _together(one: StayOutcome, other: StayOutcome) -> StayOutcome:
    """Return two entries taken together: the fuller stay counts."""
    # A person entered twice in one home, as a visitor and as a resident, is a resident.
    kind = min(one.kind, other.kind, key=FULLEST_FIRST.index)
    return StayOutcome(kind, lived=one.lived or other.lived)


def _order(outcome: StayOutcome) -> tuple[int, bool]:
    return FULLEST_FIRST.index(outcome.kind), not outcome.lived
