"""Shapes that follow from a program's questions: what an answer looks like, and what it is about."""

from __future__ import annotations

import datetime as dt
import enum
import functools
from collections.abc import Mapping
from typing import Any

import attrs

from cimscore import ids
from cimscore.case import DecisionEntry, FactEntry, Moment, Sort
from cimscore.rules import Concern, File, Household, Person, Place, Question
from cimscore.rules.forms import form_of
from cimscore.wire import patterns
from cimscore.wire.composites import Entry, Key, ListOf, MapOf, OneOrMore, described
from cimscore.wire.report import DocumentPlace
from cimscore.wire.scalars import (
    ID,
    NAME,
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
    Whole,
)
from cimscore.wire.several import part_pattern
from cimscore.wire.vocabulary import Vocabulary
from cimscore.wire.whenever import Whenever

AnyQuestion = Question[Any]

_GROUPS = ListOf(shape=ListOf(shape=ID, noun="households", at_least=1, unique=True), noun="groups", at_least=1)
_ANSWERS: Mapping[type[Any], Shape] = {
    bool: Flag(), str: SOME_TEXT, int: Whole(), dt.date: Day(), Moment: Whenever(),
    Person: ID, Household: ID, Place: ID, Concern: ID, File: RECORD_ID, tuple: _GROUPS,
}  # fmt: skip


_YES_OR_NO = frozenset(
    spelling for word in ("yes", "no", "true", "false") for spelling in (word, word.upper(), word.capitalize())
)
_ONE: Mapping[Sort, str] = {Sort.FILE: patterns.RECORD_ID, Sort.PROPOSED_RECORD: patterns.RECORD}
_EXAMPLES: Mapping[Sort, str] = {
    Sort.PERSON: "ari", Sort.HOUSEHOLD: "north", Sort.PLACE: "school", Sort.CONCERN: "c1", Sort.FILE: "inv-1",
    Sort.PROPOSED_RECORD: "notification:north",
}  # fmt: skip
_NOUNS: Mapping[Sort, str] = {Sort.FILE: "record on file", Sort.PROPOSED_RECORD: "record"}
_CASE = (Choice(words=(ids.CASE,)), "the case")
_ANY_VALUE = (SOME_TEXT, "a value")


def _addressed(question: AnyQuestion) -> tuple[Shape, str]:
    """Return the shape of the addresses that a question is about, and the noun for one."""
    form = form_of(question)
    if not form.about:
        return _CASE
    if Sort.SOURCE not in form.about:
        return _things(form.about)
    parts = tuple(zip(form.about, form.values, strict=True))
    return _valued(parts) if all(words or sort is not Sort.SOURCE for sort, words in parts) else _ANY_VALUE


@functools.cache
def _valued(parts: tuple[tuple[Sort, tuple[str, ...]], ...]) -> tuple[Shape, str]:
    """Return the shape of addresses in which a part is a word of a list, and the noun for one."""
    nouns = (f"one of {', '.join(words)}" if words else f"a {_NOUNS.get(sort, sort)}" for sort, words in parts)
    patterned = (
        f"(?:{'|'.join(map(patterns.of_word, words))})" if words else part_pattern(sort, _ONE.get(sort, patterns.ID))
        for sort, words in parts
    )
    noun = " with ".join(nouns)
    example = "@".join(words[0] if words else _EXAMPLES[sort] for sort, words in parts)
    return Text(expected=f"{noun}, such as {example}", pattern="@".join(patterned)), noun


@functools.cache
def _things(sorts: tuple[Sort, ...]) -> tuple[Shape, str]:
    """Return the shape of addresses of such things, and the noun for one; several of a sort may be named at once."""
    noun = " in ".join(f"a {_NOUNS.get(sort, sort)}" for sort in sorts)
    pattern = "@".join(part_pattern(sort, _ONE.get(sort, patterns.ID)) for sort in sorts)
    example = "@".join(_EXAMPLES[sort] for sort in sorts)
    alone = sorts[0] if len(sorts) == 1 else None
    expected = {Sort.PROPOSED_RECORD: f"{noun}, such as {example}", Sort.FILE: RECORD_ID.expected}
    shape = Text(
        expected=f"{noun}, such as {example}" if alone is None else expected.get(alone, ID.expected),
        pattern=pattern,
        reserved=frozenset() if alone is None or alone is Sort.PROPOSED_RECORD else ids.RESERVED,
    )
    return shape, noun


def answer_shape(question: AnyQuestion) -> Shape:
    """Return what an answer to `question` looks like in a document, or ``unknown``."""
    kind = question.answers
    if kind is str and (question.other_words or not question.codes):
        return OrUnknown(_in_words(question))
    if question.codes and not question.other_words:
        return OrUnknown(Choice(words=tuple(question.codes)))
    if issubclass(kind, enum.Enum):
        return OrUnknown(Choice(words=tuple(member.value for member in kind)))
    return OrUnknown(_ANSWERS[kind])


