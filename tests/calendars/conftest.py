"""A small invented calendar, and the two that the plugins bring."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import Calendar, LocalDays, PartHoliday
from cimscore_qld_child_safety.calendars import queensland
from cimscore_vic_cims.calendars import victoria


@pytest.fixture
def example() -> Calendar:
    """March 2025 begins on a Saturday; the 10th, a Monday, is a holiday; Hilltown keeps the 12th instead."""
    return Calendar(
        id="example",
        title="Example State",
        zone=ZoneInfo("Australia/Melbourne"),
        first_year=2025,
        last_year=2025,
        version="1",
        holidays={dt.date(2025, 3, 10): "Example Day", dt.date(2025, 9, 26): "Final Friday"},
        local={
            "Hilltown": LocalDays(added={dt.date(2025, 3, 12): "Hill Day"}, removed=frozenset({dt.date(2025, 3, 10)})),
            "Lakeside": LocalDays(),
        },
        part_days=(PartHoliday(day=dt.date(2025, 3, 7), begins=dt.time(18), name="Example Eve"),),
        predicted=frozenset({dt.date(2025, 9, 26)}),
    )


@pytest.fixture(scope="session")
def qld() -> Calendar:
    """The calendar of the Queensland plugin."""
    return queensland()


@pytest.fixture(scope="session")
def vic() -> Calendar:
    """The calendar of the Victorian plugin."""
    return victoria()
