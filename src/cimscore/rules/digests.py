"""Digests of what runs: each definition, row, table line, question and reading, with all that it reads."""

from __future__ import annotations

import enum
import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from types import FunctionType
from typing import Any, Final

import attrs

from cimscore.rules.conditions.asked import Holds, Predicate
from cimscore.rules.conditions.conditions import Compared, Comparison, Condition, walk
from cimscore.rules.conditions.functions import methods_of, text_of
from cimscore.rules.conditions.predicates import Defined, asked_by
from cimscore.rules.program import Program
from cimscore.rules.rows.clocks import Clock, ClockPart
from cimscore.rules.rows.conclusions import Conclusion, ConclusionRow, Make, RecordKind
from cimscore.rules.rows.lines import ALL, line_key, line_read, lines_of
from cimscore.rules.rows.questions import Question, Reading
from cimscore.rules.rows.tables import Table
from cimscore.rules.rows.workflows import Workflow
from cimscore.rules.uses import conditions_of, read_by

_LENGTH: Final = 16
_FIELDS: Final[Mapping[type, tuple[str, ...]]] = {
    Defined: ("things", "says"),
    Conclusion: ("things", "says", "topic", "one", "paper"),
    RecordKind: ("title", "own_title"),
    Table: ("title",),
    Reading: ("question", "taken", "because", "clauses"),
    Question: (
        *("things", "text", "answers", "working", "why", "decided_by", "weigh", "cites", "granted", "member"),
        *("other_words", "paper"),
    ),
    Clock: (
        *("what", "things", "moment", "within", "place", "calendar", "ends", "done", "by", "modal", "says_from"),
        "cites",
    ),
}
"""What counts as the words of each kind, beside its conditions."""

_OF_A_COURSE: Final = ("repeats", "then", "not_before")


def digests_of(program: Program) -> Mapping[str, str]:
    """Return the digest of everything that a program can ask, by key, with each of its rows and lines.

    Rows are found by ``conclusion:id/row``, the lines of a table by ``table:id/key``, those of an unclear point by
    ``reading:id/member``, and the answers of a question by ``question:id/answer``. A digest covers a value's own words
    and conditions and, by their digests, everything that it reads: of a table, point or question the one line that it
    names, and every line only where a variable lists them. What it covers is the very value that runs.
    """
    digests = _Digests()
    for predicate in program.predicates.values():
        digests.of(predicate)
    for conclusion in program.conclusions:
        for row in conclusion.rows:
            digests.found[f"{conclusion.key}/{row.id}"] = _hashed([*_words_of_row(row), *digests.read(row.condition)])
    for workflow in program.workflows:
        digests.found[f"workflow:{workflow.id}"] = _hashed([*_words_of_workflow(workflow)])
    return dict(sorted(digests.found.items()))


@attrs.frozen
class _Digests:
    """Digests worked out so far.

    Attributes:
        found: By key, of whole predicates and of their lines.
        heads: By key, of predicates without what their lines say.
    """

    found: dict[str, str] = attrs.field(factory=dict)
    heads: dict[str, str] = attrs.field(factory=dict)

    def of(self, predicate: Predicate) -> str:
        """Return the digest of a predicate with all of its lines."""
        if predicate.key not in self.found:
            head = self.head(predicate)
            # Head and lines apart: a rule that reads one line stays as it is when another line changes.
            self.found[predicate.key] = _hashed([head, *self._lines(predicate)]) if lines_of(predicate) else head
        return self.found[predicate.key]

    def head(self, predicate: Predicate) -> str:
        """Return the digest of a predicate without what its lines say."""
        if predicate.key not in self.heads:
            read = [word for condition in _conditions_of(predicate) for word in self.read(condition)]
            # What its conditions ask came in above, line by line. These are the rest.
            others = set(read_by(predicate)).difference(*(asked_by(asking) for asking in conditions_of(predicate)))
            read += [self.head(below) for below in sorted(others, key=lambda below: below.key)]
            self.heads[predicate.key] = _hashed([*_words_of(predicate), *read])
        return self.heads[predicate.key]

    def read(self, condition: Condition) -> Iterator[str]:
        """Yield the digest of everything that a condition reads, in the order of the texts of its parts."""
        # By their texts and sorted: writing `b & a` for `a & b` is no change.
        parts = {part.text: part for part in walk(condition) if isinstance(part, Holds)}
        for text in sorted(parts):
            selects = line_read(parts[text])
            if selects is ALL:
                yield self.of(parts[text].predicate)
            else:
                yield self.head(parts[text].predicate)
                yield lines_of(parts[text].predicate).get(selects, "")

    def _lines(self, predicate: Predicate) -> Iterator[str]:
        """Yield the digest of each line of a predicate, and note it."""
        named: dict[str, list[str]] = {}
        for selects, digest in lines_of(predicate).items():
            named.setdefault(line_key(predicate, selects), []).append(digest)
        for key, digests in named.items():
            self.found[key] = _hashed([key, *digests])
            yield self.found[key]


