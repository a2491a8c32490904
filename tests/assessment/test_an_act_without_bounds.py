"""Nothing in a document bounds when an act was done: it counts as done, and only whether it was in time is open."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore.assessment import Decision, DecisionState, Standing, first_page
from cimscore.calendars import Hours
from cimscore.case import Moment
from cimscore.rules import Clocks, Concern, Question, Value
from cimscore.rules.vocabulary import is_concern
from cimscore.testing import InlinePlugin

CONCERN, MOMENT = Concern("concern"), Value("moment", Moment)
TOLD = Question(id="told", things=(CONCERN,), text="When was {concern} told?", answers=Moment)


@pytest.fixture(scope="module")
def rulebook() -> cimscore.Rulebook:
    clocks = Clocks((CONCERN,))
    clocks.clock(
        "visit", "visit the family", owed=is_concern(CONCERN), starts=is_concern(CONCERN) & TOLD.is_(CONCERN, MOMENT),
        within=Hours(24), who="the officer", cites=["doc/heading/clause"],
    )  # fmt: skip
    return cimscore.load_rulebook([InlinePlugin(id="plain", tables=(clocks,))])


def decided(rulebook: cimscore.Rulebook, *, told: str = "", **done: Any) -> Decision:
    document = {
        "cimscore": 1, "id": "small", "programs": ["plain"], "people": [{"id": "ari"}],
        "concerns": [{"id": "c1", "about": ["ari"], "kind": "harm"}],
        "facts": {"plain": {"told": {"c1": told}}} if told else {},
        "done": [{"act": "plain/clock/visit", "for": ["c1"], **done}],
    }  # fmt: skip
    (decision,) = cimscore.assess(rulebook.read_case(document), rulebook).decisions
    return decision


def test_it_is_met_in_time_or_late_and_never_running(rulebook: cimscore.Rulebook) -> None:
    decision = decided(rulebook, told="2025-03-03T10:15+10:00")
    (clock,) = decision.clocks

    assert clock.stands.says == "cannot be told: met, or met late; the moment at which it was done would tell"
    assert {standing for _, standing in clock.states} == {Standing.PROVISIONAL}
    assert decision.state is DecisionState.PROVISIONAL
    page = first_page(decision)
    assert "cannot be told: met, or met late" in page and "running" not in page


def test_with_its_moment_it_is_final(rulebook: cimscore.Rulebook) -> None:
    decision = decided(rulebook, told="2025-03-03T10:15+10:00", at="2025-03-03T16:00+10:00")
    assert (decision.state, decision.clocks[0].stands.word) == (DecisionState.FINAL, "met")


def test_the_moment_from_which_its_clock_counts_is_asked_for_where_nothing_bounds_that_one_either(
    rulebook: cimscore.Rulebook,
) -> None:
    decision = decided(rulebook)
    assert [point.address for point in decision.points] == ["plain/told@c1"]
    assert "1. When was c1 told?" in first_page(decision)
