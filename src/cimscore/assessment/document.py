"""The decision as a compact document."""

from __future__ import annotations

from typing import Any, Final

from cimscore.assessment.value import Clock, Conclusion, Decision, OpenPoint
from cimscore.calendars import Due

FORMAT: Final = "decision/1"


def document_of(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain values, without what is empty."""
    return {
        "format": FORMAT,
        "case": decision.case,
        "program": decision.program,
        "state": decision.state.value,
        "because": list(decision.because),
        "governed_by": {document: edition for document, edition, _ in decision.governed_by},
        "conclusions": [_conclusion(each) for each in decision.conclusions if _is_told(each)],
        "duties": [
            says if standing == "certain" else {"says": says, "standing": standing}
            for says, standing in decision.duties
        ],
        "clocks": [_clock(clock) for clock in decision.clocks],
        "open": [_point(point) for point in decision.points],
        "laws": [{"id": law.id, "about": [*map(str, law.things)], "says": law.says} for law in decision.laws],
        "receipt": dict(decision.receipt),
    }


def _is_told(conclusion: Conclusion) -> bool:
    return conclusion.topic != "duties" and not conclusion.leading


def _kept(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def _rests_on(rests_on: tuple[tuple[tuple[str, str], ...], ...]) -> list[dict[str, str]]:
    return [dict(answers) for answers in rests_on]


def _conclusion(line: Conclusion) -> dict[str, Any]:
    return _kept(
        {
            "id": line.id,
            "about": [*map(str, line.things)],
            "standing": line.standing.value,
            "rests_on": _rests_on(line.rests_on),
            "whichever": line.whichever,
            "clauses": list(line.clauses),
        }
    )


def _clock(clock: Clock) -> dict[str, Any]:
    due = clock.due
    return _kept(
        {
            "id": clock.id,
            "about": [*map(str, clock.things)],
            "due": due.latest.isoformat() if isinstance(due, Due) else None,
            "earliest": due.earliest.isoformat() if isinstance(due, Due) and not due.exact else None,
            "says": "" if due is None else str(due),
            "standing": clock.standing.value,
            "latest": clock.latest.latest.isoformat() if clock.latest else None,
            "states": {word: standing.value for word, standing in clock.states},
            "rests_on": _rests_on(clock.rests_on),
            "clauses": list(clock.clauses),
            "records": list(clock.records),
        }
    )


def _point(point: OpenPoint) -> dict[str, Any]:
    return _kept(
        {
            "address": point.address,
            "kind": point.kind,
            "asks": point.asks,
            "working": point.working,
            "why": point.why,
            "decided_by": point.decided_by,
            "changes": [
                _kept({"answer": answer, "adds": len(adds), "takes": len(takes)})
                for answer, adds, takes in point.changes
            ],
        }
    )
