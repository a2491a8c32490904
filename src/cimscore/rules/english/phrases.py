"""Conditions as lines: short ones in one line, longer ones as a list, at most two lists deep."""

from __future__ import annotations

from typing import Final

import attrs

from cimscore.rules.conditions.aggregates import Aggregate
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import Condition, Not, Some
from cimscore.rules.conditions.things import Variable
from cimscore.rules.english.groups import Head, aggregate_head, some_head
from cimscore.rules.english.lines import Line, Spans, TextSpan, words_in
from cimscore.rules.english.nouns import noun_of
from cimscore.rules.english.ordering import in_order
from cimscore.rules.english.scope import Scope, Style
from cimscore.rules.english.shapes import Bound, Junction, bound_by, is_positive, is_single, junction_of
from cimscore.rules.english.singles import brought_in, can_deny, none_of, single, subject_of

DEEPEST: Final = 2
"""So many lists may stand within one another; what lies deeper is told in one line, however long."""

SHORT: Final = 18
"""So many words may stand in one line with "and" or "or" where a list could stand instead."""

ROOMY: Final = 25
"""So many words may stand in one line that says first what there is."""


def phrased(condition: Condition, scope: Scope, level: int = 0, room: int = SHORT) -> Line:
    """Return a condition as a line, with a list below it if one line would be too long.

    Args:
        condition: The condition.
        scope: Things mentioned so far. The things that the condition mentions are added.
        level: Number of lists around it.
        room: Number of words allowed in one line before a list is used.
    """
    if is_single(condition):
        return Line((single(condition, scope),))
    junction = junction_of(condition)
    if junction is not None:
        return _joined(condition, junction, scope, level, room)
    match condition:
        case Some():
            return _some(bound_by(condition), scope, level, room)
        case Not(part=Some() as part):
            return _no(bound_by(part), scope, level)
        case _:
            return _grouped(condition, scope, level)


# Several parts.


def _joined(condition: Condition, junction: Junction, scope: Scope, level: int, room: int) -> Line:
    return _short(condition, scope, level, room) or _listed(junction, scope, level)


def _short(condition: Condition, scope: Scope, level: int, room: int) -> Line | None:
    """Return a condition in one line, if it is short and plain enough or cannot be a list; otherwise None."""
    before = scope.state
    spans = in_line(condition, scope)
    if level >= DEEPEST or (_is_plain(condition) and words_in(spans) <= min(room, SHORT)):
        return Line(spans)
    scope.restore(before)
    return None


def _is_plain(condition: Condition) -> bool:
    """Return True for two parts joined, each of a single thing."""
    junction = junction_of(condition)
    if junction is None:
        return is_single(condition)
    parts = junction.parts
    return not junction.denied and len(parts) == 2 and all(is_single(part) for part in parts)


def _listed(junction: Junction, scope: Scope, level: int, lead: Spans = ()) -> Line:
    below = []
    shared = junction.every and not junction.denied
    for part in in_order(junction.parts, scope.new):
        before = scope.state
        below.append(phrased(part, scope, level + 1))
        if not shared:
            scope.restore(before)
    return Line((*lead, TextSpan(junction.header)), tuple(below))


# Things that a condition brings in.


def _some(bound: Bound, scope: Scope, level: int, room: int) -> Line:
    outer = scope.state
    named = _to_be_named(bound)
    if not named and (level in {0, DEEPEST} or _is_plain(bound.part)):
        scope.bind(bound.things, Style.SOME, bound.differing)
        line = phrased(bound.part, scope, level, room)
        scope.leave(bound.things, outer)
        if level == 0 or not line.below:
            return line
        scope.restore(outer)
    return _headed(some_head(bound, named or bound.things, denied=False), scope, level)


def _to_be_named(bound: Bound) -> frozenset[Variable]:
    """Return the things that have to be named before what holds of them, since no part can bring them in in place."""
    junction = junction_of(bound.part)
    if junction is not None and (junction.denied or not junction.every):
        return frozenset(bound.things)
    waiting, named = set(bound.things), set[Variable]()
    for part in in_order(junction.parts if junction else (bound.part,), waiting):
        new = part.free & waiting
        named |= new - brought_in(part, new)
        waiting -= new
    return frozenset(named | waiting)


