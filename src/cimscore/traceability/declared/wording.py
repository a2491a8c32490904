"""Rules, definitions and questions in words: printed from the very values that run, and cut into their parts."""

from __future__ import annotations

from typing import Any

import attrs

from cimscore.rulebook import Rule
from cimscore.rules import Clock, Conclusion, Condition, Defined, Question, Value
from cimscore.rules.english import Line, TextSpan, clock_lines, definition_lines, english_text
from cimscore.rules.english.answers import asked_lines
from cimscore.rules.english.atoms import sentence_of
from cimscore.rules.english.duties import act_line
from cimscore.rules.english.lines import as_sentences
from cimscore.rules.english.rules import followed
from cimscore.rules.english.scope import Scope, Style
from cimscore.rules.english.singles import said_of
from cimscore.rules.rows.conclusions import ConclusionRow, head_variables
from cimscore.rules.rows.duties import DutyWords

Words = tuple[str, ...]


@attrs.frozen(kw_only=True)
class RuleWords:
    """A rule in plain English.

    Attributes:
        sentence: What it says if it holds.
        when: When it holds, line by line.
        unless: When it does not all the same.
    """

    sentence: str
    when: Words
    unless: Words = ()


def words_of_rule(rule: Rule) -> RuleWords:
    """Return a row or a clock in words."""
    if isinstance(rule.of, Clock):
        heading, *parts = clock_lines(rule.of)
        return RuleWords(sentence=heading.text, when=_lines(parts))
    if rule.row is None:
        raise TypeError(f"{rule.address} is neither a row nor a clock")
    if isinstance(rule.row.notes, DutyWords):
        return _of_duty(rule.of, rule.row)
    return _of_row(rule.of, rule.row)


def _of_row(conclusion: Conclusion, row: ConclusionRow) -> RuleWords:
    scope = Scope.of(head_variables(row.head), Style.HEAD)
    marked, places = sentence_of(conclusion, row.head)
    head = Line((TextSpan(said_of(marked.pieces(), places, scope)),))
    return _with_conditions(head, row, scope)


def _of_duty(conclusion: Conclusion, row: ConclusionRow) -> RuleWords:
    """Return a duty in words: its act speaks of what the condition has brought in, so it is said after that."""
    scope = Scope.of(conclusion.things[:-2])
    scope.bind([detail for detail in row.head[-1:] if isinstance(detail, Value)], Style.GIVEN)
    conditions = _with_conditions(Line((TextSpan("-"),)), row, scope)
    return attrs.evolve(conditions, sentence=_sentence(act_line(row, scope)))


def _with_conditions(head: Line, row: ConclusionRow, scope: Scope) -> RuleWords:
    when = _said("if ", row.when, scope)
    unless = () if row.unless is None else _said("unless ", row.unless, scope)
    return RuleWords(sentence=_sentence(head), when=when, unless=unless)


def words_of_definition(definition: Defined) -> tuple[str, Words]:
    """Return the sentence of a definition, and what it means line by line."""
    heading, *meaning = definition_lines(definition)
    return heading.text.rstrip(":"), _lines(meaning)


def question_in_words(question: Question[Any]) -> str:
    """Return what is asked, the things named by their nouns."""
    return " ".join(line.text for line in asked_lines(question))


def about_in_words(question: Question[Any]) -> str:
    """Return the nouns of the things that a question is asked about."""
    return ", ".join(thing.noun for thing in question.things) or "the case"


def working_in_words(question: Question[Any]) -> str:
    """Return the answer that is worked with until it is given; empty where there is none."""
    working = question.working
    if isinstance(working, Condition):
        scope = Scope.of(question.things)
        if question.answers is not bool and question.member is not None:
            scope.bind([question.member], Style.GIVEN)
        up_to = "no later than " if question.at_the_latest else ""
        return "\n".join(_said("yes if " if question.answers is bool else f"{up_to}one for which ", working, scope))
    return "" if working is None else answer_in_words(working)


def answer_in_words(answer: object) -> str:
    """Return an answer as a document writes it, yes and no as words."""
    return {True: "yes", False: "no"}[answer] if isinstance(answer, bool) else str(answer)


def _said(lead: str, condition: Condition, scope: Scope) -> Words:
    first, *rest = followed((TextSpan(f" {lead}"),), condition, scope)
    opening, *spans = first.spans
    first = attrs.evolve(first, spans=(attrs.evolve(opening, text=opening.text.lstrip()), *spans))
    return _lines(as_sentences((first, *rest)))


def _lines(lines: list[Line] | tuple[Line, ...]) -> Words:
    return tuple(english_text(lines).splitlines())


def _sentence(line: Line) -> str:
    return " ".join(part.text for part in as_sentences((line,))[0].everything())
