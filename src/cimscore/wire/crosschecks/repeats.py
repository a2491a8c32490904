"""Things given twice."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from cimscore.case import ResidenceEntry, Unknown
from cimscore.errors import Problem
from cimscore.rules.questions import Grouping
from cimscore.wire.crosschecks.material import Material
from cimscore.wire.crosschecks.names import NOUNS


def ids_given_twice(material: Material) -> Iterator[Problem]:
    """An id names one thing only, whether person, household, concern or record."""
    first: dict[str, str] = {}
    for given in material.names.given:
        where = first.setdefault(given.id, given.where)
        if where != given.where:
            found = f"the id {given.id!r} again, which {where} has already"
            yield Problem(where=given.where, found=found, expected=f"an id of this {NOUNS[given.section]}'s own")


def residences_given_twice(material: Material) -> Iterator[Problem]:
    """A person stays in a household in one way at a time."""
    stays = list(material.draft.residences.items())
    for index, (path, stay) in enumerate(stays):
        for earlier_path, earlier in stays[:index]:
            if (earlier.person, earlier.household) == (stay.person, stay.household) and _overlap(earlier, stay):
                found = f"{stay.person!r} in {stay.household!r} again, as in {earlier_path}"
                yield Problem(where=path, found=found, expected="each stay once, or stays at different times")


def decisions_made_twice(material: Material) -> Iterator[Problem]:
    """One question about one thing is decided once."""
    first: dict[tuple[str, str], str] = {}
    for path, decision in material.draft.decisions.items():
        for about in decision.about:
            earlier = first.setdefault((decision.question, about), path)
            if earlier != path:
                found = f"{decision.question!r} about {about!r}, which {earlier} decides already"
                yield Problem(where=path, found=found, expected="each decision once", hint="Keep the one that holds.")


def households_grouped_twice(material: Material) -> Iterator[Problem]:
    """In an answer that groups households, each stands in one group."""
    answers: Iterable[tuple[str, str, Any]] = chain(
        ((f"{path}.answer", decision.question, decision.answer) for path, decision in material.draft.decisions.items()),
        ((path, fact.question, fact.answer) for path, fact in material.draft.facts.items()),
    )
    for where, name, answer in answers:
        if material.vocabulary.questions[name].answers is Grouping and not isinstance(answer, Unknown):
            homes = [home for group in answer for home in group]
            for home in sorted({home for home in homes if homes.count(home) > 1}):
                yield Problem(where=where, found=f"{home!r} in several groups", expected="each household in one group")


def _overlap(one: ResidenceEntry, other: ResidenceEntry) -> bool:
    """Whether two stays surely share a day; an unknown limit leaves it open."""
    return _no_later(one.from_, other.until) and _no_later(other.from_, one.until)


def _no_later(start: dt.date | Unknown | None, end: dt.date | Unknown | None) -> bool:
    if isinstance(start, Unknown) or isinstance(end, Unknown):
        return False
    return start is None or end is None or start <= end
