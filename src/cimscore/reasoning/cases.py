"""Run of a program over a case."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from cimscore.case import UNKNOWN, Between, Case, Moment
from cimscore.clocks import Counter, Span
from cimscore.reasoning.acts import acts_done
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import EMPTY, Tuple
from cimscore.reasoning.places import with_local_days
from cimscore.reasoning.points.answers import Given
from cimscore.reasoning.points.on_file import said_of_the_file, with_files_in_question
from cimscore.reasoning.run import Run
from cimscore.reasoning.situation import Asked, situation_of
from cimscore.reasoning.situation.files import record_named
from cimscore.rules.conditions.things import Record
from cimscore.rules.program import Program
from cimscore.rules.rows.conclusions import EDITION
from cimscore.rules.rows.questions import Question
from cimscore.rules.vocabulary import received


def run_of(
    case: Case,
    compiled: Compiled,
    *,
    at: Moment | None = None,
    readings: Mapping[str, Any] | None = None,
    editions: Mapping[str, str] | None = None,
) -> Run:
    """Return the run of a program over a case. Open facts stay open.

    Args:
        case: The case.
        compiled: The program.
        at: Moment of the assessment.
        readings: Readings to use instead of the program's own, by id.
        editions: Editions to use instead of those that the program chooses, by document.
    """
    program = compiled.program
    given, case = given_in(case, program), with_files_in_question(case, program)
    asked = Asked(
        case=case, zone=program.zone, ages=compiled.thresholds("age-at-least"), days=compiled.thresholds("days-since"),
        at=at, movers=compiled.movers, recorded_as=compiled.recorded_as, workflows=program.workflows,
        chooses=EDITION in program.predicates,
    )  # fmt: skip
    situation = situation_of(asked)
    told = (moment for (moment,) in situation.base.get(received.key, EMPTY).rows if moment is not UNKNOWN)
    calendars = with_local_days(program.calendars, case.local_days)
    context = Context(
        zone=program.zone,
        received=next(told, None),
        at=at,
        done=acts_done(case, program),
        counter=Counter(calendars, program.zone, program.calendars[0].id if program.calendars else ""),
        editions=editions or {},
    )
    return Run(compiled, situation, given, context, readings, editions)


def given_in(case: Case, program: Program) -> Mapping[str, Mapping[Tuple, Given]]:
    """Return the answers that a case gives to a program's questions, by question id and things."""
    found: dict[str, dict[Tuple, Given]] = {}
    for question, answers in answers_entered(case, program):
        found.setdefault(question.id, {}).update(answers)
    for question in program.questions:
        for things, answer in said_of_the_file(case, question):
            found.setdefault(question.id, {}).setdefault(things, Given(answer=answer))
    return found


def answers_entered(case: Case, program: Program) -> Iterator[tuple[Question[Any], Mapping[Tuple, Given]]]:
    """Yield each decision and fact of a case that answers a question of a program, by the things that it is about."""
    questions = {question.id: question for question in program.questions}
    for name, about, given in _answers(case):
        owner, _, id = name.partition("/")
        question = questions.get(id)
        if question is not None and owner == program.owner_of(question):
            typed = attrs.evolve(given, answer=_typed(question, given.answer))
            yield question, {_things(question, address, case): typed for address in about}


def _answers(case: Case) -> Iterator[tuple[str, tuple[str, ...], Given]]:
    for decision in case.decisions:
        yield decision.question, decision.about, Given(answer=decision.answer, at=decision.at)
    for fact in case.facts:
        yield fact.question, (fact.about,), Given(answer=fact.answer, at=UNKNOWN)


def _things(question: Question[Any], about: str, case: Case) -> Tuple:
    """Return what an answer is about; a record to be made by its name."""
    parts = () if about == "case" else tuple(about.split("@"))
    kinds = [type(thing) for thing in question.things]
    return tuple(
        # Not strict: an answer about the wrong number of things is refused elsewhere, with a sentence about it.
        record_named(part, case) or part if kind is Record else part
        for part, kind in zip(parts, kinds, strict=False)
    )


def _typed(question: Question[Any], stored: object) -> object:
    """Return the typed answer for a stored one: a member for its word."""
    kind: type[Any] = question.answers
    if isinstance(stored, Between):
        return Span(first=stored.first, last=stored.last, working=stored.first)
    if stored is not UNKNOWN and issubclass(kind, enum.Enum):
        return kind(stored)
    return stored
