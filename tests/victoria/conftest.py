"""The installed programs, and one incident of which every part can be changed."""

from __future__ import annotations

import copy
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore import Moment, Rulebook
from cimscore.assessment import Decision

sys.path.insert(0, str(Path(__file__).parent))

INCIDENT: Mapping[str, Any] = {
    "cimscore": 1,
    "id": "incident",
    "programs": ["vic-cims"],
    "dates": {"received": "2025-03-03T10:00+11:00"},
    "people": [{"id": "cal", "name": {"given": "Cal", "family": "Example"}, "born": "2008-05-02"}],
    "concerns": [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2025-03-03T09:00+11:00"}],
    "facts": {
        "vic-cims": {
            "provider": "organisation",
            "department-funds-it": True,
            "ndis-funds-it": False,
            "service": "disability",
            "site": "metropolitan Melbourne",
            "disclosed": {"c1": "2025-03-03T10:00+11:00"},
            "client-harmed": {"c1": True},
            "during-service-delivery": {"c1": True},
            "needs-medical-attention": {"cal": False},
            "incident-type": {"c1": "injury-explained"},
        }
    },
}


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return cimscore.load_rulebook()


Assess = Callable[..., Decision]


@pytest.fixture(scope="session")
def assess(rulebook: Rulebook) -> Assess:
    """Decide the incident: with facts changed (None takes one out), with moves of its report, by readings."""

    def assessed(
        facts: Mapping[str, Any] | None = None,
        moves: Iterable[tuple[str, str]] = (),
        readings: Mapping[str, str] | None = None,
        at: Moment | None = None,
        **sections: Any,
    ) -> Decision:
        document = {**copy.deepcopy(dict(INCIDENT)), **sections}
        answers = {**document["facts"]["vic-cims"], **(facts or {})}
        document["facts"]["vic-cims"] = {name: answer for name, answer in answers.items() if answer is not None}
        steps = [{"move": move, "by": "staff member", "at": when} for move, when in moves]
        if steps:
            document["records"] = [{"id": "incident-report:c1", "kind": "incident-report", "moves": steps}]
        named = {f"vic-cims/{name}": reading for name, reading in (readings or {}).items()}
        assessment = cimscore.assess(rulebook.read_case(document), rulebook, at=at, readings=named)
        assert assessment.failures == ()
        return assessment.decision("vic-cims")

    return assessed
