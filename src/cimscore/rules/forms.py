"""The form of the answers to a question, as the cross checks of a case need to know it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Iterator, Mapping
from typing import Any, Final

from cimscore.case import Form, Moment, Sort
from cimscore.rules.conditions.things import Concern, File, Household, Person, Place, Record, Value, Variable
from cimscore.rules.program import Program
from cimscore.rules.rows.conclusions import Topic
from cimscore.rules.rows.questions import Question

_SORTS: Final[Mapping[type[Variable], Sort]] = {
    Person: Sort.PERSON,
    Household: Sort.HOUSEHOLD,
    Place: Sort.PLACE,
    Concern: Sort.CONCERN,
    File: Sort.FILE,
    Record: Sort.PROPOSED_RECORD,
}


_AS_THEY_ARE: Final = (bool, int, dt.date, Moment, tuple)
"""The types of answers that a case holds as they are; a member, a thing or a code it holds as text."""


def form_of(question: Question[Any]) -> Form:
    """Return the form of the answers to a question; what is about a value of the policy names a source."""
    return Form(
        about=_sorts(question.things),
        values=tuple(_values_of(thing) for thing in question.things),
        refers_to=_SORTS.get(question.answers),
        groups=question.answers is tuple,
        decided_by=question.decided_by,
        stored=question.answers if question.answers in _AS_THEY_ARE else str,
        words=_words_of(question),
        codes=tuple(question.codes) if question.other_words else (),
    )


def acts_of(program: Program) -> Iterator[tuple[str, tuple[Sort, ...]]]:
    """Yield each act that rules of a program ask for, as ``duties/row`` or ``clock/id``, and what it is about."""
    for conclusion in program.conclusions:
        if conclusion.topic is Topic.DUTIES:
            about = _sorts(conclusion.things[:-2])
            yield from ((f"{conclusion.id}/{row.id}", about) for row in conclusion.rows)
    yield from ((f"clock/{clock.id}", _sorts(clock.things)) for clock in program.clocks)


def _sorts(things: tuple[Variable, ...]) -> tuple[Sort, ...]:
    return tuple(_SORTS.get(type(thing), Sort.SOURCE) for thing in things)


def _values_of(thing: Variable) -> tuple[str, ...]:
    """Return the words that a value may be; nothing for a thing of the case, and for a value without a list."""
    kind: Any = thing.kind if isinstance(thing, Value) else None
    # A union of types is no class, and of another enumeration a document does not hold the words.
    is_of_words = isinstance(kind, type) and issubclass(kind, enum.StrEnum)
    return tuple(member.value for member in kind) if is_of_words else ()


def _words_of(question: Question[Any]) -> tuple[str, ...]:
    """Return the words that an answer may be, where it cannot be any other."""
    if issubclass(question.answers, enum.StrEnum):
        return tuple(member.value for member in question.answers)
    return () if question.other_words else tuple(question.codes)
