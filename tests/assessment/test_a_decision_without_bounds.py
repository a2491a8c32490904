"""Nothing in a document bounds when somebody decided, and the program chooses no edition: the moment is asked for."""

from __future__ import annotations

from typing import Any

import cimscore
from cimscore.assessment import DecisionState, first_page
from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.clocks import Uncounted
from cimscore.rules import Clocks, Concern, Question, Value
from cimscore.rules.vocabulary import is_concern
from cimscore.testing import InlinePlugin, unsound

CONCERN, MOMENT = Concern("concern"), Value("moment", Moment)
ACCEPTED = Question(
    id="accepted", things=(CONCERN,), text="Is {concern} accepted?", answers=bool, decided_by="officer"
)  # fmt: skip


def plain() -> cimscore.Rulebook:
    clocks = Clocks((CONCERN,))
    clocks.clock(
        "visit", "visit the family", owed=is_concern(CONCERN) & ACCEPTED.is_(CONCERN, True),
        starts=is_concern(CONCERN) & ACCEPTED.decided_at(CONCERN, MOMENT), within=Hours(24), who="the officer",
        cites=["doc/heading/clause"],
    )  # fmt: skip
    return cimscore.load_rulebook([InlinePlugin(id="plain", tables=(clocks,))])


def accepted(**at: Any) -> dict[str, Any]:
    return {
        "cimscore": 1, "id": "small", "programs": ["plain"], "people": [{"id": "ari"}],
        "concerns": [{"id": "c1", "about": ["ari"], "kind": "harm"}],
        "decisions": [{"question": "plain/accepted", "about": "c1", "answer": True, **at}],
    }  # fmt: skip


def test_the_clock_is_told_without_a_day_and_the_moment_of_the_decision_is_asked_for() -> None:
    rulebook = plain()
    (decision,) = cimscore.assess(rulebook.read_case(accepted()), rulebook).decisions
    (clock,) = decision.clocks

    assert decision.state is DecisionState.PROVISIONAL
    assert isinstance(clock.due, Uncounted)
    assert [point.address for point in decision.points] == ["decided@plain/accepted@c1"]
    assert "1. When was this decided? Is c1 accepted?" in first_page(decision)


def test_nothing_certain_is_denied_once_the_moment_is_known() -> None:
    rulebook = plain()
    dated = rulebook.read_case(accepted(at="2025-03-03T10:15+10:00"))
    (decision,) = cimscore.assess(dated, rulebook).decisions

    assert [str(clock.due) for clock in decision.clocks] == ["Tuesday 4 March 2025, 10:15, Brisbane time"]
    assert not list(unsound(dated, rulebook))
