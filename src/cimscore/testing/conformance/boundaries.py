"""On the day before, of and after: nothing fails, and a clock's state is the one that its day gives."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

import attrs

from cimscore.assessment import Assessment, DecidedClock, Decision, Standing
from cimscore.calendars import Due
from cimscore.case import Case, Moment
from cimscore.clocks import ClockState
from cimscore.errors import CaseError
from cimscore.rulebook import WorkedExample
from cimscore.testing.conformance.subject import Subject

_DAY: Final = dt.timedelta(days=1)
_SECOND: Final = dt.timedelta(seconds=1)
_BEFORE: Final = frozenset({ClockState.OVERDUE})
_AFTER: Final = frozenset({ClockState.RUNNING, ClockState.WAITING})


def deadlines_hold(subject: Subject) -> Iterator[str]:
    """Yield what fails, or is told against its own day, on the day before, of and after each deadline."""
    for example in subject.in_time(subject.examples):
        decided = subject.assess(example.case, example=example)
        yield from (f"{example.id}: failed: {failure}" for failure in decided.failures)
        for due in sorted({due.latest for _, due in _dated(decided)}):
            for moment in (due - _DAY, due - _SECOND, due + _DAY):  # a day ends where the next begins
                at = Moment(moment)
                yield from _of_moment(subject.assess(example.case, example=example, at=at), example, at)


def starts_hold(subject: Subject) -> Iterator[str]:
    """Yield what fails if a case is received a day earlier or later, and each deadline that moves the other way."""
    for example in subject.in_time(subject.examples):
        cases = [case for days in (-1, 0, 1) for case in _received(example.case, days)]
        decided = [subject.assess(case, example=example) for case in cases]
        for assessment in decided:
            yield from (f"{example.id}: received a day off, failed: {failure}" for failure in assessment.failures)
        for earlier, later in pairwise(decided):
            yield from (f"{example.id}: {line}" for line in _moved_back(earlier, later))


def _of_moment(decided: Assessment, example: WorkedExample, at: Moment) -> Iterator[str]:
    yield from (f"{example.id}: at {at}, failed: {failure}" for failure in decided.failures)
    for clock, due in _dated(decided):
        certain = {word for word, standing in clock.states if standing is Standing.CERTAIN}
        if clock.standing is not Standing.CERTAIN or not isinstance(at.value, dt.datetime):
            continue
        wrong = certain & _BEFORE if at.value < due.earliest else frozenset()
        wrong = certain & _AFTER if at.value > due.latest else wrong
        yield from (f"{example.id}: at {at}, {clock.address} is {word}, and due {due}" for word in sorted(wrong))


def _received(case: Case, days: int) -> Iterator[Case]:
    """Yield a case that was received so many days later; nothing where that is not known or cannot be."""
    received = case.dates.received
    if isinstance(received, Moment):
        try:
            yield attrs.evolve(case, dates=attrs.evolve(case.dates, received=Moment(received.value + days * _DAY)))
        except CaseError:
            return


def _moved_back(earlier: Assessment, later: Assessment) -> Iterator[str]:
    """Yield each deadline that is sooner although all began later, under the same editions."""
    before = {(decision.program, decision.governed_by): decision for decision in earlier.decisions}
    for decision in later.decisions:
        same = before.get((decision.program, decision.governed_by))
        days = {clock.address: due for clock, due in _certain(same)} if same else {}
        for clock, due in _certain(decision):
            was = days.get(clock.address, due)
            if due.latest < was.latest:
                yield f"received a day later, {clock.address} is due sooner: {due}, not {was}"


def _certain(decision: Decision) -> Iterator[tuple[DecidedClock, Due]]:
    """Yield the clocks whose day is certain."""
    for clock in decision.clocks:
        if isinstance(clock.due, Due) and clock.standing is Standing.CERTAIN:
            yield clock, clock.due


def _dated(decided: Assessment) -> Iterator[tuple[DecidedClock, Due]]:
    """Yield the clocks that have a day."""
    for decision in decided.decisions:
        yield from ((clock, clock.due) for clock in decision.clocks if isinstance(clock.due, Due))
