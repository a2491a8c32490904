"""An assessment in the words of a worked example: short lines that a policy officer can read and compare."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from cimscore.assessment import Assessment, DecidedClock, DecidedConclusion, Decision, Standing
from cimscore.assessment.decision.words import words_for
from cimscore.case import Case
from cimscore.ids import CASE
from cimscore.reasoning.points.points import PointKind
from cimscore.rulebook import Rulebook
from cimscore.rules import Topic

PROVISIONAL = " (provisional)"
_ASKED = (PointKind.FACT, PointKind.DECISION, PointKind.EDITION)


@attrs.frozen(kw_only=True)
class Lines:
    """Results of an assessment in lines.

    Attributes:
        conclusions: By the id of a conclusion, a line for each group of things for which it is true.
        duties: By the thing they are owed for, each duty as a sentence.
        clocks: By the clock and its things, the day.
        asks: Addresses of the open questions, without readings and assumptions.
        state: State of each decision, joined by commas.
    """

    conclusions: Mapping[str, tuple[str, ...]]
    duties: Mapping[str, tuple[str, ...]]
    clocks: Mapping[str, str]
    asks: tuple[str, ...]
    state: str


def lines_of(assessment: Assessment, case: Case, rulebook: Rulebook) -> Lines:
    """Return what an assessment tells, in the words of a worked example.

    Args:
        assessment: The assessment.
        case: Its case.
        rulebook: The installed programs.
    """
    decisions = assessment.decisions
    return Lines(
        conclusions=_gathered(line for decision in decisions for line in _conclusions(decision)),
        duties=_gathered(line for decision in decisions for line in _duties(decision, case, rulebook)),
        clocks=dict(line for decision in decisions for line in map(_clock, decision.clocks)),
        asks=tuple(
            sorted({point.address for decision in decisions for point in decision.points if point.kind in _ASKED})
        ),
        state=", ".join(str(decision.state) for decision in decisions),
    )


def _conclusions(decision: Decision) -> Iterator[tuple[str, str]]:
    for conclusion in decision.conclusions:
        if conclusion.topic != Topic.DUTIES:
            yield conclusion.id, _joined(conclusion.things) + _standing(conclusion)
    for source, edition, _ in decision.governed_by:
        yield "edition", f"{source}, {edition}"


def _duties(decision: Decision, case: Case, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    program = rulebook.program(decision.program).program
    words = words_for(case, program)
    notes = {(conclusion.id, row.id): row.notes for conclusion in program.conclusions for row in conclusion.rows}
    for conclusion in decision.of_topic(Topic.DUTIES):
        said = words.duty(notes[conclusion.id, conclusion.rows[0]], conclusion.things[-1])
        yield _joined(conclusion.things[:-2]), said + _standing(conclusion)


def _clock(clock: DecidedClock) -> tuple[str, str]:
    day = "waiting" if clock.due is None else str(clock.due)
    return f"{clock.id}, {_joined(clock.things)}", day + _standing(clock)


def _joined(things: Iterable[Any]) -> str:
    return ", ".join(map(str, things)) or CASE


def _standing(line: DecidedConclusion | DecidedClock) -> str:
    return PROVISIONAL if line.standing is Standing.PROVISIONAL else ""


def _gathered(lines: Iterable[tuple[str, str]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for key, line in lines:
        found.setdefault(key, []).append(line)
    return {key: tuple(sorted(set(found[key]))) for key in sorted(found)}
