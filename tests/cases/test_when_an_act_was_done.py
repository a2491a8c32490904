"""Moments of acts of which only a range is known, and acts on either side of the end of a day."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Final

import attrs
import pytest
from case_documents import bounds_of, case_of, question, rulebook

from cimscore.assessment import DecidedClock, Decision, decide_case
from cimscore.case import UNKNOWN, Between, DoneEntry, Moment, MoveEntry, RecordEntry
from cimscore.reasoning.cases import run_of

TWO_HOMES: Final = Path(__file__).parents[2] / "examples" / "two-homes.yaml"
NAME = "handed-over-perhaps-too-soon"
APPROVAL = "moved@notification:home@approve"


def day(text: str) -> Moment:
    return Moment(dt.date.fromisoformat(text))


def decided(handed_over: str, approved: Moment | Between, at: Moment | None = None) -> Decision:
    case = case_of(NAME)
    (record,) = case.records
    transfer, approve = record.moves
    moves = (attrs.evolve(transfer, at=day(handed_over)), attrs.evolve(approve, at=approved))
    record = attrs.evolve(record, moves=tuple(sorted(moves, key=lambda move: move.move)))
    case = attrs.evolve(case, records=(record,))
    return decide_case(case, rulebook().program("qld-child-safety").compiled, at=at)


def clock(decision: Decision, id: str) -> DecidedClock:
    return next(line for line in decision.clocks if line.id == id)


RANGE = Between(first=day("2025-04-18"), last=day("2025-04-24"))


def test_the_day_of_an_approval_is_asked_where_it_decides_whether_the_hand_over_counts() -> None:
    decision = decided("2025-04-20", RANGE)

    assert clock(decision, "transfer").stands.says == (
        "cannot be told: perhaps met; the moment of what has to come before it would tell"
    )
    asked = question(decision, APPROVAL)
    assert asked.asks == "When was the move 'approve' of notification of home made?"
    assert bounds_of(asked) == {
        "Friday 18 April 2025": ("hand over the open investigation: met",),
        "Sunday 20 April 2025": ("hand over the open investigation: perhaps met",),
    }


@pytest.mark.parametrize("approved", ["2025-04-18", "2025-04-19"])
def test_the_day_that_is_told_settles_it(approved: str) -> None:
    decision = decided("2025-04-20", day(approved))

    assert clock(decision, "transfer").stands.says == "met"
    assert APPROVAL not in {point.address for point in decision.points}


@pytest.mark.parametrize("handed_over", ["2025-04-25", "2025-04-28"])
def test_a_hand_over_after_the_last_day_of_the_approval_is_late_for_certain(handed_over: str) -> None:
    decision = decided(handed_over, RANGE)

    assert clock(decision, "approve").stands.says == "met"
    assert clock(decision, "transfer").stands.word == "met late"
    assert APPROVAL not in {point.address for point in decision.points}


def test_what_was_done_on_the_next_day_is_not_done_on_a_day_on_which_it_is_looked_at() -> None:
    decision = decided("2025-04-25", day("2025-04-23"), at=day("2025-04-24"))

    assert clock(decision, "transfer").stands.word == "running"


def told_as_finished(*acts: DoneEntry, moves: tuple[MoveEntry, ...] = ()) -> dict[str, str]:
    """Return how the start and the end of an investigation stand on 30 June."""
    case = case_of("year-only")
    record = RecordEntry(id="notification:home", kind="notification", moves=moves)
    case = attrs.evolve(case, done=acts, records=(record,) if moves else ())
    decision = decide_case(case, rulebook().program("qld-child-safety").compiled, at=day("2025-06-30"))
    return {line.id: line.stands.says for line in decision.clocks if line.id in ("commence", "finish")}


def finished(at: str) -> DoneEntry:
    return DoneEntry(act="qld-child-safety/clock/finish", for_=("c1@kai",), at=day(at))


def started(at: str) -> DoneEntry:
    return DoneEntry(act="qld-child-safety/clock/commence", for_=("c1@kai",), at=day(at))


@pytest.mark.parametrize(("at", "start"), [("2025-03-10", "met"), ("2025-05-05", "cannot be told")])
def test_what_is_said_to_be_finished_was_started_by_then(at: str, start: str) -> None:
    stands = told_as_finished(finished(at))

    assert stands["finish"] == "met"
    assert stands["commence"].startswith(start) and "overdue" not in stands["commence"]


def test_a_start_that_is_listed_keeps_its_own_moment() -> None:
    late = "met late, by 1 business day"

    assert told_as_finished(started("2025-03-11"), finished("2025-05-05"))["commence"] == late
    move = MoveEntry(move="commence", at=day("2025-03-11"))
    assert told_as_finished(finished("2025-05-05"), moves=(move,))["commence"] == late


def test_a_start_that_one_record_lists_does_not_keep_the_end_of_another_from_implying_its_own() -> None:
    case = rulebook().read_case(TWO_HOMES)
    move = MoveEntry(move="commence", at=day("2025-03-11"))
    north = RecordEntry(id="notification:north", kind="notification", moves=(move,))
    south = DoneEntry(act="qld-child-safety/clock/finish", for_=("c2@ari",), at=day("2025-03-10"))
    case = attrs.evolve(case, records=(north,), done=(south,))
    decision = decide_case(case, rulebook().program("qld-child-safety").compiled, at=day("2025-06-30"))
    stands = {line.things[0]: line.stands.says for line in decision.clocks if line.id == "commence"}

    assert stands == {"c1": "met late, by 1 business day", "c2": "met"}


def test_what_may_go_to_a_record_that_lists_its_start_may_have_started_with_its_own_end() -> None:
    case = rulebook().read_case(TWO_HOMES)
    move = MoveEntry(move="commence", at=day("2025-03-11"))
    north = RecordEntry(id="notification:north", kind="notification", moves=(move,))
    done = DoneEntry(act="qld-child-safety/clock/finish", for_=("c2@ari",), at=day("2025-03-10"))
    concerns = tuple(attrs.evolve(entry, place=UNKNOWN) if entry.id == "c2" else entry for entry in case.concerns)
    case = attrs.evolve(case, records=(north,), done=(done,), concerns=concerns)
    compiled = rulebook().program("qld-child-safety").compiled
    run = run_of(case, compiled, at=day("2025-06-30"))
    clock = run.clock("commence")

    assert {name: clock.part(name).grade(("c2", "ari")) for name in ("met", "met-late")} == {"met": 1, "met-late": 2}
