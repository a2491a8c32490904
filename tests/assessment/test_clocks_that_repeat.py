"""Acts that come round again, may not be done too soon, or follow another: which day is told, and what counts."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

import cimscore
from cimscore.assessment import DecidedClock, Decision, Standing
from cimscore.calendars import CalendarDays, CalendarMonths, CalendarWeeks
from cimscore.case import Moment
from cimscore.clocks import Repeats
from cimscore.rules import Clocks, Concern, Duties, Question, Value
from cimscore.rules.vocabulary import is_concern, received
from cimscore.testing import InlinePlugin, case

CONCERN, MOMENT = Concern("concern"), Value("moment", Moment)
CITES = ["doc/heading/clause"]
HEARD = Question(id="heard", things=(CONCERN,), text="When was {concern} heard?", answers=Moment)
CLOCKS = Clocks((CONCERN,))
HOLD = CLOCKS.clock(
    "hold", "hold the conference", owed=is_concern(CONCERN), starts=received(MOMENT), within=CalendarDays(15),
    says_from="the report", cites=CITES,
)  # fmt: skip
MEET = CLOCKS.clock(
    "meet", "meet the group", owed=is_concern(CONCERN), starts=HOLD.part("done")(CONCERN, MOMENT),
    within=CalendarDays(10), follows=HOLD, says_from="the conference", cites=CITES,
)  # fmt: skip
CLOCKS.clock(
    "review", "review the plan", owed=is_concern(CONCERN), starts=HOLD.part("done")(CONCERN, MOMENT),
    within=CalendarMonths(3), repeats=Repeats.FROM_THE_START, follows=HOLD, says_from="the conference", cites=CITES,
)  # fmt: skip
CLOCKS.clock(
    "visit", "visit the child", owed=is_concern(CONCERN), starts=received(MOMENT), within=CalendarWeeks(6),
    then=CalendarMonths(1), not_before=CalendarWeeks(2), repeats=Repeats.FROM_THE_LAST_TIME, cites=CITES,
)  # fmt: skip
CLOCKS.clock(
    "tell", "tell the court", owed=is_concern(CONCERN), starts=HEARD.is_(CONCERN, MOMENT), within=CalendarDays(20),
    not_before=CalendarDays(10), says_from="the hearing", cites=CITES,
)  # fmt: skip
CLOCKS.clock(
    "thank", "thank whoever met", owed=is_concern(CONCERN), starts=MEET.part("done")(CONCERN, MOMENT),
    within=CalendarDays(5), follows=MEET, says_from="the meeting", cites=CITES,
)  # fmt: skip


# What is counted from, and for how long, where neither is known; and an act that is told twice.

PERIOD, DONE = Value("period", str), Value("done", Moment)
LONG = Question(id="long", things=(CONCERN,), text="How long may {concern} take?", answers=str)
GONE = Question(
    id="gone", things=(CONCERN,), text="Has the letter about {concern} been sent?", answers=bool, working=False,
    why="it has to be sent until it is known",
)  # fmt: skip
SENT = Question(id="sent", things=(CONCERN,), text="When was the letter about {concern} sent?", answers=Moment)
DUTIES = Duties("letter", (CONCERN,))
DUTIES.duty("send", "send the letter", by="the clerk", when=is_concern(CONCERN), cites=CITES)
LETTERS = Clocks((CONCERN,))
LETTERS.clock(
    "send", "send the letter", owed=is_concern(CONCERN), starts=received(MOMENT), within=CalendarDays(5),
    stops=GONE(CONCERN) & SENT.is_(CONCERN, DONE), done=DONE, cites=CITES,
)  # fmt: skip
ASK = LETTERS.clock(
    "ask", "ask for a paper", owed=is_concern(CONCERN), starts=received(MOMENT), within="as soon as possible",
    cites=CITES,
)  # fmt: skip
LETTERS.clock(
    "copy", "send a copy", owed=is_concern(CONCERN), starts=ASK.part("due")(CONCERN, MOMENT), within=CalendarDays(2),
    says_from="the day of the paper", cites=CITES,
)  # fmt: skip
LETTERS.clock(
    "keep", "keep the paper", owed=is_concern(CONCERN), starts=received(MOMENT), within=PERIOD,
    also=LONG.is_(CONCERN, PERIOD), cites=CITES,
)  # fmt: skip


@pytest.fixture(scope="module")
def rulebook() -> cimscore.Rulebook:
    return cimscore.load_rulebook([InlinePlugin(id="plain", tables=(CLOCKS, LETTERS, DUTIES))])


def decided(rulebook: cimscore.Rulebook, *done: tuple[str, object], at: str = "", **more: Any) -> Decision:
    """Decide a case with acts, each of a clock or a duty and at a moment."""
    acts = [{"act": f"plain/{act if '/' in act else f'clock/{act}'}", "for": ["c1"], "at": when} for act, when in done]
    said = case(rulebook, "plain", people={"ari": "2015-01-01"}, concerns={"c1": {"about": ["ari"]}}, done=acts, **more)
    moment = Moment(dt.datetime.fromisoformat(at)) if at else None
    (decision,) = cimscore.assess(said, rulebook, at=moment).decisions
    return decision


def clock(rulebook: cimscore.Rulebook, name: str, *done: tuple[str, object], **more: Any) -> DecidedClock:
    return next(found for found in decided(rulebook, *done, **more).clocks if found.id == name)


def days(*due: object) -> list[str]:
    return [str(day).partition(",")[0] for day in due]


# What comes round again.


def test_an_act_counted_from_the_start_is_due_by_its_schedule_and_tells_how_many_times_were_missed(rulebook) -> None:
    review = clock(rulebook, "review", ("hold", "2025-03-10"), at="2026-01-15T09:00+10:00")

    assert days(review.due) == ["Tuesday 10 June 2025"]
    assert days(*review.then) == ["Tuesday 10 March 2026", "Wednesday 10 June 2026"]
    assert review.missed == 2


def test_an_act_that_was_done_is_due_again_and_never_over(rulebook) -> None:
    done = ("hold", "2025-03-10"), ("review", "2025-06-01")
    review = clock(rulebook, "review", *done, at="2025-06-20T09:00+10:00")

    assert days(review.due) == ["Wednesday 10 September 2025"]
    assert review.stands.word == "running"


def test_an_act_counted_from_the_last_time_is_due_a_month_after_it(rulebook) -> None:
    assert days(clock(rulebook, "visit").due) == ["Monday 14 April 2025"]
    visited = clock(rulebook, "visit", ("visit", "2025-04-01"))
    assert days(visited.due, *visited.then[:1]) == ["Thursday 1 May 2025", "Sunday 1 June 2025"]


def test_what_was_done_sooner_than_allowed_counts_for_nothing_and_is_told(rulebook) -> None:
    visited = clock(rulebook, "visit", ("visit", "2025-03-05"))

    assert days(visited.due, visited.opens) == ["Monday 14 April 2025", "Monday 17 March 2025"]
    assert visited.too_soon == ("Wednesday 5 March 2025",)


# What is done once, and not too soon.


@pytest.mark.parametrize(
    ("done", "word", "too_soon"),
    [
        ("2025-03-14", "overdue", ("Friday 14 March 2025",)),
        ("2025-03-15", "met", ()),
        ("2025-03-27", "met late", ()),
    ],
)
def test_an_act_done_once_is_met_unless_it_was_done_too_soon(rulebook, done: str, word: str, too_soon: tuple) -> None:
    told = clock(
        rulebook, "tell", ("tell", done), at="2025-04-01T09:00+10:00", answers={"plain/heard@c1": "2025-03-05"}
    )

    assert (told.stands.word, told.too_soon) == (word, too_soon)


def test_where_the_moment_that_it_counts_from_is_not_known_nothing_says_that_it_came_too_soon(rulebook) -> None:
    told = clock(rulebook, "tell", ("tell", "2025-03-14"), at="2025-04-01T09:00+10:00")
    assert "too soon" not in told.stands.says
    assert told.too_soon == ()


# What follows another act.


def test_what_follows_an_act_is_forecast_from_the_last_day_of_that_act(rulebook) -> None:
    meet, thank = (clock(rulebook, name) for name in ("meet", "thank"))

    assert (meet.due, days(meet.forecast)) == (None, ["Friday 28 March 2025"])
    assert (thank.due, days(thank.forecast)) == (None, ["Wednesday 2 April 2025"])
    held = ("hold", "2025-03-10")
    assert days(clock(rulebook, "meet", held).due) == ["Thursday 20 March 2025"]
    assert days(clock(rulebook, "thank", held).forecast) == ["Tuesday 25 March 2025"]


# What is counted from nothing that is known.


def test_what_counts_from_a_day_that_cannot_be_counted_says_why_that_day_cannot(rulebook) -> None:
    assert str(clock(rulebook, "copy").due).endswith("not counted: the source gives no day")
    assert str(clock(rulebook, "copy").due).startswith("2 calendar days from")


def test_a_period_that_nobody_knows_leaves_the_clock_without_a_day_and_says_so(rulebook) -> None:
    assert "not counted: the period is not known" in str(clock(rulebook, "keep").due)
    told = clock(rulebook, "keep", answers={"plain/long@c1": "until the child is grown"})
    assert "until the child is grown" in str(told.due)


# An act that is told twice.


@pytest.mark.parametrize("act", ["clock/send", "duties-letter/send"])
def test_an_act_that_a_fact_and_a_report_tell_of_is_done_once_and_surely(rulebook, act: str) -> None:
    at = "2025-03-05T10:00+10:00"
    late = "2025-04-01T09:00+10:00"
    reported = clock(rulebook, "send", (act, at), at=late)
    twice = clock(rulebook, "send", (act, at), at=late, answers={"plain/gone@c1": True, "plain/sent@c1": at})

    assert (reported.stands.word, twice.stands.word) == ("met", "met")
    assert dict(twice.states) == {"met": Standing.CERTAIN}


def test_an_act_of_which_nobody_says_when_it_was_is_done_and_told_without_a_moment(rulebook) -> None:
    decision = decided(rulebook, answers={"plain/gone@c1": True})
    (done,) = (done for done in decision.done if done.says == "send the letter")

    assert done.at == ""
    (sent,) = (found for found in decision.clocks if found.id == "send")
    assert {standing for state, standing in sent.states if state in ("met", "met-late")} == {Standing.PROVISIONAL}
