"""By when something is due in Queensland: what a clock counts from, where, and how it stands."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import (
    added,
    concern,
    decided,
    due,
    duties,
    fact,
    homes,
    notified,
    on_file,
    one_home,
    people,
    reported,
    states,
    stays,
    told,
    two_homes,
)

from cimscore.case import DecisionEntry

PART = ("c1", "ari")
NORTH = "notification:north"
ADDED = "additional-notified-concerns:inv-1"


@pytest.mark.parametrize(
    ("priority", "approved", "started"),
    [
        ("24-hour", "Tuesday 4 March 2025, 14:00", "Tuesday 4 March 2025, 14:00"),
        ("5-day", "Thursday 6 March", "Monday 10 March"),
        ("10-day", "Monday 10 March", "Monday 17 March"),
    ],
)
def test_approval_and_start_take_as_long_as_the_priority_says(priority: str, approved: str, started: str) -> None:
    found = told(one_home(decisions=notified("c1", priority)))

    assert due(found, "approve", *PART) == due(found, "transfer", *PART) == approved
    assert due(found, "commence", *PART) == started
    assert due(found, "finish", *PART) == "Wednesday 11 June"


def test_a_start_is_counted_where_it_is_done_and_an_approval_at_the_office() -> None:
    case = one_home(
        received="2025-03-26T09:00+10:00",
        households=homes(north="Toowoomba"),
        decisions=notified("c1", "5-day", "2025-03-26T11:00+10:00"),
        facts=(fact("office", "Brisbane"),),
    )
    assert due(told(case), "approve", *PART) == "Monday 31 March"
    assert due(told(case), "commence", *PART) == "Thursday 3 April"  # Toowoomba keeps its show on 27 March.


def test_a_start_at_a_place_not_known_is_a_range_and_certain_at_that() -> None:
    case = one_home(
        received="2025-03-26T09:00+10:00",
        households=homes(north=""),
        decisions=notified("c1", "5-day", "2025-03-26T11:00+10:00"),
    )
    assert due(told(case), "commence", *PART) == "between Wednesday 2 April 2025, end of day and Thursday 3 April"


def test_concerns_of_one_notification_are_approved_by_the_soonest_of_their_times() -> None:
    case = one_home(
        concerns=(concern("c1", "ari", "north"), concern("c2", "ari", "north")),
        decisions=(
            *notified("c1"),
            *notified("c2", "24-hour", "2025-03-04T09:00+10:00"),
            decided("repeats", "c2", False),
        ),
    )
    for act in ("approve", "transfer", "commence"):
        assert due(told(case), act, *PART) == due(told(case), act, "c2", "ari") == "Wednesday 5 March 2025, 09:00"
    assert due(told(case), "finish", *PART) == due(told(case), "finish", "c2", "ari")


def test_a_clock_is_the_same_in_whatever_record_its_part_is_written() -> None:
    apart, together = two_homes(), two_homes()
    answer = decided("more-than-one-notification", "case", (("north", "south"),))
    together = two_homes(decisions=(*apart.decisions, answer))

    for case in (apart, together):
        assert due(told(case), "approve", "c1", "ari") == due(told(case), "approve", "c2", "ari") == "Thursday 6 March"


@pytest.mark.parametrize(
    "facts",
    [
        (fact("duplicate-of", "EV-1", "c1"),),
        (fact("identifiable", False), fact("attempts-to-identify-failed", True)),
    ],
)
def test_what_does_not_count_has_no_clock_of_a_notification(facts: tuple[object, ...]) -> None:
    found = told(one_home(facts=facts))
    assert [claim for claim in found.told if claim[0] in ("clock:approve.due", "clock:commence.due")] == []


def test_a_duplicate_has_the_clock_of_its_report() -> None:
    found = told(one_home(facts=(fact("duplicate-of", "EV-1", "c1"),)))
    assert due(found, "approve-report", *PART) == "Monday 10 March?", "nobody says when the intake event was created"


def test_without_a_priority_the_soonest_clock_runs_provisionally() -> None:
    found = told(one_home(decisions=notified("c1")[:1]))
    assert due(found, "approve", *PART) == "Tuesday 4 March 2025, 14:00?"


def test_a_concern_that_names_nobody_has_its_clocks() -> None:
    found = told(one_home(concerns=(concern("c1", "", "north"),)))

    assert due(found, "approve", "c1", "nobody") == "Thursday 6 March"
    assert due(found, "commence", "c1", "nobody").startswith(("Monday 10 March", "between"))
    assert due(found, "finish", "c1", "nobody") == "Wednesday 11 June"


def test_a_clock_stops_when_its_act_is_done_and_says_whether_that_was_in_time() -> None:
    in_time = one_home(records=(on_file(NORTH, "notification", approve="2025-03-05T09:00+10:00"),))
    late = one_home(records=(on_file(NORTH, "notification", approve="2025-03-07T09:00+10:00"),))
    later = "2025-03-10T09:00+10:00"

    assert states(told(in_time, later), "approve", *PART) == {"met"}
    assert states(told(late, later), "approve", *PART) == {"met-late"}
    assert states(told(one_home(), later), "approve", *PART) == {"overdue"}
    assert states(told(one_home(), later), "commence", *PART) == {"running"}


# Concerns that are added to an open investigation.


def test_the_sooner_of_two_starts_counts_and_the_hundred_days_are_not_started_anew() -> None:
    found = told(added())

    assert due(found, "commence", *PART) == "Monday 17 March"
    assert due(found, "finish", *PART) == "Wednesday 11 June"
    assert duties(found, ADDED)["commence"] == "the service centre is to start the investigation and assessment"


@pytest.mark.parametrize("response", ["notification", "report"])
def test_the_start_of_the_file_stands_when_nothing_sooner_is_added(response: str) -> None:
    case = added(priority="5-day", before="5-day", response=response)

    assert due(told(case), "commence", *PART) == "Monday 10 March"
    assert "commence" in duties(told(case), ADDED)


def test_a_24_hour_file_is_overdue_before_the_new_concerns_are_decided() -> None:
    found = told(added(before="24-hour"), "2025-03-14T15:00+10:00")

    assert due(found, "commence", *PART) == "Tuesday 4 March 2025, 14:00"
    assert states(found, "commence", *PART) == {"overdue"}


def test_once_the_investigation_has_started_there_is_no_start_clock_but_a_question_and_the_telephone() -> None:
    found = told(added(priority="24-hour", commence="2025-03-10T09:00+10:00"))
    owed = duties(found, ADDED)

    assert due(found, "commence", *PART) == ""
    assert "commence" not in owed
    assert "24-hour" in owed["ask-once-started"] and "24-hour" in owed["form-priority"]
    assert "telephone" in owed
    assert ("conclusion:has-its-start", PART) in found.told


def test_the_same_priority_asks_nothing_of_an_investigation_that_has_started() -> None:
    found = told(added(priority="10-day", commence="2025-03-10T09:00+10:00"))
    assert "ask-once-started" not in duties(found, ADDED)


def test_without_the_priority_of_the_file_its_soonest_start_is_told_provisionally() -> None:
    assert due(told(added(before="")), "commence", *PART) == "Tuesday 4 March 2025, 14:00?"


def test_a_second_notification_not_decided_keeps_the_sooner_start_and_one_clock() -> None:
    case = two_homes(
        received="2025-03-14T10:15+10:00",
        concerns=(concern("c1", "ari", "north"),),
        decisions=notified("c1", "5-day", "2025-03-14T14:00+10:00"),
        records=(
            on_file("inv-1", "investigation", {"ari": "subject child"}, "south", decide="2025-03-03T14:00+10:00"),
        ),
        facts=(fact("priority-of-record", "10-day", "inv-1"), fact("family-moved", False, "inv-1")),
    )
    found = told(case)
    assert due(found, "commence", *PART) == "Monday 17 March?"
    assert (
        due(told(attrs.evolve(case, decisions=(*case.decisions, second(answer=True)))), "commence", *PART)
        == "Friday 21 March"
    )
    assert (
        due(told(attrs.evolve(case, decisions=(*case.decisions, second(answer=False)))), "commence", *PART)
        == "Monday 17 March"
    )


def second(*, answer: bool) -> DecisionEntry:
    """Return the decision whether a second notification is recorded."""
    return decided("second-notification", "inv-1", answer)


@pytest.mark.parametrize(("start", "state"), [("2025-03-16", "met"), ("2025-03-18", "met-late")])
def test_a_start_after_the_new_decision_meets_its_clock_or_is_late(start: str, state: str) -> None:
    found = told(added(commence=start), "2025-03-20T09:00+10:00")

    assert due(found, "commence", *PART) == "Monday 17 March"
    assert states(found, "commence", *PART) == {state}


# The worked dates.


@pytest.mark.parametrize(
    ("moment", "priority", "office", "expected"),
    [
        ("2024-12-20T10:00+10:00", "5-day", "elsewhere", "Friday 27 December 2024"),
        ("2025-08-12T10:00+10:00", "5-day", "Brisbane", "Monday 18 August"),
        ("2025-03-25T10:00+10:00", "5-day", "Toowoomba", "Monday 31 March"),
    ],
)
def test_approval_skips_weekends_holidays_and_the_show_of_the_office(
    moment: str, priority: str, office: str, expected: str
) -> None:
    case = one_home(received=moment, decisions=notified("c1", priority, moment), facts=(fact("office", office),))
    assert due(told(case), "approve", *PART) == expected


def test_ten_business_days_from_christmas_eve_end_in_january() -> None:
    moment = "2024-12-24T10:00+10:00"
    found = told(one_home(received=moment, decisions=notified("c1", "10-day", moment)))
    assert due(found, "commence", *PART) == "Friday 10 January"


def test_a_hundred_days_from_the_sixth_of_january() -> None:
    moment = "2025-01-06T10:00+10:00"
    case = one_home(received=moment, decisions=notified("c1", "5-day", moment))

    assert due(told(case), "finish", *PART) == "Wednesday 16 April"
    assert due(told(case, hundred_days="business-from-decision"), "finish", *PART) == "Monday 2 June"


@pytest.mark.parametrize(("day", "heard"), [("2025-03-30", True), ("2025-03-31", False)])
def test_thirty_days_after_the_first_of_march_end_with_the_thirtieth(day: str, *, heard: bool) -> None:
    case = one_home(
        received=f"{day}T09:00+10:00",
        decisions=reported("c1", f"{day}T10:00+10:00"),
        records=(on_file("inv-1", "investigation", {"ari": "subject child"}, "north", close="2025-03-01"),),
    )
    assert ("tell-the-investigating-centre" in duties(told(case), "child-concern-report:north")) is heard


def test_before_the_first_edition_nothing_is_owed() -> None:
    moment = "2024-09-29T22:30+10:00"
    found = told(one_home(received=moment, decisions=notified("c1", "24-hour", moment)))
    assert [claim for claim in found.told if claim[0].startswith(("clock:", "conclusion:duties"))] == []


def test_the_edition_not_held_is_counted_by_the_last_one_held() -> None:
    moment = "2025-05-01T10:00+10:00"
    found = told(one_home(received=moment, decisions=notified("c1", "24-hour", moment)))
    assert due(found, "approve", *PART) == "Friday 2 May 2025, 10:00"


def test_only_the_child_who_stays_apart_waits_for_an_answer() -> None:
    case = one_home(
        people=people(ari="2014-05-02", flo="", mia="1986-01-20"),
        residences=stays("ari north", "flo north", "mia north"),
        decisions=notified("c1", "24-hour"),
    )
    assert due(told(case), "approve", *PART) == "Tuesday 4 March 2025, 14:00"
