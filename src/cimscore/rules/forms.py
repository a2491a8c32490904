"""The form of the answers to a question, as the cross checks of a case need to know it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from cimscore.case import Form, Sort
from cimscore.rules.questions import Grouping, Question
from cimscore.rules.things import (
    Concern,
    ConcernIn,
    EarlierRecord,
    Household,
    Person,
    PersonAt,
    PersonIn,
    PolicySource,
    Record,
    TheCase,
)

_SORTS: Final[Mapping[type[Any], tuple[Sort, ...]]] = {
    TheCase: (),
    PolicySource: (Sort.SOURCE,),
    Person: (Sort.PERSON,),
    Household: (Sort.HOUSEHOLD,),
    Concern: (Sort.CONCERN,),
    EarlierRecord: (Sort.FILE,),
    Record: (Sort.PROPOSED_RECORD,),
    PersonAt: (Sort.PERSON, Sort.HOUSEHOLD),
    PersonIn: (Sort.PERSON, Sort.PROPOSED_RECORD),
    ConcernIn: (Sort.CONCERN, Sort.PROPOSED_RECORD),
}


def form_of(question: Question[Any, Any]) -> Form:
    """The form of the answers to a question."""
    refers_to = _SORTS.get(question.answers, ())
    return Form(
        about=_SORTS[question.about],
        refers_to=refers_to[0] if refers_to else None,
        groups=question.answers is Grouping,
        decided_by=question.decided_by,
    )
