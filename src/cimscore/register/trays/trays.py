"""Trays: records that wait for somebody, and questions that wait for an answer."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import attrs

from cimscore.assessment import Decision
from cimscore.register.workflow.records import RecordStanding
from cimscore.rulebook import Effect


@attrs.frozen(kw_only=True)
class Waiting:
    """Something that waits.

    Attributes:
        case: Id of the case.
        program: Id of the program.
        record: Address of the record; empty for a question.
        asks: The question; empty for a record.
    """

    case: str
    program: str
    record: str = ""
    asks: str = ""


@attrs.frozen(kw_only=True)
class Tray:
    """A tray: the records that wait for the same.

    Attributes:
        title: What it waits for, and for whom.
        waiting: What is in it, in the order in which the cases came in.
    """

    title: str
    waiting: tuple[Waiting, ...]


def trays_of(records: Iterable[RecordStanding], decisions: Iterable[Decision]) -> tuple[Tray, ...]:
    """Return every tray that something is in.

    Args:
        records: The records of all cases.
        decisions: The decisions of all cases.
    """
    found: defaultdict[str, list[Waiting]] = defaultdict(list)
    for record in records:
        for title in _titles(record):
            found[title].append(Waiting(case=record.case, program=record.program, record=record.name))
    asked = [
        Waiting(case=decision.case, program=decision.program, asks=point.asks)
        for decision in decisions
        for point in decision.points
    ]
    trays = [Tray(title=title, waiting=tuple(found[title])) for title in sorted(found)]
    return (*trays, *([Tray(title="Waiting for an answer", waiting=tuple(asked))] if asked else []))


def counts_by_state(records: Iterable[RecordStanding]) -> dict[tuple[str, str], int]:
    """Return how many records are in each state, by program and state."""
    counted = Counter((record.program, record.state) for record in records if record.state)
    return dict(sorted(counted.items()))


def _titles(record: RecordStanding) -> Iterator[str]:
    if record.offered_to:
        yield f"Handed over to {record.offered_to}, and not answered"
    elif not record.owner:
        yield "To be allocated"
    if record.waits_for_approval:
        by = [role for move in record.leading_on if move.effect is Effect.APPROVES for role in move.by]
        yield f"For approval by the {' or '.join(dict.fromkeys(by)) or 'approver'}"
