"""Checking answers in a case that was built in Python and never passed the reader."""

from __future__ import annotations

import enum
from collections.abc import Iterator

from cimscore.case import UNKNOWN, Case, refuse_unless_answered
from cimscore.errors import DocumentError, Problem
from cimscore.ids import did_you_mean
from cimscore.rulebook import Rulebook
from cimscore.rules.forms import form_of
from cimscore.rules.questions import STORED_TYPES


def check_answers(case: Case, rulebook: Rulebook) -> None:
    """Refuse answers of another type than their question asks for, or about things that the case does not have.

    Raises:
        DocumentError: Every such answer, at once.
    """
    answers = [(f"decisions[{i}]", it.question, it.answer) for i, it in enumerate(case.decisions)]
    answers += [(f"facts {it.question}@{it.about}", it.question, it.answer) for it in case.facts]
    problems = [problem for answer in answers for problem in _problems(*answer, rulebook)]
    if problems:
        raise DocumentError(problems, where=case.id)
    refuse_unless_answered(case, {name: form_of(rulebook.questions[name]) for _, name, _ in answers})


def _problems(where: str, name: str, answer: object, rulebook: Rulebook) -> Iterator[Problem]:
    question = rulebook.questions.get(name)
    if question is None:
        hint = did_you_mean(name, rulebook.questions)
        yield Problem(
            where=where, found=f"the question {name!r}", expected="a question of an installed program", hint=hint
        )
        return
    if answer is UNKNOWN:
        return
    if issubclass(question.answers, enum.StrEnum):
        words = [member.value for member in question.answers]
        if type(answer) is not str or answer not in words:
            hint = did_you_mean(str(answer), words)
            yield Problem(where=where, found=repr(answer), expected=f"a str, one of {', '.join(words)}", hint=hint)
    elif type(answer) is not STORED_TYPES[question.answers]:
        expected = STORED_TYPES[question.answers].__name__
        yield Problem(
            where=where, found=f"{answer!r} ({type(answer).__name__})", expected=f"exactly the type {expected}"
        )
