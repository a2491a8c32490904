"""The case as it stands: its last document, and the moves of its records since."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable

import attrs

from cimscore.case import Actor, Case, Moment, MoveEntry, RecordEntry
from cimscore.register.audit.chain import Kind
from cimscore.register.kept.history import History, KeptAct
from cimscore.rulebook import Rulebook


def case_as_it_stands(history: History, rulebook: Rulebook) -> Case:
    """Return the case with the moves that the register holds behind those of the document.

    Raises:
        DocumentError: These programs do not read the document any more.
    """
    case = rulebook.read_case(json.loads(history.document))
    return with_moves(case, history.of_kind(Kind.MOVE))


def with_moves(case: Case, moves: Iterable[KeptAct]) -> Case:
    """Return a case with more moves of its records.

    Args:
        case: The case.
        moves: The moves, in order.
    """
    for taken in moves:
        at = Moment(_told(taken.happened))
        case = with_move(case, taken.record, MoveEntry(move=taken.said, by=Actor(role=taken.by.role), at=at))
    return case


def with_move(case: Case, name: str, move: MoveEntry) -> Case:
    """Return a case with one more move of a record.

    Args:
        case: The case.
        name: Address of the record.
        move: The move.
    """
    records = {record.id: record for record in case.records}
    record = records.get(name) or RecordEntry(id=name, kind=name.partition(":")[0])
    records[name] = attrs.evolve(record, moves=(*record.moves, move))
    return attrs.evolve(case, records=tuple(records.values()))


def _told(text: str) -> dt.date:
    """Return a day or a time as it was written."""
    return dt.date.fromisoformat(text) if len(text) == len("2025-03-03") else dt.datetime.fromisoformat(text)
