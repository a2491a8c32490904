"""Graph of predicates and those they read. Checks, digests, relevance and traces all use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cimscore.rules.conditions.aggregates import Aggregate
from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import Condition, walk
from cimscore.rules.conditions.predicates import Defined, Held, asked_by
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.conditions.things import Attribute, Variable
from cimscore.rules.rows.clocks import ClockPart
from cimscore.rules.rows.conclusions import Conclusion
from cimscore.rules.rows.questions import Answered, DecidedAt, GroupedWith, Question
from cimscore.rules.vocabulary import is_home

Constants = tuple[object, ...]
"""A constant for each place of a predicate; None for a variable."""


def conditions_of(predicate: Predicate) -> tuple[Condition, ...]:
    """Return the conditions that a predicate is made of; none for what the case, a person or a table answers."""
    match predicate:
        case Defined(condition=condition) | Aggregate(condition=condition):
            return (condition,)
        case Conclusion(rows=rows, owes=owes):
            return (*(row.condition for row in rows), *([] if owes is None else [owes]))
        case Question(working=working, among=among, unless=unless, beside=beside, ruled_out=ruled_out):
            parts = (working, among, unless, beside, *ruled_out.values())
            return tuple(condition for condition in parts if isinstance(condition, Condition))
        case ClockPart(clock=clock):
            parts = (clock.owed, clock.begins, clock.starts, clock.also, clock.stops, clock.bars, clock.forecast)
            return tuple(part for part in parts if part is not None)
        case _:
            return ()


def read_by(predicate: Predicate) -> tuple[Predicate, ...]:
    """Return every predicate that one reads directly, each once, in the order of their keys."""
    found = {read.key: read for condition in conditions_of(predicate) for read in asked_by(condition)}
    if isinstance(predicate, DecidedAt | Answered | GroupedWith):
        found[predicate.question.key] = predicate.question
    if isinstance(predicate, Held):
        found |= {read.key: read for read in predicate.reads}
    if isinstance(predicate, GroupedWith):
        found[is_home.key] = is_home
    return tuple(found[key] for key in sorted(found))


def everything_asked(predicates: Iterable[Predicate]) -> Iterator[Holds]:
    """Yield everything that the conditions of some predicates ask, by way of definitions and conclusions too.

    What is asked with a constant is followed into the conditions below, so that a number, a role or a word is found
    wherever an author wrote it.
    """
    seen = set[tuple[str, Constants]]()
    for predicate in predicates:
        for condition in conditions_of(predicate):
            yield from _asked_within(condition, seen)


def _asked_within(condition: Condition, seen: set[tuple[str, Constants]]) -> Iterator[Holds]:
    for part in walk(condition):
        if isinstance(part, Holds):
            yield part
            constants = tuple(None if isinstance(term, Variable | Attribute) else term for term in part.terms)
            asked = (part.predicate.key, constants)
            if any(constant is not None for constant in constants) and asked not in seen:
                seen.add(asked)
                for below in _given(part.predicate, constants):
                    yield from _asked_within(below, seen)


def _given(predicate: Predicate, constants: Constants) -> Iterator[Condition]:
    """Yield the conditions of a predicate of which some places are constants."""
    for head, condition in _headed(predicate):
        by = {
            term: constant
            for term, constant in zip(head, constants, strict=True)
            if isinstance(term, Variable) and constant is not None
        }
        if by:
            yield substituted(condition, by)


def _headed(predicate: Predicate) -> Iterator[tuple[tuple[object, ...], Condition]]:
    match predicate:
        case Defined(things=things, condition=condition):
            yield things, condition
        case Conclusion(rows=rows):
            yield from ((row.head, row.condition) for row in rows)


def reached(predicates: Iterable[Predicate]) -> Iterator[Predicate]:
    """Yield some predicates and all that they read, directly or by way of others, each object once."""
    waiting, seen = list(predicates), set[int]()
    while waiting:
        predicate = waiting.pop()
        if id(predicate) not in seen:
            seen.add(id(predicate))
            yield predicate
            waiting += read_by(predicate)
