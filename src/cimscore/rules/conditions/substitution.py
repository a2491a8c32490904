"""Conditions with other variables or constants in the places of some variables."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Same, Some, variables_of
from cimscore.rules.conditions.things import Attribute, Record, Variable

Replacements = Mapping[Variable, Any]


def substituted(condition: Condition, by: Replacements) -> Condition:
    """Return a condition with other terms in place of some variables.

    Things that a `some` binds keep their own identity. One with the name of a new term is renamed.
    """
    match condition:
        case Holds(predicate=predicate, terms=terms):
            return Holds(predicate, tuple(_term(term, by) for term in terms))
        case Compared(comparison=comparison, terms=terms):
            return Compared(comparison, tuple(_term(term, by) for term in terms))
        case Same(one=one, other=other):
            return Same(_term(one, by), _term(other, by))
        case Not(part=part):
            return ~substituted(part, by)
        case Some():
            return _within(condition, {old: new for old, new in by.items() if old in condition.free})
    assert isinstance(condition, And | Or)  # noqa: S101 - all that is left
    inner = sorted((substituted(part, by) for part in condition.parts), key=lambda part: part.text)
    return type(condition)(tuple(inner))


def _within(condition: Some, by: Replacements) -> Condition:
    taken = {variable.name for variable in (*variables_of(by.values()), *condition.free - by.keys())}
    apart = {thing: _renamed(thing, taken) for thing in condition.things if thing.name in taken}
    things = sorted((apart.get(thing, thing) for thing in condition.things), key=lambda thing: thing.name)
    return Some(tuple(things), substituted(condition.part, {**by, **apart}))


def _renamed(thing: Variable, taken: set[str]) -> Variable:
    name = thing.name
    while name in taken:
        name = f"second {name}"
    return attrs.evolve(thing, name=name)


def _term(term: Any, by: Replacements) -> Any:
    if isinstance(term, Attribute):
        record = by.get(term.record, term.record)
        return Attribute(record, term.name, term.kind) if isinstance(record, Record) else getattr(record, term.name)
    return by.get(term, term) if isinstance(term, Variable) else term
