"""Marks of a decision on households and people, as the words that a picture shows."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Final

from cimscore.assessment import DecidedConclusion, Decision, Standing
from cimscore.case import Case
from cimscore.ids import spelled
from cimscore.publishing.pictures.words import PictureMarks
from cimscore.rules import Topic

_IS: Final = re.compile(r"^(?:is|are) (?:an? |the )?")
_OPEN: Final = "◌ {} (provisional)"
"""How a mark says, by a shape and in words, that what it tells rests on an answer that nobody has given."""


def marks_of(case: Case, decisions: Iterable[Decision]) -> PictureMarks:
    """Return what is decided of each household and person, in the words of the programs; what is provisional says so.

    Args:
        case: The case as it was handed over.
        decisions: What its programs decide.
    """
    homes: defaultdict[str, dict[str, None]] = defaultdict(dict)
    people: defaultdict[str, dict[str, None]] = defaultdict(dict)
    names = {home.id: home.label or home.id for home in case.households}
    persons = {person.id for person in case.people}
    for decision in decisions:
        for home, words in _of_homes(decision, names):
            homes[home][words] = None
        for person, words in _of_people(decision, persons):
            people[person][words] = None
    return PictureMarks(
        households={id: tuple(marks) for id, marks in homes.items()},
        people={id: tuple(marks) for id, marks in people.items()},
    )


def _of_homes(decision: Decision, names: dict[str, str]) -> Iterable[tuple[str, str]]:
    for conclusion in decision.of_topic(Topic.HOUSEHOLDS):
        home = str(conclusion.things[0])
        if home in names:
            yield home, _mark(_IS.sub("", conclusion.says.removeprefix(names[home]).strip()), conclusion)


def _of_people(decision: Decision, persons: set[str]) -> Iterable[tuple[str, str]]:
    """Yield the roles of people; that somebody is a subject, only where no role says so already."""
    told: set[tuple[str, str]] = set()
    for conclusion in decision.of_topic(Topic.ROLES):
        if len(conclusion.things) == 3 and conclusion.things[0] in persons:
            told.add((conclusion.things[0], str(conclusion.things[2])))
            yield conclusion.things[0], _mark(str(conclusion.things[2]), conclusion)
    for conclusion in decision.of_topic(Topic.SUBJECTS):
        words = spelled(conclusion.id)
        if conclusion.things[0] in persons and not any(
            person == conclusion.things[0] and words in role for person, role in told
        ):
            yield conclusion.things[0], _mark(words, conclusion)


def _mark(words: str, conclusion: DecidedConclusion) -> str:
    return words if conclusion.standing is Standing.CERTAIN else _OPEN.format(words)
