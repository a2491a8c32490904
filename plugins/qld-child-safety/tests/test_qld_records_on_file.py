"""Clocks of records on file that new concerns go into: they run from what was recorded or decided of those before."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from qld_cases import (
    added,
    at,
    compiled,
    concern,
    decided,
    due,
    duties,
    fact,
    homes,
    notified,
    on_file,
    one_home,
    parents,
    people,
    reported,
    states,
    stays,
    told,
    two_homes,
)

from cimscore.assessment import decide_case
from cimscore.case import Case, DecisionEntry, FactEntry

PART = ("c1", "ari")
LATEST = "Tuesday 11 March"
ASK = "qld-child-safety/report-created@ccr-9"


def combined(*facts: FactEntry, answer: str = "combine", **moves: str) -> Case:
    """Return the case of new concerns of 3 March, combined on the 4th with a report on file."""
    report = on_file("ccr-9", "child-concern-report", {"ari": "subject child"}, "north", **moves)
    agreed = decided("combine-reports", "ccr-9", answer, moment="2025-03-04T11:00+10:00")
    return one_home(decisions=(*reported("c1"), agreed), records=(report,), facts=(fact("office", "Brisbane"), *facts))


def due_on(case: Case) -> str:
    """Return when the combined report is due."""
    return due(told(case), "approve-combined-report", *PART)


def asked(case: Case) -> dict[str, str]:
    """Return the open points, each with its question."""
    return {point.address: point.asks for point in decide_case(case, compiled()).points}


@pytest.mark.parametrize("facts", [(), (fact("intake-created", at("2025-03-06T09:00+10:00")),)])
def test_one_whose_creation_is_not_known_is_due_by_the_last_day_that_its_combination_leaves(
    facts: tuple[FactEntry, ...],
) -> None:
    case = combined(*facts)
    assert due_on(case) == f"{LATEST} 2025, end of day or earlier"
    assert "ccr-9" in asked(case)[ASK]


@pytest.mark.parametrize(
    ("created", "expected"), [("2025-02-24T09:00+10:00", "Monday 3 March"), ("2025-03-04T11:00+10:00", LATEST)]
)
def test_one_whose_creation_is_known_is_due_five_business_days_after_it(created: str, expected: str) -> None:
    by_fact, by_move = combined(fact("report-created", at(created), "ccr-9")), combined(create=created)
    assert due_on(by_fact) == due_on(by_move) == expected
    assert ASK not in {*asked(by_fact), *asked(by_move)}


def due_by_itself(case: Case) -> str:
    """Return when the report on file is due that goes on beside the new one."""
    return due(told(case), "approve-report-on-file", "ccr-9")


def test_one_that_stays_apart_keeps_its_own_time() -> None:
    case = combined(answer="separate", create="2025-02-24T09:00+10:00")
    assert due_by_itself(case) == "Monday 3 March"
    assert states(told(case, "2025-03-05T09:00+10:00"), "approve-report-on-file", "ccr-9") == {"overdue"}


def test_of_one_that_stays_apart_the_creation_is_asked_for_too() -> None:
    case = combined(answer="separate")
    assert due_by_itself(case) == f"{LATEST} 2025, end of day or earlier"
    assert ASK in asked(case)


def test_one_that_is_combined_has_one_time_only() -> None:
    assert due_by_itself(combined(create="2025-02-24T09:00+10:00")) == ""


def test_one_that_tells_of_nobody_here_has_no_time_here() -> None:
    of_nobody = on_file("ccr-9", "child-concern-report", create="2025-02-24T09:00+10:00")
    assert due_by_itself(one_home(decisions=reported("c1"), records=(of_nobody,))) == ""


@pytest.mark.parametrize(("kin", "of_a_sibling"), [("ari bo", True), ("ari", False)])
def test_one_of_a_sibling_is_talked_over_and_one_of_any_child_here_keeps_its_time(kin: str, of_a_sibling: bool) -> None:
    of_bo = on_file("ccr-9", "child-concern-report", {"bo": "subject child"}, create="2025-02-24T09:00+10:00")
    case = one_home(
        people=people(ari="2014-05-02", bo="2012-03-04", mia="1986-01-20"),
        relationships=parents(mia=kin),
        decisions=reported("c1"),
        records=(of_bo,),
        facts=(fact("office", "Brisbane"),),
    )
    assert due_by_itself(case) == "Monday 3 March?"
    assert ("liaise" in duties(told(case), "ccr-9")) is of_a_sibling
    assert due(told(case, pending_report="child"), "approve-report-on-file", "ccr-9") == "Monday 3 March"


@pytest.mark.parametrize(("complete", "owed"), [("2025-03-12", False), ("2025-03-14T15:00+10:00", True), ("", True)])
def test_one_that_was_complete_before_has_its_start(complete: str, owed: bool) -> None:
    moves = {"complete": complete} if complete else {}
    found = told(added(**moves))
    assert bool(due(found, "commence", *PART)) is owed
    assert ("commence" in duties(found, "additional-notified-concerns:inv-1")) is (not complete)


ADDED = "2025-03-14T12:00+10:00"
FIRST, PRIORITY = "qld-child-safety/investigation-decided@inv-1", "qld-child-safety/priority-of-record@inv-1"


def added_to(*facts: FactEntry) -> Case:
    """Return the case of new concerns of 14 March for an investigation of which nothing more is told."""
    return one_home(
        received="2025-03-13T10:15+10:00",
        decisions=notified("c1", "5-day", ADDED),
        records=(on_file("inv-1", "investigation", {"ari": "subject child"}, "north"),),
        facts=(fact("family-moved", False, "inv-1"), fact("office", "Brisbane"), *facts),
    )


def test_an_investigation_with_neither_decision_nor_priority_is_asked_for_both() -> None:
    case = added_to()
    assert {FIRST, PRIORITY} <= asked(case).keys()
    assert due(told(case), "finish", *PART) == "Sunday 22 June 2025, end of day or earlier"


@pytest.mark.parametrize(
    ("priority", "start", "finish"),
    [
        ("24-hour", "Tuesday 4 March 2025, 14:00", "Wednesday 11 June"),
        ("5-day", "Monday 10 March", "Wednesday 11 June"),
        ("10-day", "Monday 17 March", "Wednesday 11 June"),
    ],
)
def test_its_decision_and_priority_settle_its_start(priority: str, start: str, finish: str) -> None:
    moment = fact("investigation-decided", at("2025-03-03T14:00+10:00"), "inv-1")
    case = added_to(moment, fact("priority-of-record", priority, "inv-1"))
    found = told(case)
    assert (due(found, "commence", *PART), due(found, "finish", *PART)) == (start, finish)
    assert not {FIRST, PRIORITY} & asked(case).keys()


def of_a_previous_home(*answers: DecisionEntry) -> Case:
    """Return the case of Ari, harmed in the south, whose open investigation is about the north."""
    return two_homes(
        concerns=(concern("c1", "ari", "south"),),
        records=(on_file("inv-1", "investigation", {"ari": "subject child"}, "north"),),
        residences=stays("ari south", "mia north", "leo south"),
        facts=(fact("family-moved", False, "inv-1"), fact("office", "Brisbane")),
        decisions=(*notified("c1"), *answers),
    )


def test_an_undecided_second_notification_makes_no_day_surer_than_the_decision_against_it() -> None:
    def days(*answers: DecisionEntry) -> list[tuple[str, bool]]:
        clocks = decide_case(of_a_previous_home(*answers), compiled()).clocks
        return sorted((clock.id, clock.due.opens) for clock in clocks if clock.id in ("commence", "finish"))

    against = decided("second-notification", "inv-1", False)
    assert days() == days(against) == [("commence", False), ("finish", False)]


@pytest.mark.parametrize(
    ("whose", "area", "expected"),
    [
        ("ari mia", "Cairns", True),
        ("ari", "Cairns", False),
        ("ari mia", "Brisbane", False),
        ("ari mia", "", False),
        ("", "Cairns", False),
    ],
)
def test_a_family_whose_move_to_another_area_is_entered_is_taken_to_have_moved(
    whose: str, area: str, expected: bool
) -> None:
    gone, left = dt.date(2025, 2, 1), set(whose.split())
    before = [attrs.evolve(stay, until=gone) for stay in stays(*(f"{who} north" for who in left))]
    since = [attrs.evolve(stay, from_=gone) for stay in stays(*(f"{who} far" for who in left))]
    case = one_home(
        households=homes(north="Brisbane", far=area),
        residences=(*before, *since, *stays(*(f"{who} north" for who in {"ari", "mia"} - left))),
        records=(on_file("inv-1", "investigation", {"ari": "subject child"}, "north"),),
    )
    assert ("talk-first" in duties(told(case), "inv-1")) is expected
    assert "qld-child-safety/family-moved@inv-1" in asked(case)


def test_an_open_decision_that_alone_would_change_a_no_is_named_and_one_that_is_made_is_not() -> None:
    def changes(*answers: DecisionEntry) -> list[tuple[str, str]]:
        found = decide_case(of_a_previous_home(*answers), compiled()).denied
        assert found
        return [(address, answer) for denied in found for address, _, answer in denied.would_change]

    assert changes() == [("qld-child-safety/second-notification@inv-1", "yes")]
    assert changes(decided("second-notification", "inv-1", False)) == []


def test_a_pending_report_in_which_a_parent_but_no_child_of_the_family_is_recorded_is_one_of_the_family() -> None:
    pending = on_file("ccr-1", "child-concern-report", {"mia": "parent", "tom": "subject child"}, "")
    known = people(ari="2014-05-02", mia="1986-01-20", tom="2014-05-02")
    case = one_home(decisions=reported("c1"), people=known, records=(pending,))
    address = "qld-child-safety/combine-reports@ccr-1"
    assert address in told(case).points
    assert address not in told(case, pending_report="child").points
