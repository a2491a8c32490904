"""Clocks whose act would count as done while nobody has said so."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cimscore.case import Moment
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Condition, Or, Some
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.conditions.things import Value
from cimscore.rules.program import Program
from cimscore.rules.refusals import AuthorError
from cimscore.rules.rows.questions import Answered, Question


def done_by_silence(program: Program) -> Iterator[AuthorError]:
    """Yield each clock that an unanswered question for a moment would stop.

    Such a question has a moment that is not known, so that a clock may start from it. A clock that it stops would be
    done, at some moment, before anybody has said so.
    """
    for clock in program.clocks:
        for question in sorted(_silent(clock.stops, clock.done), key=lambda question: question.id):
            yield AuthorError(
                what=f"clock {clock.id}",
                found=f"stops=… by {question.id}, a question for a moment that nobody may have answered",
                expected="something beside it that says that the act was done",
                hint=f"Join it with .answered(…) of {question.id}, or with a question of yes or no.",
            )


def _silent(condition: Condition | None, done: Value[Any] | None) -> set[Question[Any]]:
    """Return the questions that alone list a moment at which an act was done."""
    match condition:
        case And(parts=parts) if any(map(_is_said, parts)):
            return set()
        case And(parts=parts) | Or(parts=parts):
            return {question for part in parts for question in _silent(part, done)}
        case Some(part=part):
            return _silent(part, done)
        case Holds(predicate=Defined() as defined, terms=terms):
            return _silent(substituted(defined.condition, dict(zip(defined.things, terms, strict=True))), done)
        case Holds(predicate=Question(answers=kind) as question, terms=(*_, answer)):
            return {question} if issubclass(kind, Moment) and answer == done else set()
        case _:
            return set()


def _is_said(condition: Condition) -> bool:
    """Return True if a condition holds only where somebody has answered something else than when."""
    match condition:
        case And(parts=parts):
            return any(map(_is_said, parts))
        case Or(parts=parts):
            return all(map(_is_said, parts))
        case Some(part=part) | Holds(predicate=Defined(condition=part)):
            return _is_said(part)
        case Holds(predicate=Question(answers=kind)):
            return not issubclass(kind, Moment)
        case Holds(predicate=predicate):
            return isinstance(predicate, Answered)
        case _:
            return False
