"""A moment that nobody tells, once told as any that contradicts nothing, never denies what was certain before."""

from __future__ import annotations

import datetime as dt
import os
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Final

import attrs
import pytest
from answers_of_queensland import programs, worked_examples
from breaches import breaches_of

from cimscore.assessment import decide_case
from cimscore.case import UNKNOWN, Case, FactEntry, Moment
from cimscore.errors import CaseError
from cimscore.rules import Concern

LEFT_OUT: Final = frozenset({"ndis-incidents/fifth-business-day"})
"""Questions that are asked because a day cannot be counted: that it was not counted was so until somebody counted."""
READINGS: Final[Mapping[str, tuple[dict[str, str], ...]]] = {
    "ndis-incidents": (
        {},
        {"whose-knowledge": "key-personnel"},
        {"whose-knowledge": "any-worker"},
        {"harm-found-later": "from-the-harm"},
        {"first-of-july-2019": "occurrence"},
    ),
    "vic-cims": ({}, {"disclosed-means": "provider"}, {"accused-knows": "disclosed"}),
    "qld-child-safety": ({},),
}
STEPS: Final = tuple(dt.timedelta(hours=hours) for hours in (-9600, -72, -2, 0, 2, 72, 9600))
TRIED: Final = int(os.environ.get("CIMSCORE_PAIRS", "60")) // 20
Put = Callable[[Case, object], Case]


def moments_of(case: Case, program: str) -> Iterator[tuple[str, Moment, Put]]:
    """Yield each moment of a case and each that it is asked, a value for it, and what puts another in its place."""
    for section, name in (("decisions", "at"), ("concerns", "occurred"), ("facts", "answer")):
        for place, entry in enumerate(getattr(case, section)):
            if isinstance(told := getattr(entry, name), Moment) and getattr(entry, "question", "") not in LEFT_OUT:
                yield f"{section}[{place}].{name}", told, putting(section, place, name)
    received = case.dates.received
    answered = {(row.question, row.about) for row in (*case.facts, *case.decisions)}
    for question in programs()[program].program.questions if isinstance(received, Moment) else ():
        id = f"{program}/{question.id}"
        if question.answers is Moment and [type(thing) for thing in question.things] == [Concern]:
            for concern in case.concerns if id not in LEFT_OUT else ():
                if (id, concern.id) not in answered:
                    yield f"{id}@{concern.id}", received, answering(id, concern.id)


def putting(section: str, place: int, name: str) -> Put:
    """Return what puts a value into a field of an entry."""

    def put(case: Case, value: object) -> Case:
        entries = list(getattr(case, section))
        entries[place] = attrs.evolve(entries[place], **{name: value})
        return attrs.evolve(case, **{section: tuple(entries)})

    return put


def answering(question: str, about: str) -> Put:
    """Return what answers a question that a case does not answer."""

    def put(case: Case, value: object) -> Case:
        fact = FactEntry(question=question, about=about, answer=value)
        return attrs.evolve(case, facts=(*case.facts, fact))

    return put


def moved(told: Moment, step: dt.timedelta) -> Moment:
    """Return a moment so much later: so many days, where it is a day."""
    return Moment(told.value + step)


def is_accepted(whole: Case, program: str, readings: Mapping[str, str]) -> bool:
    """Return True if nothing is told of a case as a contradiction of its moments."""
    decision = decide_case(whole, programs()[program], readings=readings)
    laws = {law.id for law in decision.laws}
    return not decision.about("out-of-order") and laws.isdisjoint({"in-order"})


def completed(case: Case, program: str, chance: random.Random) -> tuple[list[str], Case, Case] | None:
    """Return up to three moments, the case with others in their places, and without them; None if it cannot be."""
    several = list(moments_of(case, program))
    taken = chance.sample(several, min(chance.randint(1, 3), len(several)))
    whole = less = case
    try:
        for _, told, put in taken:
            whole = put(whole, moved(told, chance.choice(STEPS)))
            less = put(less, UNKNOWN)
    except CaseError:
        return None
    return [name for name, _, _ in taken], whole, less


@pytest.mark.parametrize(
    ("program", "readings"), [(program, readings) for program, several in READINGS.items() for readings in several]
)
def test_no_moment_that_is_told_at_last_denies_what_was_certain(program: str, readings: dict[str, str]) -> None:
    examples = sorted(worked_examples(program).items())
    breaches, tried = [], 0
    chance = random.Random(f"{program}{readings}")
    while tried < TRIED:
        name, case = chance.choice(examples)
        pair = completed(case, program, chance)
        if pair is None or not is_accepted(pair[1], program, readings):
            continue
        tried += 1
        names, whole, less = pair
        found = breaches_of(whole, less, programs()[program], readings=readings)
        breaches += [f"{name} without {names}: {breach}" for breach in found if breach.startswith("certain")]
    assert breaches == []
