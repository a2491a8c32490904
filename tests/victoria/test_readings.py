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

WITHOUT_A_READING = {
    "V-06": "before submission the policy of now holds, subject to the question when it is submitted",
    "V-11": "each report goes by its own day; where they differ the case asks which one it is assessed for",
    "V-12": "providers: an organisation or the department; what is not listed is asked",
    "V-14": "no number is invented: the immediate duties have no deadline",
    "V-15": "all five duties stand, none after another",
    "V-16": "whether medical attention is needed is asked: needed, not needed, or open",
    "V-17": "judgement: the duties say what is done, never how well",
    "V-18a": "a sixth duty says that chapter 2.2 asks for more, and nothing is ever called compliant",
    "V-20": "judgement: whether it harmed a client is asked",
    "V-30": "the word of the page is kept: should",
    "V-37": "the page is silent on who made the report: delegates endorse, and no rule bars one of them",
    "V-39": "scope goes by the service",
    "V-40": "a service that is not listed is asked, never out",
    "V-41": "health services are asked",
    "V-42": "whether the department manages the housing is asked",
    "V-44": "codes stand by edition; the page names one program type",
    "V-47": "services count, from the day the page gives",
    "V-48": "the history is known: organisations that only the NDIS funds left CIMS",
    "V-50": "two regimes, two clocks, nothing merged",
    "V-53": "serious risk is a code of the edition in which the report is submitted",
    "V-54": "codes stand by edition",
    "V-55": "no rule rests on the page's tenses",
    "V-56": "no rule needs one source before another",
    "V-57": "the vendor is asked first",
    "V-58": "what the page does not say is not in the source",
}
EVERY = {f"V-{number:02}" for number in range(1, 59)} | {"V-18a"}


def test_every_unclear_place_is_a_reading_or_has_its_reason(rulebook: Rulebook) -> None:
    read = {
        number
        for name, reading in rulebook.readings.items()
        if name.split("/")[0] in ("vic-cims", "ndis-incidents")
        for number in reading.ambiguities
        if number.startswith("V-")
    }

    assert read | WITHOUT_A_READING.keys() == EVERY
    assert read & WITHOUT_A_READING.keys() == set()


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
            "aware-of-harm": {"c1": "2019-07-04T10:00+10:00"},
        }
    },
}


@pytest.mark.parametrize(
    "readings",
    [
        {"whose-knowledge": "key-personnel"},
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
