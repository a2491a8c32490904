"""A clock whose day is not known: that none can be counted, how soon and how late it may be, and by which line."""

from __future__ import annotations

import enum

import pytest

import cimscore
from cimscore.assessment import DecisionState, first_page
from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.clocks import Uncounted
from cimscore.policy import Row
from cimscore.rules import Clocks, Concern, Question, Table, Value
from cimscore.rules.vocabulary import is_concern, received
from cimscore.testing import InlinePlugin


def document(year: int) -> dict[str, object]:
    decided = {"by": "child-safety-officer", "at": f"{year}-03-05T14:00+10:00", "about": ["c1"]}
    return {
        "cimscore": 1,
        "id": "one-home",
        "programs": ["qld-child-safety"],
        "dates": {"received": f"{year}-03-05T10:15+10:00"},
        "people": [{"id": "ari", "born": f"{year - 9}-05-02"}, {"id": "mia", "born": f"{year - 39}-01-20"}],
        "households": [{"id": "north", "area": "Logan"}],
        "residences": [
            {"person": "ari", "household": "north", "kind": "full-time"},
            {"person": "mia", "household": "north", "kind": "full-time"},
        ],
        "relationships": [{"from": "mia", "to": "ari", "kind": "parent"}],
        "concerns": [{"id": "c1", "about": ["ari"], "place": "north", "kind": "harm", "responsible": ["mia"]}],
        "decisions": [
            {"question": "qld-child-safety/response", "answer": "notification", **decided},
            {"question": "qld-child-safety/response-priority", "answer": "5-day", **decided},
        ],
    }


@pytest.fixture(scope="module")
def rulebook() -> cimscore.Rulebook:
    return cimscore.load_rulebook()


def test_a_year_that_no_calendar_has_leaves_the_clock_without_a_day_and_says_why(rulebook: cimscore.Rulebook) -> None:
    (decision,) = cimscore.assess(rulebook.read_case(document(2090)), rulebook).decisions
    approve = next(clock for clock in decision.clocks if clock.id == "approve")
    assert isinstance(approve.due, Uncounted)
    assert decision.state is not DecisionState.FINAL
    assert any("approve the notification cannot be counted" in sentence for sentence in decision.because)


def test_a_clock_names_the_line_of_the_table_by_which_it_runs(rulebook: cimscore.Rulebook) -> None:
    (decision,) = cimscore.assess(rulebook.read_case(document(2025)), rulebook).decisions
    approve = next(clock for clock in decision.clocks if clock.id == "approve")
    assert approve.clauses[0] == "qld/approve/who-approves"
    assert "qld/approve/5-day" in approve.clauses
    assert "qld/approve/24-hour" not in approve.clauses


def without_priority(year: int) -> dict[str, object]:
    case = document(year)
    decisions = case["decisions"]
    assert isinstance(decisions, list)
    return {**case, "decisions": decisions[:1]}


def test_a_clock_that_an_answer_would_put_off_says_until_when_at_the_latest(rulebook: cimscore.Rulebook) -> None:
    (decision,) = cimscore.assess(rulebook.read_case(without_priority(2025)), rulebook).decisions
    approve = next(clock for clock in decision.clocks if clock.id == "approve")
    assert str(approve.due) == "Thursday 6 March 2025, 14:00, Brisbane time"
    assert str(approve.latest) == "Wednesday 12 March 2025, end of day, Brisbane time"
    assert approve.soonest is None
    assert "at the latest Wednesday 12 March 2025" in " ".join(first_page(decision).split())


class Pace(enum.StrEnum):
    USUAL = "usual"
    URGENT = "urgent"


def lenient() -> InlinePlugin:
    """Return a program that works with the longer of two periods until somebody says which."""
    concern, pace, moment = Concern("concern"), Value("pace", Pace), Value("moment", Moment)
    asked = Question(
        id="pace", things=(concern,), text="How urgent is {concern}?", answers=Pace, working=Pace.USUAL, why="most are"
    )
    rows = (Row(Pace.USUAL, Hours(72), "doc/heading/clause"), Row(Pace.URGENT, Hours(24), "doc/heading/clause"))
    clocks = Clocks((concern,))
    clocks.clock(
        "visit", "visit the family", owed=is_concern(concern) & asked.is_(concern, pace), starts=received(moment),
        within=Table("periods", "How long there is", rows), by=pace, who="the officer", cites=["doc/heading/clause"],
    )  # fmt: skip
    return InlinePlugin(id="lenient", tables=(clocks,))


def test_a_clock_that_an_answer_would_make_due_sooner_says_so() -> None:
    rulebook = cimscore.load_rulebook([lenient()])
    case = rulebook.read_case({
        "cimscore": 1, "id": "small", "programs": ["lenient"], "dates": {"received": "2025-03-03T10:15+10:00"},
        "people": [{"id": "ari"}], "concerns": [{"id": "c1", "about": ["ari"], "kind": "harm"}],
    })  # fmt: skip
    (decision,) = cimscore.assess(case, rulebook).decisions
    (clock,) = decision.clocks
    assert (str(clock.due), str(clock.soonest)) == (
        "Thursday 6 March 2025, 10:15, Brisbane time",
        "Tuesday 4 March 2025, 10:15, Brisbane time",
    )
    told = " ".join(first_page(decision).split())
    assert "First clock: Tuesday 4 March 2025, 10:15, Brisbane time" in told
    assert "That is the soonest that it may be (question 1)." in told
