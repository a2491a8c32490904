"""A further form to extend an investigation comes once the later day has passed."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import clauses, decided, holds, incident

from cimscore.case import UNKNOWN, Case

ABUSE = {
    "accused": "kim",
    "position": {"kim": "client"},
    "incident_type": "physical-abuse",
    "impact": "major",
    "site": "metropolitan Melbourne",
    "reported_to_police": False,
}
ENDORSED = ["submit 2025-03-04T10:00+11:00 staff member", "endorse 2025-03-06T10:00+11:00 authorised delegate"]


def extended(*forms: tuple[str, int | None]) -> Case:
    """Return the case of an investigation with a form on each day, for so many business days."""
    inquiry = [f"extend {day}T10:00+10:00 staff member" for day, _ in forms]
    case = incident(moves=ENDORSED, inquiry=inquiry, **ABUSE)
    report, investigation = case.records
    moves = tuple(
        attrs.evolve(move, days=UNKNOWN if days is None else days)
        for move, (_, days) in zip(investigation.moves, forms, strict=True)
    )
    return attrs.evolve(case, records=(report, attrs.evolve(investigation, moves=moves)))


@pytest.mark.parametrize(
    ("forms", "told"),
    [
        ([("2025-04-08", 60), ("2025-06-01", 30)], "certain"),
        ([("2025-04-08", 60), ("2025-07-20", 30)], ""),
        ([("2025-04-08", None), ("2025-04-09", None)], "certain"),
        ([("2025-04-08", None), ("2025-06-01", None)], ""),
        ([("2025-04-08", 60)], ""),
    ],
)
def test_a_further_form_before_the_later_day_is_told(forms: list[tuple[str, int | None]], told: str) -> None:
    found = decided(extended(*forms))
    assert holds(found, "extended-again-too-soon", "c1") == told
    if told:
        assert clauses(found, "extended-again-too-soon") == {"vic-news-2025/investigation/extension-again"}
