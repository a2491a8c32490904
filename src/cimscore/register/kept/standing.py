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
    records = {record.id: record for record in case.records}
    for taken in moves:
        record = records.get(taken.record) or RecordEntry(id=taken.record, kind=taken.record.partition(":")[0])
        records[record.id] = attrs.evolve(record, moves=(*record.moves, _entry(taken)))
    return attrs.evolve(case, records=tuple(records.values()))


def _entry(taken: KeptAct) -> MoveEntry:
    at = Moment(dt.datetime.fromisoformat(taken.happened))
    return MoveEntry(move=taken.said, by=Actor(role=taken.by.role), at=at)
