"""Facts that few cases have: a registration with days, what only the accused knew, a clearing, two editions."""

from __future__ import annotations

from case_documents import clocks, decided, standing

from cimscore_ndis_incidents.readings import AwareIfAccusedKnows, RegisteredWhen
from cimscore_vic_cims.readings.acting import PoliceHold
from cimscore_vic_cims.readings.scope import FundingLevel


def test_a_provider_registered_before_it_knew_has_to_notify_though_it_happened_earlier() -> None:
    decision = decided("ndis-registered-since")
    assert standing(decision, "in-scope", "c1") == "certain"
    assert clocks(decision, "c1")["notify"] == "Wednesday 5 March 2025, 10:00: certain"


def test_a_provider_registered_after_it_happened_does_not_notify_where_the_day_of_the_harm_counts() -> None:
    decision = decided("ndis-registered-since", readings={"registered-when": RegisteredWhen.OCCURRENCE})
    assert standing(decision, "in-scope", "c1") == ""
    assert clocks(decision, "c1") == {}


def test_a_provider_whose_registration_ended_on_the_day_it_knew_has_to_notify() -> None:
    decision = decided("ndis-registered-until")
    assert standing(decision, "in-scope", "c1") == "certain"
    assert clocks(decision, "c1")["notify"] == "Tuesday 4 March 2025, 10:00: certain"


def test_what_only_the_accused_knew_counts_from_the_day_on_which_somebody_else_knows() -> None:
    assert clocks(decided("ndis-only-the-accused-knew"), "c1")["notify"] == "Thursday 6 March 2025, 08:00: certain"
    at_once = decided("ndis-only-the-accused-knew", readings={"accused-knows": AwareIfAccusedKnows.AWARE})
    assert clocks(at_once, "c1")["notify"] == "Tuesday 4 March 2025, 10:00: certain"


def test_the_days_of_an_investigation_run_from_the_clearing_where_they_are_read_so() -> None:
    running = decided("vic-cleared-later")
    held = decided("vic-cleared-later", readings={"police-hold": PoliceHold.FROM_THE_CLEARING})
    assert clocks(running, "i1")["investigate"] == "Tuesday 17 March 2026, end of day: certain"
    assert clocks(held, "i1")["investigate-once-cleared"] == "Thursday 2 April 2026, end of day: certain"


def test_reports_of_two_editions_are_warned_of_and_each_needs_its_own_document() -> None:
    decision = decided("vic-two-editions")
    warned = [line.says for line in decision.conclusions if line.warns]
    assert "the report on i2 goes by the edition 2024-12 instead, so that it needs a document of its own" in warned


def test_who_funds_the_very_service_counts_only_where_it_is_read_so() -> None:
    name = "vic-service-funded-by-the-ndis"
    assert standing(decided(name), "in-scope", "i1") == "certain"
    by_service = decided(name, readings={"funding-level": FundingLevel.SERVICE})
    assert standing(by_service, "in-scope", "i1") == ""
    assert standing(by_service, "out-of-scope", "i1", "the organisation has money from the NDIS alone") == "certain"
