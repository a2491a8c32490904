"""What is owed of a record on file is told with its day, whatever the new concern turns out to be."""

from __future__ import annotations

import pytest
from qld_cases import added, compiled, decided, due, fact, notified, on_file, one_home, told

from cimscore.assessment import decide_case
from cimscore.case import Case, DecisionEntry

START, FINISH, REPORT = "commence-on-file", "finish-on-file", "approve-report-on-file"
OTHERS = ("intake-enquiry", "limited-intake")


def beside(*decisions: DecisionEntry, of: str = "ari", **moves: str) -> Case:
    """Return the case of a new concern about Ari, whose 5-day investigation was decided on 27 February."""
    roles = {of: "subject child"} if of else {}
    investigation = on_file("inv-1", "investigation", roles, **{"decide": "2025-02-27T10:00+10:00", **moves})
    facts = (fact("office", "Brisbane"), fact("priority-of-record", "5-day", "inv-1"))
    return one_home(decisions=decisions, records=(investigation,), facts=facts)


@pytest.mark.parametrize("response", OTHERS)
def test_an_investigation_is_started_and_finished_though_the_new_concern_opens_nothing(response: str) -> None:
    found = told(beside(decided("response", "c1", response)))
    assert due(found, START, "inv-1") == "Thursday 6 March"
    assert due(found, FINISH, "inv-1") == "Saturday 7 June"


def test_the_days_of_one_are_those_of_its_household_and_of_any_place_where_that_is_not_told() -> None:
    enquiry = decided("response", "c1", "intake-enquiry", moment="2025-08-11T14:00+10:00")
    facts = (fact("priority-of-record", "5-day", "inv-1"),)
    found = {}
    for home in ("north", ""):
        # Its fifth business day is the day of Brisbane's show, in August 2025.
        investigation = on_file(
            "inv-1", "investigation", {"ari": "subject child"}, home, decide="2025-08-06T10:00+10:00"
        )
        case = one_home(received="2025-08-11T10:15+10:00", decisions=(enquiry,), records=(investigation,), facts=facts)
        found[home] = due(told(case), START, "inv-1")
    assert found["north"] == "Thursday 14 August"
    assert found[""] == "between Wednesday 13 August 2025, end of day and Thursday 14 August?"


def test_while_the_response_is_open_the_start_is_told_as_provisional() -> None:
    found = decide_case(beside(), compiled())
    assert due(told(beside()), START, "inv-1") == "Thursday 6 March?"
    assert found.state.value == "incomplete"


def test_a_concern_that_is_added_carries_the_clocks_of_the_investigation() -> None:
    found = told(added())
    assert due(found, START, "inv-1") == due(found, FINISH, "inv-1") == ""
    assert due(found, "commence", "c1", "ari") != ""


def test_one_that_has_started_is_finished_and_one_that_is_complete_or_closed_owes_nothing() -> None:
    response = decided("response", "c1", "intake-enquiry")
    started = told(beside(response, commence="2025-02-28T10:00+10:00"))
    assert (due(started, START, "inv-1"), due(started, FINISH, "inv-1")) == ("", "Saturday 7 June")
    for ended in ({"complete": "2025-03-01"}, {"close": "2025-03-01"}):
        found = told(beside(response, **ended))
        assert due(found, START, "inv-1") == due(found, FINISH, "inv-1") == ""


def test_one_without_its_priority_or_its_decision_is_asked_about() -> None:
    unknown = one_home(
        decisions=(decided("response", "c1", "intake-enquiry"),),
        records=(on_file("inv-1", "investigation", {"ari": "subject child"}),),
    )
    asked = {point.address for point in decide_case(unknown, compiled()).points}
    assert {
        f"qld-child-safety/{question}@inv-1" for question in ("priority-of-record", "investigation-decided")
    } <= asked


def test_of_the_hundred_days_another_reading_counts_business_days_or_from_the_start() -> None:
    case = beside(decided("response", "c1", "intake-enquiry"), commence="2025-02-28T10:00+10:00")
    assert due(told(case, hundred_days="calendar-from-commencement"), FINISH, "inv-1") == "Sunday 8 June"
    assert "July" in due(told(case, hundred_days="business-from-decision"), FINISH, "inv-1")


def test_one_that_tells_of_nobody_here_has_no_time_here() -> None:
    assert due(told(beside(decided("response", "c1", "intake-enquiry"), of="")), START, "inv-1") == ""


@pytest.mark.parametrize(
    "decisions",
    [notified("c1"), (decided("duplicate-of", "c1", "ccr-9"),), (decided("response", "c1", "intake-enquiry"),)],
)
def test_a_report_on_file_is_approved_in_its_time_beside_whatever_the_new_concern_becomes(
    decisions: tuple[DecisionEntry, ...],
) -> None:
    report = on_file("ccr-9", "child-concern-report", {"ari": "subject child"}, create="2025-02-24T09:00+10:00")
    case = one_home(decisions=decisions, records=(report,), facts=(fact("office", "Brisbane"),))
    assert due(told(case), REPORT, "ccr-9") == "Monday 3 March"
