"""What silence is taken for, question by question; which conclusions warn, and which only lead to others."""

from __future__ import annotations

import pytest
from ndis_cases import compiled

from cimscore.rules import Question

WORKED_WITH_AS_YES = {"authorisation-process", "connected-with-supports", "practice-harmed", "registered-provider"}
WORKED_WITH_AS_NO = {"authorised", "followed-the-plan"}
GRANTED_AS_YES = {"person-with-disability"}
GRANTED_AS_NO = {"of-one-of-the-kinds", "only-alleged", "only-the-accused-knew", "registration-changed"}
WARNINGS = {"alleged-still", "died-since", "out-of-order", "refused-move"}

LEADING = {"aware-there", "counted-in", "form-as-said", "state-taken"}


@pytest.mark.parametrize(
    ("working", "granted", "expected"),
    [
        (True, False, WORKED_WITH_AS_YES),
        (False, False, WORKED_WITH_AS_NO),
        (True, True, GRANTED_AS_YES),
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


def test_who_became_aware_when_is_asked_first() -> None:
    asked = {question.id: question.first for question in compiled().program.of_kind(Question) if question.first}
    assert asked == {"aware": 1, "key-personnel-aware": 1}
