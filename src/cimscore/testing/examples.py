"""Holding a worked example against the rules."""

from __future__ import annotations

from collections import defaultdict

from cimscore.assessment import Assessment, assess
from cimscore.rulebook import Rulebook, WorkedExample


def assess_example(example: WorkedExample, rulebook: Rulebook) -> Assessment:
    """The assessment of an example's case, at its moment and by its readings."""
    return assess(example.case, rulebook, at=example.at, readings=example.readings)


def check_example(example: WorkedExample, rulebook: Rulebook) -> tuple[str, ...]:
    """What an example expects and does not get, in sentences; empty when it holds.

    A failure of a plugin is always reported, whether or not the example expects anything of that part.
    """
    assessment = assess_example(example, rulebook)
    said: dict[tuple[str, str], list[str]] = defaultdict(list)
    for program in assessment.programs:
        for conclusion in program.conclusions:
            said[conclusion.topic, conclusion.about].append(conclusion.summary)
    wrong = [f"failed: {failure.rule}@{failure.about}: {failure.message}" for failure in assessment.failures]
    for topic, by_thing in example.expect.items():
        for about, expected in by_thing.items():
            found = said[topic, about]
            if sorted(found) != sorted(expected):
                wrong.append(f"{topic} about {about}: expected {_listed(expected)}, found {_listed(found)}")
    asked = tuple(it.question.address for it in assessment.open_questions)
    if example.asks is not None and sorted(asked) != sorted(example.asks):
        wrong.append(f"open questions: expected {_listed(example.asks)}, found {_listed(asked)}")
    return tuple(wrong)


def _listed(parts: tuple[str, ...] | list[str]) -> str:
    return "; ".join(sorted(parts)) or "nothing"