def _hashed(words: list[str]) -> str:
    # A separator that no text can contain, so that ["ab", "c"] differs from ["a", "bc"].
    text = "\x1f".join(words)
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]


def _words_of(predicate: Predicate) -> Iterator[str]:
    """Yield the words of a predicate itself: those of what it reads come in by their own digests."""
    yield predicate.key
    for condition in _conditions_of(predicate):
        yield _text(condition)
        yield from _functions(condition)
    for name in _FIELDS.get(type(predicate), ()):
        yield _word(getattr(predicate, name))
    if isinstance(predicate, Question) and predicate.at_the_latest:
        yield "at the latest"
    if isinstance(predicate, Question):
        yield from (f"no sooner than: {earlier.key}" for earlier in predicate.no_sooner_than)
        yield from (f"ruled out: {_name(answer)}" for answer in predicate.ruled_out)
    if isinstance(predicate, Question | Reading):
        yield from map(_name, lines_of(predicate))
        yield from sorted(map(text_of, _methods(predicate)))
    if isinstance(predicate, Conclusion):
        # The order of rows is for readers only.
        for row in sorted(predicate.rows, key=lambda row: row.id):
            yield from _words_of_row(row)
    if isinstance(predicate, ClockPart):
        yield from (_word(getattr(predicate.clock, name)) for name in _FIELDS[Clock])
        # Only where an author gives them, so that a clock without them keeps its digest.
        given = ((name, getattr(predicate.clock, name)) for name in _OF_A_COURSE)
        yield from (f"{name}={value}" for name, value in given if value is not None)


def _methods(predicate: Question[Any] | Reading[Any]) -> Iterator[FunctionType]:
    """Yield the methods of the answers: a function that is given one may ask it what it means."""
    kind = predicate.answers if isinstance(predicate, Question) else type(predicate.taken)
    return methods_of(kind) if issubclass(kind, enum.Enum) else iter(())


def _conditions_of(predicate: Predicate) -> Sequence[Condition]:
    """Return the conditions of a predicate; those of rows have no order."""
    found = tuple(conditions_of(predicate))
    return sorted(found, key=_text) if isinstance(predicate, Conclusion) else found


def _text(condition: Condition) -> str:
    """Return the text of a condition without the modules of its comparisons. A function that moves changes no rule."""
    return _without_modules(condition.text, (comparison.function for comparison in _comparisons(condition)))


def _without_modules(text: str, functions: Iterable[Callable[..., object]]) -> str:
    for function in functions:
        text = text.replace(f"{function.__module__}.", "")
    return text


def _name(member: object) -> str:
    """Return the name of an answer or reading. A new one changes the digest of everything that reads any of them."""
    return member.name if isinstance(member, enum.Enum) else str(member)


def _word(value: object) -> str:
    """Return a value as text, with each of its parts."""
    if isinstance(value, tuple):
        return "; ".join(map(_word, value))
    return value.__qualname__ if isinstance(value, type) else str(value)


def _words_of_row(row: ConclusionRow) -> Iterator[str]:
    yield row.id
    made = [term.function for term in row.head if isinstance(term, Make)]
    yield from (_without_modules(str(term), made) for term in row.head)
    yield _text(row.condition)
    yield from row.cites
    yield repr(row.notes)
    yield from _functions(row.condition)
    yield from map(text_of, made)


def _functions(condition: Condition) -> Iterator[str]:
    yield from (text_of(comparison.function) for comparison in _comparisons(condition))


def _comparisons(condition: Condition) -> Iterator[Comparison]:
    yield from (part.comparison for part in walk(condition) if isinstance(part, Compared))


def _words_of_workflow(workflow: Workflow) -> Iterator[str]:
    yield from (workflow.kind, *workflow.states, *workflow.roles)
    for move in workflow.moves:
        needs = " ".join(question.id for question in move.needs)
        yield repr((move.move, move.from_, move.to, move.by, move.cites, move.reserved, needs, move.starts, move.stops))
        yield from (f"after {name}" for name in move.after)
    yield from map(repr, workflow.refusals)
