"""Nothing in a document bounds when it was received, and the program chooses no edition: the day is asked for."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore.assessment import DecisionState, first_page
from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.clocks import Uncounted
from cimscore.rules import Clocks, Concern, Value
from cimscore.rules.vocabulary import assessed_at, is_concern, received
from cimscore.testing import InlinePlugin, unsound

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
