"""A decision on the impact of an incident counts for nothing where the policy leaves none to take."""

from __future__ import annotations

import pytest
from vic_cases import decided, holds, incident

ABUSE = {"incident_type": "physical-abuse", "accused": "kim", "site": "elsewhere", "reported_to_police": False}


@pytest.mark.parametrize(
    ("position", "impact", "told"),
    [("staff", "non-major", "certain"), ("staff", "major", ""), ("client", "non-major", ""), ("staff", None, "")],
)
def test_a_decision_that_the_policy_takes_out_of_hands_is_told_to_count_for_nothing(
    position: str, impact: str | None, told: str
) -> None:
    found = decided(incident(**ABUSE, position={"kim": position}, impact=impact))
    assert holds(found, "impact-set-aside", "c1") == told


def test_where_the_position_is_not_known_the_decision_may_count_for_nothing() -> None:
    found = decided(incident(**ABUSE, impact="non-major"))
    assert holds(found, "impact-set-aside", "c1") == "provisional"
