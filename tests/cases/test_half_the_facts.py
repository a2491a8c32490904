"""Half the facts, as a manager has them on the day: what is owed, by when, and what is asked."""

from __future__ import annotations

import pytest
from case_documents import bounds_of, clocks, decided, question, records, roles, standing

from cimscore.assessment import Decision, DecisionState, first_page


def flat(decision: Decision) -> str:
    return " ".join(first_page(decision, bounded=False).split())


def asked(decision: Decision) -> set[str]:
    return {point.address for point in decision.points}


def test_of_a_month_the_first_and_the_last_day_bound_the_report_and_both_clients_are_in_it() -> None:
    decision = decided("vic-day-unknown-two-clients", at="2025-05-15T09:00+10:00")
    assert roles(decision, "incident-report:i1") == {
        "ashby client": "certain",
        "ashby subject of allegation": "certain",
        "remy client": "certain",
    }
    assert clocks(decision, "i1")["report"].startswith("between Tuesday 6 May 2025, end of day and Thursday 15 May")
    assert "Perhaps overdue" in flat(decision) and "overdue by 7 business days at most" in flat(decision)


def test_an_accused_worker_of_another_provider_is_a_subject_and_no_investigation_follows() -> None:
    decision = decided("vic-staff-of-another-provider", at="2025-05-15T09:00+10:00")
    assert records(decision) == {"incident-report:i1": "provisional"}
    assert roles(decision, "incident-report:i1") == {
        "kim subject of allegation": "provisional",
        "remy client": "provisional",
    }
    assert question(decision, "vic-cims/client-harmed@i1").working == "yes"
    assert clocks(decision, "i1")["report"] == "Friday 16 May 2025, end of day: provisional, running"


def test_a_near_miss_is_no_incident_and_says_what_would_make_it_one() -> None:
    decision = decided("vic-near-miss")
    assert decision.state is DecisionState.FINAL
    assert records(decision) == {} and decision.duties == ()
    assert standing(decision, "not-reportable", "i1", "it involves no harm to a client that counts") == "certain"
    assert "Was serious harm to a client reasonably likely in i1? no [by" in flat(decision)
    assert "'yes' to any of these would change it." in flat(decision)


def test_a_report_forgotten_over_the_holidays_is_overdue_by_business_days() -> None:
    """Friday 27 December 2024 is the day of disclosure; 1 January is a holiday, and Melton may have had another."""
    decision = decided("vic-report-late-already", at="2025-02-10T09:00+11:00")
    assert clocks(decision, "i1")["report"].startswith(
        "between Thursday 2 January 2025, end of day and Friday 3 January"
    )
    assert "overdue by 26 business days to 27 business days" in flat(decision)
    assert question(decision, "vic-cims/impact@i1").decided_by == "authorised-delegate"


@pytest.mark.parametrize(
    ("at", "bounds"),
    [
        ("", ("Monday 12 May 2025, 09:30", "after Thursday 15 May 2025, end of day, Melbourne time")),
        ("2025-05-19T09:00+10:00", ("Monday 12 May 2025, 09:30", "Monday 19 May 2025, 09:00")),
    ],
)
def test_a_step_that_nobody_dated_is_asked_for_with_what_early_and_late_would_mean(
    at: str, bounds: tuple[str, str]
) -> None:
    decision = decided("vic-follow-up-without-a-date", at=at)
    point = question(decision, "moved@incident-report:i1@submit")
    assert bounds_of(point) == {
        bounds[0]: ("report the incident: met",),
        bounds[1]: ("report the incident: met late",),
    }


def test_who_has_no_money_from_the_department_is_out_of_scope_unless_the_service_is_one_of_two() -> None:
    decision = decided("vic-private-provider")
    out = "the department neither funds nor delivers the service"
    assert standing(decision, "out-of-scope", "i1", out) == "provisional"
    changed = {
        answer for answer, adds, _ in question(decision, "vic-cims/service@case").changes if "the case" in str(adds)
    }
    assert changed == {"public-housing", "health"}
    assert "Does the department fund the organisation? no" in flat(decision)


def test_an_injury_of_which_nobody_knows_the_day_is_notified_by_the_receipt_at_the_latest() -> None:
    decision = decided("ndis-half-the-facts", at="2026-08-12T09:00+10:00")
    assert set(records(decision).values()) == {"provisional"}
    assert clocks(decision, "i1")["notify"] == "Tuesday 11 August 2026, 09:00 or earlier: provisional, overdue"
    assert {"ndis-incidents/connected-with-supports@i1", "ndis-incidents/aware@i1"} <= asked(decision)
    assert (
        "ndis-incidents/state@case" not in asked(decision)
        or question(decision, "ndis-incidents/state@case").working == "queensland"
    )


def test_a_notification_after_the_weekend_is_late_and_the_form_still_runs() -> None:
    decision = decided("ndis-notified-late-form-unsent", at="2026-08-12T09:00+10:00")
    told = {clock.id: clock.stands.says for clock in decision.clocks}
    assert told == {
        "notify": "met late, by 1 day 15 hours",
        "send-the-form": "running, 2 business days to 3 business days left",
    }
    assert roles(decision, "five-day-form:i1") == {
        "ann person affected": "certain",
        "jo subject of allegation": "certain",
    }
