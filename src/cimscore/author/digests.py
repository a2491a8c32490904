"""Digests of what runs: each definition, row, table line, question and reading, with all that it reads."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator, Mapping
from typing import Any

from cimscore.author.clocks import ClockPart
from cimscore.author.conclusions import Conclusion, ConclusionRow, Make
from cimscore.author.conditions import Compared, Condition, walk
from cimscore.author.predicates import Defined, Predicate, asked_by
from cimscore.author.program import Program
from cimscore.author.questions import Question, Reading, Table
from cimscore.author.uses import conditions_of, read_by

_LENGTH = 16


def digests_of(program: Program) -> Mapping[str, str]:
    """Return the digest of everything that a program can ask, by key, and of every row, by ``conclusion:id/row``.

    A digest covers a value's own words and conditions and, by their digests, everything that it reads. What it covers
    is the very value that runs.
    """
    digests: dict[str, str] = {}
    for predicate in program.predicates.values():
        _digest(predicate, digests)
    for conclusion in program.conclusions:
        for row in conclusion.rows:
            read = [digests[each.key] for each in asked_by(row.condition)]
            digests[f"{conclusion.key}/{row.id}"] = _hashed([*_words_of_row(row), *read])
    return dict(sorted(digests.items()))


def _digest(predicate: Predicate, digests: dict[str, str]) -> str:
    found = digests.get(predicate.key)
    if found is None:
        read = [_digest(each, digests) for each in read_by(predicate)]
        found = digests[predicate.key] = _hashed([*_words_of(predicate), *read])
    return found


def _hashed(words: list[str]) -> str:
    text = "\x1f".join(words)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _words_of(predicate: Predicate) -> Iterator[str]:
    """Yield the words of a predicate itself: those of what it reads come in by their own digests."""
    yield predicate.key
    for condition in conditions_of(predicate):
        yield condition.text
        yield from _functions(condition)
    match predicate:
        case Defined(says=says):
            yield says
        case Conclusion(rows=rows, says=says):
            yield says
            for row in rows:
                yield from _words_of_row(row)
        case Table(rows=lines):
            yield from (repr(line) for line in lines)
        case Reading(readings=readings, taken=taken):
            yield from (f"{member!r}: {words}" for member, words in readings.items())
            yield repr(taken)
        case Question():
            yield from _words_of_question(predicate)
        case ClockPart(clock=clock):
            yield from map(str, (clock.within, clock.place, clock.ends, clock.calendar, clock.modal, clock.cites))


def _words_of_question(question: Question[Any]) -> Iterator[str]:
    yield from map(str, (question.text, question.answers, question.working, question.granted))
    yield from (f"{code}: {clause}" for code, clause in sorted(question.codes.items()))


def _words_of_row(row: ConclusionRow) -> Iterator[str]:
    yield row.id
    yield from map(str, row.head)
    yield row.condition.text
    yield from row.cites
    yield repr(row.notes)
    yield from _functions(row.condition)
    for term in row.head:
        if isinstance(term, Make):
            yield inspect.getsource(term.function)


def _functions(condition: Condition) -> Iterator[str]:
    for part in walk(condition):
        if isinstance(part, Compared):
            yield inspect.getsource(part.comparison.function)
