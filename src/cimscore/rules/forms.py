"""The form of the answers to a question, as the cross checks of a case need to know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from cimscore.case import Form, Sort
from cimscore.rules.questions import Question
from cimscore.rules.things import Concern, File, Household, Person, Record, Variable

_SORTS: Final[Mapping[type[Variable], Sort]] = {
    Person: Sort.PERSON,
    Household: Sort.HOUSEHOLD,
    Concern: Sort.CONCERN,
    File: Sort.FILE,
    Record: Sort.PROPOSED_RECORD,
}


def form_of(question: Question[Any]) -> Form:
    """Return the form of the answers to a question; what is about a value of the policy names a source."""
    return Form(
        about=tuple(_SORTS.get(type(thing), Sort.SOURCE) for thing in question.things),
        refers_to=_SORTS.get(question.answers),
        groups=question.answers is tuple,
        decided_by=question.decided_by,
    )
