"""Two small invented calendars, and moments written short."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import Calendar, LocalDays

MELBOURNE = ZoneInfo("Australia/Melbourne")


@pytest.fixture
def example() -> Calendar:
    """Monday 10 March 2025 is a holiday; Hilltown keeps the 12th instead; Lakeside's days are known for 2025 only."""
    return Calendar(
        id="example",
        title="Example State",
        zone=MELBOURNE,
        first_year=2025,
        last_year=2026,
        version="1",
        holidays={dt.date(2025, 3, 10): "Example Day"},
        local={
            "Hilltown": LocalDays(added={dt.date(2025, 3, 12): "Hill Day"}, removed=frozenset({dt.date(2025, 3, 10)})),
            "Lakeside": LocalDays(added={dt.date(2025, 3, 11): "Lake Day"}, years=frozenset({2025})),
        },
    )
