"""What is reportable, what people are called, what is owed at once."""

from __future__ import annotations

import pytest
from vic_cases import clauses, decided, duties, holds, incident, records, roles

IMMEDIATE = {"make-safe", "find-out", "acknowledge", "assure", "more-than-the-five"}
NO_HARM = {"client_harmed": False, "harm_alleged": False, "serious_harm_likely": False}


@pytest.mark.parametrize("harm", ["client_harmed", "harm_alleged", "serious_harm_likely"])
def test_harm_done_alleged_or_likely_is_reported(harm: str) -> None:
    assert records(decided(incident(**{**NO_HARM, harm: True}))) == {"incident-report:c1"}


@pytest.mark.parametrize("harm", ["harm_alleged", "serious_harm_likely"])
def test_by_the_narrow_reading_only_harm_done_is_reported(harm: str) -> None:
    assert records(decided(incident(**{**NO_HARM, harm: True}), what_harm_counts="resulted")) == set()


def test_no_harm_at_all_has_a_reason_with_its_clause_and_no_immediate_duties() -> None:
    found = decided(incident(**NO_HARM))
    assert holds(found, "not-reportable", "c1") == "certain"
    assert clauses(found, "not-reportable") == {"vic/reporting/reportable"}
    assert duties(found) == set()


def test_what_did_not_happen_during_delivery_is_not_reported() -> None:
    found = decided(incident(during_service_delivery=False))
    assert records(found) == set()
    assert holds(found, "not-reportable", "c1") == "certain"


def test_an_incident_of_which_nothing_is_said_is_reported_as_things_stand() -> None:
    found = decided(incident(client_harmed=None, during_service_delivery=None))
    assert records(found) == {"incident-report:c1"}
    assert holds(found, "record", "incident-report:c1") == "provisional"


def test_child_protection_reports_only_children_in_approved_care() -> None:
    found = decided(incident(service="child-protection", in_approved_care=False))
    assert records(found) == set()
    assert "vic-child-protection-manual/definitions/child-protection-scope" in clauses(found, "ruled-out")


def test_an_illness_is_ruled_out_only_where_the_manual_says_so() -> None:
    said = {"service": "child-protection", "in_approved_care": True, "no_more_than_illness_or_dangerous_actions": True}
    early = incident("2025-03-03T10:00+11:00", **said)
    late = incident("2025-09-03T10:00+10:00", **said)
    assert records(decided(early)) == {"incident-report:c1"}
    assert records(decided(late)) == set()


@pytest.mark.parametrize(("kind", "report"), [("dangerous-actions", "provisional"), ("self-harm", "certain")])
def test_of_an_incident_typed_as_dangerous_actions_it_is_asked_if_it_was_more(kind: str, report: str) -> None:
    case = incident("2025-09-03T10:00+10:00", service="child-protection", in_approved_care=True, incident_type=kind)
    assert holds(decided(case), "record", "incident-report:c1") == report


@pytest.mark.parametrize(
    ("reading", "question"), [("disclosure", "client_at_disclosure"), ("report", "client_at_report")]
)
def test_when_the_client_has_to_be_one_is_a_reading(reading: str, question: str) -> None:
    given = {question: False}
    # The questions about other moments are about the incident too.
    case = incident(**{key: {"c1": answer} for key, answer in given.items()})
    assert records(decided(case)) == {"incident-report:c1"}
    assert records(decided(case, client_at=reading)) == set()


def test_somebody_hurt_and_accused_is_both() -> None:
    found = decided(incident(about="remy ashby", accused="ashby", position={"ashby": "client"}))
    assert roles(found, "ashby") == {"client", "subject of allegation"}
    assert roles(found, "remy") == {"client"}


def test_another_client_of_the_placement_may_be_affected_too() -> None:
    case = incident(
        others="dan eve",
        service="out-of-home-care",
        homes={"west": "cal dan eve"},
        placement={"west": True},
        position={"dan": "client", "eve": "carer"},
    )
    found = decided(case)
    assert roles(found, "dan") == {"other client in the placement"}
    assert roles(found, "eve") == set()


def test_the_five_are_owed_at_once_by_no_clock_and_said_to_be_a_part() -> None:
    found = decided(incident(needs_medical_attention={"cal": True}))
    assert duties(found, "c1") == {*IMMEDIATE, "medical-attention"}
    assert not {each.id for each in found.clocks} & IMMEDIATE


def test_medical_attention_is_owed_until_somebody_says_that_it_is_not_needed() -> None:
    assert "medical-attention" in duties(decided(incident(needs_medical_attention=None)))
    assert "medical-attention" not in duties(decided(incident()))


def test_the_dead_are_not_made_safe_and_the_living_are() -> None:
    dead = {"has_died": {"cal": True}}
    assert duties(decided(incident(**dead)), "c1") == {"find-out", "more-than-the-five"}
    assert duties(decided(incident(about="cal dan", **dead)), "c1") == IMMEDIATE


def test_an_allegation_calls_for_a_response_from_awareness_on() -> None:
    case = incident(**{**NO_HARM, "harm_alleged": True})
    assert duties(decided(case), "c1") == IMMEDIATE
    assert duties(decided(case, immediate_response_from="occurrence"), "c1") == set()


def test_nothing_is_ever_called_compliant() -> None:
    said = [line.says for line in decided(incident()).conclusions]
    assert not any("complian" in sentence or "complies" in sentence for sentence in said)


def test_no_clause_of_before_december_2024_owes_what_came_after() -> None:
    found = decided(incident("2023-03-03T10:00+11:00", moves=["submit 2023-03-06T10:00+11:00 staff member"]))
    assert duties(found, "c1") == set()
    assert {"create", "endorse", "report"}.isdisjoint(duties(found))
    assert {"complete", "case-review", "report-in-three-business-days"} <= duties(found)


def test_duties_come_in_the_order_of_the_work() -> None:
    case = incident(incident_type="injury-unexplained", impact="major", help_with="incident-outcome-policy-or-process")
    said = [says for says, _ in decided(case).duties]
    steps = ["make sure that cal is safe", "write, to", "make the report", "record the gender", "is to investigate"]
    places = [next(place for place, says in enumerate(said) if step in says) for step in steps]
    assert places == sorted(places)
