"""The incident report webform: each statement of the page about a report is asked for, and a report can be complete."""

from __future__ import annotations

from cimscore.report_forms import filled
from cimscore_vic_cims.forms import WEBFORM
from cimscore_vic_cims.workflows import INCIDENT_REPORT

REPORT = {
    "id": "a-fall",
    "people": [{"id": "cal", "name": {"given": "Cal", "family": "Example"}, "gender": "unknown"}],
    "incident": {
        "about": ["cal"], "occurred": "2025-03-03", "text": "Cal fell down the stairs.",
        "facts": {"vic-cims": {
            "client-harmed": True, "during-service-delivery": True, "disclosed": "2025-03-03",
            "incident-type": "injury-explained",
        }},
    },
    "facts": {"vic-cims": {
        "provider": "organisation", "service": "disability", "department-funds-it": True, "ndis-funds-it": False,
    }},
}  # fmt: skip


def test_a_report_that_says_everything_the_page_asks_for_owes_nothing() -> None:
    fields = filled(WEBFORM, "vic-cims", REPORT)

    assert [field.label for field in fields if field.is_owed] == []
    assert [field.label for field in fields if field.state == "not known yet"] == ["Gender"]


def test_an_empty_report_owes_every_field_that_is_not_about_a_person_yet() -> None:
    owed = [field.key for field in filled(WEBFORM, "vic-cims", {}) if field.is_owed]

    required = [field.name for field in WEBFORM.fields if field.required]
    assert owed == [name for name in required if not name.startswith("concerns.about.")]


def test_the_form_is_handed_in_by_a_step_of_its_record_that_staff_may_take() -> None:
    (first, *_) = (step for step in INCIDENT_REPORT.moves if step.move == WEBFORM.move)

    assert WEBFORM.kinds == (INCIDENT_REPORT.kind,)
    assert "staff member" in first.by


def test_each_clause_about_what_is_reported_is_asked_for_by_a_field() -> None:
    clauses = {clause for field in WEBFORM.fields for clause in field.clauses}

    assert clauses >= {
        "vic/reporting/reportable", "vic/reporting/three-days", "vic/reporting/register",
        "vic/update-2024/serious-risk", "vic/update-2024/gender-options", "vic/update-2024/program-type",
    }  # fmt: skip
