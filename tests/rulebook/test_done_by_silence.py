"""Nothing counts as done before anybody has said so: a clock that a question for a moment alone stops is refused."""

from __future__ import annotations

import datetime as dt
from typing import Final

import pytest
from small_plugin import CLAUSE, homes

import cimscore
from cimscore.assessment import DecidedClock
from cimscore.calendars import Hours
from cimscore.case import Case, ConcernEntry, Dates, FactEntry, Moment, PersonEntry
from cimscore.rulebook import Rulebook
from cimscore.rules import Clocks, Concern, Condition, Defined, Question, Value, some
from cimscore.rules.vocabulary import is_concern, occurred, received
from cimscore.testing import InlinePlugin

concern, start, done = Concern("concern"), Value("start", Moment), Value("done", Moment)
CALLED: Final = Question(
    id="called", things=(concern,), text="Has {concern} been called?", answers=bool, working=False,
    why="what nobody has said is still to be done",
)  # fmt: skip
CALLED_AT: Final = Question(id="called-at", things=(concern,), text="When was {concern} called?", answers=Moment)
was_called: Final = Defined(
    (concern, done), "{concern} [was] called at {done}", is_concern(concern) & CALLED_AT.is_(concern, done)
)
RECEIVED: Final = dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC)


def rulebook_of(stops: Condition) -> Rulebook:
    """Return a rulebook with one clock, which a condition stops."""
    clocks = Clocks((concern,))
    clocks.clock(
        "call", "call", owed=is_concern(concern), starts=received(start), within=Hours(24), stops=stops, done=done,
        cites=[CLAUSE],
    )  # fmt: skip
    return cimscore.load_rulebook([InlinePlugin(tables=(homes(), clocks))])


def called(rulebook: Rulebook, **answers: object) -> DecidedClock:
    """Return the clock, three days after the call came in."""
    facts = [FactEntry(question=f"invented/{name}", about="c1", answer=answer) for name, answer in answers.items()]
    case = Case(
        id="call", programs=("invented",), dates=Dates(received=Moment(RECEIVED)), people=(PersonEntry(id="flo"),),
        concerns=(ConcernEntry(id="c1", about=("flo",)),), facts=tuple(facts),
    )  # fmt: skip
    (decision,) = cimscore.assess(case, rulebook, at=Moment(RECEIVED + dt.timedelta(days=3))).decisions
    (clock,) = decision.clocks
    return clock


@pytest.mark.parametrize(
    "stops",
    [
        pytest.param(CALLED_AT.is_(concern, done), id="the question alone"),
        pytest.param(was_called(concern, done), id="by a definition"),
        pytest.param(is_concern(concern) & CALLED_AT.is_(concern, done), id="beside what always holds"),
        pytest.param(CALLED(concern) & occurred(concern, done) | CALLED_AT.is_(concern, done), id="in one of two ways"),
        pytest.param(some(start, received(start) & was_called(concern, done)), id="within a some"),
    ],
)
def test_a_clock_that_silence_would_stop_is_refused(stops: Condition) -> None:
    with pytest.raises(cimscore.RulebookError, match="clock call: found stops=… by called-at") as refused:
        rulebook_of(stops)

    assert "Join it with .answered(…) of called-at, or with a question of yes or no." in str(refused.value)


def test_a_question_for_another_moment_than_the_one_of_the_act_stops_nothing_and_is_no_matter() -> None:
    told = Value("told", Moment)

    assert rulebook_of(occurred(concern, done) & some(told, CALLED_AT.is_(concern, told)))


@pytest.mark.parametrize(
    ("stops", "says"),
    [
        (CALLED(concern) & CALLED_AT.is_(concern, done), "cannot be told: perhaps overdue by 2 days"),
        (CALLED_AT.answered(concern) & was_called(concern, done), "overdue by 2 days"),
    ],
)
def test_until_somebody_says_that_it_was_done_it_is_overdue_or_may_be(stops: Condition, says: str) -> None:
    assert called(rulebook_of(stops)).stands.says.startswith(says)


def test_what_was_done_at_a_moment_that_is_told_is_met() -> None:
    rulebook = rulebook_of(CALLED(concern) & CALLED_AT.is_(concern, done))
    clock = called(rulebook, **{"called": True, "called-at": Moment(RECEIVED + dt.timedelta(hours=5))})

    assert clock.stands.word == "met"
