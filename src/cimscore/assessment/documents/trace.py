"""The trace of a decision: which conditions gave each conclusion, by which clauses, and on which answers it rests."""

from __future__ import annotations

from typing import Any

from cimscore.assessment.decision.value import Decision
from cimscore.assessment.decision.words import Words
from cimscore.assessment.documents.document import is_told
from cimscore.assessment.explaining import Explanation, address_of_claim, explanations_at
from cimscore.grades import PROVISIONAL
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.reasons.explaining import Reason


def trace_of(decision: Decision, decided: Decided, words: Words) -> list[dict[str, Any]]:
    """Return why each conclusion and clock of a decision holds, as plain values.

    Args:
        decision: The decision.
        decided: What was decided.
        words: The words of the program for the things of the case.
    """
    program = decided.run.compiled.program
    claims = [
        (program.predicates[f"conclusion:{conclusion.id}"], conclusion.things)
        for conclusion in decision.conclusions
        if is_told(conclusion)
    ]
    clocks = {clock.id: clock.part("owed") for clock in program.clocks}
    claims += [(clocks[clock.id], clock.things) for clock in decision.clocks]
    return [traced(explanation) for explanation in explanations_at(decided, words, claims)]


def traced(explanation: Explanation) -> dict[str, Any]:
    """Return an explanation as plain values, without what is empty."""
    told = {
        "address": explanation.address,
        "says": explanation.says,
        "standing": explanation.standing,
        "clauses": list(explanation.clauses),
        "because": [_reason(part) for part in explanation.reason.because],
        "whichever": explanation.whichever,
        "ways": [
            {"answer": answer, "because": list(map(_reason, reason.because))} for answer, reason in explanation.ways
        ],
        "rests_on": [{doubt.address: doubt.loses for doubt in doubts} for doubts in explanation.rests_on],
        "notes": list(explanation.notes),
    }
    return {name: value for name, value in told.items() if value not in ("", []) or name == "because"}


def _reason(reason: Reason) -> dict[str, Any]:
    plain: dict[str, Any] = {"says": reason.says}
    if reason.grade == PROVISIONAL:
        plain["provisional"] = True
    if reason.claim is not None:
        plain["address"] = address_of_claim(reason.claim)
    if reason.again:
        plain["again"] = True
    if reason.clauses:
        plain["clauses"] = list(reason.clauses)
    if reason.because:
        plain["because"] = [_reason(part) for part in reason.because]
    return plain
