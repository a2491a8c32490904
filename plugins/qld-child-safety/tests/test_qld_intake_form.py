"""The intake form: what the page asks an intake record to hold, with the notifier in a field of their own."""

from __future__ import annotations

from cimscore.report_forms import filled
from cimscore_qld_child_safety.forms import INTAKE_FORM

PROGRAM = "qld-child-safety"
HEADINGS = [field.heading for field in INTAKE_FORM.fields if field.heading]


def owed(document: dict[str, object]) -> list[str]:
    return [field.key for field in filled(INTAKE_FORM, PROGRAM, document) if field.is_owed]


def test_an_empty_form_owes_each_field_that_the_page_asks_for() -> None:
    assert owed({}) == [field.name for field in INTAKE_FORM.fields if field.required]


def test_each_clause_about_what_an_intake_holds_is_asked_for_by_a_field() -> None:
    clauses = {clause for field in INTAKE_FORM.fields for clause in field.clauses}

    assert clauses >= {
        f"qld/record-intake/{name}"
        for name in (
            "person-profiles", "relationships", "about-each-person", "notifier-field", "notifier-nowhere-else",
            "what-the-notifier-said", "direct-information", "history", "clear-account", "other-actions",
        )
    }  # fmt: skip


def test_the_account_is_one_text_with_a_heading_for_each_thing_that_is_asked() -> None:
    text = "\n\n".join(f"{heading}:\nSaid." for heading in HEADINGS)

    assert [key for key in owed({"incident": {"text": text}}) if key.startswith("concerns.text")] == []
    assert len(HEADINGS) == len({*HEADINGS}) == 7


def test_a_response_owes_the_time_of_its_decision_too() -> None:
    response = {"question": "qld-child-safety/response", "answer": "intake-enquiry"}

    assert "response" in owed({})
    assert "response@at" in owed({"incident": {"decisions": [response]}})
    assert "response@at" not in owed({"incident": {"decisions": [{**response, "at": "2025-03-03"}]}})
