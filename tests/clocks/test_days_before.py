"""The business day before a time that is on none, and the holidays that moved a time."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import BusinessDays, Calendar, CalendarDays, Due, Hours, Period
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Counting, Span, count
from cimscore_vic_cims.calendars import victoria

MELBOURNE = ZoneInfo("Australia/Melbourne")


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


@pytest.mark.parametrize(
    ("period", "start", "before"),
    [
        (Hours(72), "2025-03-06T10:00+11:00", "2025-03-07"),  # Thursday, to Sunday
        (Hours(96), "2025-03-06T10:00+11:00", "2025-03-07"),  # to the Monday, which is Example Day
        (Hours(24), "2025-03-07T10:00+11:00", None),  # Friday, to Saturday: no whole business day is left
        (Hours(72), "2025-03-03T10:00+11:00", None),  # to a Thursday
        (CalendarDays(3), "2025-03-06", "2025-03-07"),  # to the end of Sunday
        (Hours(72), "2025-03-05T00:00+11:00", None),  # to the midnight that ends Friday
    ],
)
def test_a_day_that_is_no_business_day_knows_the_one_before_it(
    example: Calendar, period: Period, start: str, before: str | None
) -> None:
    due = count(period, at(start), example, MELBOURNE)
    assert isinstance(due, Due)
    assert due.business_day_before == (before and dt.date.fromisoformat(before))


def test_the_days_that_are_none_before_a_range_are_those_before_its_first_day(example: Calendar) -> None:
    first, last = at("2025-03-06T10:00+11:00"), at("2025-03-12T10:00+11:00")
    span = Span(first=first, working=last, last=last)
    for place in ("Lakeside", UNKNOWN):  # Where the place is not known, the holidays of the whole state close a day.
        due = count(Hours(96), span, example, MELBOURNE, Counting(place=place))
        assert isinstance(due, Due)
        assert due.business_day_before == dt.date(2025, 3, 7)
        assert [day.why for day in due.closed] == ["Saturday", "Sunday", "Example Day"]


def test_only_a_holiday_on_a_working_day_moves_what_is_due() -> None:
    due = count(BusinessDays(3), at("2024-11-01"), victoria(), MELBOURNE, Counting(place="metropolitan Melbourne"))
    assert isinstance(due, Due)
    assert [day.why for day in due.holidays] == ["Melbourne Cup Day"]
    assert len(due.skipped) == 3
