"""Statements about the file in general: answers to questions about records on file, and records that may exist."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from cimscore.case import UNKNOWN, Case, Exists, OnFileEntry, RecordEntry, Unknown
from cimscore.ids import CASE
from cimscore.reasoning.graded import Tuple
from cimscore.rules.conditions.things import Household, Person
from cimscore.rules.program import Program
from cimscore.rules.rows.questions import Question


def said_of_the_file(case: Case, question: Question[Any]) -> Iterator[tuple[Tuple, object]]:
    """Yield what a case says of the file in answer to a question that asks for a kind of record.

    Args:
        case: The case.
        question: The question.
    """
    for entry in case.on_file:
        if question.on_file and entry.kind == question.on_file:
            answer = UNKNOWN if isinstance(entry.exists, Unknown) else entry.exists is Exists.YES
            yield from ((things, answer) for things in _asked_of(case, question, entry))


def _asked_of(case: Case, question: Question[Any], entry: OnFileEntry) -> Iterator[Tuple]:
    """Yield the things of a question that match the things of an entry."""
    match [type(thing) for thing in question.things]:
        case []:
            yield ()
        case [kind] if kind is Person:
            yield from ((person,) for person in _people_of(case, entry))
        case [kind] if kind is Household:
            yield from ((home,) for home in _homes_of(case, entry))


def with_files_in_question(case: Case, program: Program) -> Case:
    """Return a case with an entry for each record of which only the existence, or a possible one, is stated.

    If a question of the program asks for that kind of record, its answer covers it and there is no such entry.

    Args:
        case: The case.
        program: The program.
    """
    if not case.on_file:
        return case
    asked = {question.on_file for question in program.questions}
    open_ones = (entry for entry in case.on_file if entry.kind not in asked and entry.exists is not Exists.NO)
    return attrs.evolve(case, records=(*case.records, *(made for entry in open_ones for made in _made(case, entry))))


def _made(case: Case, entry: OnFileEntry) -> Iterator[RecordEntry]:
    if entry.person is not None:
        yield _record(entry, entry.person, {entry.person})
        return
    for home in _homes_of(case, entry):
        there = {stay.person for stay in case.residences if stay.household == home}
        yield attrs.evolve(_record(entry, home, there), household=home)
    # A case without a home still has a file that may exist: one of the case.
    if entry.household is None and not case.households:
        yield _record(entry, CASE, {person.id for person in case.people})


def _record(entry: OnFileEntry, whose: str, people: set[str]) -> RecordEntry:
    # Who is recorded as what in it is not known: only that they may be in it.
    recorded: dict[str, str | Unknown] = dict.fromkeys(sorted(people), UNKNOWN)
    return RecordEntry(id=f"{entry.kind}-of-{whose}", kind=entry.kind, people=recorded, exists=entry.exists)


def _people_of(case: Case, entry: OnFileEntry) -> list[str]:
    if entry.person is not None:
        return [entry.person]
    if entry.household is not None:
        return sorted({stay.person for stay in case.residences if stay.household == entry.household})
    return sorted(person.id for person in case.people)


def _homes_of(case: Case, entry: OnFileEntry) -> list[str]:
    return [entry.household] if entry.household is not None else sorted(home.id for home in case.households)
