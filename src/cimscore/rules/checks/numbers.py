"""Numbers that relations of ages and days are asked with. Each has to be known before a case is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import Condition, Same, walk
from cimscore.rules.conditions.predicates import Defined, Relation
from cimscore.rules.conditions.things import Variable
from cimscore.rules.refusals import AuthorError
from cimscore.rules.rows.conclusions import Conclusion, Make
from cimscore.rules.rows.questions import Question
from cimscore.rules.rows.tables import Table
from cimscore.rules.uses import conditions_of


def numbers_written(predicates: Iterable[Predicate]) -> frozenset[int]:
    """Return every whole number that an author wrote in a table, in the head of a row or in a condition."""
    terms = (term for predicate in predicates for term in _terms(predicate))
    return frozenset(term for term in terms if isinstance(term, int) and not isinstance(term, bool))


def _terms(predicate: Predicate) -> Iterator[object]:
    if isinstance(predicate, Table):
        yield from (term for line in predicate.rows for term in (line.key, line.value))
    if isinstance(predicate, Conclusion):
        yield from (term for row in predicate.rows for term in row.head)
    for condition in conditions_of(predicate):
        for part in walk(condition):
            if isinstance(part, Holds):
                yield from part.terms
            if isinstance(part, Same):
                yield from (part.one, part.other)


def numbers_unwritten(place: str, condition: Condition) -> Iterator[AuthorError]:
    """Yield the numbers of a condition that a relation compares with and that no author wrote.

    Ages and days are cut where the rules tell them apart, before anything of a case is asked. A number that somebody
    answers, or that a function makes, would not be among them, and the relation would silently be false of it.

    Args:
        place: The place of the condition, for people.
        condition: The condition.
    """
    for part in walk(condition):
        if isinstance(part, Holds) and isinstance(part.predicate, Relation):
            for compared in (part.terms[index] for index in sorted(part.predicate.needs)):
                if isinstance(compared, Variable):
                    yield from _unwritten(place, part, condition, compared)


def _unwritten(place: str, asked: Holds, condition: Condition, number: Variable) -> Iterator[AuthorError]:
    for source in sorted(set(_from_elsewhere(condition, number, set()))):
        yield AuthorError(
            what=place,
            found=f"{asked.text} with {source}",
            expected="a number that is written in the program: a constant, or the value of a table",
        )


def _from_elsewhere(condition: Condition, number: Variable, seen: set[tuple[str, int]]) -> Iterator[str]:
    """Yield, in words, whatever gives a variable a number that nobody wrote."""
    for part in walk(condition):
        for index in range(len(part.terms)) if isinstance(part, Holds) else ():
            if isinstance(part, Holds) and part.terms[index] == number:
                yield from _given_by(part.predicate, index, seen)


def _given_by(predicate: Predicate, index: int, seen: set[tuple[str, int]]) -> Iterator[str]:
    if (predicate.key, index) in seen:
        return
    seen.add((predicate.key, index))
    match predicate:
        case Question(id=id, things=things) if index == len(things):
            yield f"the answer to the question {id}"
        case Defined(things=things, condition=condition):
            yield from _from_elsewhere(condition, things[index], seen)
        case Conclusion(id=id, rows=rows):
            for row in rows:
                term = row.head[index]
                if isinstance(term, Make):
                    yield f"a number that the row {id}/{row.id} makes"
                elif isinstance(term, Variable):
                    yield from _from_elsewhere(row.condition, term, seen)
        case _:
            return
