"""Digests of what runs: each definition, row, table line, question and reading, with all that it reads."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import Final

from cimscore.author.clocks import Clock, ClockPart
from cimscore.author.conclusions import Conclusion, ConclusionRow, Make, RecordKind
from cimscore.author.conditions import Compared, Condition, walk
from cimscore.author.functions import text_of
from cimscore.author.predicates import Defined, Predicate, asked_by
from cimscore.author.program import Program
from cimscore.author.questions import Question, Reading, Table
from cimscore.author.uses import conditions_of, read_by

_LENGTH: Final = 16
_FIELDS: Final[Mapping[type, tuple[str, ...]]] = {
    Defined: ("things", "says"),
    Conclusion: ("things", "says", "topic", "one", "paper"),
    RecordKind: ("title", "own_title"),
    Table: ("title", "rows"),
    Reading: ("question", "readings", "taken", "because", "clauses"),
    Question: (
        *("things", "text", "answers", "working", "why", "decided_by", "weigh", "cites", "granted", "member"),
        *("codes", "paper"),
    ),
    Clock: (
        *("what", "things", "moment", "within", "place", "calendar", "ends", "done", "by", "modal", "says_from"),
        "cites",
    ),
}
"""What counts as the words of each kind, beside its conditions."""


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
    for name in _FIELDS.get(type(predicate), ()):
        yield _word(getattr(predicate, name))
    if isinstance(predicate, Conclusion):
        for row in predicate.rows:
            yield from _words_of_row(row)
    if isinstance(predicate, ClockPart):
        yield from (_word(getattr(predicate.clock, name)) for name in _FIELDS[Clock])


def _word(value: object) -> str:
    """Return a value as text; of what has several parts each by itself."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key!r}: {each!r}" for key, each in value.items())
    if isinstance(value, tuple):
        return "; ".join(map(str, value))
    return str(value)


def _words_of_row(row: ConclusionRow) -> Iterator[str]:
    yield row.id
    yield from map(str, row.head)
    yield row.condition.text
    yield from row.cites
    yield repr(row.notes)
    yield from _functions(row.condition)
    yield from (text_of(term.function) for term in row.head if isinstance(term, Make))


def _functions(condition: Condition) -> Iterator[str]:
    yield from (text_of(part.comparison.function) for part in walk(condition) if isinstance(part, Compared))
