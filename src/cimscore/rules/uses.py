"""Graph of predicates and those they read. Checks, digests, relevance and traces all use it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cimscore.rules.aggregates import Aggregate
from cimscore.rules.asked import Predicate
from cimscore.rules.clocks import ClockPart
from cimscore.rules.conclusions import Conclusion
from cimscore.rules.conditions import Condition
from cimscore.rules.predicates import Defined, Held, asked_by
from cimscore.rules.questions import Answered, AnsweredBy, DecidedAt, GroupedWith, Question
from cimscore.rules.vocabulary import is_home


def conditions_of(predicate: Predicate) -> tuple[Condition, ...]:
    """Return the conditions that a predicate is made of; none for what the case, a person or a table answers."""
    match predicate:
        case Defined(condition=condition) | Aggregate(condition=condition):
            return (condition,)
        case Conclusion(rows=rows, owes=owes):
            return (*(row.condition for row in rows), *([] if owes is None else [owes]))
        case Question(working=working, among=among):
            return tuple(condition for condition in (working, among) if isinstance(condition, Condition))
        case ClockPart(clock=clock):
            parts = (clock.owed, clock.begins, clock.starts, clock.also, clock.stops, clock.bars)
            return tuple(part for part in parts if part is not None)
        case _:
            return ()


def read_by(predicate: Predicate) -> tuple[Predicate, ...]:
    """Return every predicate that one reads directly, each once, in the order of their keys."""
    found = {read.key: read for condition in conditions_of(predicate) for read in asked_by(condition)}
    if isinstance(predicate, DecidedAt | AnsweredBy | Answered | GroupedWith):
        found[predicate.question.key] = predicate.question
    if isinstance(predicate, Held):
        found |= {read.key: read for read in predicate.reads}
    if isinstance(predicate, GroupedWith):
        found[is_home.key] = is_home
    return tuple(found[key] for key in sorted(found))


def reached(predicates: Iterable[Predicate]) -> Iterator[Predicate]:
    """Yield some predicates and all that they read, directly or by way of others, each object once."""
    waiting, seen = list(predicates), set[int]()
    while waiting:
        predicate = waiting.pop()
        if id(predicate) not in seen:
            seen.add(id(predicate))
            yield predicate
            waiting += read_by(predicate)
