"""What a record of Queensland has on it: its people, with a role or a profile alone, and what it is marked with."""

from __future__ import annotations

from case_documents import decided, records, roles

from cimscore.assessment import first_page


def page(name: str) -> str:
    return " ".join(first_page(decided(name)).split())


def test_nobody_is_a_subject_of_a_call_that_alleges_nothing_and_everybody_has_a_profile() -> None:
    decision = decided("enquiry")
    assert records(decision) == {"intake-enquiry:q1": "certain"}
    assert roles(decision, "intake-enquiry:q1") == {}
    assert [str(line.things[0]) for line in decision.about("profile")] == ["jude", "kurt"]
    assert "Intake enquiry of q1: jude, with a profile; kurt, with a profile" in page("enquiry")
    assert not any("subject child" in says for says, _ in decision.duties)


def test_whoever_a_concern_names_is_listed_on_the_first_page() -> None:
    said = page("new-partner-moved-in-since")
    assert "Ari Example, subject child; Mia Example, parent; Rob Example, with a profile" in said


def test_the_response_priority_stands_beside_the_record() -> None:
    assert "Notification of home, priority 5-day: " in page("new-partner-moved-in-since")
    assert "Notification of shore, priority 10-day: " in page("unborn-surname")
