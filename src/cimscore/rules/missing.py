"""Wording the question for whatever is missing, so that its reader knows what to supply and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, Final

from cimscore.case import Case
from cimscore.household_graph import MissingFact, possible_values
from cimscore.rules.openness import Asks, OpenQuestion
from cimscore.rules.questions import Question

_ENTRIES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "received": "When was the information received?",
        "as-at": "For which moment is the assessment made? Give it, or say when the information was received.",
        "born": "When was {about} born?",
        "homes": "In which households does {about} stay?",
        "stay": "How does {about} stay there?",
        "from": "Since when does {about} stay there?",
        "until": "Until when did {about} stay there?",
        "parents": "Who are the parents of {about}?",
        "relationship": "What is the first to the second in {about}?",
        "mother": "Who is the mother of {about}?",
        "confirmed": "Has the pregnancy with {about} been confirmed?",
        "expected": "When is the birth of {about} expected?",
        "family": "To which family does {about} belong?",
        "about": "Whom is {about} about?",
        "place": "Where did {about} happen?",
        "present": "Who else was present in {about}?",
        "responsible": "Who is said to be responsible in {about}?",
        "kind": "What is alleged in {about}?",
        "occurred": "When did {about} happen?",
        "area": "In which area does {about} lie?",
        "record-household": "Which household is {about} about?",
    }
)


def missing_entry(case: Case, fact: str, about: str) -> OpenQuestion:
    """The question for an entry of the case document that is missing."""
    text = _ENTRIES.get(fact, f"When did this happen: {fact}, in {{about}}?").format(about=about)
    options = possible_values(case, MissingFact(question=fact, about=about)) if fact in _ENTRIES else ()
    return OpenQuestion(question=f"case/{fact}", about=about, text=text, asks=Asks.DOCUMENT, options=options)


def missing_answer(name: str, question: Question[Any, Any], about: object, among: Sequence[Any]) -> OpenQuestion:
    """The question for an answer that a program needs and the document does not give."""
    options = tuple(among) or question.options
    return OpenQuestion(
        question=name,
        about=str(about),
        text=question.text,
        asks=Asks.DECISION if question.decided_by else Asks.FACT,
        options=tuple(question.to_stored(option) for option in options),
        decided_by=question.decided_by,
        weigh=question.weigh,
        cites=question.cites,
    )


def missing_moment(name: str, about: str, text: str) -> OpenQuestion:
    """The question for when a decision was made, where that starts a clock."""
    return OpenQuestion(question=f"{name}#at", about=about, text=f"When was this decided: {text}", asks=Asks.DOCUMENT)