def _in_words(question: AnyQuestion) -> Text:
    """Return the shape of an answer in words: no yes or no, which would pass for the name of something."""
    codes = tuple(question.codes)
    expected = f"{', '.join(codes)}, or other words, but no yes or no" if codes else "words, but no yes or no"
    return Text(expected=expected, pattern=SOME_TEXT.pattern, reserved=_YES_OR_NO, listed=codes)


@attrs.frozen
class Described:
    """A shape together with the question that it answers."""

    shape: Shape
    question: AnyQuestion

    def read(self, value: object, at: DocumentPlace) -> object:
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
class DecisionShape:
    """An entry under ``decisions``, whose other keys depend on the question it answers.

    Attributes:
        vocabulary: The questions that a document may answer.
        of_an_incident: Whether what is decided of a concern is decided of the one incident, which need not be named.
    """

    vocabulary: Vocabulary
    of_an_incident: bool = False

    def read(self, value: object, at: DocumentPlace) -> object:
        name = value.get("question") if isinstance(value, Mapping) else None
        question = self.vocabulary.decisions().get(name) if isinstance(name, str) else None
        entry = self._of_any() if question is None else self._of(str(name), question)
        return entry.read(value, at)

    def schema(self) -> Schema:
        cases = [_when_question(name, self._of(name, q)) for name, q in self.vocabulary.decisions().items()]
        return {**self._of_any().schema(), **({"allOf": cases} if cases else {})}

    def _of(self, name: str, question: AnyQuestion) -> Entry:
        return _decision_of(name, question, of_an_incident=self.of_an_incident)

    def _of_any(self) -> Entry:
        facts = {
            name: "It is a fact, not a decision: answer it under facts."
            for name, question in self.vocabulary.questions.items()
            if not question.decided_by
        }
        words = tuple(self.vocabulary.decisions())
        question = Choice(words=words, advice=facts, expected="" if words else "a decision that a program asks for")
        keys = {
            "question": Key(shape=question, required=True),
            "about": Key(shape=Unread()),
            "answer": Key(shape=Unread(), required=True),
            "by": Key(shape=OrUnknown(NAME)),
            "at": Key(shape=OrUnknown(Whenever())),
        }
        return Entry(noun="a decision", build=DecisionEntry, keys=keys)


@attrs.frozen
class FactsShape:
    """Section ``facts``: by program, by question, and by address unless the fact is about the case.

    Attributes:
        vocabulary: Questions that a document may answer.
        of_an_incident: True if facts about a concern are facts about the single incident, without an address.
    """

    vocabulary: Vocabulary
    of_an_incident: bool = False

    def read(self, value: object, at: DocumentPlace) -> object:
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
        facts = self.vocabulary.facts(program).items()
        keys = {name: Key(shape=Described(self._fact(question), question)) for name, question in facts}
        decided = {
            name.partition("/")[2]: f"It is decided by a person ({question.decided_by}): answer it under decisions."
            for name, question in self.vocabulary.only([program]).decisions().items()
        }
        return Entry(noun=f"the facts of {program}", build=dict, keys=keys, advice=decided)

    def _fact(self, question: AnyQuestion) -> Shape:
        if not question.things or (self.of_an_incident and _is_of_a_concern(question)):
            return answer_shape(question)
        address, noun = _addressed(question)
        return MapOf(keys=address, values=answer_shape(question), noun=f"{noun} to the answer")


def _is_of_a_concern(question: AnyQuestion) -> bool:
    return form_of(question).about == (Sort.CONCERN,)


def _located(question: str, answer: object, at: DocumentPlace) -> dict[str, object]:
    if isinstance(answer, dict):
        return {at.key(a).path: FactEntry(question=question, about=a, answer=part) for a, part in answer.items()}
    return {at.path: FactEntry(question=question, about=ids.CASE, answer=answer)}


def _decision_of(name: str, question: AnyQuestion, *, of_an_incident: bool) -> Entry:
    address, noun = _addressed(question)
    about = OneOrMore(address, f"addresses, each of {noun}")
    whole = not question.things or (of_an_incident and _is_of_a_concern(question))
    keys = {
        "question": Key(shape=Choice(words=(name,)), required=True),
        "about": Key(shape=about, required=not whole, left_out=(ids.CASE,) if whole else None),
        "answer": Key(shape=Described(answer_shape(question), question), required=True, about=_guidance(question)),
        "by": Key(shape=OrUnknown(Choice(words=(question.decided_by,)))),
        "at": Key(shape=OrUnknown(Whenever())),
    }
    return Entry(noun="a decision", build=DecisionEntry, keys=keys)


def _guidance(question: AnyQuestion) -> str:
    """Return who decides, and the points to weigh."""
    decided_by = f"Decided by: {question.decided_by}." if question.decided_by else ""
    weigh = f"To weigh: {'; '.join(question.weigh)}." if question.weigh else ""
    return " ".join(filter(None, [decided_by, weigh]))


def _when_question(name: str, entry: Entry) -> Schema:
    then = {part: shape for part, shape in entry.schema().items() if part in ("properties", "required")}
    return {"if": {"properties": {"question": {"const": name}}, "required": ["question"]}, "then": then}
