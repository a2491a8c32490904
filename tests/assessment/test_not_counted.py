"""A clock whose day no calendar can count is said to have none, and its decision is not final."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.assessment import State
from cimscore.clocks import Uncounted


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
    assert decision.state is not State.FINAL
    assert any("approve the notification cannot be counted" in sentence for sentence in decision.because)


def test_a_clock_names_the_line_of_the_table_by_which_it_runs(rulebook: cimscore.Rulebook) -> None:
    (decision,) = cimscore.assess(rulebook.read_case(document(2025)), rulebook).decisions
    approve = next(clock for clock in decision.clocks if clock.id == "approve")
    assert approve.clauses[0] == "qld/record-notification/to-the-approver"
    assert "qld/approve/5-day" in approve.clauses
    assert "qld/approve/24-hour" not in approve.clauses
