"""Rules and definitions in plain English, from the very values that run."""

from __future__ import annotations

from typing import Final

import attrs

from cimscore.author.conclusions import Conclusion, ConclusionRow, head_variables
from cimscore.author.conditions import Condition
from cimscore.author.english.atoms import sentence_of
from cimscore.author.english.lines import Line, Span, Spans, as_sentence, words_in
from cimscore.author.english.phrases import phrased
from cimscore.author.english.scope import Scope, Style
from cimscore.author.english.shapes import bound_of
from cimscore.author.english.singles import said_of
from cimscore.author.predicates import Defined
from cimscore.author.things import Variable

LONGEST: Final = 25
"""So many words may stand in one line where a list could stand instead."""


def rule_lines(conclusion: Conclusion, row: ConclusionRow) -> tuple[Line, ...]:
    """Return one row as a rule: "A person is … in the record if …", and its exception.

    Args:
        conclusion: What it concludes.
        row: The row.
    """
    head = head_variables(row.head)
    scope = Scope.of(head, Style.HEAD)
    marked, places = sentence_of(conclusion, row.head)
    lead = Span(said_of(marked.pieces(), places, scope), link=conclusion.key)
    return with_exception((lead,), row.when, row.unless, scope)


def with_exception(lead: Spans, when: Condition, unless: Condition | None, scope: Scope) -> tuple[Line, ...]:
    """Return what holds if a condition does, unless another does.

    Args:
        lead: What holds.
        when: The condition.
        unless: The exception.
        scope: What `lead` has spoken of.
    """
    rule = followed((*lead, Span(" if ")), when, scope)
    if unless is None:
        return (as_sentence(rule),)
    if not rule.below:
        exception = phrased(unless, scope, room=LONGEST - rule.words - 1)
        spans = (*rule.spans, Span(", "), Span("unless", strong=True), Span(" "), *exception.spans)
        if not exception.below and words_in(spans) <= LONGEST:
            return (as_sentence(Line(spans)),)
    exception = followed((Span("Unless", strong=True), Span(" ")), unless, scope)
    return as_sentence(rule), as_sentence(exception)


def definition_lines(definition: Defined) -> tuple[Line, ...]:
    """Return a definition: its sentence, then "This means that …"."""
    scope = Scope.of(definition.things)
    marked, places = sentence_of(definition, definition.things)
    heading = Line((Span(said_of(marked.pieces(), places, scope), strong=True),))
    meaning = followed((Span("this means that "),), definition.condition, scope)
    return as_sentence(heading), as_sentence(meaning)


def followed(lead: Spans, condition: Condition, scope: Scope, level: int = 0) -> Line:
    """Return words followed by a condition, which stands below them where both are too long for one line.

    Args:
        lead: The words, with what joins them to the condition.
        condition: The condition. Variables that nothing has spoken of are things that there are.
        scope: What has been spoken of.
        level: How many lists the line stands in.
    """
    condition = _bring_in(condition, scope)
    before, lead_of_list = scope.state, lead
    line = phrased(condition, scope, level, LONGEST - words_in(lead))
    if line.text.startswith(("for some ", "for no ")) and lead[-1].text.endswith((" if ", " that ", " when ")):
        lead = (*lead[:-1], attrs.evolve(lead[-1], text=f"{lead[-1].text.rstrip()}, "))
    line = line.led_by(*lead)
    if line.below or line.words <= LONGEST:
        return line
    scope.restore(before)
    return Line((*lead_of_list, Span("this is true:")), (phrased(condition, scope, level + 1),))


def _bring_in(condition: Condition, scope: Scope) -> Condition:
    """Add the variables of a row that its head does not name: they stand for things that there are."""
    new: tuple[Variable, ...] = tuple(sorted(condition.free - scope.state.keys(), key=lambda thing: thing.name))
    if not new:
        return condition
    bound = bound_of(new, condition)
    scope.bind(bound.things, Style.SOME, bound.differing)
    return bound.part
