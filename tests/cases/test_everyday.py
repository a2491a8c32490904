"""Everyday cases that were right and must stay so: stamps in UTC, a change of the clocks, families of several."""

from __future__ import annotations

import attrs
import pytest
from case_documents import case_of, clocks, decided, records, refusal, roles, rulebook

from cimscore.assessment import decide_case
from cimscore.case import UNKNOWN, FactEntry


def test_a_stamp_in_utc_falls_on_the_day_of_the_place() -> None:
    found = clocks(decided("utc-stamp"), "c1", "ari")
    assert found["approve"] == "Friday 7 March 2025, end of day: certain"
    assert found["commence"] == "Tuesday 11 March 2025, end of day: certain"


def test_a_decision_on_a_saturday_counts_from_the_monday() -> None:
    found = clocks(decided("weekend-start"), "c1", "ari")
    assert found["approve"] == found["transfer"] == "Wednesday 5 March 2025, end of day: certain"
    assert found["commence"] == "Friday 7 March 2025, end of day: certain"


@pytest.mark.parametrize(
    ("site", "day"),
    [
        (None, "between Tuesday 29 September 2026, end of day and Wednesday 30 September 2026, end of day"),
        ("metropolitan Melbourne", "Tuesday 29 September 2026, end of day"),
    ],
)
def test_the_friday_before_the_final_does_not_count(site: str | None, day: str) -> None:
    case = case_of("final-friday-2026")
    sites = [] if site is None else [FactEntry(question="vic-cims/site", about="case", answer=site)]
    decision = decide_case(attrs.evolve(case, facts=(*case.facts, *sites)), rulebook().program("vic-cims").compiled)
    assert clocks(decision, "c1")["report"].startswith(day)


def test_24_hours_are_hours_that_pass_when_the_clocks_change() -> None:
    assert clocks(decided("dst-start"), "c1")["notify"] == "Sunday 5 October 2025, 21:00: certain"


def test_a_year_beyond_the_next_is_counted() -> None:
    report = next(clock for clock in decided("into-2028-vic").clocks if clock.id == "report")
    assert f"{report.due.working:%d %B %Y}" == "06 January 2028", "the midnight that ends the fifth"
    assert f"{report.due.latest:%d %B %Y}" == "08 January 2028", "two holidays of a place that nobody named"


def test_of_a_father_whom_nobody_entered_nothing_is_asked() -> None:
    decision = decided("fhir-one-parent-three")
    assert records(decision) == {"notification:h0": "certain"}
    assert roles(decision, "notification:h0") == {
        "p0 subject child": "certain",
        "p1 subject child": "provisional",
        "p2 subject child": "provisional",
        "p3 parent": "certain",
    }
    assert {point.address for point in decision.points} == {
        "qld-child-safety/concerns-relate@p1@h0",
        "qld-child-safety/concerns-relate@p2@h0",
    }


def test_two_who_hurt_one_another_have_an_event_each_and_no_third() -> None:
    decision = decided("mutual-siblings")
    kai, sam = "notification:home/kai", "notification:home/sam"
    assert records(decision) == {kai: "certain", sam: "certain"}
    assert roles(decision, kai) == dict.fromkeys(("kai subject child", "sam other child", "pa parent"), "certain")
    assert roles(decision, sam) == dict.fromkeys(("sam subject child", "kai other child", "pa parent"), "certain")


def test_they_have_no_third_event_either_while_nobody_knows_when_it_was() -> None:
    case = case_of("mutual-siblings")
    undated = tuple(attrs.evolve(concern, occurred=UNKNOWN) for concern in case.concerns)
    decision = decide_case(attrs.evolve(case, concerns=undated), rulebook().program("qld-child-safety").compiled)
    kai, sam = "notification:home/kai", "notification:home/sam"
    assert records(decision) == {kai: "provisional", sam: "provisional"}
    assert set(roles(decision, kai)) == {"kai subject child", "sam other child", "pa parent"}
    assert set(roles(decision, sam)) == {"sam subject child", "kai other child", "pa parent"}


def test_a_stay_does_not_end_before_it_begins() -> None:
    assert "A stay ends on or after the day on which it begins" in refusal("stay-ends-before-it-begins")
