"""Less known of who took which move and when: nothing certain is then wrong, and nothing that is so was ruled out."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

import attrs
import pytest
from answers_of_queensland import programs, worked_examples
from breaches import breaches_of

from cimscore.case import UNKNOWN, Case, Moment, MoveEntry, RecordEntry

ROUNDS: Final = int(os.environ.get("CIMSCORE_PAIRS", "60"))
REPORT: Final = ("create", "submit", "review", "return", "endorse", "arrive", "escalate")
INQUIRY: Final = ("require", "hold", "clear", "begin", "extend", "report")
ROLES: Final = ("staff member", "authorised delegate", "department", "police")
WRITTEN_DOWN: Final = ("conclusion:chooses", "conclusion:selects")
"""Conclusions that name the very moment that the document gives: of a day alone they name the day."""
MELBOURNE: Final = ZoneInfo("Australia/Melbourne")
LATER: Final = Moment(dt.datetime(2026, 6, 1, tzinfo=dt.UTC))


def moves(names: Sequence[str], start: dt.datetime, chance: random.Random) -> tuple[MoveEntry, ...]:
    """Return some moves at random, each some hours after the one before."""
    made = []
    for name in chance.sample(names, chance.randint(0, 4)):
        start += dt.timedelta(hours=chance.randint(1, 40))
        made.append(MoveEntry(move=name, by=chance.choice(ROLES), at=Moment(start)))
    return tuple(made)


def less_of(entry: MoveEntry, chance: random.Random) -> MoveEntry:
    """Return a move of which perhaps not the role, not the hour, or no moment at all is known."""
    at = entry.at
    day = Moment(at.day(MELBOURNE)) if isinstance(at, Moment) else at
    changes = [{}, {"by": UNKNOWN}, {"at": UNKNOWN}, {"at": day}, {"by": UNKNOWN, "at": day}]
    return attrs.evolve(entry, **chance.choice(changes))  # type: ignore[arg-type]  # each fits its field


def with_less(record: RecordEntry, chance: random.Random) -> RecordEntry:
    return attrs.evolve(record, moves=tuple(less_of(move, chance) for move in record.moves))


def with_moves(case: Case, chance: random.Random) -> Case:
    received = case.dates.received
    assert isinstance(received, Moment)
    assert received.instant is not None
    records = tuple(
        RecordEntry(id=f"{kind}:{case.concerns[0].id}", kind=kind, moves=moves(names, received.instant, chance))
        for kind, names in (("incident-report", REPORT), ("investigation", INQUIRY))
    )
    return attrs.evolve(case, records=records)


@pytest.mark.parametrize("name", ["abuse-by-staff", "unexplained-injury"])
def test_less_of_a_move_is_never_wrong(name: str) -> None:
    example, breaches = worked_examples("vic-cims")[name], []
    for seed in range(ROUNDS):
        chance = random.Random(f"{name} {seed}")
        whole = with_moves(example, chance)
        fewer = (
            attrs.evolve(each, moves=tuple(less_of(move, chance) for move in each.moves)) for each in whole.records
        )
        less = attrs.evolve(whole, records=tuple(fewer))
        found = breaches_of(whole, less, programs()["vic-cims"], at=LATER)
        breaches += [f"{seed}: {breach}" for breach in found if not any(each in breach for each in WRITTEN_DOWN)]
    assert breaches == []
