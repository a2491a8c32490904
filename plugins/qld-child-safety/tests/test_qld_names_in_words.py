"""The names, days and centres that a case holds stand in the words of what is owed."""

from __future__ import annotations

import pytest
from qld_cases import decided, duties, fact, homes, notified, on_file, one_home, reported, told

REPORT_OF_C1 = "child-concern-report:c1"
ADDED = "additional-notified-concerns:inv-1"
OPEN = on_file("inv-1", "investigation", {"ari": "subject child"}, "north", decide="2025-02-27")
CLOSED = on_file("inv-0", "investigation", {"ari": "subject child"}, "north", close="2025-02-20")
PENDING = on_file("ccr-9", "child-concern-report", {"ari": "subject child"}, "north", create="2025-02-28")


@pytest.mark.parametrize(
    ("moves", "day"),
    [
        ({"create": "2025-02-20", "record": "2025-02-21"}, "Thursday 20 February 2025"),
        ({"record": "2025-02-21T09:00+10:00"}, "Friday 21 February 2025"),
        ({"decide": "2025-02-24"}, "Monday 24 February 2025"),
    ],
)
def test_the_day_of_an_event_on_file_is_told_where_a_duplicate_repeats_it(moves: dict[str, str], day: str) -> None:
    earlier = on_file("EV-1", "notification", {"ari": "subject child"}, "north", **moves, close="2025-02-25")
    found = duties(told(one_home(facts=(fact("duplicate-of", "EV-1", "c1"),), records=(earlier,))), REPORT_OF_C1)
    assert "(EV-1)" in found["concerns-previously-recorded"]
    assert f"give there {day} as the day of the original" in found["day-of-the-original"]


def test_a_duplicate_of_what_is_under_investigation_goes_on_the_form_of_additional_concerns() -> None:
    again = (fact("duplicate-of", "EV-1", "c1"),)
    assert "complete the intake form" in duties(told(one_home(facts=again)), REPORT_OF_C1)["form"]
    found = duties(told(one_home(facts=again, records=(OPEN,))), REPORT_OF_C1)
    assert "complete the additional notified concerns form" in found["form"]


def test_of_an_event_that_is_not_told_no_day_is_made_up() -> None:
    found = duties(told(one_home(facts=(fact("duplicate-of", "EV-1", "c1"),))), REPORT_OF_C1)
    assert "day-of-the-original" not in found


@pytest.mark.parametrize(("area", "centre"), [("Brisbane", "Brisbane"), ("", "an area still to be asked")])
def test_what_is_added_names_its_event_and_the_centre_of_the_household(area: str, centre: str) -> None:
    case = one_home(
        households=homes(north=area), decisions=notified("c1", "24-hour"), records=(OPEN,),
        facts=(fact("priority-of-record", "5-day", "inv-1"),),
    )  # fmt: skip
    found = duties(told(case), ADDED)
    assert found["new-persons"].endswith("to the event inv-1")
    assert "the ICMS event inv-1" in found["tell-by-e-mail"]
    assert found["reassign"].endswith(f"the pending tray of the service centre for {centre}")
    assert found["tell-the-centre"].endswith(f"the service centre for {centre}")
    assert found["telephone"].endswith(f"the senior team leader of the service centre for {centre}")


def test_a_report_that_waits_for_its_approval_is_named() -> None:
    found = duties(told(one_home(decisions=reported("c1"), records=(PENDING,))), "ccr-9")
    assert "combined with the report ccr-9" in found["liaise"]


def test_before_a_combined_report_is_approved_the_centre_that_investigated_lately_is_heard() -> None:
    both = (*reported("c1"), decided("combine-reports", "ccr-9", "combine"))
    found = duties(told(one_home(decisions=both, records=(PENDING, CLOSED))), "combined-report:ccr-9")
    assert not found["tell-the-investigating-centre"].endswith("?")
    assert found["consider-the-advice"].endswith("which is no notification?")
    assert "tell-the-investigating-centre" not in duties(
        told(one_home(decisions=both, records=(PENDING,))), "combined-report:ccr-9"
    )
