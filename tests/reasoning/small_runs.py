"""Runs over relations that stand in a test, without a document; and the laws of grades, to hold them to."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs

from cimscore.clocks import Counter
from cimscore.policy import Policy
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.context import Context
from cimscore.reasoning.graded import Graded, Tuple
from cimscore.reasoning.points.points import Point
from cimscore.reasoning.run import AllGiven, Run
from cimscore.rules import Household, Person
from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import And, Compared, Condition, Not, Or, Same, Some
from cimscore.rules.conditions.predicates import Defined, asked_by
from cimscore.rules.conditions.things import Concern, Variable
from cimscore.rules.program import Program
from cimscore.rules.uses import reached

ZONE: Final = ZoneInfo("Australia/Brisbane")
PEOPLE, HOMES, CONCERNS = ("ann", "bob", "cai"), ("north", "south"), ("c1", "c2")
DOMAIN: Final[Mapping[type[Variable], tuple[str, ...]]] = {Person: PEOPLE, Household: HOMES, Concern: CONCERNS}


@attrs.frozen(eq=False)
class Plain:
    """A situation that is nothing but its relations."""

    base: Mapping[str, Graded]
    points: Mapping[str, Point] = attrs.field(factory=dict)

    def answered(self, address: str, value: Any) -> Plain:
        raise KeyError(address)

    def sources(self, key: str, things: Tuple) -> tuple[str, ...]:
        return ()


def program_with(predicates: Iterable[Predicate]) -> Program:
    """Return a program of some predicates and all that they read."""
    return Program(
        id="small", title="A small program", zone=ZONE, policy=Policy(sources=(), clauses=()),
        everything=tuple(reached(predicates)), conclusions=(), clocks=(),
    )  # fmt: skip


def run_over(base: Mapping[str, Graded], conditions: Iterable[Condition], given: AllGiven | None = None) -> Run:
    """Return a run in which some conditions can be asked."""
    asked = [predicate for condition in conditions for predicate in asked_by(condition)]
    context = Context(zone=ZONE, received=None, at=None, counter=Counter({}, ZONE, ""))
    return Run(Compiled(program_with(asked)), Plain(base), given or {}, context)


def bound(variables: Iterable[Variable]) -> Iterator[dict[Variable, Any]]:
    """Yield every way in which variables can stand for things of the domain."""
    named = tuple(variables)
    for things in itertools.product(*(DOMAIN[type(variable)] for variable in named)):
        yield dict(zip(named, things, strict=True))


def by_law(condition: Condition, binding: Mapping[Variable, Any], base: Mapping[str, Graded]) -> int:
    """Return a grade as the laws say it: over every thing of the domain, listing nothing."""
    match condition:
        case Holds(predicate=Defined(things=things, condition=inner), terms=terms):
            return by_law(inner, dict(zip(things, _values(terms, binding), strict=True)), base)
        case Holds(predicate=predicate, terms=terms):
            return base[predicate.key].grade(_values(terms, binding))
        case Not(part=part):
            return 3 - by_law(part, binding, base)
        case And(parts=parts):
            return min(by_law(part, binding, base) for part in parts)
        case Or(parts=parts):
            return max(by_law(part, binding, base) for part in parts)
        case Same(one=one, other=other):
            mine, theirs = _values((one, other), binding)
            return 3 if mine == theirs else 0
        case Compared(comparison=comparison, terms=terms):
            return 3 * bool(comparison.function(*_values(terms, binding)))
        case Some(things=things, part=part):
            return max(by_law(part, {**binding, **inner}, base) for inner in bound(things))
        case _:
            raise TypeError(type(condition))


def _values(terms: Iterable[Any], binding: Mapping[Variable, Any]) -> Tuple:
    return tuple(binding[term] if isinstance(term, Variable) else term for term in terms)
