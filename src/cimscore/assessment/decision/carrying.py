"""Typed facts that carry a decision: what people decided and when, and how old those are whom a concern is about."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Final

from cimscore.assessment.decision.typed import death_of
from cimscore.assessment.decision.words import Words
from cimscore.calendars.days import age_on
from cimscore.case import Age, Case, Moment, PersonEntry
from cimscore.reasoning.run import Run

_MOST: Final = 3


def carrying(case: Case, run: Run, words: Words) -> tuple[str, ...]:
    """Return what was decided and when, then the ages of those whom the concerns are about, each in a phrase.

    Args:
        case: The case, without its notifier.
        run: The run.
        words: Words of the program for the things of the case.
    """
    received = run.context.received
    day = received.day(run.context.zone) if isinstance(received, Moment) else None
    about = {person for concern in case.concerns if isinstance(concern.about, tuple) for person in concern.about}
    people = sorted(case.people, key=lambda person: person.id)  # The order of a list means nothing.
    ages = (_age(person, day, words) for person in people if person.id in about)
    return (*_decided(case, words), *list(filter(None, ages))[:_MOST])


def _decided(case: Case, words: Words) -> Iterator[str]:
    told: dict[Moment, dict[str, None]] = {}
    own = (entry for entry in case.decisions if entry.question.startswith(f"{words.program.id}/"))
    for entry in sorted(own, key=lambda entry: (entry.question, str(entry.answer))):
        if isinstance(entry.answer, str) and isinstance(entry.at, Moment):
            told.setdefault(entry.at, {})[entry.answer] = None
    for at, answers in sorted(told.items(), key=lambda decided: str(decided[0]))[:_MOST]:
        yield f"decided {words.past(at)}: {', '.join(answers)}"


def _age(person: PersonEntry, day: dt.date | None, words: Words) -> str:
    """Return how old somebody is at receipt, or that they have died; empty if neither is known."""
    name, died = words.name(person.id), death_of(person, words)
    if died:
        return f"{name} {died}{_born(person, words)}"
    if isinstance(person.age, Age):
        return f"{name} is {person.age.in_words}"
    if isinstance(person.born, dt.date) and day is not None and person.born <= day:
        return f"{name} is {age_on(person.born, day)}{_born(person, words)}"
    return ""


def _born(person: PersonEntry, words: Words) -> str:
    if not isinstance(person.born, dt.date):
        return ""
    return f" (born {words.past(Moment(person.born))})"
