"""Rules and definitions in plain English, from the very values that run."""

from __future__ import annotations

from typing import Final

import attrs

from cimscore.rules.conditions.conditions import And, Condition, Or
from cimscore.rules.conditions.predicates import Defined
from cimscore.rules.conditions.things import Variable
from cimscore.rules.english.atoms import sentence_of
from cimscore.rules.english.lines import Line, Lines, Spans, TextSpan, as_sentences, words_in
from cimscore.rules.english.ordering import in_order
from cimscore.rules.english.phrases import phrased
from cimscore.rules.english.scope import Scope, Style
from cimscore.rules.english.shapes import bound_of, junction_of
from cimscore.rules.english.singles import said_of
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow, head_variables

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
    lead = TextSpan(said_of(marked.pieces(), places, scope), link=conclusion.key)
    return with_exception((lead,), row.when, row.unless, scope)


def with_exception(lead: Spans, when: Condition, unless: Condition | None, scope: Scope) -> tuple[Line, ...]:
    """Return what holds if a condition does, unless another does.

    Args:
        lead: What holds.
        when: The condition.
        unless: The exception.
        scope: What `lead` has spoken of.
    """
    rule = followed((*lead, TextSpan(" if ")), when, scope)
    if unless is None:
        return as_sentences(rule)
    short = _with_short_exception(rule, unless, scope)
    if short is not None:
        return as_sentences((short,))
    return as_sentences((*rule, *followed((TextSpan("unless", strong=True), TextSpan(" ")), unless, scope)))


def _with_short_exception(rule: Lines, unless: Condition, scope: Scope) -> Line | None:
    """Return a rule with its exception at the end or in a list below, if the rule is short; otherwise None."""
    if len(rule) > 1 or rule[0].below:
        return None
    before = scope.state
    exception = followed(
        (*rule[0].spans, TextSpan(", "), TextSpan("unless", strong=True), TextSpan(" ")), unless, scope
    )
    if len(exception) == 1 and exception[0].words <= LONGEST:
        return exception[0]
    scope.restore(before)
    return None


def definition_lines(definition: Defined) -> tuple[Line, ...]:
    """Return a definition: its sentence, then "This means that …"."""
    scope = Scope.of(definition.things)
    marked, places = sentence_of(definition, definition.things)
    heading = Line((TextSpan(said_of(marked.pieces(), places, scope), strong=True),))
    meaning = followed((TextSpan("this means that "),), definition.condition, scope)
    return as_sentences((heading, *meaning))


def followed(lead: Spans, condition: Condition, scope: Scope) -> Lines:
    """Return words followed by a condition: in one line, with a list, or with a list and another next to it.

    Args:
        lead: Words, including those that join them to the condition.
        condition: The condition. Variables not mentioned yet are things that exist.
        scope: Things mentioned so far.
    """
    condition = bring_in(condition, scope)
    before = scope.state
    line = _followed(lead, condition, scope)
    if all(part.words <= LONGEST for part in line.everything()):
        return (line,)
    after = scope.state
    scope.restore(before)
    apart = _apart(lead, condition, scope)
    if apart:
        return apart
    scope.restore(after)
    return (line,)


def _followed(lead: Spans, condition: Condition, scope: Scope) -> Line:
    before, lead_of_list = scope.state, lead
    line = phrased(condition, scope, 0, LONGEST - words_in(lead))
    words = "".join(span.text for span in lead)
    if line.text.startswith(("for some ", "for no ")) and words.endswith((" if ", " that ", " when ", "nless ")):
        lead = (*lead[:-1], attrs.evolve(lead[-1], text=f"{lead[-1].text.rstrip()}, "))
    line = line.led_by(*lead)
    if line.below or line.words <= LONGEST:
        return line
    scope.restore(before)
    return Line((*lead_of_list, TextSpan("this is true:")), (phrased(condition, scope, 1),))


def _apart(lead: Spans, condition: Condition, scope: Scope) -> Lines:
    """Return a condition with each "at least one of these" next to the list, not in it; empty if that is impossible.

    A thing introduced by one of them would be mentioned in another, so nothing may be left to introduce.
    """
    junction = junction_of(condition)
    if junction is None or junction.denied or not junction.every:
        return ()
    choices = [part for part in junction.parts if isinstance(part, Or)]
    rest = [part for part in junction.parts if not isinstance(part, Or)]
    if not choices or not rest:
        return ()
    first = _followed(lead, rest[0] if len(rest) == 1 else And(tuple(rest)), scope)
    if any(choice.free & scope.new for choice in choices):
        return ()
    return (first, *(phrased(choice, scope, 0, 0).led_by(TextSpan("and ")) for choice in in_order(choices)))


def bring_in(condition: Condition, scope: Scope) -> Condition:
    """Add the variables of a row that its head does not name, as things that exist.

    Args:
        condition: The condition of the row.
        scope: Things mentioned so far.

    Returns:
        The condition, without what only says that one of them differs from another.
    """
    new: tuple[Variable, ...] = tuple(sorted(condition.free - scope.state.keys(), key=lambda thing: thing.name))
    if not new:
        return condition
    bound = bound_of(new, condition)
    scope.bind(bound.things, Style.SOME, bound.differing)
    return bound.part
