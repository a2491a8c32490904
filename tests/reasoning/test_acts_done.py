"""Acts that a case says have been done, and those that certainly came before: by when, and for what."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import attrs
import pytest
from small_situations import RECEIVED, ZONE, case

from cimscore.case import UNKNOWN, Between, Case, ConcernEntry, Dates, DoneEntry, Moment, RecordEntry, Unknown
from cimscore.policy import Policy
from cimscore.reasoning.acts import acts_done
from cimscore.rules import Concern, Duties
from cimscore.rules.program import Program
from cimscore.rules.rows.workflows import NOT_BEGUN, Workflow, WorkflowMove
from cimscore.rules.vocabulary import is_concern

CONCERN = Concern("concern")
DUTIES = Duties("file", (CONCERN,))
for act, what in {"begin": "begin the file", "end": "end the file"}.items():
    DUTIES.duty(act, what, by="the clerk", when=is_concern(CONCERN), cites=["doc/heading/clause"])
FILE = Workflow(
    id="file-workflow", kind="file", title="File", states=(NOT_BEGUN, "open", "closed"), roles=("clerk",),
    moves=(
        WorkflowMove(move="open", from_=(NOT_BEGUN,), to="open", stops=("begin", "greet")),
        WorkflowMove(move="close", from_=("open",), to="closed", stops=("end",), after=("open",)),
    ),
)  # fmt: skip
PROGRAM = Program(
    id="small", title="A small program", zone=ZONE, policy=Policy(sources=(), clauses=()),
    everything=(DUTIES.conclusion,), conclusions=(DUTIES.conclusion,), clocks=(), workflows=(FILE,),
)  # fmt: skip
LATER, LAST, BEFORE = (Moment(dt.date(2025, 3, day)) for day in (5, 7, 1))


def told(*done: DoneEntry, **parts: object) -> Mapping[tuple[str, str, str], Moment | Between | Unknown]:
    """Return when each act was done, by its duties, its name and its thing."""
    return {(act.of, act.act, act.for_): act.at for act in acts_done(said(*done, **parts), PROGRAM)}


def said(*done: DoneEntry, **parts: object) -> Case:
    return attrs.evolve(case(**parts), done=done)


def ended(at: Moment | Between | Unknown, act: str = "clock/end") -> DoneEntry:
    return DoneEntry(act=f"small/{act}", for_=("c1",), at=at)


@pytest.mark.parametrize(
    ("at", "within"),
    [
        (LATER, Between(RECEIVED, LATER)),
        (Between(LATER, LAST), Between(RECEIVED, LAST)),
        (UNKNOWN, UNKNOWN),
    ],
)
def test_what_came_before_an_act_was_done_between_the_receipt_and_that_act(at, within) -> None:
    assert told(ended(at)) == {("", "end", "c1"): at, ("", "begin", "c1"): within, ("", "greet", "c1"): within}


def test_without_a_moment_of_receipt_nobody_knows_when_it_was_done() -> None:
    assert told(ended(LATER), dates=Dates())["", "begin", "c1"] is UNKNOWN


def test_of_a_record_on_file_it_may_have_been_done_before_the_receipt_and_nobody_knows_when() -> None:
    done = attrs.evolve(ended(BEFORE), for_=("f1",))
    assert told(done, records=(RecordEntry(id="f1", kind="file"),))["", "begin", "f1"] is UNKNOWN


def test_of_a_duty_only_acts_that_a_duty_has_come_before() -> None:
    key = DUTIES.conclusion.key
    assert told(ended(LATER, "duties-file/end")) == {
        (key, "end", "c1"): LATER,
        (key, "begin", "c1"): Between(RECEIVED, LATER),
    }


def test_an_act_that_is_reported_itself_is_not_told_a_second_time() -> None:
    begun = DoneEntry(act="small/clock/begin", for_=("c1",), at=RECEIVED)
    assert told(begun, ended(LATER))["", "begin", "c1"] == RECEIVED


def test_an_act_that_came_before_knows_for_what_else_it_is_reported() -> None:
    begun = DoneEntry(act="small/clock/begin", for_=("c2",), at=RECEIVED)
    two = (ConcernEntry(id="c1", about=("ari",)), ConcernEntry(id="c2", about=("ari",)))
    done = acts_done(said(begun, ended(LATER), concerns=two), PROGRAM)
    apart = {(act.act, act.for_): act.apart_from for act in done}

    assert apart["begin", "c1"] == {"c2"}
    assert apart["greet", "c1"] == apart["begin", "c2"] == frozenset()
