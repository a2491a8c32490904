"""A day that a local holiday would move says which one, and until when, beside the earliest and the latest."""

from __future__ import annotations

import datetime as dt

import pytest
from case_documents import decided

from cimscore.assessment import document_of, first_page
from cimscore.calendars import Due

MOVED = {
    ("wandoan-show", "approve"): (dt.date(2025, 4, 4), dt.date(2025, 4, 8)),
    ("vic-no-place-no-date", "report"): (dt.date(2026, 11, 3), dt.date(2026, 11, 5)),
    ("vic-place-not-known-to-the-calendar", "report"): (dt.date(2025, 11, 4), dt.date(2025, 11, 6)),
}
"""The show day or Cup Day within the count, and the last day that it makes of the one before."""


@pytest.mark.parametrize(("name", "clock"), sorted(MOVED))
def test_the_local_day_that_would_move_a_day_is_named_with_the_day_it_would_then_be(name: str, clock: str) -> None:
    holiday, last = MOVED[name, clock]
    decision = decided(name)
    due = next(each.due for each in decision.clocks if each.id == clock)
    assert isinstance(due, Due)
    assert [(each.holiday, each.then.date() - dt.timedelta(days=1)) for each in due.unless] == [(holiday, last)]
    told = next(each for each in document_of(decision)["clocks"] if each["id"] == clock)
    assert told["unless"] == [{"holiday": holiday.isoformat(), "due": due.latest.isoformat()}]
    assert f"unless {holiday:%A} {holiday.day} {holiday:%B %Y} is a holiday there: then" in " ".join(
        first_page(decision, bounded=False).split()
    )


def test_where_the_place_is_known_nothing_is_said_of_others() -> None:
    assert [clock.due.unless for clock in decided("geelong-cup").clocks if isinstance(clock.due, Due)] == [()]
