"""Reported claims of a case, each in words under an address that identifies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from cimscore.assessment import Assessment, DecidedClock, DecidedConclusion, Decision, OpenPoint, Standing
from cimscore.assessment.decision.words import Words, duty_row
from cimscore.rulebook import Rulebook
from cimscore.rules import Topic
from cimscore.rules.program import Program


@attrs.frozen(kw_only=True)
class Concluded:
    """One thing that is told, or one question that is open: in words, with the clauses it rests on."""

    summary: str
    clauses: tuple[str, ...]
    provisional: bool = False


def told_of(assessment: Assessment, rulebook: Rulebook) -> Mapping[str, Concluded]:
    """Return everything that an assessment tells, by address.

    Args:
        assessment: What the programs decide.
        rulebook: The rulebook that it was decided under.
    """
    found: dict[str, Concluded] = {}
    for decision in assessment.decisions:
        words = Words(rulebook.program(decision.program).program, {})
        found.update(_decided(decision, words))
    for failure in assessment.failures:
        found[f"failed: {failure.rule}"] = Concluded(summary=str(failure), clauses=())
    return dict(sorted(found.items()))


def _decided(decision: Decision, words: Words) -> Iterator[tuple[str, Concluded]]:
    for document, edition, _ in decision.governed_by:
        yield f"{decision.program}/edition@{document}", Concluded(summary=edition, clauses=())
    for conclusion in decision.conclusions:
        yield _address(decision, conclusion.id, conclusion.things), _concluded(conclusion, words)
    for clock in decision.clocks:
        yield _address(decision, f"clock/{clock.id}", clock.things), _timed(clock)
    for law in decision.laws:
        yield (
            _address(decision, f"law/{law.id}", law.things),
            Concluded(
                summary=f"not {'proven' if law.holds_provisionally else 'so'}: {law.says}", clauses=_sorted(law.clauses)
            ),
        )
    for point in decision.points:
        yield f"open: {point.address}", _open(point, words.program)


def _address(decision: Decision, id: str, things: tuple[Any, ...]) -> str:
    about = "@".join(str(thing) for thing in things if str(thing)) or "case"
    return f"{decision.program}/{id}@{about}"


def _concluded(conclusion: DecidedConclusion, words: Words) -> Concluded:
    says = _duty(conclusion, words) if conclusion.topic == Topic.DUTIES else conclusion.says
    return Concluded(
        summary=says, clauses=_sorted(conclusion.clauses), provisional=conclusion.standing is Standing.PROVISIONAL
    )


def _duty(conclusion: DecidedConclusion, words: Words) -> str:
    table = next(table for table in words.program.conclusions if table.id == conclusion.id)
    return words.duty(duty_row(table, conclusion.things).notes, conclusion.things[-1])


def _timed(clock: DecidedClock) -> Concluded:
    day = f"waits for {clock.counted_from or 'its start'}" if clock.due is None else str(clock.due)
    provisional = clock.standing is Standing.PROVISIONAL
    return Concluded(summary=f"{clock.what}: {day}", clauses=_sorted(clock.clauses), provisional=provisional)


def _open(point: OpenPoint, program: Program) -> Concluded:
    name = point.address.partition("@")[0]
    cites = (question.cites for question in program.questions if f"{program.owner_of(question)}/{question.id}" == name)
    return Concluded(summary=point.asks, clauses=_sorted(next(cites, ())))


def _sorted(clauses: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(sorted(set(clauses)))
