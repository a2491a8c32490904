"""What the head of a page asks for stands next to what is asked at once, and whoever has two parts is told once."""

from __future__ import annotations

import pytest
from case_documents import case_of, rulebook

from cimscore.assessment import decide_case, first_page


def page(name: str) -> str:
    case = case_of(name)
    return " ".join(first_page(decide_case(case, rulebook().program(case.programs[0]).compiled)).split())


@pytest.mark.parametrize("name", ["final-friday-2026", "vic-day-unknown-two-clients"])
def test_what_the_first_clock_asks_for_is_the_first_duty_that_is_not_asked_at_once(name: str) -> None:
    _, _, duties = page(name).partition("What to do, in order")
    at_once, _, others = duties.partition("what else it asks at once - ")
    assert at_once
    assert others.startswith("The reporting organisation should report it: submit the report by the CIMS webform")
    assert "none with a day" in others


def test_a_clock_with_one_sure_day_is_told_among_the_clocks_alone() -> None:
    _, _, duties = page("about-an-adult").partition("What to do, in order")
    assert "approve the notification" not in duties


def test_whoever_has_two_parts_in_a_record_is_told_once() -> None:
    told = page("vic-day-unknown-two-clients")
    assert "Incident report of i1: Ashby Example, client and subject of allegation; Remy Example, client" in told
