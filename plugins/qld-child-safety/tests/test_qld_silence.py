"""What silence is taken for, question by question; what warns, marks or only leads on; what is owed at once."""

from __future__ import annotations

import pytest
from qld_cases import compiled

from cimscore.rules import Question
from cimscore.rules.rows.duties import DutyWords

WORKED_WITH_AS_YES = {
    "concerns-relate",
    "goes-home",
    "moved-for-good",
    "relates-in-no-household",
    "self-placed",
    "significant-harm",
}
WORKED_WITH_AS_NO = {
    "attempts-to-identify-failed",
    "notification-advised",
    "protective-parent",
    "repeats",
    "request-whereabouts",
}
GRANTED_AS_YES = {"address-known", "identifiable"}
GRANTED_AS_NO = {"consult-senior-practitioner", "ongoing-intervention", "recently-investigated"}
WARNINGS = {"about-an-adult", "refused-move"}

LEADING = {"counted-at", "file-counted-at", "file-hundred-at", "hundred-at", "part"}
MARKS = {"category", "priority"}
OF_DOCUMENTS = {"document", "priority"}
HOLD_BACK = {"fits-its-priority", "has-a-subject-child"}
AT_ONCE = {("case-note", "tell-the-case-officer"), ("report", "police")}


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


def test_a_record_is_marked_with_its_priority_and_its_category() -> None:
    assert {conclusion.id for conclusion in compiled().program.conclusions if conclusion.marks} == MARKS


def test_of_documents_alone_are_whose_they_are_and_their_priority() -> None:
    assert {conclusion.id for conclusion in compiled().program.conclusions if conclusion.paper} == OF_DOCUMENTS


def test_a_record_is_held_back_until_it_has_a_subject_child_and_fits_its_priority() -> None:
    assert {conclusion.id for conclusion in compiled().program.conclusions if conclusion.holds_back} == HOLD_BACK


def test_a_moment_of_which_only_the_latest_is_known_is_asked_for_as_such() -> None:
    asked = {question.id for question in compiled().program.of_kind(Question) if question.at_the_latest}
    assert asked == {"investigation-decided", "report-created"}


def test_an_event_may_be_named_by_its_number() -> None:
    asked = {question.id for question in compiled().program.of_kind(Question) if question.other_words}
    assert asked == {"duplicate-of"}


def test_the_police_and_the_case_officer_are_told_at_once() -> None:
    assert {(group, words.act) for group, words in owed() if words.at_once} == AT_ONCE


def test_notes_of_a_call_are_owed_although_its_event_is_not_to_be_opened_yet() -> None:
    groups = {group for group, words in owed() if words.in_any_case}
    assert groups == {"intake", "notification"}
    assert {words.act for group, words in owed() if words.in_any_case and group == "notification"} == {"event"}
    assert all(words.in_any_case for group, words in owed() if group == "intake")


def owed() -> list[tuple[str, DutyWords]]:
    """Return the words of each duty of the program, by the group that it is of."""
    groups = [conclusion for conclusion in compiled().program.conclusions if conclusion.id.startswith("duties-")]
    return [(group.id.removeprefix("duties-"), row.notes) for group in groups for row in group.rows]
