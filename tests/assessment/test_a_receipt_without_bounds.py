"""Nothing in a document bounds when it was received, and the program chooses no edition: the day is asked for."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore.assessment import DecisionState, first_page
from cimscore.assessment.questions.supplying import what_to_write
from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.clocks import Uncounted
from cimscore.interview.placing import fact_put
from cimscore.rules import Clocks, Concern, Person, Value, some
from cimscore.rules.families import is_child
from cimscore.rules.vocabulary import assessed_at, is_about, is_concern, occurred, received
from cimscore.testing import InlinePlugin, unsound
from cimscore.wire import Put

CONCERN, MOMENT = Concern("concern"), Value("moment", Moment)
BARE = {
    "cimscore": 1,
    "id": "small",
    "programs": ["plain"],
    "people": [{"id": "ari"}],
    "concerns": [{"id": "c1", "about": ["ari"], "kind": "harm"}],
}


def plain(owed: Any, starts: Any) -> cimscore.Rulebook:
    clocks = Clocks((CONCERN,))
    clocks.clock(
        "visit", "visit the family", owed=owed, starts=starts, within=Hours(24), who="the officer",
        cites=["doc/heading/clause"],
    )  # fmt: skip
    return cimscore.load_rulebook([InlinePlugin(id="plain", tables=(clocks,))])


RULEBOOKS = [
    pytest.param(lambda: plain(is_concern(CONCERN), received(MOMENT)), id="counted from the receipt"),
    pytest.param(lambda: plain(is_concern(CONCERN) & received(MOMENT), received(MOMENT)), id="owed by the receipt"),
    pytest.param(lambda: plain(is_concern(CONCERN) & assessed_at(MOMENT), assessed_at(MOMENT)), id="by the assessment"),
]


@pytest.mark.parametrize("made", RULEBOOKS)
def test_the_clock_is_told_without_a_day_and_the_receipt_is_asked_for(made: Any) -> None:
    rulebook = made()
    (decision,) = cimscore.assess(rulebook.read_case(BARE), rulebook).decisions
    (clock,) = decision.clocks

    assert decision.state is DecisionState.PROVISIONAL
    assert isinstance(clock.due, Uncounted)
    assert [point.address for point in decision.points] == ["received"]
    assert "1. When was the information received?" in first_page(decision)


@pytest.mark.parametrize("made", RULEBOOKS)
def test_nothing_certain_is_denied_once_the_day_is_known(made: Any) -> None:
    rulebook = made()
    dated = rulebook.read_case({**BARE, "dates": {"received": "2025-03-03T10:15+10:00"}})
    (decision,) = cimscore.assess(dated, rulebook).decisions

    assert [str(clock.due) for clock in decision.clocks] == ["Tuesday 4 March 2025, 10:15, Brisbane time"]
    assert not list(unsound(dated, rulebook))


def test_somebody_whose_birth_is_told_has_no_age_before_the_receipt_and_that_is_what_is_asked_for() -> None:
    child = Person("child")
    rulebook = plain(some(child, is_about(CONCERN, child) & is_child(child)), occurred(CONCERN, MOMENT))
    born = {"people": [{"id": "ari", "born": "2014-05-02"}]}
    happened = {"concerns": [{"id": "c1", "about": ["ari"], "kind": "harm", "occurred": "2025-03-03T09:00+10:00"}]}
    case = {**BARE, **born, **happened}
    (decision,) = cimscore.assess(rulebook.read_case(case), rulebook).decisions
    (point,) = decision.points

    assert (point.address, point.asks) == ("age@ari", "How old was ari when the information was received?")
    assert point.ask == "whoever took the call or the report"
    assert what_to_write(point) == ("To answer, write dates: received.",)
    assert fact_put("age@ari", "2025-03-03") == (Put(("dates", "received"), "2025-03-03"),)
    dated = rulebook.read_case({**case, "dates": {"received": "2025-03-03T10:15+10:00"}})
    (decision,) = cimscore.assess(dated, rulebook).decisions
    assert decision.points == ()
