"""A span that begins with a day and ends within it starts a count no later than it ends."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

from cimscore.calendars import Due, Hours
from cimscore.case import Moment
from cimscore.clocks import Span
from cimscore.clocks.counting import count

BRISBANE = ZoneInfo("Australia/Brisbane")


def test_the_day_ends_with_the_span() -> None:
    day, told = Moment(dt.date(2025, 4, 17)), Moment(dt.datetime(2025, 4, 17, 9, tzinfo=BRISBANE))
    due = count(Hours(24), Span(first=day, last=told, working=day), None, BRISBANE)

    assert isinstance(due, Due)
    assert due.earliest == due.working == dt.datetime(2025, 4, 18, tzinfo=BRISBANE)
    assert due.latest == dt.datetime(2025, 4, 18, 9, tzinfo=BRISBANE)


def test_a_whole_day_stays_whole() -> None:
    day, later = Moment(dt.date(2025, 4, 17)), Moment(dt.datetime(2025, 4, 18, 9, tzinfo=BRISBANE))
    due = count(Hours(24), Span(first=day, last=later, working=day), None, BRISBANE)

    assert isinstance(due, Due)
    assert (due.earliest.day, due.latest) == (18, dt.datetime(2025, 4, 19, 9, tzinfo=BRISBANE))
