"""Shapes that follow from a program's questions: what an answer looks like, and what it is about."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any

import attrs

from cimscore import ids
from cimscore.case import DecisionEntry, FactEntry, Moment
from cimscore.rules import Concern, File, Household, Person, Question, Record, Variable
from cimscore.rules import Place as PlaceOfCase
from cimscore.wire import patterns
from cimscore.wire.composites import Entry, Key, ListOf, MapOf, OneOrMore, described
from cimscore.wire.report import Place
from cimscore.wire.scalars import (
    ID,
    RECORD_ID,
    SOME_TEXT,
    Choice,
    Day,
    Flag,
    OrUnknown,
    Schema,
    Shape,
    Text,
    Unread,
    When,
    Whole,
)
from cimscore.wire.vocabulary import Vocabulary

AnyQuestion = Question[Any]

_GROUPS = ListOf(shape=ListOf(shape=ID, noun="households", at_least=1, unique=True), noun="groups", at_least=1)
_ANSWERS: Mapping[type[Any], Shape] = {
    bool: Flag(), str: SOME_TEXT, int: Whole(), dt.date: Day(), Moment: When(),
    Person: ID, Household: ID, PlaceOfCase: ID, Concern: ID, File: RECORD_ID, tuple: _GROUPS,
}  # fmt: skip
_AT_HOME = Text(expected="a person in a household, such as ari@north", pattern=patterns.AT_HOME)
_RECORD = Text(expected="a record, such as notification:north", pattern=patterns.RECORD)
_PERSON_IN = Text(expected="a person in a record, such as ari@notification:north", pattern=patterns.IN_RECORD)
_CONCERN_IN = Text(expected="a concern in a record, such as c1@notification:north", pattern=patterns.IN_RECORD)
_ADDRESSES: Mapping[tuple[type[Variable], ...], tuple[Shape, str]] = {
    (): (Choice(words=(ids.CASE,)), "the case"),
    (Person,): (ID, "a person"),
    (Household,): (ID, "a household"),
    (PlaceOfCase,): (ID, "a place"),
    (Concern,): (ID, "a concern"),
    (File,): (RECORD_ID, "a record on file"),
    (Record,): (_RECORD, "a record"),
    (Person, Household): (_AT_HOME, "a person in a household"),
    (Person, Record): (_PERSON_IN, "a person in a record"),
    (Concern, Record): (_CONCERN_IN, "a concern in a record"),
}
_SOURCE = (SOME_TEXT, "a policy source")


def _addressed(question: AnyQuestion) -> tuple[Shape, str]:
    """Return the shape of the addresses that a question is about, and the noun for one."""
    return _ADDRESSES.get(tuple(type(thing) for thing in question.things), _SOURCE)


def answer_shape(question: AnyQuestion) -> Shape:
    """Return what an answer to `question` looks like in a document, or ``unknown``."""
    kind = question.answers
    if question.codes and not question.other_words:
        return OrUnknown(Choice(words=tuple(question.codes)))
    if issubclass(kind, enum.Enum):
        return OrUnknown(Choice(words=tuple(member.value for member in kind)))
    return OrUnknown(_ANSWERS[kind])


@attrs.frozen
class Described:
    """A shape together with the question that it answers."""

    shape: Shape
    question: AnyQuestion

    def read(self, value: object, at: Place) -> object:
        return self.shape.read(value, at)

    def schema(self) -> Schema:
        asked, *explained = self._asked()
        guidance = " ".join(filter(None, [*explained, _guidance(self.question)]))
        return {**self.shape.schema(), "title": asked, **described(guidance)}

    def _asked(self) -> list[str]:
        """Return the question without places for things, then the sentence that explains it, where it has one."""
        from cimscore.rules.english.answers import asked_lines  # noqa: PLC0415 - only a schema needs the printer

        return [line.text for line in asked_lines(self.question)]


@attrs.frozen
class Decision:
    """An entry under ``decisions``, whose other keys depend on the question it answers."""

    vocabulary: Vocabulary

    def read(self, value: object, at: Place) -> object:
        name = value.get("question") if isinstance(value, Mapping) else None
        question = self.vocabulary.decisions().get(name) if isinstance(name, str) else None
        entry = self._of_any() if question is None else _decision_of(str(name), question)
        return entry.read(value, at)

    def schema(self) -> Schema:
        cases = [_when_question(name, _decision_of(name, q)) for name, q in self.vocabulary.decisions().items()]
        return {**self._of_any().schema(), **({"allOf": cases} if cases else {})}

    def _of_any(self) -> Entry:
        facts = {
            name: "It is a fact, not a decision: answer it under facts."
            for name, question in self.vocabulary.questions.items()
            if not question.decided_by
        }
        question = Choice(words=tuple(self.vocabulary.decisions()), advice=facts)
        keys = {
            "question": Key(shape=question, required=True),
            "about": Key(shape=Unread()),
            "answer": Key(shape=Unread(), required=True),
            "by": Key(shape=OrUnknown(SOME_TEXT)),
            "at": Key(shape=OrUnknown(When())),
        }
        return Entry(noun="a decision", build=DecisionEntry, keys=keys)


@attrs.frozen
class Facts:
    """The section ``facts``: by program, by question, and by address unless about the case."""

    vocabulary: Vocabulary

    def read(self, value: object, at: Place) -> object:
        read = self._shape().read(value, at)
        if not isinstance(read, dict):
            return read
        facts: dict[str, object] = {}
        for program, answers in read.items():
            for question, answer in answers.items():
                facts |= _located(f"{program}/{question}", answer, at.key(program).key(question))
        return facts

    def schema(self) -> Schema:
        return self._shape().schema()

    def _shape(self) -> Entry:
        programs = {program: Key(shape=self._of(program)) for program in sorted(self.vocabulary.programs)}
        return Entry(noun="facts", build=dict, keys=programs, guarded=True)

    def _of(self, program: str) -> Entry:
        keys = {name: Key(shape=Described(_fact(q), q)) for name, q in self.vocabulary.facts(program).items()}
        decided = {
            name.partition("/")[2]: f"It is decided by a person ({question.decided_by}): answer it under decisions."
            for name, question in self.vocabulary.only([program]).decisions().items()
        }
        return Entry(noun=f"the facts of {program}", build=dict, keys=keys, advice=decided)


def _fact(question: AnyQuestion) -> Shape:
    if not question.things:
        return answer_shape(question)
    address, noun = _addressed(question)
    return MapOf(keys=address, values=answer_shape(question), noun=f"{noun} to the answer")


def _located(question: str, answer: object, at: Place) -> dict[str, object]:
    if isinstance(answer, dict):
        return {at.key(a).path: FactEntry(question=question, about=a, answer=part) for a, part in answer.items()}
    return {at.path: FactEntry(question=question, about=ids.CASE, answer=answer)}


def _decision_of(name: str, question: AnyQuestion) -> Entry:
    address, noun = _addressed(question)
    about = OneOrMore(address, f"addresses, each of {noun}")
    whole = not question.things
    keys = {
        "question": Key(shape=Choice(words=(name,)), required=True),
        "about": Key(shape=about, required=not whole, left_out=(ids.CASE,) if whole else None),
        "answer": Key(shape=Described(answer_shape(question), question), required=True, about=_guidance(question)),
        "by": Key(shape=OrUnknown(Choice(words=(question.decided_by,)))),
        "at": Key(shape=OrUnknown(When())),
    }
    return Entry(noun="a decision", build=DecisionEntry, keys=keys)


def _guidance(question: AnyQuestion) -> str:
    """Who decides, and what they have to weigh."""
    decided_by = f"Decided by: {question.decided_by}." if question.decided_by else ""
    weigh = f"To weigh: {'; '.join(question.weigh)}." if question.weigh else ""
    return " ".join(filter(None, [decided_by, weigh]))


def _when_question(name: str, entry: Entry) -> Schema:
    then = {part: shape for part, shape in entry.schema().items() if part in ("properties", "required")}
    return {"if": {"properties": {"question": {"const": name}}, "required": ["question"]}, "then": then}
