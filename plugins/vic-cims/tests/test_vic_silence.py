"""What silence is taken for, question by question; what warns or only leads on; what is asked and owed first."""

from __future__ import annotations

import pytest
from vic_cases import compiled

from cimscore.rules import Question

WORKED_WITH_AS_YES = {
    "client-at-disclosure",
    "client-at-report",
    "client-harmed",
    "client-too",
    "department-funds-it",
    "department-funds-the-service",
    "during-service-delivery",
    "harm-alleged",
    "harm-during-service-delivery",
    "health-service-in-scope",
    "in-approved-care",
    "late-ndis-report",
    "managed-by-the-department",
    "needs-medical-attention",
    "other-service-in-scope",
    "placement",
    "reported-to-police",
    "serious-harm-likely",
    "service-in-scope-then",
    "was-a-client-incident",
}
WORKED_WITH_AS_NO = {"cleared-by-police", "extended-again", "ndis-funds-it", "ndis-funds-the-service"}
GRANTED_AS_NO = {"no-more-than-illness-or-dangerous-actions", "only-the-accused-knew", "own-system"}
WARNINGS = {
    "begun-too-soon",
    "changed-meanwhile",
    "extended-again-too-soon",
    "goes-by-another-edition",
    "handled-by-its-maker",
    "died-since",
    "handled-by-the-accused",
    "impact-set-aside",
    "made-by-another",
    "out-of-order",
    "program-type-not-listed",
    "program-type-of-another-edition",
    "program-type-of-another-service",
    "put-off-wrongly",
    "refused-move",
    "submitted-again",
    "submitted-on-the-ninth",
    "taken-back",
    "type-not-listed",
    "type-of-another-edition",
    "who-died-is-not-said",
}

LEADING = {
    "also-in-scope",
    "counted-after-an-act",
    "counted-at",
    "harmful",
    "keeps",
    "likely-program-type",
    "listed-service",
    "not-put-off",
    "put-off-by",
    "ruled-out",
}


@pytest.mark.parametrize(
    ("working", "granted", "expected"),
    [
        (True, False, WORKED_WITH_AS_YES),
        (False, False, WORKED_WITH_AS_NO),
        (True, True, set()),
        (False, True, GRANTED_AS_NO),
    ],
)
def test_until_somebody_answers_a_question_is_worked_with_as_yes_or_no_or_its_usual_answer_is_granted(
    working: bool, granted: bool, expected: set[str]
) -> None:
    questions = compiled().program.of_kind(Question)
    found = {question.id for question in questions if question.working is working and question.granted is granted}
    assert found == expected


def test_a_contradiction_or_a_mistake_warns_and_nothing_else_does() -> None:
    assert {conclusion.id for conclusion in compiled().program.conclusions if conclusion.warns} == WARNINGS


def test_only_a_step_on_the_way_to_another_conclusion_is_left_off_the_page() -> None:
    assert {conclusion.id for conclusion in compiled().program.conclusions if conclusion.leading} == LEADING


def test_what_the_police_have_and_cleared_is_asked_first_and_when_it_was_disclosed_next() -> None:
    first = {question.first: question.id for question in compiled().program.of_kind(Question) if question.first}
    assert first == {1: "reported-to-police", 2: "cleared-by-police", 3: "disclosed"}


def test_a_type_that_no_list_names_may_be_said_in_other_words() -> None:
    asked = {question.id for question in compiled().program.of_kind(Question) if question.other_words}
    assert asked == {"incident-type", "program-type"}


def test_what_is_owed_at_once_is_told_first_then_whom_to_ask_the_report_its_clients_and_the_investigation() -> None:
    groups = [conclusion for conclusion in compiled().program.conclusions if conclusion.id.startswith("duties-")]
    steps = {
        (group.id.removeprefix("duties-"), row.notes.step, row.notes.at_once) for group in groups for row in group.rows
    }
    assert steps == {
        ("immediate", 0, True),
        ("contact", 1, False),
        ("report", 2, False),
        ("report-by-the-guide", 2, False),
        ("report-client", 3, False),
        ("report-client-by-the-guide", 3, False),
        ("investigation", 4, False),
    }
