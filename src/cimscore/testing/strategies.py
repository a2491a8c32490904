"""Hypothesis strategies: random cases of invented people, read as strictly as documents.

They need ``cimscore[testing]``.
"""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Any, Final

import attrs
from hypothesis import strategies as st

from cimscore.case import Case
from cimscore.errors import DocumentError
from cimscore.rulebook import Rulebook
from cimscore.rules import Concern, Household, Person, Question
from cimscore.testing.cases import case

_ADULTS: Final = ("max", "eve", "tom")
_CHILDREN: Final = ("zoe", "ari", "mia", "leo")
_HOMES: Final = ("river", "hill")
_CONCERNS: Final = ("c1", "c2")
_MOST_ANSWERS: Final = 6
_WORDS: Final = st.sampled_from(("harm", "risk"))


@attrs.frozen
class _Asked:
    """Program that cases are for. Hypothesis prints it when a test fails, so that it is short in print."""

    rulebook: Rulebook = attrs.field(repr=False)
    program: str


def cases(rulebook: Rulebook, program: str) -> st.SearchStrategy[Case]:
    """Return a strategy for small cases of a program: people in one or two homes, concerns, some answers.

    Args:
        rulebook: The programs.
        program: The program's id.
    """
    return _cases(_Asked(rulebook, program))


@st.composite
def _cases(draw: st.DrawFn, asked: _Asked) -> Case:
    people = draw(_people())
    known = draw(_some(_HOMES))
    lives = {person: draw(st.sampled_from([*known, ""])) for person in people}
    homes = {home: [person for person in people if lives[person] == home] for home in known}
    concerns = {person: draw(_concern([*people], [*homes])) for person in draw(_some(_CONCERNS))}
    parents = {
        person: draw(st.lists(st.sampled_from(_young(people)), unique=True)) for person in people if person in _ADULTS
    }
    day = draw(st.dates(dt.date(2025, 1, 6), dt.date(2025, 12, 12)))
    said = {
        "people": people, "homes": homes, "concerns": concerns, "parents": parents, "received": f"{day}T10:15+10:00",
    }  # fmt: skip
    things = {Person: [*people], Household: [*homes], Concern: [*concerns]}
    answers = draw(_answers(asked, things))
    return _read(asked, said, answers)


def _read(asked: _Asked, said: dict[str, Any], answers: dict[str, Any]) -> Case:
    """Return the case with its answers; without those that do not fit it."""
    kept: dict[str, Any] = {}
    for address, answer in answers.items():
        try:
            case(asked.rulebook, asked.program, **said, answers={**kept, address: answer})
        except DocumentError:
            continue
        kept[address] = answer
    return case(asked.rulebook, asked.program, **said, answers=kept)


def _some(of: Sequence[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(of), min_size=1, unique=True)


@st.composite
def _people(draw: st.DrawFn) -> dict[str, str]:
    born = {person: st.dates(dt.date(1970, 1, 1), dt.date(1990, 12, 31)) for person in draw(_some(_ADULTS))}
    born |= {person: st.dates(dt.date(2008, 1, 1), dt.date(2024, 12, 31)) for person in draw(_some(_CHILDREN))}
    return {person: str(draw(day)) for person, day in born.items()}


def _young(people: dict[str, str]) -> list[str]:
    return [person for person in people if person in _CHILDREN]


@st.composite
def _concern(draw: st.DrawFn, people: list[str], homes: list[str]) -> dict[str, Any]:
    return {
        "about": draw(st.lists(st.sampled_from(people), min_size=1, unique=True)),
        "place": draw(st.sampled_from(homes)),
        "kind": draw(_WORDS),
    }


@st.composite
def _answers(draw: st.DrawFn, asked: _Asked, things: dict[Any, list[str]]) -> dict[str, Any]:
    """Return answers to some questions of a program that have few possible answers."""
    installed = asked.rulebook.program(asked.program)
    addresses = [
        (address, question)
        for question in installed.own(installed.program.of_kind(Question))
        if question.options
        for address in _addresses(f"{asked.program}/{question.id}", question, things)
    ]
    if not addresses:
        return {}
    chosen = draw(st.lists(st.sampled_from(range(len(addresses))), max_size=_MOST_ANSWERS, unique=True))
    return {
        addresses[number][0]: _plain(draw(st.sampled_from(addresses[number][1].options))) for number in sorted(chosen)
    }


def _addresses(name: str, question: Question[Any], things: dict[Any, list[str]]) -> list[str]:
    kinds = [things.get(type(thing), []) for thing in question.things]
    return ["@".join((name, *about)) for about in itertools.product(*kinds)]


def _plain(answer: Any) -> Any:
    return answer if isinstance(answer, bool | int) else str(answer)
