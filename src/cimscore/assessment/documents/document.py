"""Decisions as compact documents, for other programs to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from cimscore.assessment.decision.duty import Duty
from cimscore.assessment.decision.near import Near
from cimscore.assessment.decision.standing import Standing, Supposed
from cimscore.assessment.decision.undecided import Law, OpenPoint
from cimscore.assessment.decision.value import (
    DecidedClock,
    DecidedConclusion,
    Decision,
    DecisionState,
    Denied,
    Limited,
    ReadOtherwise,
    StateInWords,
)
from cimscore.calendars import Due
from cimscore.errors import RuleFailure

FORMAT: Final = "decision/1"
ASSESSMENT_FORMAT: Final = "assessment/1"

Numbers = Mapping[str, int]
"""The numbers of the open questions, by address: their places in `open`, from 1."""


def assessment_document(
    case: str, decisions: Iterable[Decision], failures: Iterable[RuleFailure] = ()
) -> dict[str, Any]:
    """Return what several programs decide about one case as plain values.

    Args:
        case: The case's id.
        decisions: What each program decides.
        failures: What went wrong in a plugin, whose program decides nothing.
    """
    decided, failed = list(decisions), [failure_document(failure) for failure in failures]
    return {
        "format": ASSESSMENT_FORMAT,
        "case": case,
        "final": not failed and all(decision.state is DecisionState.FINAL for decision in decided),
        "decisions": [document_of(decision) for decision in decided],
        "failures": failed,
    }


def document_of(decision: Decision) -> dict[str, Any]:
    """Return a decision as plain values, without what is empty; what it rests on is a document apart."""
    on = {point.address: number for number, point in enumerate(decision.points, 1)}
    return {
        "format": FORMAT,
        "case": decision.case,
        "program": decision.program,
        "state": decision.state.value,
        "because": list(_because(decision)),
        **_kept({"unused": list(decision.unused)}),
        "governed_by": {document: edition for document, edition, _ in decision.governed_by},
        "conclusions": [_conclusion(conclusion, on) for conclusion in decision.conclusions if is_told(conclusion)],
        "duties": list(_duties(decision.duties, on)),
        **_kept({"done": [_kept({"says": done.says, "at": done.at, "by": done.by}) for done in decision.done]}),
        "clocks": [clock_document(clock, on) for clock in decision.clocks],
        "open": [_point(point) for point in decision.points],
        "laws": [_law(law) for law in decision.laws],
        "denied": [_denied(denial, on) for denial in decision.denied],
        "unplaced": [{"person": person.person, "says": person.says} for person in decision.unplaced],
        "elsewhere": [{"to": line.refers, **_said(line, on)} for line in decision.conclusions if line.refers],
        "receipt": dict(decision.receipt),
    }


def is_told(conclusion: DecidedConclusion) -> bool:
    """Return True if a document tells a conclusion: duties are told apart, and what leads to others is not told."""
    return conclusion.topic != "duties" and not conclusion.leading


def failure_document(failure: RuleFailure) -> dict[str, str]:
    """Return a failure of a plugin as plain values."""
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
        "to_do": law.to_do,
        **_kept(
            {
                # What it hangs on is said with what to do.
                "why": "" if law.asks else law.why,
                "holds_back": [record for record, _ in law.holds_back],
            }
        ),
    }


def _denied(denied: Denied, on: Numbers) -> dict[str, Any]:
    return _kept(
        {
            "id": denied.id,
            "about": [*map(str, denied.things)],
            "says": denied.says,
            "standing": denied.standing.value,
            "grounds": [_said(line, on) for line in denied.grounds],
            "nearest": [_near(near) for near in denied.nearest],
            "others": denied.others,
            "would_change": [
                {"address": address, "asks": asks, "answer": answer} for address, asks, answer in denied.would_change
            ],
        }
    )


def _said(line: DecidedConclusion, on: Numbers) -> dict[str, Any]:
    return {"says": line.says, **_conclusion(line, on), "clauses": list(line.clauses)}


def _near(near: Near) -> dict[str, Any]:
    return _kept(
        {
            "clauses": list(near.clauses),
            "fails": [{"says": failing.says, "clauses": list(failing.clauses)} for failing in near.fails],
            "stood": list(near.stood),
        }
    )


def _kept(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in ("", None, [], {})}


def _on(rests_on: Iterable[Supposed], on: Numbers) -> list[int]:
    """Return the numbers of the open questions on which something rests."""
    return sorted({on[address] for answers in rests_on for address, _ in answers if address in on})


def _conclusion(line: DecidedConclusion, on: Numbers) -> dict[str, Any]:
    return _kept(
        {
            "id": line.id,
            "about": [*map(str, line.things)],
            "standing": line.standing.value,
            "on": _on(line.rests_on, on),
            "whichever": line.whichever,
            "proven": None if line.proven else False,
            "warns": line.warns or None,
        }
    )


def _because(decision: Decision) -> Iterator[str]:
    """Yield why a decision is no further; of a law what does not hold alone, for the rest stands with the laws."""
    laws = {law.sentence: f"{law.state}: {law.says}." for law in decision.laws}
    yield from (laws.get(reason, reason) for reason in decision.because)


def _duties(duties: Iterable[Duty], on: Numbers) -> Iterator[dict[str, Any] | str]:
    """Yield each duty; what is owed to several in the same words and with the same certainty, once."""
    alike: dict[tuple[Any, ...], list[Duty]] = {}
    for duty in duties:
        named = "" if "{}" in duty.form and duty.of else duty.says
        key = duty.head, duty.form, named, duty.standing, tuple(_on(duty.rests_on, on)), duty.at_once
        alike.setdefault(key, []).append(duty)
    yield from (_duty(same, on) for same in alike.values())


def _duty(same: Sequence[Duty], on: Numbers) -> dict[str, Any] | str:
    # What is overdue for one record and not for another is the same duty of the same things here.
    duty, of = same[0], [*dict.fromkeys(duty.of for duty in same)]
    several = len(of) > 1
    if duty.standing is Standing.CERTAIN and not (duty.at_once or several):
        return duty.says
    says = f"{duty.head} {duty.form}" if several else duty.says
    told = {"standing": duty.standing.value, "on": _on(duty.rests_on, on), "at_once": duty.at_once or None}
    return _kept({"says": says, "of": of if several else [], **told})


def clock_document(clock: DecidedClock, on: Numbers) -> dict[str, Any]:
    """Return a clock as plain values, without what is empty.

    Args:
        clock: The clock.
        on: Numbers of the questions that its day rests on.
    """
    due = clock.due
    exact = isinstance(due, Due) and due.exact
    return _kept(
        {
            "id": clock.id,
            "about": [*map(str, clock.things)],
            "due": due.latest.isoformat() if isinstance(due, Due) else None,
            "day": _last_day(due) if isinstance(due, Due) else None,
            "earliest": due.earliest.isoformat() if isinstance(due, Due) and not exact else None,
            "says": "" if due is None or exact else str(due),
            "unless": _unless(due) if isinstance(due, Due) else [],
            "standing": clock.standing.value,
            "on": _on(clock.rests_on, on),
            "latest": clock.latest.latest.isoformat() if clock.latest else None,
            "soonest": clock.soonest.earliest.isoformat() if clock.soonest else None,
            "then": [due.latest.isoformat() for due in clock.then],
            "missed": clock.missed or None,
            "opens": clock.opens.earliest.isoformat() if clock.opens else None,
            "too_soon": list(clock.too_soon),
            "limits": None if clock.limits is None else _limits(clock.limits),
            "forecast": clock.forecast.latest.isoformat() if clock.forecast else None,
            "stands": _stands(clock.stands) if clock.states or clock.stands.barred else None,
            "otherwise": [_otherwise(reading) for reading in clock.stands.otherwise],
            "records": list(clock.records),
        }
    )


def _last_day(due: Due) -> str | None:
    """Return the last day on which an act is in time, where it is due by the end of a day."""
    _, last = due.days
    return last.isoformat() if due.end_of_day and last is not None else None


def _limits(limits: Limited) -> dict[str, Any]:
    due = limits.due.latest.isoformat() if isinstance(limits.due, Due) else None
    told = {"program": limits.program, "clock": limits.clock, "due": due}
    return {**_kept(told), "stricter": limits.stricter}


def _unless(due: Due) -> list[dict[str, Any]]:
    return [
        _kept({"holiday": unless.holiday.isoformat() if unless.holiday else None, "due": unless.then.isoformat()})
        for unless in due.unless
    ]


def _stands(stands: StateInWords) -> dict[str, Any]:
    return _kept(
        {
            "word": stands.word,
            "standing": stands.standing.value,
            "amount": stands.amount,
            "says": stands.says,
            "barred": stands.barred.value if stands.barred else None,
        }
    )


def _otherwise(other: ReadOtherwise) -> dict[str, Any]:
    due = other.due
    return _kept(
        {
            "reading": other.reading,
            "answer": other.answer,
            "word": other.word,
            "due": due.latest.isoformat() if due else None,
            "earliest": due.earliest.isoformat() if due and not due.exact else None,
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
            "ask": point.ask,
            "changes": list(_changes(point)),
            "unlisted": point.unlisted or None,
            "bounds": [{"moment": moment, "brings": [*map(str, brings)]} for moment, brings in point.bounds],
            "starts": [_kept({"act": act, "soonest": str(due or "")}) for act, due in point.starts],
        }
    )


def _changes(point: OpenPoint) -> Iterator[dict[str, Any]]:
    """Yield how much other answers change; those that change as much, once."""
    alike: dict[tuple[int, int], list[str]] = {}
    for answer, adds, takes in point.changes:
        alike.setdefault((len(adds), len(takes)), []).append(answer)
    yield from ({"answers": answers, "adds": adds, "takes": takes} for (adds, takes), answers in alike.items())
