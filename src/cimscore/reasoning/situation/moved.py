"""People who moved after something happened, or before it was decided. Used only if a stay has a limit."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import ConcernEntry, ResidenceEntry
from cimscore.household_graph import Days, Entered, days_of_concern, days_of_decision
from cimscore.household_graph.facts import OpenFact
from cimscore.household_graph.ties import LIVING, StayOutcome, address_of_stay, with_another_day
from cimscore.reasoning.situation.notes import Notes
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.vocabulary import (
    moved_in_since,
    moved_in_until_decided,
    moved_out_since,
    moved_out_until_decided,
)


@attrs.frozen
class _Occasion:
    """Day other than the day of receipt.

    Attributes:
        name: First word of an address.
        asks: Question: does somebody live somewhere on that day?
        earlier: True if it comes before the receipt.
        lives_beside: Relation of a person who lives there on that day, and not on the day of receipt.
        lives_not: Relation of a person who lives there on the day of receipt, and not on that day.
        why: Reason for the working value.
    """

    name: str
    asks: str
    earlier: bool
    lives_beside: Relation
    lives_not: Relation
    why: str


_HAPPENED: Final = _Occasion(
    "lived-then",
    "Did {1} live in {2} when {0} happened?",
    True,
    moved_out_since,
    moved_in_since,
    "who lives there, or lived there and does not visit, is taken to have lived there when it happened",
)
_DECIDED: Final = _Occasion(
    "lives-when-decided",
    "Does {1} live in {2} when {0} is decided?",
    False,
    moved_in_until_decided,
    moved_out_until_decided,
    "nobody is taken to have moved between receipt and decision",
)
_Rows = Sequence[ResidenceEntry]


def write_moved(notes: Notes, entered: Entered, zone: ZoneInfo) -> None:
    """Write down who lives elsewhere on the day of receipt than when something happened or was decided.

    Args:
        notes: Where to write.
        entered: The case.
        zone: Where a day begins.
    """
    limited = list(_limited_stays(entered))
    for concern in entered.concerns if limited else ():
        for occasion, days in _occasions(concern, entered, zone):
            for rows in limited:
                _write(notes, occasion, concern.id, days, rows, entered)


def _limited_stays(entered: Entered) -> Iterator[_Rows]:
    """Yield the entries of each person about each household, where one has a first or a last day."""
    for stays in entered.stays.values():
        for _, group in itertools.groupby(stays, key=lambda row: row.household):
            rows = list(group)
            if any(row.from_ is not None or row.until is not None for row in rows):
                yield rows


def _occasions(concern: ConcernEntry, entered: Entered, zone: ZoneInfo) -> Iterator[tuple[_Occasion, Days]]:
    yield _HAPPENED, days_of_concern(concern, entered.days, zone)
    decided = days_of_decision(concern.id, entered.case, entered.days, zone)
    if decided is not None:
        yield _DECIDED, decided


def _write(notes: Notes, occasion: _Occasion, concern: str, days: Days, rows: _Rows, entered: Entered) -> None:
    lives: dict[StayOutcome, set[bool]] = {}
    for outcome, lives_then in with_another_day(rows, entered.days, days, earlier=occasion.earlier):
        lives.setdefault(outcome, set()).add(lives_then)
    person, home = rows[0].person, rows[0].household
    stay, facts = address_of_stay(rows), notes.facts
    open_ones = frozenset(outcome for outcome, options in lives.items() if len(options) > 1)
    address = f"{occasion.name}@{concern}@{person}@{home}"
    if open_ones:
        now = facts.open[stay].working if stay in facts.open else next(iter(lives))
        facts.open[address] = _open_fact(occasion, address, (concern, person, home), now)
    for relation, resident, then in ((occasion.lives_beside, False, True), (occasion.lives_not, True, False)):
        fit = frozenset(outcome for outcome in lives if (outcome.kind in LIVING) is resident)
        sure = frozenset(outcome for outcome in fit - open_ones if lives[outcome] == {then})
        for mover in (person, *entered.carried.get(person, ())):
            row = relation.key, (concern, mover, home)
            if sure:
                facts.when(row, (stay, sure))
            if fit & open_ones:
                facts.when(row, (stay, fit & open_ones), (address, frozenset({then})))


def _open_fact(occasion: _Occasion, address: str, things: tuple[str, str, str], now: StayOutcome) -> OpenFact:
    stayed = now.kind is None if occasion.earlier else False
    return OpenFact.whether(
        address,
        occasion.asks.format(*things),
        working=now.kind in LIVING or stayed,
        why=occasion.why,
    )
