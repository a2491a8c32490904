"""Before the Rules of 18 May 2018 nothing is in scope, and nothing fails."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore import Rulebook
from cimscore.assessment import ScopeState

RULEBOOK: Rulebook = cimscore.load_rulebook()


def assessed(day: str, state: str = "another") -> cimscore.Assessment:
    """A serious injury in connection with supports, on one day."""
    facts: dict[str, Any] = {
        "registered-provider": True,
        "state": state,
        "kind": {"c1": "serious-injury"},
        "connected-with-supports": {"c1": True},
        "only-alleged": {"c1": False},
        "aware": {"c1": f"{day}T10:00+10:00"},
        "fifth-business-day": {"c1": day},
    }
    document = {
        "cimscore": 1,
        "id": "incident",
        "programs": ["ndis-incidents"],
        "dates": {"received": f"{day}T10:00+10:00"},
        "people": [{"id": "dan", "name": {"given": "Dan", "family": "Example"}, "born": "1990-11-12"}],
        "concerns": [{"id": "c1", "about": ["dan"], "place": "elsewhere", "occurred": f"{day}T09:00+10:00"}],
        "facts": {"ndis-incidents": facts},
    }
    found: cimscore.Assessment = cimscore.assess(RULEBOOK.read_case(document), RULEBOOK)
    return found


@pytest.mark.parametrize("state", ["another", "victoria"])
@pytest.mark.parametrize("day", ["2016-03-03", "2018-05-17"])
def test_before_the_rules_nobody_is_in_scope(day: str, state: str) -> None:
    found = assessed(day, state)

    assert found.programs[0].scope is ScopeState.OUT
    assert (found.failures, found.decided) == ((), True)


@pytest.mark.parametrize(
    ("day", "state", "scope"),
    [
        ("2018-05-18", "another", ScopeState.IN),
        ("2018-05-18", "victoria", ScopeState.OUT),
        ("2019-06-30", "victoria", ScopeState.OUT),
        ("2019-07-01", "victoria", ScopeState.IN),
    ],
)
def test_from_the_rules_on_scope_goes_by_state_and_day(day: str, state: str, scope: ScopeState) -> None:
    found = assessed(day, state)

    assert (found.programs[0].scope, found.failures) == (scope, ())
