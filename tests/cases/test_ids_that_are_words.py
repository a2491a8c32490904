"""Ids that are words of the programs, such as client, staff, parent and a, name people and never change a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from case_documents import question, rulebook

from cimscore.assessment import decide_case, decided_by_each, explanations_of, first_page, sensitivity_of
from cimscore.assessment.decision.words import words_for
from cimscore.reasoning.reasons.explaining import Reason

WORDS = ("client", "staff", "a", "may")
NUMBERS = ("p1", "p2", "p3", "p4")


def incident_of(client: str, staff: str, present: str, other: str) -> dict[str, Any]:
    """Return the document of an incident in Victoria, with these ids for its four people."""
    return {
        "cimscore": 1,
        "id": "ids",
        "programs": ["vic-cims"],
        "people": [
            {"id": client, "name": {"given": "Lou", "family": "Example"}, "born": 1990},
            {"id": staff, "name": {"given": "Bea", "family": "Example"}},
            {"id": present, "name": {"given": "Cy", "family": "Example"}, "adult": True},
            {"id": other, "name": {"given": "Di", "family": "Example"}, "adult": True},
        ],
        "incident": {
            "about": [client],
            "responsible": [staff],
            "present": [present, other],
            "occurred": "2025-05-05T09:00+10:00",
            "facts": {
                "vic-cims": {
                    "disclosed": "2025-05-05T10:00+10:00",
                    "incident-type": "physical-abuse",
                    "client-harmed": True,
                }
            },
        },
        "facts": {"vic-cims": {"service": "disability", "department-funds-it": True}},
    }


def says_of(reason: Reason) -> Iterator[str]:
    """Yield what a reason says, and every reason below it."""
    yield reason.says
    for because in reason.because:
        yield from says_of(because)


def told_of(*ids: str) -> str:
    """Return all that is told of the incident in words: its page, its reasons, its questions and its readings."""
    case = rulebook().read_case(incident_of(*ids))
    ((decision, decided),), _ = decided_by_each(case, rulebook())
    words = words_for(case, decided.run.compiled.program)
    points = [
        [point.asks, point.working, *((answer, sorted(adds), sorted(takes)) for answer, adds, takes in point.changes)]
        for point in sorted(decision.points, key=lambda point: point.asks)
    ]
    reasons = sorted(says for line in explanations_of(decided, words) for says in says_of(line.reason))
    readings = sorted(str((read.asks, read.meaning)) for read in sensitivity_of(decided, words))
    lines = sorted(line.says for line in decision.conclusions)
    return json.dumps([first_page(decision), points, readings, lines, reasons], indent=1)


def test_a_person_whose_id_is_a_word_of_the_program_changes_no_sentence() -> None:
    assert told_of(*WORDS) == told_of(*NUMBERS)


def test_the_page_and_the_document_tell_a_role_and_an_answer_by_their_own_words() -> None:
    case = rulebook().read_case(incident_of(*WORDS))
    decision = decide_case(case, rulebook().program("vic-cims").compiled)
    assert "Lou Example, client; Bea Example, subject of allegation" in " ".join(first_page(decision).split())
    point = question(decision, "vic-cims/position@staff")
    assert (point.asks, point.working) == ("What is Bea Example to the service?", "staff")
    assert "Lou Example is client in incident report of incident" in [line.says for line in decision.conclusions]


def test_a_fact_of_the_document_is_asked_about_the_person_whose_id_is_a_word_of_the_question() -> None:
    case = rulebook().read_case(
        {
            "cimscore": 1,
            "id": "ids",
            "programs": ["qld-child-safety"],
            "dates": {"received": "2025-05-05T09:00+10:00"},
            "people": [
                {"id": "parents", "name": {"given": "Ann", "family": "Example"}, "born": "2018"},
                {"id": "who", "name": {"given": "Bo", "family": "Example"}, "adult": True},
            ],
            "households": [{"id": "home", "area": "Mackay", "label": "3 Fig Street"}],
            "residences": [{"person": "who", "household": "home", "kind": "full-time"}],
            "concerns": [{"id": "c1", "about": ["parents"], "place": "home", "kind": "harm"}],
        }
    )
    decision = decide_case(case, rulebook().program("qld-child-safety").compiled)
    asked = [point.asks for point in decision.points if "@parents" in point.address]
    assert any("Ann Example" in asks for asks in asked)
    assert not any("Bo Example" in asks for asks in asked)


def test_the_page_tells_a_name_whole_that_has_a_verb_in_it() -> None:
    document = incident_of(*NUMBERS)
    document["people"][0]["name"]["given"] = "Lou is"
    decision = decide_case(rulebook().read_case(document), rulebook().program("vic-cims").compiled)
    assert "Lou is Example, client; Bea Example, subject of allegation" in " ".join(first_page(decision).split())
