"""What is on record of each person need not be recorded again."""

from __future__ import annotations

from typing import Any

import pytest

import cimscore
from cimscore.assessment import Standing, decide_case

ALL = dict.fromkeys(("indigenous-status", "cultural-status", "health", "disability", "mental-health"), "recorded")
DUTY = "record Indigenous status"


def duty(**profiles: dict[str, str]) -> list[Standing]:
    """Return how sure the duty is, for what is on record of each of two people."""
    people: list[dict[str, Any]] = [{"id": "kai", "born": "2015-05-02"}, {"id": "mia", "born": "1990-01-20"}]
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case(
        {
            "cimscore": 1,
            "id": "on-record",
            "programs": ["qld-child-safety"],
            "dates": {"received": "2025-03-03T10:15+10:00"},
            "people": [{**person, "profile": profiles.get(person["id"], {})} for person in people],
            "households": [{"id": "home", "area": "Logan"}],
            "residences": [{"person": person["id"], "household": "home", "kind": "full-time"} for person in people],
            "relationships": [{"from": "mia", "to": "kai", "kind": "parent"}],
            "concerns": [{"id": "c1", "about": ["kai"], "place": "home", "kind": "harm", "responsible": ["mia"]}],
            "decisions": [
                {"question": "qld-child-safety/response", "about": "c1", "answer": "notification", "at": "2025-03-03"}
            ],
        }
    )
    decision = decide_case(case, rulebook.program("qld-child-safety").compiled)
    return [standing for says, standing in decision.duties if DUTY in says]


def test_it_is_owed_until_all_of_it_is_on_record_for_everybody() -> None:
    assert duty() == [Standing.CERTAIN]
    assert duty(kai=ALL) == [Standing.CERTAIN]
    assert duty(kai=ALL, mia=ALL) == []


@pytest.mark.parametrize("missing", sorted(ALL))
@pytest.mark.parametrize("said", ["not-recorded", "unknown"])
def test_it_is_owed_for_each_thing_that_is_not_known_to_be_on_record(missing: str, said: str) -> None:
    assert duty(kai=ALL, mia={**ALL, missing: said}) == [Standing.CERTAIN]


@pytest.mark.parametrize(("died", "asked"), [(True, "certain"), (False, ""), ("2025-03", "certain"), ("unknown", "")])
def test_how_a_subject_child_who_has_died_is_recorded_is_asked(died: object, asked: str) -> None:
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case(
        {
            "cimscore": 1,
            "id": "died",
            "programs": ["qld-child-safety"],
            "dates": {"received": "2025-03-03T10:15+10:00"},
            "people": [{"id": "kai", "born": "2015-05-02", "died": died}, {"id": "mia", "born": "1990-01-20"}],
            "households": [{"id": "home", "area": "Logan"}],
            "residences": [{"person": id, "household": "home", "kind": "full-time"} for id in ("kai", "mia")],
            "relationships": [{"from": "mia", "to": "kai", "kind": "parent"}],
            "concerns": [{"id": "c1", "about": ["kai"], "place": "home", "kind": "harm", "responsible": ["mia"]}],
            "decisions": [
                {"question": "qld-child-safety/response", "about": "c1", "answer": "notification", "at": "2025-03-03"}
            ],
        }
    )
    decision = decide_case(case, rulebook.program("qld-child-safety").compiled)

    found = [standing.value for says, standing in decision.duties if "who has died is recorded" in says]
    assert "".join(found) == asked
    asks = [point for point in decision.points if point.address == "died@kai"]
    assert bool(asks) is (died == "unknown")
