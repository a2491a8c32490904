"""Ids that name nothing: wherever an id is used, something must have been given it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

import attrs

from cimscore import ids
from cimscore.case import Unknown
from cimscore.errors import Problem
from cimscore.rules.questions import Grouping
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
from cimscore.wire.crosschecks.material import Material
from cimscore.wire.crosschecks.names import NOUNS, Names
from cimscore.wire.draft import Draft
from cimscore.wire.vocabulary import Vocabulary

PEOPLE: Final = ("people",)
HOUSEHOLDS: Final = ("households",)
RECORDED_OF: Final = ("households", "concerns", "records")
_SINGLE: Final = {Person: PEOPLE, Household: HOUSEHOLDS, Concern: ("concerns",), EarlierRecord: ("records",)}


@attrs.frozen
class Use:
    """That an id is used, and in which sections it may have been given."""

    where: str
    id: str
    sections: tuple[str, ...]


def dangling_ids(material: Material) -> Iterator[Problem]:
    """Ids used that nothing was given."""
    names = material.names
    for use in (*_uses_in_sections(material.draft), *_uses_in_answers(material.draft, material.vocabulary)):
        known = names.in_sections(use.sections)
        if use.id not in known and names.unsure.isdisjoint(use.sections):
            expected = f"the id of a {' or '.join(NOUNS[section] for section in use.sections)} of this case"
            yield Problem(where=use.where, found=repr(use.id), expected=expected, hint=_hint(use.id, known, names))


def _hint(id: str, known: Iterable[str], names: Names) -> str:
    other = names.nouns_of(id)
    return f"{id!r} is a {other[0]}." if other else ids.did_you_mean(id, known)


def _uses_in_sections(draft: Draft) -> Iterator[Use]:
    for path, person in draft.people.items():
        yield from _some(f"{path}.unborn.mother", person.unborn.mother if person.unborn else (), PEOPLE)
    for path, stay in draft.residences.items():
        yield Use(f"{path}.person", stay.person, PEOPLE)
        yield Use(f"{path}.household", stay.household, HOUSEHOLDS)
    for path, link in draft.relationships.items():
        yield Use(f"{path}.from", link.from_, PEOPLE)
        yield Use(f"{path}.to", link.to, PEOPLE)
    for path, concern in draft.concerns.items():
        yield from _some(f"{path}.about", concern.about, PEOPLE)
        yield from _some(f"{path}.present", concern.present, PEOPLE)
        yield from _some(f"{path}.responsible", concern.responsible, PEOPLE)
        yield from _some(f"{path}.place", () if concern.place == ids.ELSEWHERE else concern.place, HOUSEHOLDS)
    for path, record in draft.records.items():
        yield from _some(f"{path}.household", record.household, HOUSEHOLDS)
        yield from (Use(f"{path}.people.{person}", person, PEOPLE) for person in record.people)
        yield from _in_record(f"{path}.id", record.id)


def _uses_in_answers(draft: Draft, vocabulary: Vocabulary) -> Iterator[Use]:
    for path, fact in draft.facts.items():
        question = vocabulary.questions[fact.question]
        yield from _in_address(path, fact.about, question.about)
        yield from _in_answer(path, fact.answer, question.answers)
    for path, decision in draft.decisions.items():
        question = vocabulary.questions[decision.question]
        for about in decision.about:
            yield from _in_address(f"{path}.about", about, question.about)
        yield from _in_answer(f"{path}.answer", decision.answer, question.answers)


def _some(where: str, used: str | Iterable[str] | Unknown, sections: tuple[str, ...]) -> Iterator[Use]:
    if not isinstance(used, Unknown):
        yield from (Use(where, id, sections) for id in ((used,) if isinstance(used, str) else used))


def _in_address(where: str, address: str, about: type[Any]) -> Iterator[Use]:
    if about in _SINGLE:
        yield Use(where, address, _SINGLE[about])
    elif about is Record:
        yield from _in_record(where, address)
    elif about not in (TheCase, PolicySource):
        inner, _, outer = address.partition("@")
        yield Use(where, inner, {PersonAt: PEOPLE, PersonIn: PEOPLE, ConcernIn: ("concerns",)}[about])
        yield from [Use(where, outer, HOUSEHOLDS)] if about is PersonAt else _in_record(where, outer)


def _in_record(where: str, address: str) -> Iterator[Use]:
    _, of, focus = ids.split_record_address(address) or ("", ids.CASE, "")
    if of != ids.CASE:
        yield Use(where, of, RECORDED_OF)
    if focus:
        yield Use(where, focus, PEOPLE)


def _in_answer(where: str, answer: Any, answers: type[Any]) -> Iterator[Use]:
    if answers in _SINGLE:
        yield from _some(where, answer, _SINGLE[answers])
    elif answers is Grouping and not isinstance(answer, Unknown):
        yield from (Use(where, home, HOUSEHOLDS) for group in answer for home in group)