def _no(bound: Bound, scope: Scope, level: int) -> Line:
    if is_positive(bound.part) and can_deny(bound.part, bound.things):
        return Line(_denied_in_place(bound, scope))
    spans = _universal(bound, scope)
    if spans is not None:
        return Line(spans)
    return _headed(some_head(bound, bound.things, denied=True), scope, level)


def _denied_in_place(bound: Bound, scope: Scope) -> Spans:
    outer = scope.state
    scope.bind(bound.things, Style.NONE, bound.differing)
    span = none_of(bound.part, scope)
    scope.leave(bound.things, outer)
    return (span,)


def _universal(bound: Bound, scope: Scope) -> Spans | None:
    """Return "whenever …, …" for things where one part is true whenever another is; None otherwise."""
    junction = junction_of(bound.part)
    if junction is None or junction.denied or not junction.every or len(junction.parts) != 2 or bound.differing:
        return None
    among, failing = in_order(junction.parts, bound.things)
    if not (is_positive(among) and isinstance(failing, Not) and is_positive(failing.part)):
        return None
    if not set(bound.things) <= brought_in(among, bound.things):
        return None
    outer = scope.state
    scope.bind(bound.things, Style.SOME)
    spans = (TextSpan("whenever "), single(among, scope), TextSpan(", "), single(failing.part, scope))
    scope.leave(bound.things, outer)
    return spans


def _grouped(condition: Condition, scope: Scope, level: int) -> Line:
    denied = isinstance(condition, Not)
    holds = condition.part if isinstance(condition, Not) else condition
    assert isinstance(holds, Holds) and isinstance(holds.predicate, Aggregate)  # noqa: S101, PT018 - all that is left
    return _headed(aggregate_head(holds.predicate, holds.terms, denied=denied), scope, level)


def _headed(head: Head, scope: Scope, level: int) -> Line:
    """Return a line that first says what there is, then what holds of it."""
    outer = scope.state
    spans = (TextSpan(head.before(scope)), *in_line(head.part, scope))
    scope.leave(head.things, outer)
    if level >= DEEPEST or (_is_plain(head.part) and words_in(spans) <= ROOMY):
        return Line(spans)
    scope.restore(outer)
    lead = TextSpan(head.above(scope))
    junction = junction_of(head.part)
    if junction is None:
        line = Line((lead, TextSpan("this is true:")), (phrased(head.part, scope, level + 1),))
    else:
        line = _listed(junction, scope, level, (lead,))
    scope.leave(head.things, outer)
    return line


# In one line.


def in_line(condition: Condition, scope: Scope) -> Spans:
    """Return a condition in one line, however long; brackets keep its parts apart."""
    junction = junction_of(condition)
    if junction is not None:
        return _joined_in_line(junction, scope)
    return phrased(condition, scope, DEEPEST).spans


def _joined_in_line(junction: Junction, scope: Scope) -> Spans:
    word, opening = (", and ", "both ") if junction.every else (", or ", "either ")
    spans: list[TextSpan] = []
    if junction.denied:
        spans.append(TextSpan(f"it is not so that {opening}"))
    shared = junction.every and not junction.denied
    parts = in_order(junction.parts, scope.new)
    for place, part in enumerate(parts):
        before = scope.state
        said = _part_in_line(part, scope)
        spans += [TextSpan(word), *_without_subject(said, part, parts[0])] if place else said
        if not shared:
            scope.restore(before)
    return tuple(spans)


def _without_subject(said: Spans, part: Condition, first: Condition) -> Spans:
    """Return words without the subject that they share with the first part of their line."""
    if not (is_single(part) and is_single(first)) or subject_of(first) is None or subject_of(part) != subject_of(first):
        return said
    noun = subject_of(part)
    for opening in ("the", "that"):
        subject = f"{opening} {noun_of(noun)} " if noun else ""
        if said[0].text.startswith(subject):
            return (attrs.evolve(said[0], text=said[0].text.removeprefix(subject)),)
    return said


def _part_in_line(part: Condition, scope: Scope) -> Spans:
    spans = in_line(part, scope)
    return spans if len(spans) == 1 else (TextSpan("("), *spans, TextSpan(")"))
