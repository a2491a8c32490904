"""An assessment as a document: everything in it as plain JSON, each tested condition written once.

Conditions are shared by many findings. They stand in one table, under a digest of what they say, and
everything else refers to them by it: written out in place, a trace would grow with every finding.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any, Final

import attrs

from cimscore.assessment import Asked, Assessment, Conclusion, DutyDue, Finding, Outcome, ProgramDecision
from cimscore.calendars import Due
from cimscore.rules import (
    Carried,
    Deadline,
    Duty,
    Edition,
    Failure,
    HouseholdRole,
    InScope,
    Node,
    OpenQuestion,
    Record,
    Role,
    Subject,
)
from cimscore.wire.writing import to_plain

Plain = dict[str, Any]

KINDS: Final[dict[type[Any], str]] = {
    Edition: "edition", InScope: "in-scope", HouseholdRole: "household-role", Subject: "subject", Record: "record",
    Role: "role", Carried: "carried", Duty: "duty", Deadline: "deadline",
}  # fmt: skip
"""The word that tells what kind of answer an answer in a document is."""


def assessment_document(assessment: Assessment) -> Plain:
    """The whole assessment as a document: the same assessment gives the same bytes.

    Nothing in it depends on the notifier, and nothing in it is private to the engine.
    """
    conditions = _Conditions()
    return {
        "format": assessment.receipt.format,
        "case": assessment.case,
        "decided": assessment.decided,
        "shared_care": to_plain(assessment.shared_care),
        "programs": [_program(one) for one in assessment.programs],
        "duties": [_duty(one) for one in assessment.duties],
        "findings": [_finding(one, conditions) for one in assessment.findings],
        "open_questions": [_asked(one) for one in assessment.open_questions],
        "assumptions": list(assessment.assumptions),
        "failures": to_plain(assessment.failures),
        "receipt": to_plain(assessment.receipt),
        "conditions": conditions.table(),
    }


def outcome_document(outcome: Outcome) -> Plain:
    """What came of one rule on one thing, as a document: the answer to "why not"."""
    conditions = _Conditions()
    return {
        "address": outcome.address,
        "state": outcome.state.value,
        "sentence": outcome.rule.rule.sentence,
        "clauses": list(outcome.rule.rule.cites),
        "answer": answer_document(outcome.answer),
        "when": conditions.refer(outcome.when),
        "unless": conditions.refer(outcome.unless),
        "subject_to": sorted(outcome.subject_to),
        **_cause(outcome.cause),
        "conditions": conditions.table(),
    }


def answer_document(answer: object) -> Plain | None:
    """A rule's answer, with a word that tells its kind; None for no answer."""
    if answer is None:
        return None
    kind = next(word for of, word in KINDS.items() if isinstance(answer, of))
    match answer:
        case Record():
            focus = str(answer.focus) if answer.focus else None
            parts: Plain = {"record": str(answer), "record_kind": answer.kind, "of": str(answer.of), "focus": focus}
        case Role():
            parts = {"role": answer.value}
        case Deadline(act=act, due=due, counted_from=start, modal=modal):
            parts = {"act": act, "due": due_document(due), "counted_from": to_plain(start), "modal": modal.value}
        case _:
            parts = to_plain(answer)
    return {"kind": kind, **parts}


def due_document(due: Due) -> Plain:
    """When something is due: instants with their offsets, the sentence for people, and what was not counted."""
    return {
        "earliest": due.earliest.isoformat(),
        "latest": due.latest.isoformat(),
        "end_of_day": due.end_of_day,
        "zone": due.zone.key,
        "text": due.describe(),
        "notes": list(due.notes()),
        "skipped": to_plain(due.skipped),
        "part_days": [
            {"day": it.day.isoformat(), "begins": it.begins.isoformat(), "name": it.name} for it in due.part_days
        ],
        "falls_on": due.falls_on,
    }


def question_document(question: OpenQuestion) -> Plain:
    """An open question, with the address that an answer to it has to name."""
    return {"address": question.address, **to_plain(question)}


def _program(one: ProgramDecision) -> Plain:
    bare = to_plain(attrs.evolve(one, conclusions=()))
    return {**bare, "conclusions": [_conclusion(conclusion) for conclusion in one.conclusions]}


def _conclusion(one: Conclusion) -> Plain:
    bare = to_plain(attrs.evolve(one, answer=None))
    return {"address": one.address, **bare, "answer": answer_document(one.answer)}


def _duty(one: DutyDue) -> Plain:
    due = due_document(one.due) if one.due else None
    return {"duty": one.duty.address, "deadline": one.deadline.address if one.deadline else None, "due": due}


def _finding(one: Finding, conditions: _Conditions) -> Plain:
    bare = to_plain(attrs.evolve(one, answer=None, when=(), unless=(), waits_for=None))
    return {
        **bare,
        "answer": answer_document(one.answer),
        "when": conditions.refer(one.when),
        "unless": conditions.refer(one.unless),
        **_cause(one.waits_for or one.failure),
    }


def _asked(one: Asked) -> Plain:
    return {**to_plain(one), "question": question_document(one.question)}


def _cause(cause: OpenQuestion | Failure | None) -> Plain:
    return {
        "waits_for": question_document(cause) if isinstance(cause, OpenQuestion) else None,
        "failure": to_plain(cause) if isinstance(cause, Failure) else None,
    }


class _Conditions:
    """The table of conditions: each node once, under a digest of its content and of those it rests on."""

    def __init__(self) -> None:
        self._by_node: dict[Node, str] = {}
        self._table: dict[str, Plain] = {}

    def refer(self, nodes: tuple[Node, ...]) -> list[str]:
        """The keys of these conditions, which stand in the table from now on."""
        return [self._key(node) for node in nodes]

    def table(self) -> dict[str, Plain]:
        """Every condition referred to, by key."""
        return dict(sorted(self._table.items()))

    def _key(self, node: Node) -> str:
        if node not in self._by_node:
            plain = self._plain(node)
            said = json.dumps(plain, sort_keys=True, ensure_ascii=True)
            self._by_node[node] = key = hashlib.sha256(said.encode()).hexdigest()[:16]
            self._table[key] = plain
        return self._by_node[node]

    def _plain(self, node: Node) -> Plain:
        learned = to_plain(attrs.evolve(node.learned, nodes=()))
        del learned["nodes"]
        said = {"sentence": node.sentence, "about": node.about, "value": node.value}
        return {**said, **learned, "rests_on": self.refer(node.nodes), **_cause(node.cause)}
