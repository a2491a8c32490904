"""Vocabulary of the installed programs: all that reading a document needs of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from cimscore.case import Declared, Form
from cimscore.rules import Question
from cimscore.rules.forms import form_of


@attrs.frozen(kw_only=True, slots=False)
class Vocabulary:
    """Programs that a document may name, and questions that it may answer.

    Attributes:
        programs: Ids of the programs.
        questions: Every question, by ``program/question``.
        declared: Other declarations of the programs: kinds of record, and acts that may be done.
    """

    programs: frozenset[str]
    questions: Mapping[str, Question[Any]]
    declared: Declared = attrs.field(factory=Declared)

    @cached_property
    def forms(self) -> Mapping[str, Form]:
        """Return the form of the answers to every question: what the cross checks need to know."""
        return {name: form_of(question) for name, question in self.questions.items()}

    def only(self, programs: Iterable[str]) -> Vocabulary:
        """Return the part of the vocabulary that belongs to `programs`."""
        kept = self.programs & frozenset(programs)
        acts = {act: about for act, about in self.declared.acts.items() if program_of(act) in kept}
        kinds = {program: kinds for program, kinds in self.declared.kinds.items() if program in kept}
        roles = {program: words for program, words in self.declared.recorded_as.items() if program in kept}
        return Vocabulary(
            programs=kept,
            questions={name: question for name, question in self.questions.items() if program_of(name) in kept},
            declared=attrs.evolve(self.declared, kinds=kinds, acts=acts, recorded_as=roles),
        )

    def decisions(self) -> dict[str, Question[Any]]:
        """Return the questions that are a person's decision, by ``program/question``."""
        return {name: question for name, question in sorted(self.questions.items()) if question.decided_by}

    def facts(self, program: str) -> dict[str, Question[Any]]:
        """Return the questions of `program` that are facts, by their id in the program."""
        return {
            name.partition("/")[2]: question
            for name, question in sorted(self.questions.items())
            if program_of(name) == program and not question.decided_by
        }


def program_of(question: str) -> str:
    """Return the program's part of ``program/question``."""
    return question.partition("/")[0]
