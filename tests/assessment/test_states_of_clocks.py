"""Each clock of each shipped example, an hour before it is due, then, and an hour after; done and not done.

Of the examples of a program each third is looked at, of Queensland's each twelfth; every one in the long run. What is
right is worked out here from the instant that the decision gives, and from the move that is added.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cache, partial
from pathlib import Path
from typing import Final

import attrs
import pytest

from cimscore.assessment import DecidedClock, Decision, decide_case
from cimscore.calendars import Due
from cimscore.case import Case, Moment, MoveEntry, RecordEntry
from cimscore.composition import load_rulebook
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook import Rulebook, WorkedExample
from cimscore.wire import load_examples

HOUR: Final = dt.timedelta(hours=1)
STOPS: Final[Mapping[str, tuple[str, str, str]]] = {
    "approve": ("notification", "approve", "senior-team-leader"),
    "approve-report": ("child-concern-report", "approve", "senior-team-leader"),
    "approve-combined-report": ("child-concern-report", "approve", "senior-team-leader"),
    "commence": ("notification", "commence", "child-safety-officer"),
    "finish": ("notification", "complete", "child-safety-officer"),
    "transfer": ("notification", "transfer", "child-safety-officer"),
    "report": ("incident-report", "submit", "staff member"),
    "report-at-once": ("incident-report", "submit", "staff member"),
    "report-in-three-business-days": ("incident-report", "submit", "staff member"),
    "investigate": ("investigation", "report", "staff member"),
    "notify": ("immediate-notification", "send", "key personnel"),
    "send-the-form": ("five-day-form", "send", "key personnel"),
}
"""The record, the move and who may make it, by which the act of a clock is done."""
FEWEST: Final = {"ndis-incidents": 22, "qld-child-safety": 190, "vic-cims": 30}
"""So many clocks at least are in the examples of each program; half of its share is looked at in a part of them."""
QUEENSLAND: Final = "qld-child-safety"
OF_EVERY: Final = pytest.mark.parametrize(
    ("program", "every"),
    [
        *(("ndis-incidents", 3), ("vic-cims", 3), (QUEENSLAND, 12)),
        *(pytest.param(id, 1, marks=pytest.mark.long) for id in ("ndis-incidents", "vic-cims", QUEENSLAND)),
    ],
)
EXAMPLES: Final = Path(__file__).parents[2] / "examples"


@cache
def shipped(program: str) -> tuple[WorkedExample | Case, ...]:
    """Return every worked example of a program, and every document of the folder of examples that names it."""
    cases = (rulebook().read_case(path) for path in sorted(EXAMPLES.glob("*.yaml")))
    return (*load_examples(rulebook(), program), *(case for case in cases if program in case.programs))


@cache
def rulebook() -> Rulebook:
    return load_rulebook()


@cache
def compiled(program: str) -> Compiled:
    return rulebook().program(program).compiled


def decided(
    of: WorkedExample | Case, program: str, *, at: dt.datetime | None = None, case: Case | None = None
) -> Decision:
    given, readings = (of, {}) if isinstance(of, Case) else (of.case, of.readings)
    moment = None if at is None else Moment(at)
    return decide_case(case or given, compiled(program), at=moment, readings=readings)


def _decided_at(of: WorkedExample | Case, program: str, at: dt.datetime) -> Decision:
    return decided(of, program, at=at)


def dated(decision: Decision) -> list[DecidedClock]:
    """Return the clocks of a decision that are due at one instant, and are not done yet."""
    done = {"met", "met-late", "waiting"}
    return [
        clock
        for clock in decision.clocks
        if isinstance(clock.due, Due) and clock.due.exact and done.isdisjoint(word for word, _ in clock.states)
    ]


def same(decision: Decision, clock: DecidedClock) -> DecidedClock | None:
    """Return a clock in another decision; None where it is due at another instant there, or not owed."""
    found = (each for each in decision.clocks if (each.id, each.things) == (clock.id, clock.things))
    other = next(found, None)
    return other if other is not None and other.due == clock.due else None


def around(due: Due) -> tuple[tuple[dt.datetime, bool], ...]:
    """Return three moments around an instant, each with whether it is still in time.

    The instant itself is in time, unless it is the midnight that ends the last day.
    """
    return (due.latest - HOUR, True), (due.latest, not due.end_of_day), (due.latest + HOUR, False)


def with_the_act(case: Case, clock: DecidedClock, at: dt.datetime) -> Case | None:
    """Return a case in which the act of a clock is done; None where no record of it shows the act."""
    kind, move, role = STOPS.get(clock.id, ("", "", ""))
    address = next((record for record in clock.records if record.partition(":")[0] == kind), "")
    if not address:
        return None
    before = (MoveEntry(move="approve", by="senior-team-leader", at=Moment(at - HOUR)),) if move == "transfer" else ()
    entry = next((record for record in case.records if record.id == address), RecordEntry(id=address, kind=kind))
    added = attrs.evolve(entry, moves=(*entry.moves, *before, MoveEntry(move=move, by=role, at=Moment(at))))
    return attrs.evolve(case, records=(*(record for record in case.records if record.id != address), added))


def states(clock: DecidedClock) -> set[str]:
    return {word for word, _ in clock.states}


@OF_EVERY
def test_what_is_not_done_runs_until_it_is_due_and_then_is_overdue(program: str, every: int) -> None:
    looked_at, wrong = 0, []
    for example in shipped(program)[::every]:
        at_moment = cache(partial(_decided_at, example, program))
        for clock in dated(decided(example, program)):
            assert isinstance(clock.due, Due)
            for at, in_time in around(clock.due):
                then = same(at_moment(at), clock)
                expected = "running" if in_time else "overdue"
                if then is None:
                    continue
                looked_at += 1
                right = states(then) == {expected} and bool(then.stands.amount) and expected in then.stands.says
                wrong += [] if right else [(example.id, clock.address, str(at), expected, then.stands.says)]
    assert wrong == []
    assert looked_at >= 3 * FEWEST[program] // every // 2


@OF_EVERY
def test_what_is_done_is_met_until_it_was_due_and_met_late_after(program: str, every: int) -> None:
    looked_at, wrong = 0, []
    for example in shipped(program)[::every]:
        case = example if isinstance(example, Case) else example.case
        for clock in dated(decided(example, program)):
            assert isinstance(clock.due, Due)
            for at, in_time in around(clock.due):
                done = with_the_act(case, clock, at)
                then = None if done is None else same(decided(example, program, case=done), clock)
                if then is None:
                    continue
                looked_at += 1
                expected = "met" if in_time else "met-late"
                right = states(then) == {expected} and bool(then.stands.amount) is not in_time
                wrong += [] if right else [(example.id, clock.address, str(at), expected, then.stands.says)]
    assert wrong == []
    assert looked_at >= 3 * FEWEST[program] // every // 2
