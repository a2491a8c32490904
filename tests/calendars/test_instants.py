"""Hours elapse the same through nights when the clocks change, and clocks are read without guessing."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.calendars import ClockChangeError, at_clock, end_of_day, hours, start_of_day
from cimscore.case import Moment
from cimscore.errors import NaiveTimeError

MELBOURNE = ZoneInfo("Australia/Melbourne")
BRISBANE = ZoneInfo("Australia/Brisbane")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("2025-10-04T12:00+10:00", "2025-10-05T13:00+11:00"),  # worked date 18: the clocks go forward
        ("2025-04-05T12:00+11:00", "2025-04-06T11:00+10:00"),  # and back
        ("2025-10-06T12:00+11:00", "2025-10-07T12:00+11:00"),
        ("2025-04-05T15:30+00:00", "2025-04-07T01:30+10:00"),
    ],
)
def test_twenty_four_hours_are_twenty_four_hours_whatever_the_clocks_do(start: str, end: str) -> None:
    assert end == hours(24, dt.datetime.fromisoformat(start), MELBOURNE).isoformat(timespec="minutes")


def test_the_same_hours_are_shown_by_other_clocks_in_a_zone_that_never_changes() -> None:
    start = dt.datetime.fromisoformat("2025-10-04T12:00+10:00")

    assert hours(24, start, BRISBANE).isoformat(timespec="minutes") == "2025-10-05T12:00+10:00"
    assert hours(24, start, BRISBANE) == hours(24, start, MELBOURNE)


@given(minutes=st.integers(0, 60 * 24 * 3650), n=st.integers(1, 500))
def test_elapsed_hours_can_be_subtracted_again(minutes: int, n: int) -> None:
    """Also within one zone, where Python would subtract by the clock if the offset were not fixed."""
    begin = hours(1, dt.datetime(2018, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes), MELBOURNE)

    assert dt.timedelta(hours=n) == hours(n, begin, MELBOURNE) - begin


@pytest.mark.parametrize("when", [(2025, 4, 6, 2, 30), (2025, 10, 5, 2, 30)])
def test_a_time_shown_twice_or_never_is_refused(when: tuple[int, int, int, int, int]) -> None:
    with pytest.raises(ClockChangeError, match="Write the offset"):
        hours(24, dt.datetime(*when, tzinfo=MELBOURNE), MELBOURNE)


def test_a_time_shown_twice_is_two_instants_once_its_offset_is_written() -> None:
    first, second = (dt.datetime.fromisoformat(f"2025-04-06T02:30{offset}") for offset in ("+11:00", "+10:00"))

    assert hours(1, second, MELBOURNE) - hours(1, first, MELBOURNE) == dt.timedelta(hours=1)


def test_a_time_without_an_offset_is_refused() -> None:
    with pytest.raises(NaiveTimeError, match="no offset"):
        hours(24, dt.datetime(2025, 3, 3, 10), MELBOURNE)  # noqa: DTZ001 - that is the point


def test_a_clock_time_shown_twice_is_the_second_and_a_skipped_one_comes_after_the_skip() -> None:
    """So that nobody is late by a change of clocks."""
    back, forward = (at_clock(day, dt.time(2, 30), MELBOURNE) for day in (dt.date(2025, 4, 6), dt.date(2025, 10, 5)))

    assert back.isoformat(timespec="minutes") == "2025-04-06T02:30+10:00"
    assert forward.isoformat(timespec="minutes") == "2025-10-05T03:30+11:00"


@pytest.mark.parametrize(
    ("day", "length"), [(dt.date(2025, 4, 6), 25), (dt.date(2025, 10, 5), 23), (dt.date(2025, 7, 1), 24)]
)
def test_a_day_is_as_long_as_its_clocks_make_it(day: dt.date, length: int) -> None:
    assert dt.timedelta(hours=length) == end_of_day(day, MELBOURNE) - start_of_day(day, MELBOURNE)


@pytest.mark.parametrize("zone", ["America/Havana", "Africa/Cairo", "Asia/Beirut"])
def test_a_day_ends_where_the_next_begins_even_where_clocks_change_at_midnight(zone: str) -> None:
    """Each day of 2024 and its neighbours, in zones whose midnights are skipped or shown twice."""
    where = ZoneInfo(zone)
    for number in range(366):
        day = dt.date(2024, 1, 1) + dt.timedelta(days=number)
        end = end_of_day(day, where)

        assert end.astimezone(where).date() == day + dt.timedelta(days=1)
        assert (end - dt.timedelta(seconds=1)).astimezone(where).date() == day


def test_a_new_edition_begins_at_midnight_in_melbourne_not_in_brisbane() -> None:
    """Worked date 21: 9 December 2024 00:00 in Melbourne is in, one minute before is out."""
    begins = start_of_day(dt.date(2024, 12, 9), MELBOURNE)
    day_of = {text: Moment(dt.datetime.fromisoformat(text)).day(MELBOURNE) for text in (
        "2024-12-09T00:00+11:00", "2024-12-08T23:59+11:00", "2024-12-08T23:00+10:00", "2024-12-08T22:59+10:00",
    )}  # fmt: skip

    assert begins == dt.datetime(2024, 12, 8, 13, tzinfo=dt.UTC)
    assert [day.day for day in day_of.values()] == [9, 8, 9, 8]
    assert all((dt.datetime.fromisoformat(text) >= begins) == (day.day == 9) for text, day in day_of.items())
