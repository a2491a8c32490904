"""Conditions read one tuple at a time: why they are true, and the open points behind that.

This walks the same conditions that `joins` turns into loops, over the relations of a run. Deciding a case records
nothing.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cimscore.grades import CERTAIN, NO
from cimscore.reasoning.compiling.joins import as_grade
from cimscore.reasoning.compiling.modes import Mode, mode_of
from cimscore.reasoning.compiling.ordering import as_listing, unbound_side
from cimscore.reasoning.graded import Graded
from cimscore.reasoning.run import Run
from cimscore.rules.conditions.asked import Holds
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Same, Some
from cimscore.rules.conditions.listing import listed
from cimscore.rules.conditions.things import Attribute, Variable
from cimscore.rules.rows.conclusions import RecordKind

Binding = Mapping[Variable, Any]


def value_of(term: Any, binding: Binding) -> Any:
    """Return the value of a term under a binding."""
    if isinstance(term, Variable):
        return binding[term]
    if isinstance(term, Attribute):
        return getattr(binding[term.record], term.name)
    return term


def grade_of(run: Run, condition: Condition, binding: Binding) -> int:
    """Return the grade of a condition whose every variable is bound."""
    match condition:
        case Holds(predicate=RecordKind(name=name), terms=terms):
            return CERTAIN if value_of(terms[0], binding).kind == name else NO
        case Holds(predicate=predicate, terms=terms):
            things = tuple(value_of(term, binding) for term in terms)
            # A record of a person has no home. A question about "its home" is then false, not unknown.
            grade: int = run.value(predicate).grade(things) if _are_things(terms, binding) else NO
            return grade
        case Not(part=part):
            # Kleene's logic: the grade of "not" is three minus the grade.
            return CERTAIN - grade_of(run, part, binding)
        case And(parts=parts):
            # "And" is as sure as its weakest part.
            return min(grade_of(run, part, binding) for part in parts)
        case Or(parts=parts):
            # "Or" is as sure as its strongest part.
            return max(grade_of(run, part, binding) for part in parts)
        case Same(one=one, other=other):
            return CERTAIN if value_of(one, binding) == value_of(other, binding) else NO
        case Compared(comparison=comparison, terms=terms):
            values = (value_of(term, binding) for term in terms)
            return as_grade(comparison.function(*values), comparison.function)
        case Some(part=part):
            return max((grade for _, grade in bindings(run, part, _around(condition, binding))), default=NO)
        case _:
            raise TypeError(f"no grade is worked out for a {type(condition).__name__}")


def _are_things(terms: Sequence[Any], binding: Binding) -> bool:
    """Return False where a record has no such attribute: a home, a concern, a file."""
    return not any(isinstance(term, Attribute) and value_of(term, binding) is None for term in terms)


def _around(condition: Some, binding: Binding) -> Binding:
    return {variable: thing for variable, thing in binding.items() if variable not in condition.things}


def bindings(run: Run, condition: Condition, binding: Binding) -> Iterator[tuple[Binding, int]]:
    """Yield every binding of a condition's variables, with its grade. A binding may come more than once."""
    if condition.free <= binding.keys():
        grade = grade_of(run, condition, binding)
        if grade:
            yield binding, grade
        return
    match as_listing(condition):
        case And(parts=parts):
            yield from _together(run, parts, binding)
        case Or(parts=parts):
            yield from itertools.chain.from_iterable(bindings(run, part, binding) for part in parts)
        case Same() as equality:
            yield from _bound(equality, binding)
        case Some(part=part) as there_is:
            for inner, grade in bindings(run, part, _around(there_is, binding)):
                yield {**binding, **{variable: inner[variable] for variable in condition.free}}, grade
        case Holds() as asked:
            yield from _listed(run, asked, binding)
        case other:
            raise TypeError(f"nothing is listed by a {type(other).__name__}")


def _bound(equality: Same, binding: Binding) -> Iterator[tuple[Binding, int]]:
    variable, term = unbound_side(equality, binding)
    thing = value_of(term, binding)
    if thing is not None:
        yield {**binding, variable: thing}, CERTAIN


def _together(run: Run, parts: Sequence[Condition], binding: Binding) -> Iterator[tuple[Binding, int]]:
    if not parts:
        yield binding, CERTAIN
        return
    known = frozenset(binding)
    # Parts with nothing left to bind are tests. Running them first cuts the search.
    bound = next((part for part in parts if part.free <= known), None)
    part = next(part for part in parts if part.free <= listed(part, known)) if bound is None else bound
    rest = tuple(waiting for waiting in parts if waiting is not part)
    for inner, grade in bindings(run, part, binding):
        for last, later in _together(run, rest, inner):
            yield last, min(grade, later)


def _listed(run: Run, condition: Holds, binding: Binding) -> Iterator[tuple[Binding, int]]:
    relation = run.value(condition.predicate)
    if mode_of(condition.predicate) is Mode.ASKED:
        things = tuple(value_of(term, binding) for term in condition.terms[:-1])
        for answer, grade in relation.answers(things) if _are_things(condition.terms, binding) else ():
            yield {**binding, condition.terms[-1]: answer}, grade  # type: ignore[dict-item]  # the answer's variable
        return
    for row, grade in _rows(relation, condition, binding):
        inner = dict(binding)
        if grade and all(_fits(term, thing, inner) for term, thing in zip(condition.terms, row, strict=True)):
            yield inner, grade


def _rows(relation: Graded, condition: Holds, binding: Binding) -> Sequence[tuple[tuple[Any, ...], int]]:
    known = [place for place, term in enumerate(condition.terms) if not isinstance(term, Variable) or term in binding]
    if not known:
        return list(relation.rows.items())
    key = [value_of(condition.terms[place], binding) for place in known]
    return relation.index(tuple(known)).get(key[0] if len(key) == 1 else tuple(key), [])


def _fits(term: Any, thing: Any, binding: dict[Variable, Any]) -> bool:
    if isinstance(term, Variable):
        # A variable used twice must be the same thing in both places.
        return bool(binding.setdefault(term, thing) == thing)
    return bool(value_of(term, binding) == thing)
