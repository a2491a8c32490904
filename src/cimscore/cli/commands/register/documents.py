"""A case of a register, and its trays, as plain values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cimscore.register import KeptAct, ListPart, RecordStanding, Register, Stood


def case_document(register: Register, stood: Stood) -> dict[str, Any]:
    """Return a case with its records and what was done."""
    return {
        "case": stood.case.id,
        "version": stood.history.version,
        "records": [_record(record) for record in register.records(stood)],
        "history": [_act(act) for act in stood.history.acts],
    }


def trays_document(trays: Iterable[ListPart], counts: Mapping[tuple[str, str], int]) -> dict[str, Any]:
    """Return the trays with what waits in each, and how many records are in each state."""
    return {
        "trays": [
            {
                "title": tray.title,
                "waiting": [
                    _filled(case=item.case, program=item.program, record=item.thing, asks=item.says)
                    for item in tray.items
                ],
            }
            for tray in trays
        ],
        "states": [
            {"program": program, "state": state, "records": count} for (program, state), count in counts.items()
        ],
    }


def _record(record: RecordStanding) -> dict[str, Any]:
    return _filled(
        record=record.name, program=record.program, state=record.state, owner=record.owner,
        offered_to=record.offered_to,
        next=[_filled(move=move.move, by=list(move.by)) for move in record.leading_on],
    )  # fmt: skip


def _act(act: KeptAct) -> dict[str, Any]:
    return _filled(
        entry=act.number, kind=act.kind.value, known=act.known.isoformat(), by=act.by.person, role=act.by.role,
        version=act.version, record=act.record, said=act.said, happened=act.happened, reason=act.reason, unit=act.unit,
    )  # fmt: skip


def _filled(**parts: Any) -> dict[str, Any]:
    return {name: part for name, part in parts.items() if part}
