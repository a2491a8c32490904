"""Outcomes, and the worlds that show what leads to them: a worked example with one thing otherwise."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import attrs

from cimscore.assessment import DecidedConclusion, Decision, decided_under
from cimscore.case import Case, Moment, Unknown
from cimscore.clocks import Span
from cimscore.grades import POSSIBLE, PROVISIONAL
from cimscore.reasoning.claims.told import Decided
from cimscore.reasoning.points.points import Point, PointKind
from cimscore.reasoning.questions import noted, point_at
from cimscore.reasoning.run import Run
from cimscore.rulebook import InstalledProgram, Rulebook, WorkedExample
from cimscore.rules import RecordName, Topic
from cimscore.traceability.worlds.entered import addresses_entered

_TOPICS: Final = frozenset({Topic.HOUSEHOLDS, Topic.RECORDS, Topic.ROLES})
_ANSWERED: Final = frozenset({PointKind.FACT, PointKind.DECISION, PointKind.GRANTED})


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
        programs: The id of the program that decides on it.
        question: What is otherwise: ``case/stay`` for an entry of the case, ``program/question`` for an answer.
        value: What it is here, in words.
        reached: The outcomes it comes to by the working answers.
        brought: Those that the example does not come to, or not for the same person, home or record.
        taken: Those that the example comes to and this world cannot.
        left_open: Those that the example comes to, and this world only by another answer.
    """

    programs: tuple[str, ...]
    question: str
    value: str
    reached: frozenset[Outcome]
    brought: frozenset[Outcome]
    taken: frozenset[Outcome]
    left_open: frozenset[Outcome]


def outcomes_of(decisions: Iterable[Decision]) -> Mapping[Outcome, tuple[DecidedConclusion, ...]]:
    """Return what decisions come to, each outcome with its conclusions."""
    found: dict[Outcome, tuple[DecidedConclusion, ...]] = {}
    for decision in decisions:
        for conclusion in decision.conclusions:
            outcome = _outcome_of(decision.program, Topic(conclusion.topic), conclusion.id, conclusion.things)
            if outcome is not None:
                found[outcome] = (*found.get(outcome, ()), conclusion)
    return found


def worlds_around(example: WorkedExample, rulebook: Rulebook) -> Iterator[World]:
    """Yield every world next to an example, where it differs by one thing; dates and moments stay as they are.

    Args:
        example: The example.
        rulebook: The rulebook it is decided under.

    Raises:
        RuleFailure: A function of a plugin raised an error.
    """
    for program in map(rulebook.program, dict.fromkeys(example.case.programs)):
        _, decided = decided_under(example.case, program, rulebook, at=example.at, readings=example.readings)
        before = _reached(decided.run, program)
        for point in _points(example.case, decided):
            for value in point.values:
                if value != point.working or not point.known:
                    then = decided.run.answered(point.address, value)
                    yield _world(program, point, value, before, _reached(then, program))


_Reached = Mapping[tuple[Outcome, str], int]
"""By outcome, and by whom or what it is about, how sure it is."""


def _world(program: InstalledProgram, point: Point, value: Any, before: _Reached, after: _Reached) -> World:
    held = {claim for claim, grade in before.items() if grade >= PROVISIONAL}
    holds = {claim for claim, grade in after.items() if grade >= PROVISIONAL}
    # Still possible: the outcome is left open, which is never counted as taken away.
    waiting = {claim for claim in held - holds if after.get(claim, 0) >= POSSIBLE}
    word, _, _ = point.address.partition("@")
    return World(
        programs=(program.id,),
        question=word if "/" in word else f"case/{word}",
        value=point.in_words(value),
        reached=_named(holds),
        brought=_named(holds - held),
        taken=_named(held - holds - waiting),
        left_open=_named(waiting),
    )


def _points(case: Case, decided: Decided) -> Iterator[Point]:
    """Yield what can be otherwise: every entry of the case, every answer it gives, and every open question."""
    # Days and moments have too many values to try, and the clocks already tell their bounds.
    return (point for point in _all_points(case, decided) if not any(map(_is_of_time, point.values)))


def _is_of_time(value: object) -> bool:
    return isinstance(value, Moment | Span | dt.date)


def _all_points(case: Case, decided: Decided) -> Iterator[Point]:
    for address in addresses_entered(case):
        try:
            yield decided.run.situation.known(address)
        except KeyError:  # The entry is there and states nothing of this.
            continue
    yield from _given(decided.run)
    yield from (point for point in decided.points.values() if point.kind in _ANSWERED)


def _given(run: Run) -> Iterator[Point]:
    """Yield each answer that the document gives, with the others that its question can have."""
    questions = {question.id: question for question in run.compiled.program.questions}
    for id, answers in sorted(run.given.items()):
        for things, given in answers.items():
            if not isinstance(given.answer, Unknown):
                point = point_at(run, noted(run, questions[id], things))
                yield attrs.evolve(point, working=given.answer, known=True)


def _reached(run: Run, program: InstalledProgram) -> _Reached:
    found: dict[tuple[Outcome, str], int] = {}
    for conclusion in program.program.conclusions:
        if conclusion.topic in _TOPICS:
            for things, grade in run.value(conclusion).rows.items():
                outcome = _outcome_of(program.id, conclusion.topic, conclusion.id, things)
                if outcome is not None and grade:
                    key = outcome, "@".join(map(str, things))
                    found[key] = max(grade, found.get(key, 0))
    return found


def _outcome_of(program: str, topic: Topic, id: str, things: tuple[Any, ...]) -> Outcome | None:
    """Return what a conclusion comes to; None for what is no outcome of its own."""
    name = ""
    if topic is Topic.HOUSEHOLDS:
        name = id
    elif topic is Topic.RECORDS and len(things) == 1 and isinstance(things[0], RecordName):
        name = things[0].kind
    elif topic is Topic.ROLES and isinstance(things[-1], enum.Enum):
        name = str(things[-1].value) if id == "role" else f"{id}-{things[-1].value}"
    return Outcome(program=program, topic=topic.value, name=name) if name else None


def _named(outcomes: Iterable[tuple[Outcome, str]]) -> frozenset[Outcome]:
    return frozenset(outcome for outcome, _ in outcomes)
