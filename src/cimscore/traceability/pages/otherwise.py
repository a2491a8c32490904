"""What is otherwise in a world, in words that fit every example: whom it is about is left out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final

from cimscore.household_graph.answers import text_of
from cimscore.ids import ELSEWHERE
from cimscore.traceability.pages.decided import answer_in_words

_THINGS: Final[Mapping[str, tuple[str, str]]] = MappingProxyType(
    {
        "case/homes": ("Where somebody stays", ""),
        "case/stay": ("How somebody stays in a home", ""),
        "case/parents": ("Who a parent of a child is", "somebody else alone"),
        "case/relationship": ("What one person is to another", ""),
        "case/mother": ("Who carries an unborn child", "somebody else"),
        "case/confirmed": ("Whether a pregnancy is confirmed", ""),
        "case/family": ("Which family somebody belongs to", "another"),
        "case/area": ("In which area a home lies", "another"),
        "case/about": ("Whom a concern is about", "somebody else alone"),
        "case/place": ("Where it happened", "in another home"),
        "case/present": ("Who was there", "somebody else alone"),
        "case/responsible": ("Who is said to be responsible", "somebody else alone"),
        "case/kind": ("What is alleged", ""),
        "case/record-household": ("Which home a record on file is about", "another"),
    }
)
"""What an entry of a case says, and what it says in a world where it names another thing of that case."""


def thing_in_words(question: str) -> str:
    """What is otherwise: ``case/stay`` is *How somebody stays in a home*."""
    return _THINGS.get(question, (question, ""))[0]


def value_in_words(question: str, value: Any) -> str:
    """What it is in the world, without the names of people and homes, which differ from example to example."""
    if question == "case/homes":
        kinds = " and ".join(dict.fromkeys(answer_in_words(kind) for _, kind in value))
        return f"{'two homes' if len(value) > 1 else 'one home'}, {kinds}"
    if value == ELSEWHERE:
        return "in none of the homes"
    if value == ():
        return "nobody"
    named = _THINGS.get(question, ("", ""))[1]
    return named or answer_in_words(text_of(value))
