"""A report about a child whose investigation closed lately: the centre that led it is heard first."""

from __future__ import annotations

import attrs
from qld_cases import created, decided, duties, fact, on_file, one_home, reported, told

REPORT = "child-concern-report:north"
CLOSED = on_file("inv-1", "investigation", {"ari": "subject child"}, "north", close="2025-02-20")


def test_the_centre_that_led_an_investigation_closed_lately_is_heard_and_its_advice_is_asked() -> None:
    found = duties(
        told(one_home(decisions=reported("c1"), records=(CLOSED,), facts=(created("2025-03-03T10:15+10:00"),))), REPORT
    )

    assert not found["tell-the-investigating-centre"].endswith("?")
    assert found["consider-the-advice"].endswith("which is no notification?")


def test_advice_for_a_notification_stands_in_the_duty() -> None:
    advised = (*reported("c1"), decided("notification-advised", REPORT, True))
    case = one_home(decisions=advised, records=(CLOSED,), facts=(created("2025-03-03T10:15+10:00"),))
    assert duties(told(case), REPORT)["consider-the-advice"].endswith("which is a notification")


def test_until_the_creation_of_its_event_is_told_the_centre_is_heard_by_the_day_of_receipt() -> None:
    """By the day of the decision it would be the 32nd day; an event is created when the information comes in."""
    closed = on_file("inv-1", "investigation", {"ari": "subject child"}, "north", close="2025-02-02")
    case = one_home(decisions=reported("c1", "2025-03-06T09:00+10:00"), records=(closed,))
    assert duties(told(case), REPORT)["tell-the-investigating-centre"].endswith("?")
    for day, heard in (("2025-03-03", True), ("2025-03-04", False)):
        known = attrs.evolve(case, facts=(*case.facts, created(f"{day}T12:00+10:00")))
        found = duties(told(known), REPORT).get("tell-the-investigating-centre", "?")
        assert found.endswith("?") is not heard


def test_a_closing_whose_day_is_not_known_is_taken_as_lately() -> None:
    closed = on_file("inv-1", "investigation", {"ari": "subject child"}, "north", close="")
    found = duties(told(one_home(decisions=reported("c1"), records=(closed,))), REPORT)
    assert found["tell-the-investigating-centre"].endswith("?")


def test_an_investigation_that_is_not_in_the_document_can_be_told() -> None:
    case = one_home(decisions=reported("c1"), facts=(fact("recently-investigated", True, "ari"),))
    assert "tell-the-investigating-centre" in duties(told(case), REPORT)


def test_with_an_intervention_open_or_for_a_duplicate_nobody_else_is_heard() -> None:
    duplicate = one_home(facts=(fact("duplicate-of", "EV-1", "c1"),), records=(CLOSED,))
    assert "tell-the-investigating-centre" not in duties(told(duplicate), "child-concern-report:c1")
