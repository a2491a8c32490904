"""An engine in which unknown counts as no for one question is found out: by nine of ten questions at least."""

from __future__ import annotations

import contextlib
import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import attrs
import pytest
from answers_of_queensland import programs, rulebook, worked_examples
from breaches import breaches_in, holds
from open_points import worlds

from cimscore.case import UNKNOWN, Case, Moment
from cimscore.clocks import Span
from cimscore.errors import CimsError
from cimscore.grades import CERTAIN
from cimscore.reasoning.cases import run_of
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.reasoning.deciding import decide
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.points.answers import Answers, Given, GradedAnswers
from cimscore.reasoning.run import Run
from cimscore.rules import Concern, File, Household, Person, Question, Record

PROGRAMS: Final = (
    "ndis-incidents",
    *(pytest.param(id, marks=pytest.mark.long) for id in ("qld-child-safety", "vic-cims")),
)
DOCUMENTS: Final = Path(__file__).parents[1] / "cases" / "documents"
MOST_TRIED, FEW = 14, 8
"""So many examples are tried with other readings too, those that answer the question first; and so many runs of a
question are shown to an honest engine."""
FREE: Mapping[type, tuple[object, ...]] = {
    str: ("Logan", "Geelong", "queensland", "victoria"),
    int: (1, 30),
    dt.date: (dt.date(2024, 12, 8), dt.date(2024, 12, 9), dt.date(2025, 3, 3)),
}
"""Answers to try where nobody can list them all."""


def unknown_counts_as_no(id: str) -> Any:
    honest = Answers._open

    def answers(self: Answers, things: Tuple) -> GradedAnswers:
        if self.question.id != id:
            return honest(self, things)
        return [(False, CERTAIN)] if self.question.answers is bool else []

    return answers


@pytest.mark.parametrize("program", PROGRAMS)
def test_unknown_that_counts_as_no_is_found_out(program: str, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled = programs()[program]
    asked = [each for each in compiled.program.questions if each.answers is not tuple]  # Groups of homes have no "no".
    plants = {each: unknown_counts_as_no(each.id) for each in asked}
    missed = [each.id for each, plant in plants.items() if not is_found_out(each, compiled, plant, monkeypatch)]
    assert len(missed) <= len(plants) / 10, missed


@pytest.mark.long
def test_an_honest_engine_is_never_accused(monkeypatch: pytest.MonkeyPatch) -> None:
    compiled, honest = programs()["qld-child-safety"], Answers._open
    accused = [
        (question.id, address)
        for question in compiled.program.questions
        for run, address in itertools.islice(tried_for(question, compiled, others=False), FEW)
        if is_wrong(run, address, question, honest, monkeypatch)
    ]
    assert accused == []


def is_found_out(question: Question[Any], compiled: Compiled, plant: Any, monkeypatch: pytest.MonkeyPatch) -> bool:
    tried = tried_for(question, compiled, others=True)
    return any(is_wrong(run, address, question, plant, monkeypatch) for run, address in tried)


def tried_for(question: Question[Any], compiled: Compiled, *, others: bool) -> Iterator[tuple[Run, str]]:
    """Yield runs in which a question is open, with its address: of each example, and of some by other readings too."""
    name = f"{compiled.program.id}/{question.id}"
    known = (*worked_examples(compiled.program.id).values(), *documents(compiled.program.id))
    cases = sorted(known, key=lambda case: name not in asked_in(case))
    for case in cases:
        yield from opened(run_of(without(case, name), compiled), question, name, case)
    for case in cases[:MOST_TRIED] if others else ():
        for run in otherwise_read(case, name):
            yield from opened(run, question, name, case)


@cache
def documents(program: str) -> tuple[Case, ...]:
    """Return the documents of everyday cases that name a program, as far as they can be read."""
    found = []
    for path in sorted(DOCUMENTS.glob("*.yaml")):
        with contextlib.suppress(CimsError):
            found.append(rulebook().read_case(path))
    return tuple(case for case in found if program in case.programs)


def otherwise_read(case: Case, name: str) -> Iterator[Run]:
    """Yield a run for each other reading of an unclear point."""
    compiled = programs()[name.partition("/")[0]]
    run = run_of(without(case, name), compiled)
    for reading in compiled.program.readings:
        for member in reading.readings:
            if member != reading.taken:
                yield run.answered(f"{compiled.program.id}/{reading.id}", member)


def is_wrong(run: Run, address: str, question: Question[Any], plant: Any, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return True if a decision by a planted engine is wrong in some world in which the question is answered."""
    things = run.context.things_at(address)
    listed = run.value(question).values(things)
    values = [*listed, *(answer for answer in free_answers(run, question) if can_be(answer, listed, run.context.zone))]
    with monkeypatch.context() as planted:
        planted.setattr(Answers, "_open", plant)
        decided = decide(again(run, run.given))
    full = (
        (value, world) for value in values if value is not UNKNOWN for world in worlds(run.answered(address, value))
    )
    return any(True for value, world in full for _ in breaches_in(world, decided, {value} & set(FREE[str])))


def free_answers(run: Run, question: Question[Any]) -> Iterator[object]:
    """Yield answers to try where nobody can list them all: moments around the receipt among them."""
    if question.options:
        return
    received = run.context.received
    if question.answers is Moment and isinstance(received, Moment) and received.instant is not None:
        yield from (Moment(received.instant + dt.timedelta(days=days)) for days in (-3, 0, 1, 25))
    yield from FREE.get(question.answers, ())


def can_be(answer: object, listed: tuple[object, ...], zone: ZoneInfo) -> bool:
    """Return False for a moment outside every range of moments that a question allows."""
    ranges = [value for value in listed if isinstance(value, Span)]
    return not ranges or any(holds(each, answer, zone) for each in ranges)


def again(run: Run, given: Any) -> Run:
    """Return a run from nothing, with the same readings."""
    return Run(run.compiled, run.situation, given, run.context, run.readings, run.editions)


def opened(run: Run, question: Question[Any], name: str, case: Case) -> Iterator[tuple[Run, str]]:
    """Yield runs in which one thing that the question is about is said to be unknown, with the question's address."""
    for things in things_of(question, case, run):
        address = f"{name}@{'@'.join(map(str, things)) or 'case'}"
        given = {**run.given, question.id: {**run.given.get(question.id, {}), things: Given(answer=UNKNOWN)}}
        found = again(run, given)
        found.context.addressed[address] = things
        yield found, address


def things_of(question: Question[Any], case: Case, run: Run) -> Iterator[Tuple]:
    """Yield everything in a case that a question can be about."""
    of_kind: Mapping[type, list[Any]] = {
        Person: [person.id for person in case.people],
        Household: [home.id for home in case.households],
        Concern: [concern.id for concern in case.concerns],
        File: [record.id for record in case.records],
        Record: sorted({things[-1] for (key, things) in decide(run).told if key == "conclusion:goes"}),
    }
    return itertools.product(*(of_kind.get(type(thing), []) for thing in question.things))


def asked_in(case: Case) -> dict[str, list[str]]:
    """Return what each question that a case answers is answered about."""
    found: dict[str, list[str]] = {}
    for decision in case.decisions:
        found.setdefault(decision.question, []).extend(decision.about)
    for fact in case.facts:
        found.setdefault(fact.question, []).append(fact.about)
    return found


def without(case: Case, name: str) -> Case:
    return attrs.evolve(
        case,
        decisions=tuple(each for each in case.decisions if each.question != name),
        facts=tuple(each for each in case.facts if each.question != name),
    )
