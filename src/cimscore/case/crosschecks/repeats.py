"""Things that are given twice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain

from cimscore.case.forms import Form
from cimscore.case.impossible.stays import by, overlapping
from cimscore.case.material import NOUNS, Material
from cimscore.errors import Problem


def ids_given_twice(material: Material) -> Iterator[Problem]:
    """Find the ids of more than one thing, whether person, household, concern or record."""
    first: dict[str, str] = {}
    for given in material.names.given:
        where = first.setdefault(given.id, given.where)
        if where != given.where:
            yield Problem(
                where=given.where,
                found=f"the id {given.id!r} again",
                expected=f"an id of this {NOUNS[given.section]}'s own",
                beside=(where,),
            )


def residences_given_twice(material: Material) -> Iterator[Problem]:
    """Find the people who stay in one household in two ways at a time."""
    stays = (((stay.person, stay.household), (path, stay)) for path, stay in material.residences.items())
    for alike in by(stays).values():
        for (earlier, _), (path, stay) in overlapping(alike, least=1):
            found = f"{stay.person!r} in {stay.household!r} again"
            expected = "each stay once, or stays at different times"
            yield Problem(where=path, found=found, expected=expected, beside=(earlier,))


def answers_given_twice(material: Material) -> Iterator[Problem]:
    """Find the questions that are answered twice about one thing."""
    first: dict[tuple[str, str], str] = {}
    for path, question, about in _answered(material):
        earlier = first.setdefault((question, about), path)
        if earlier != path:
            yield Problem(
                where=path,
                found=f"another answer to {question!r} about {about!r}",
                expected="one answer to one question about one thing",
                hint="Keep the one that is right.",
                beside=(earlier,),
            )


def households_grouped_twice(material: Material) -> Iterator[Problem]:
    """Find the households in several groups of one answer."""
    answers: Iterable[tuple[str, str, object]] = chain(
        ((f"{path}.answer", decision.question, decision.answer) for path, decision in material.decisions.items()),
        ((path, fact.question, fact.answer) for path, fact in material.facts.items()),
    )
    for where, name, answer in answers:
        if (material.forms or {}).get(name, Form()).groups and isinstance(answer, tuple):
            homes = Counter(home for group in answer for home in group)
            for home in sorted(home for home, times in homes.items() if times > 1):
                yield Problem(where=where, found=f"{home!r} in several groups", expected="each household in one group")


def _answered(material: Material) -> Iterator[tuple[str, str, str]]:
    """Yield each answer with its place, its question and the thing it is about."""
    for path, decision in material.decisions.items():
        for about in decision.about:
            yield path, decision.question, about
    for path, fact in material.facts.items():
        yield path, fact.question, fact.about
