"""Outcomes, and the worlds that show what leads to them: a worked example with one thing otherwise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

import attrs

from cimscore.assessment import Assessment, Conclusion, ScopeState, assess, supplied
from cimscore.case import Case
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.rules import HouseholdRole, OpenQuestion, Record, Role, Topic
from cimscore.variations import completed, omissions


@attrs.frozen(kw_only=True, order=True)
class Outcome:
    """Something the rules can come to: a record of a kind, a role of a person, what a household is."""

    program: str
    topic: str
    name: str


@attrs.frozen(kw_only=True)
class World:
    """A worked example with one thing otherwise than it states, or with one open question answered.

    Attributes:
        programs: Ids of the programs that decide on it.
        question: What is otherwise: ``case/stay`` for an entry of the case, ``program/question`` for an answer.
        value: What it is here, as the case holds it.
        reached: The outcomes it comes to, proposals among them.
        brought: Those that the example does not come to, or not for the same person, home or record.
        taken: Those that the example comes to and this world does not.
        left_open: Those that the example comes to, and that wait for an answer here.
    """

    programs: tuple[str, ...]
    question: str
    value: Any
    reached: frozenset[Outcome]
    brought: frozenset[Outcome]
    taken: frozenset[Outcome]
    left_open: frozenset[Outcome]


def outcomes_of(assessment: Assessment) -> Mapping[Outcome, tuple[Conclusion, ...]]:
    """What an assessment comes to, each outcome with its conclusions."""
    found: dict[Outcome, tuple[Conclusion, ...]] = {}
    for conclusion in (it for program in assessment.programs for it in program.conclusions):
        outcome = _outcome_of(conclusion)
        if outcome:
            found[outcome] = (*found.get(outcome, ()), conclusion)
    return found


def worlds_around(example: WorkedExample, assessment: Assessment, rulebook: Rulebook) -> Iterator[World]:
    """Every world next to an example, where it differs by one thing; dates and moments stay as they are.

    Args:
        example: The example.
        assessment: What is decided on it.
        rulebook: The rulebook it is decided under.
    """
    before = _about(outcomes_of(assessment))
    for question, value, case in _next_to(example, assessment, rulebook):
        then = assess(case, rulebook, at=example.at, readings=example.readings)
        after = _about(outcomes_of(then))
        gone = before - after
        waiting = {it for it in gone if _may_still_come(*it, then)}
        yield World(
            programs=tuple(it.program for it in then.programs),
            question=question,
            value=value,
            reached=_named(after),
            brought=_named(after - before),
            taken=_named(gone - waiting),
            left_open=_named(waiting),
        )


def _next_to(example: WorkedExample, assessment: Assessment, rulebook: Rulebook) -> Iterator[tuple[str, Any, Case]]:
    for omission in omissions(example.case, rulebook):
        for it in omission.completions:
            if not omission.is_when and it.case != example.case:
                yield omission.question, it.value, it.case
    for question in (it.question for it in assessment.open_questions):
        for it in completed(partial(_answered, example, question), question.options):
            yield question.question, it.value, it.case


def _answered(example: WorkedExample, question: OpenQuestion, option: object) -> Case:
    return supplied(example.case, question, option, example.at)


def _outcome_of(conclusion: Conclusion) -> Outcome | None:
    match conclusion.answer:
        case Record(kind=name) | HouseholdRole(name=name):
            return Outcome(program=conclusion.program, topic=conclusion.topic, name=name)
        case Role() as role:
            return Outcome(program=conclusion.program, topic=conclusion.topic, name=role.value)
        case _:
            return None


def _about(outcomes: Mapping[Outcome, tuple[Conclusion, ...]]) -> set[tuple[Outcome, str]]:
    return {(outcome, it.about) for outcome, those in outcomes.items() for it in those}


def _named(outcomes: Iterable[tuple[Outcome, str]]) -> frozenset[Outcome]:
    return frozenset(outcome for outcome, _ in outcomes)


def _may_still_come(outcome: Outcome, about: str, then: Assessment) -> bool:
    """Whether an outcome that is not there waits for an answer: what is open never counts as no."""
    if any(it.program == outcome.program and it.scope is ScopeState.OPEN for it in then.programs):
        return True
    applying = {name for it in then.programs for conclusion in it.conclusions for name in conclusion.grounds}
    waiting = {name for it in then.open_questions for name in it.needed_by} - applying
    waiting |= {f"{it.rule}@{it.about}" for it in then.failures}
    records, own = f"{outcome.program}/{Topic.RECORDS}/", f"{outcome.program}/{outcome.topic}/"
    return any(
        name.startswith(records) or (name.startswith(own) and name.partition("@")[2] == about) for name in waiting
    )
