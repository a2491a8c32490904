"""A death that the case states answers what would else be asked."""

from __future__ import annotations

import pytest

import cimscore
from cimscore.assessment import Decision, decide_case


def decided(**client: object) -> Decision:
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case(
        {
            "cimscore": 1,
            "id": "late",
            "programs": ["vic-cims"],
            "dates": {"received": "2025-03-03T10:15+11:00"},
            "people": [{"id": "pat", "born": "1980-05-05", **client}],
            "concerns": [{"id": "i1", "about": ["pat"], "kind": "harm", "occurred": "2025-03-03T09:00+11:00"}],
        }
    )
    return decide_case(case, rulebook.program("vic-cims").compiled)


@pytest.mark.parametrize(("said", "safe"), [({}, True), ({"died": True}, False), ({"died": "2025-03-03"}, False)])
def test_nobody_makes_safe_who_has_died(said: dict[str, object], safe: bool) -> None:
    decision = decided(**said)
    duties = [says for says, _ in decision.duties]

    assert any("make sure that" in says and "safe" in says for says in duties) is safe
