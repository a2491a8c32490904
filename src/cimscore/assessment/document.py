"""Decisions as compact documents, for other programs to read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from cimscore.assessment.near import Near
from cimscore.assessment.undecided import Law, OpenPoint
from cimscore.assessment.value import Clock, Conclusion, Decision, Denied, Stands, State
from cimscore.calendars import Due
from cimscore.errors import RuleFailure

FORMAT: Final = "decision/1"
ASSESSMENT_FORMAT: Final = "assessment/1"


def assessment_document(
    case: str, decisions: Iterable[Decision], failures: Iterable[RuleFailure] = ()
) -> dict[str, Any]:
    """Return what several programs decide about one case as plain values.

    Args:
        case: The case's id.
        decisions: What each program decides.
        failures: What went wrong in a plugin, whose program decides nothing.
    """
    decided, failed = list(decisions), [_failure(failure) for failure in failures]
    return {
        "format": ASSESSMENT_FORMAT,
        "case": case,
        "final": not failed and all(decision.state is State.FINAL for decision in decided),
        "decisions": [document_of(decision) for decision in decided],
        "failures": failed,
    }


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
            says if standing == "certain" else {"says": says, "standing": standing.value}
            for says, standing in decision.duties
        ],
        **_kept({"done": [_kept({"says": each.says, "at": each.at, "by": each.by}) for each in decision.done]}),
        "clocks": [_clock(clock) for clock in decision.clocks],
        "open": [_point(point) for point in decision.points],
        "laws": [_law(law) for law in decision.laws],
        "denied": [_denied(each) for each in decision.denied],
        "unplaced": [{"person": each.person, "says": each.says} for each in decision.unplaced],
        "elsewhere": [_elsewhere(line) for line in decision.conclusions if line.refers],
        "receipt": dict(decision.receipt),
    }


def _failure(failure: RuleFailure) -> dict[str, str]:
    return {
        "rule": failure.rule,
        "plugin": failure.plugin,
        "where": failure.where,
        "problem": failure.problem,
    }


def _law(law: Law) -> dict[str, Any]:
    return {
        "id": law.id,
        "about": [*map(str, law.things)],
        "says": law.says,
        "state": "not proven" if law.holds_provisionally else "not so",
        "clauses": list(law.clauses),
        "why": law.why,
        "to_do": law.to_do,
    }


def _denied(denied: Denied) -> dict[str, Any]:
    return _kept(
        {
            "id": denied.id,
            "about": [*map(str, denied.things)],
            "says": denied.says,
            "standing": denied.standing.value,
            "grounds": [_said(line) for line in denied.grounds],
            "nearest": [_near(near) for near in denied.nearest],
            "others": denied.others,
            "would_change": [
                {"address": address, "asks": asks, "answer": answer} for address, asks, answer in denied.would_change
            ],
        }
    )


def _said(line: Conclusion) -> dict[str, Any]:
    return {"says": line.says, **_conclusion(line)}


def _near(near: Near) -> dict[str, Any]:
    return _kept(
        {
            "clauses": list(near.clauses),
            "fails": [{"says": failing.says, "clauses": list(failing.clauses)} for failing in near.fails],
            "stood": list(near.stood),
        }
    )


def _elsewhere(line: Conclusion) -> dict[str, Any]:
    return {"to": line.refers, **_said(line)}


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
            "proven": None if line.proven else False,
            "warns": line.warns or None,
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
            "unless": _unless(due) if isinstance(due, Due) else [],
            "standing": clock.standing.value,
            "latest": clock.latest.latest.isoformat() if clock.latest else None,
            "soonest": clock.soonest.earliest.isoformat() if clock.soonest else None,
            "states": {word: standing.value for word, standing in clock.states},
            "stands": _stands(clock.stands) if clock.states or clock.stands.barred else None,
            "rests_on": _rests_on(clock.rests_on),
            "clauses": list(clock.clauses),
            "records": list(clock.records),
        }
    )


def _unless(due: Due) -> list[dict[str, Any]]:
    return [
        _kept({"holiday": each.holiday.isoformat() if each.holiday else None, "due": each.then.isoformat()})
        for each in due.unless
    ]


def _stands(stands: Stands) -> dict[str, Any]:
    return _kept(
        {
            "word": stands.word,
            "standing": stands.standing.value,
            "amount": stands.amount,
            "says": stands.says,
            "barred": stands.barred.value if stands.barred else None,
            "otherwise": [
                {"reading": each.reading, "answer": each.answer, "word": each.word} for each in stands.otherwise
            ],
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
            "unlisted": point.unlisted or None,
            "bounds": [{"moment": moment, "brings": list(brings)} for moment, brings in point.bounds],
        }
    )
