"""One residence entry on one day."""

from __future__ import annotations

import datetime as dt
import functools
import itertools
import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from cimscore import ids
from cimscore.case import PartialDay, ResidenceEntry, ResidenceKind, Unknown, first_and_last
from cimscore.household_graph.answers import Answer, CoreFact, MissingFact, PossibleValues, Read, all_of, known, unknown
from cimscore.household_graph.entries import entered
from cimscore.household_graph.ties.outcomes import possible_kinds

Stay = ResidenceKind | None

LIVING: Final = frozenset({ResidenceKind.FULL_TIME, ResidenceKind.PART_TIME})
ANY_STAY: Final[frozenset[Stay]] = frozenset({*ResidenceKind, None})
_FULLEST_FIRST: Final[tuple[Stay, ...]] = (*ResidenceKind, None)


def possible_stay(row: ResidenceEntry, on: dt.date | None) -> PossibleValues[Stay]:
    """Return the kinds of stay that this entry alone allows on that day."""
    in_force = all_of([_begun(row, on), _ended(row, on).map(lambda ended: not ended)])
    if in_force.known and not in_force.value:
        return PossibleValues(values=frozenset({None}), rests_on=in_force.rests_on)
    kind = _kind(row)
    kinds: frozenset[Stay] = frozenset([kind.value] if kind.known else possible_kinds(row))
    return PossibleValues(
        values=kinds if in_force.known else kinds | {None},
        rests_on=(*kind.rests_on, *in_force.rests_on),
        missing=(*kind.missing, *in_force.missing),
    )


def lived_before(row: ResidenceEntry, on: dt.date | None) -> Answer[bool]:
    """Return yes if, by this entry, the person lived there and stopped before `on`."""
    lived = PossibleValues(values=frozenset(possible_kinds(row)), missing=_kind(row).missing).when(LIVING.__contains__)
    if _kind(row).known:
        lived = _kind(row).map(LIVING.__contains__)
    return all_of([_ended(row, on), lived])


def fullest(stays: Sequence[PossibleValues[Stay]], by_way_of: Iterable[Read]) -> PossibleValues[Stay]:
    """Return the fullest of several stays of one person in one household, for every way they may turn out."""
    return PossibleValues(
        values=functools.reduce(_fuller_of_each, (stay.values for stay in stays)),
        rests_on=(*by_way_of, *itertools.chain.from_iterable(stay.rests_on for stay in stays)),
        missing=tuple(itertools.chain.from_iterable(stay.missing for stay in stays)),
    )


def _fuller_of_each(ones: frozenset[Stay], others: frozenset[Stay]) -> frozenset[Stay]:
    """Return the fuller stay of every pair. There are never more of them than kinds of stay."""
    return frozenset(min(pair, key=_FULLEST_FIRST.index) for pair in itertools.product(ones, others))


def _kind(row: ResidenceEntry) -> Answer[ResidenceKind]:
    return entered(CoreFact.STAY, _address(row), row.kind)


def _begun(row: ResidenceEntry, on: dt.date | None) -> Answer[bool]:
    return known(True) if row.from_ is None else _is_past(CoreFact.FROM, row, row.from_, on, operator.le)


def _ended(row: ResidenceEntry, on: dt.date | None) -> Answer[bool]:
    return known(False) if row.until is None else _is_past(CoreFact.UNTIL, row, row.until, on, operator.lt)


def _is_past(
    question: CoreFact,
    row: ResidenceEntry,
    limit: dt.date | PartialDay | Unknown,
    on: dt.date | None,
    compare: Callable[[dt.date, dt.date], bool],
) -> Answer[bool]:
    """Return yes if a limit is before the day, as far as the day and the limit are known."""
    answer: Answer[dt.date | PartialDay] = entered(question, _address(row), limit)
    if on is None:
        return unknown(*answer.missing, MissingFact(CoreFact.RECEIVED, ids.CASE), rests_on=answer.rests_on)
    if isinstance(limit, Unknown):
        return answer.map(lambda _: False)
    first, last = (compare(end, on) for end in first_and_last(limit))
    if first != last:
        return unknown(MissingFact(question, _address(row)), rests_on=answer.rests_on)
    return answer.map(lambda _: first)


def _address(row: ResidenceEntry) -> str:
    return f"{row.person}@{row.household}"
