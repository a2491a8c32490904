"""Every unclear place of the Victorian page is a reading that can be switched, or has a reason not to be one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import told

import cimscore
from cimscore import Rulebook
from cimscore.assessment import Decision

Assess = Callable[..., Decision]

NOTED = {
    "V-06", "V-11", "V-12", "V-14", "V-15", "V-16", "V-17", "V-18a", "V-20", "V-30", "V-37", "V-39", "V-40", "V-41",
    "V-42", "V-44", "V-47", "V-48", "V-50", "V-53", "V-54", "V-55", "V-56", "V-57", "V-58",
}  # fmt: skip
EVERY = {f"V-{number:02}" for number in range(1, 59)} | {"V-18a"}


def test_every_unclear_place_is_a_reading_or_is_noted(rulebook: Rulebook) -> None:
    told: dict[str, bool] = {}
    for name, reading in rulebook.readings.items():
        if name.split("/")[0] in ("vic-cims", "ndis-incidents"):
            for number in reading.ambiguities:
                told[number] = reading.noted and told.get(number, True)
    told = {number: noted for number, noted in told.items() if number.startswith("V-")}

    assert told.keys() == EVERY
    assert {number for number, noted in told.items() if noted} == NOTED


SITUATIONS: list[tuple[str, str, dict[str, Any], list[tuple[str, str]]]] = [
    ("what-harm-counts", "resulted", {"client-harmed": {"c1": False}, "harm-alleged": {"c1": True}}, []),
    ("client-at", "disclosure", {"client-at-disclosure": {"c1": False}}, []),
    ("client-at", "report", {"client-at-report": {"c1": False}}, []),
    ("during-delivery", "harm", {"harm-during-service-delivery": {"c1": False}}, []),
    (
        "immediate-response-from",
        "occurrence",
        {"client-harmed": {"c1": False}, "harm-alleged": {"c1": True}, "serious-harm-likely": {"c1": False}},
        [],
    ),
    ("reported-when", "endorsed", {}, []),
    ("reported-when", "saved", {}, []),
    ("any-staff-member", "employees", {}, []),
    ("endorsement", "inside", {}, []),
    ("who-reports", "every-one", {}, []),
    ("scope-as-of", "submission", {"service-in-scope-then": False}, [("submit", "2025-03-04T09:00+11:00")]),
    (
        "investigation-times-reach",
        "from-its-day",
        {"incident-type": {"c1": "neglect"}, "reported-to-police": {"c1": False}},
        [("submit", "2025-03-04T09:00+11:00"), ("endorse", "2025-03-05T09:00+11:00")],
    ),
]


@pytest.mark.parametrize(("name", "reading", "facts", "moves"), SITUATIONS)
def test_a_reading_changes_what_is_decided(
    assess: Assess, name: str, reading: str, facts: dict[str, Any], moves: list[tuple[str, str]]
) -> None:
    day = "2024-12-06" if name == "scope-as-of" else "2025-03-03"
    sections: dict[str, Any] = {
        "concerns": [{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": f"{day}T09:00+11:00"}]
    }
    if name == "investigation-times-reach":
        sections["decisions"] = [
            {"question": "vic-cims/impact", "about": ["c1"], "answer": "major", "by": "authorised-delegate"}
        ]
    taken, other = (assess(facts, moves, readings, **sections) for readings in ({}, {name: reading}))

    assert told.everything(taken) != told.everything(other)


@pytest.mark.parametrize(("reading", "records"), [("every-worker", 2), ("employees", 1)])
def test_abuse_by_a_volunteer_is_investigated_as_abuse_by_staff_by_the_reading_taken(
    assess: Assess, reading: str, records: int
) -> None:
    kim = {"id": "kim", "name": {"given": "Kim", "family": "Example"}, "born": "1985-04-30"}
    cal = {"id": "cal", "name": {"given": "Cal", "family": "Example"}, "born": "2008-05-02"}
    concern = {
        "id": "c1", "about": ["cal"], "place": "elsewhere", "responsible": ["kim"],
        "occurred": "2025-03-03T09:00+11:00",
    }  # fmt: skip
    assessment = assess(
        {"incident-type": {"c1": "physical-abuse"}, "position": {"kim": "volunteer"}},
        readings={"who-is-staff": reading},
        people=[cal, kim],
        concerns=[concern],
        decisions=[{"question": "vic-cims/impact", "about": ["c1"], "answer": "major", "by": "authorised-delegate"}],
    )

    assert len(told.records(assessment)) == records


@pytest.mark.parametrize(
    ("reading", "edition"), [("submission", "2020-02"), ("occurrence", "2019-07"), ("disclosure", "2020-02")]
)
def test_an_earlier_edition_can_be_chosen_by_another_moment(assess: Assess, reading: str, edition: str) -> None:
    assessment = assess(
        {"disclosed": {"c1": "2020-02-03T09:00+11:00"}},
        [("submit", "2020-02-04T09:00+11:00")],
        {"earlier-editions-by": reading},
        concerns=[{"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2020-02-02T09:00+11:00"}],
        dates={"received": "2020-02-03T09:00+11:00"},
    )

    assert told.edition(assessment) == edition


def test_the_previous_guide_can_be_read_in_its_last_state(rulebook: Rulebook, assess: Assess) -> None:
    facts = {"was-a-client-incident": {"c1": True}, "service-in-scope-then": True}
    moves = [("submit", "2023-03-06T09:00+11:00")]
    incident = {"id": "c1", "about": ["cal"], "place": "elsewhere", "occurred": "2023-03-05T09:00+11:00"}
    sections = {"concerns": [incident], "dates": {"received": "2023-03-05T10:00+11:00"}}
    said = {
        reading: [line.says for line in assess(facts, moves, {"previous-guide": reading}, **sections).about("guide")]
        for reading in ("of-the-submission", "last-state")
    }

    assert any("as it stood on the day of submission" in text for text in said["of-the-submission"])
    assert any("as it stood last" in text for text in said["last-state"])


NDIS: dict[str, Any] = {
    "cimscore": 1,
    "id": "practice",
    "programs": ["ndis-incidents"],
    "dates": {"received": "2019-07-02T10:00+10:00"},
    "people": [{"id": "dan", "name": {"given": "Dan", "family": "Example"}, "born": "1990-11-12"}],
    "concerns": [{"id": "c1", "about": ["dan"], "place": "elsewhere", "occurred": "2019-06-27T09:00+10:00"}],
    "facts": {
        "ndis-incidents": {
            "registered-provider": True,
            "state": "victoria",
            "kind": {"c1": "restrictive-practice"},
            "connected-with-supports": {"c1": True},
            "only-alleged": {"c1": False},
            "followed-the-plan": {"c1": False},
            "practice-harmed": {"c1": True},
            "aware": {"c1": "2019-07-02T10:00+10:00"},
            "key-personnel-aware": {"c1": "2019-07-03T10:00+10:00"},
            "worker-aware": {"c1": "2019-06-28T10:00+10:00"},
            "aware-of-harm": {"c1": "2019-07-04T10:00+10:00"},
        }
    },
}


@pytest.mark.parametrize(
    "readings",
    [
        {"whose-knowledge": "key-personnel"},
        {"whose-knowledge": "any-worker"},
        {"harm-found-later": "from-the-harm"},
        {"first-of-july-2019": "occurrence"},
        {"end-of-last-day": "same-clock"},
        {"end-of-last-day": "close-of-business"},
    ],
)
def test_the_unclear_points_of_the_ndis_can_be_switched(rulebook: Rulebook, readings: dict[str, str]) -> None:
    case = rulebook.read_case(NDIS)
    named = {f"ndis-incidents/{name}": reading for name, reading in readings.items()}

    taken, other = (cimscore.assess(case, rulebook, readings=chosen).decisions[0] for chosen in ({}, named))

    assert told.everything(taken) != told.everything(other)
