"""A reading by which something is due hours sooner on the same day is a doubt: the case is not called final."""

from __future__ import annotations

import pytest
from case_documents import decided

from cimscore.assessment import first_page

ALREADY = "2025-10-04T08:00+10:00"
NOON_OF_THE_LAST_DAY = "2025-04-09T12:00+10:00"


def page(name: str, at: str = "") -> str:
    """Return the first page of a document, without the ends of its lines."""
    return " ".join(first_page(decided(name, at=at)).split())


def test_an_hour_that_another_reading_gives_is_the_soonest_though_the_day_is_the_same() -> None:
    told = page("ndis-a-worker-knew-first")

    assert "First clock: Saturday 4 October 2025, 00:45, Brisbane time" in told
    assert "As read and answered here: Saturday 4 October 2025, 16:30" in told
    assert "Not settled: when to notify the incident (question 1)" in told


def test_what_is_overdue_by_another_reading_is_told_as_perhaps_late_whatever_its_day() -> None:
    told = page("ndis-a-worker-knew-first", ALREADY)

    assert "Next clock: at once" in told
    assert "the duty to notify the incident was due by Saturday 4 October 2025, 00:45 and is overdue" in told


def test_hours_that_end_within_the_last_day_are_told_once_they_are_over() -> None:
    told = page("vic-hours-on-the-last-day", NOON_OF_THE_LAST_DAY)

    assert "If '72 hours, elapsed': the duty to report the incident was due by Wednesday 9 April 2025, 02:45" in told
    assert "Next clock: at once" in told
    assert "Final" not in told


@pytest.mark.parametrize("at", ["", "2025-04-08T12:00+10:00", "2025-04-09T02:00+10:00"])
def test_that_a_day_may_end_sooner_is_no_doubt_before_it_has(at: str) -> None:
    decision = decided("vic-hours-on-the-last-day", at=at)
    (clock,) = (clock for clock in decision.clocks if clock.what == "report the incident")

    assert [read for read in clock.stands.otherwise if read.due and read.due.days == clock.due.days] == []
