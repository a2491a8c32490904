"""The form of the answers to a question, as the cross checks of a case need to know it."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any, Final

from cimscore.case import Form, Moment, Sort
from cimscore.rules.questions import Question
from cimscore.rules.things import Concern, File, Household, Person, Record, Variable

_SORTS: Final[Mapping[type[Variable], Sort]] = {
    Person: Sort.PERSON,
    Household: Sort.HOUSEHOLD,
    Concern: Sort.CONCERN,
    File: Sort.FILE,
    Record: Sort.PROPOSED_RECORD,
}


_AS_THEY_ARE: Final = (bool, int, dt.date, Moment, tuple)
"""The types of answers that a case holds as they are; a member, a thing or a code it holds as text."""


def form_of(question: Question[Any]) -> Form:
    """Return the form of the answers to a question; what is about a value of the policy names a source."""
    return Form(
        about=tuple(_SORTS.get(type(thing), Sort.SOURCE) for thing in question.things),
        refers_to=_SORTS.get(question.answers),
        groups=question.answers is tuple,
        decided_by=question.decided_by,
        stored=question.answers if question.answers in _AS_THEY_ARE else str,
        words=_words_of(question),
    )


def _words_of(question: Question[Any]) -> tuple[str, ...]:
    """Return the words that an answer may be, where it cannot be any other."""
    if issubclass(question.answers, enum.StrEnum):
        return tuple(member.value for member in question.answers)
    return () if question.other_words else tuple(question.codes)
