"""Ten ordinary calls of Queensland, each half known: what an intake officer reads first, held against the page."""

from __future__ import annotations

import pytest
from case_documents import clocks, decided, is_final_but_for_what_is_to_be_learnt, owed, question, records, roles

from cimscore.assessment import DecisionState

PROGRAM = "qld-child-safety"


def test_a_father_of_whom_only_a_nickname_is_known_is_a_parent_and_no_clock_waits_for_him() -> None:
    decision = decided("dad-by-nickname")

    assert {point.address for point in decision.points} == {"born@spud", "homes@spud"}
    assert roles(decision, "notification:home").keys() == {"amy subject child", "kim parent", "spud parent"}
    assert clocks(decision, "c1", "amy")["approve"] == "Monday 24 March 2025, end of day: certain"


def test_harm_at_the_nans_on_a_weekend_asks_whether_the_mother_protects_and_whether_it_relates_to_the_sister() -> None:
    decision = decided("weekends-at-nans")
    nans = "notification:nans"

    assert records(decision) == {nans: "certain"}
    assert roles(decision, nans)["uncle household member"] == roles(decision, nans)["nan household member"] == "certain"
    assert question(decision, f"{PROGRAM}/protective-parent@zac").working == "no"
    assert question(decision, f"{PROGRAM}/concerns-relate@ivy@nans").working == "yes"
    assert clocks(decision, "c1", "zac")["approve"] == "Tuesday 18 March 2025, 11:30: certain"


def test_a_baby_due_next_month_has_5_days_until_the_priority_is_decided_and_the_first_child_no_part() -> None:
    decision = decided("baby-due-next-month")

    assert roles(decision, "notification:unit") == {"baby subject child": "certain", "tia parent": "certain"}
    assert question(decision, f"{PROGRAM}/response-priority@c1").working == "5-day"
    assert [line.says.partition(", in no record")[0] for line in decision.unplaced] == ["Noah Example"]
    assert owed(decision, "the first name 'Unborn' and the surname Example") == "certain"


@pytest.mark.parametrize(
    ("at", "state"), [("2025-03-22T19:00+10:00", "running"), ("2025-03-22T20:00+10:00", "overdue")]
)
def test_a_call_after_hours_on_a_friday_is_approved_on_the_saturday(at: str, state: str) -> None:
    decision = decided("school-rings-after-hours", at=at)
    day = clocks(decision, "c1", "eli")["approve"]

    assert day == f"Saturday 22 March 2025, 19:25: certain, {state}"
    assert decision.state is DecisionState.INCOMPLETE
    assert "Learn who they are" in " ".join(decision.because)
    assert owed(decision, "ask whether an address, or another way to find the child, is known")


def test_a_report_of_two_weeks_ago_is_told_as_overdue_by_so_many_days() -> None:
    decision = decided("report-already-late", at="2025-03-24T09:00+10:00")
    (clock,) = decision.clocks

    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert clocks(decision, "c1", "lou") == {"approve-report": "Monday 10 March 2025, end of day: certain, overdue"}
    assert clock.stands.says == "overdue by 10 business days"


def test_a_family_in_a_car_has_a_notification_with_its_clocks_and_an_address_is_asked_for() -> None:
    decision = decided("family-in-a-car")

    assert records(decision) == {"notification:c1": "certain"}
    assert roles(decision, "notification:c1")["mum parent"] == "certain"
    assert clocks(decision, "c1", "boy")["approve"] == "Thursday 13 March 2025, 22:00: certain"
    assert owed(decision, "ask whether an address, or another way to find the child, is known")


def test_a_half_sister_in_her_mothers_home_is_in_no_record_and_told_besides() -> None:
    decision = decided("half-sister-elsewhere")

    assert roles(decision, "notification:robs") == dict.fromkeys(
        ("sam subject child", "lin parent", "rob parent"), "certain"
    )
    assert [line.says.partition(", in no record")[0] for line in decision.unplaced] == ["Dee Example", "Eva Example"]


def test_a_child_with_an_aunt_over_the_border_is_notified_where_the_harm_was() -> None:
    decision = decided("carer-over-the-border")

    assert roles(decision, "notification:mums") == {"max subject child": "certain", "sal parent": "certain"}
    assert owed(decision, "send the notification, to the service centre for Gold Coast") == "certain"
    assert not owed(decision, "Lismore")


def test_a_twin_of_about_ten_who_is_blamed_may_have_an_event_of_his_own_and_one_day_for_each_act() -> None:
    decision = decided("twins-and-one-is-blamed")

    assert records(decision) == {"notification:home": "certain", "notification:home/ben": "provisional"}
    assert [point.address for point in decision.points] == ["born@ben"]
    assert clocks(decision, "c1", "ben") == clocks(decision, "c2", "bea")


def test_a_grandmother_with_an_order_is_of_the_household_and_the_other_parent_is_to_be_learnt_of() -> None:
    decision = decided("grandmother-with-an-order")

    assert roles(decision, "child-concern-report:grans") == {
        "gran household member": "certain",
        "mum parent": "certain",
        "tess subject child": "certain",
    }
    assert owed(decision, "learn who the other parent of") == "certain"
    assert not decision.points
