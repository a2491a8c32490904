"""What is due is an instant, the end of a day, or a range, and says so in plain words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import attrs
import pytest

from cimscore.calendars import (
    NO_BEGINNING,
    NO_END,
    Before,
    BusinessDays,
    ByOfficeHours,
    Calendar,
    CalendarDays,
    CalendarWeeks,
    Due,
    EndOfPeriod,
    Hours,
    PartHoliday,
    Timeliness,
    due_after,
    due_business_days,
    due_calendar_days,
    due_hours,
    periods_within,
)
from cimscore.calendars.days import Skipped
from cimscore.calendars.due import Unless
from cimscore.calendars.words import end_in_words
from cimscore.case import Moment
from cimscore.errors import NaiveTimeError

MELBOURNE = ZoneInfo("Australia/Melbourne")
DAY_ONLY = Moment(dt.date(2025, 3, 3))


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text))


MONDAY_AT_TWO = at("2025-03-03T14:00+11:00")
MELBOURNES_FOURTH = dt.datetime(2025, 3, 4, tzinfo=MELBOURNE)


def test_the_end_of_a_day_is_never_shown_as_the_midnight_of_the_next(example: Calendar) -> None:
    due = due_business_days(example, MONDAY_AT_TWO, 3)

    assert str(due) == "Thursday 6 March 2025, end of day, Melbourne time"
    assert due.latest.isoformat() == "2025-03-07T00:00:00+11:00"
    assert due.exact


def test_hours_from_an_instant_are_exact() -> None:
    due = due_hours(MONDAY_AT_TWO, 24, MELBOURNE)

    assert str(due) == "Tuesday 4 March 2025, 14:00, Melbourne time"
    assert due.exact
    assert not due.end_of_day


def test_hours_from_a_day_are_a_range() -> None:
    due = due_hours(DAY_ONLY, 24, MELBOURNE)

    assert str(due) == "Tuesday 4 March 2025, between 00:00 and end of day, Melbourne time"
    assert not due.exact


@pytest.mark.parametrize(("day", "hours_long"), [(dt.date(2025, 4, 5), 24), (dt.date(2025, 4, 6), 25)])
def test_the_range_is_as_long_as_the_day_it_comes_from(day: dt.date, hours_long: int) -> None:
    due = due_hours(Moment(day), 24, MELBOURNE)

    assert due.latest - due.earliest == dt.timedelta(hours=hours_long)


def test_business_days_from_a_day_are_exact_when_they_end_with_the_day(example: Calendar) -> None:
    assert due_business_days(example, DAY_ONLY, 3) == due_business_days(example, MONDAY_AT_TWO, 3)


def test_the_day_of_an_instant_is_its_day_in_the_zone_of_the_calendar(example: Calendar) -> None:
    """Half past eleven at night in Brisbane is already Tuesday in Melbourne in summer."""
    assert str(due_business_days(example, at("2025-03-03T23:30+10:00"), 1)).startswith("Wednesday 5 March")


def test_a_period_can_end_at_close_of_business_or_at_the_clock_time_it_began(example: Calendar) -> None:
    closing = due_business_days(example, MONDAY_AT_TWO, 3, ends=dt.time(17))
    same = due_business_days(example, MONDAY_AT_TWO, 3, ends=EndOfPeriod.SAME_CLOCK_TIME)

    assert str(closing) == "Thursday 6 March 2025, 17:00, Melbourne time"
    assert str(same) == "Thursday 6 March 2025, 14:00, Melbourne time"


def test_the_clock_time_it_began_is_a_range_when_only_the_day_is_known(example: Calendar) -> None:
    due = due_business_days(example, DAY_ONLY, 3, ends=EndOfPeriod.SAME_CLOCK_TIME)

    assert str(due) == "Thursday 6 March 2025, between 00:00 and end of day, Melbourne time"


def test_the_same_clock_time_is_by_the_clock_across_a_change_of_clocks(example: Calendar) -> None:
    due = due_calendar_days(example, at("2025-10-04T12:00+10:00"), 1, ends=EndOfPeriod.SAME_CLOCK_TIME)

    assert due.latest.isoformat() == "2025-10-05T12:00:00+11:00"


def test_calendar_days_are_not_moved_off_a_holiday_but_say_so(example: Calendar) -> None:
    due = due_calendar_days(example, Moment(dt.date(2025, 3, 7)), 3)

    assert str(due) == "Monday 10 March 2025, end of day, Melbourne time"
    assert due.falls_on == "Example Day"
    assert due.notes() == ("The last day is not moved, although it is Example Day.",)
    assert due_calendar_days(example, Moment(dt.date(2025, 3, 7)), 3, "Hilltown").notes() == ()


def test_calendar_days_run_on_past_the_years_covered_and_say_what_is_not_known(example: Calendar) -> None:
    due = due_calendar_days(example, Moment(dt.date(2025, 12, 30)), 2)

    assert str(due) == "Thursday 1 January 2026, end of day, Melbourne time"
    assert due.falls_on == "a day whose holidays the calendar does not know"


def test_notes_name_the_days_passed_over_and_the_part_holidays_counted(example: Calendar) -> None:
    assert due_business_days(example, Moment(dt.date(2025, 3, 6)), 2).notes() == (
        "Not counted: Saturday 8 March 2025, Sunday 9 March 2025, Monday 10 March 2025 (Example Day).",
        "Friday 7 March 2025 is a holiday only from 18:00 (Example Eve) and counts as a business day.",
    )


def test_a_deadline_that_rests_on_a_predicted_holiday_says_so(example: Calendar) -> None:
    due = due_business_days(example, Moment(dt.date(2025, 9, 25)), 1)

    assert due.predicted
    assert "Friday 26 September 2025 (Final Friday, expected, not yet fixed)" in due.notes()[0]
    assert not due_business_days(example, DAY_ONLY, 3).predicted


@pytest.mark.parametrize(
    ("period", "words", "due"),
    [
        (Hours(24), "24 hours", "Tuesday 4 March 2025, 14:00"),
        (BusinessDays(1), "1 business day", "Tuesday 4 March 2025, end of day"),
        (BusinessDays(5), "5 business days", "Tuesday 11 March 2025, end of day"),
        (CalendarDays(5), "5 calendar days", "Saturday 8 March 2025, end of day"),
    ],
)
def test_a_period_knows_its_kind(
    example: Calendar, period: Hours | BusinessDays | CalendarDays, words: str, due: str
) -> None:
    assert str(period) == words
    assert str(due_after(period, MONDAY_AT_TWO, example)) == f"{due}, Melbourne time"


def test_periods_of_different_kinds_are_never_equal() -> None:
    assert len({Hours(3), BusinessDays(3), CalendarDays(3)}) == 3


@pytest.mark.parametrize("kind", [Hours, BusinessDays, CalendarDays])
def test_a_period_is_one_at_least(kind: Callable[[int], object]) -> None:
    with pytest.raises(ValueError, match="whole number from 1"):
        kind(0)


@pytest.mark.parametrize(
    ("done", "verdict"),
    [
        ("2025-03-04T13:59+11:00", Timeliness.IN_TIME),
        ("2025-03-04T14:00+11:00", Timeliness.IN_TIME),
        ("2025-03-04T13:00+10:00", Timeliness.IN_TIME),
        ("2025-03-04T14:00:01+11:00", Timeliness.LATE),
    ],
)
def test_done_at_the_instant_it_is_due_is_in_time(done: str, verdict: Timeliness) -> None:
    assert verdict is due_hours(MONDAY_AT_TWO, 24, MELBOURNE).timeliness(at(done))


@pytest.mark.parametrize(
    ("done", "verdict"),
    [("2025-03-06T23:59:59+11:00", Timeliness.IN_TIME), ("2025-03-07T00:00+11:00", Timeliness.LATE)],
)
def test_the_midnight_that_ends_the_last_day_is_no_longer_in_it(
    example: Calendar, done: str, verdict: Timeliness
) -> None:
    assert verdict is due_business_days(example, MONDAY_AT_TWO, 3).timeliness(at(done))


@pytest.mark.parametrize(
    ("day", "verdict"), [(5, Timeliness.IN_TIME), (6, Timeliness.IN_TIME), (7, Timeliness.LATE), (8, Timeliness.LATE)]
)
def test_done_on_a_day_is_decided_by_the_day_alone_when_it_ends_with_a_day(
    example: Calendar, day: int, verdict: Timeliness
) -> None:
    assert verdict is due_business_days(example, MONDAY_AT_TWO, 3).timeliness(Moment(dt.date(2025, 3, day)))


@pytest.mark.parametrize(("day", "verdict"), [(3, Timeliness.IN_TIME), (4, Timeliness.UNDECIDED), (5, Timeliness.LATE)])
def test_done_on_the_day_it_was_due_by_the_hour_is_undecided(day: int, verdict: Timeliness) -> None:
    assert verdict is due_hours(MONDAY_AT_TWO, 24, MELBOURNE).timeliness(Moment(dt.date(2025, 3, day)))


def test_done_within_the_range_of_a_deadline_is_undecided() -> None:
    due = due_hours(DAY_ONLY, 24, MELBOURNE)

    assert due.timeliness(at("2025-03-04T00:00+11:00")) is Timeliness.IN_TIME
    assert due.timeliness(at("2025-03-04T00:01+11:00")) is Timeliness.UNDECIDED
    assert due.timeliness(at("2025-03-05T00:01+11:00")) is Timeliness.LATE


def test_seconds_are_shown_when_there_are_any() -> None:
    due = due_hours(at("2025-03-03T14:00:05+11:00"), 24, MELBOURNE)

    assert str(due) == "Tuesday 4 March 2025, 14:00:05, Melbourne time"


def test_deadlines_in_the_hour_shown_twice_are_told_apart() -> None:
    """By their clocks they would be equal."""
    first, second = (due_hours(at(f"2025-04-05T02:30{offset}"), n, MELBOURNE) for offset, n in [
        ("+11:00", 24), ("+11:00", 25),
    ])  # fmt: skip

    assert first != second
    assert first.timeliness(at("2025-04-06T02:30+10:00")) is Timeliness.LATE
    assert second.timeliness(at("2025-04-06T02:30+10:00")) is Timeliness.IN_TIME


def test_it_cannot_be_due_at_a_time_without_an_offset() -> None:
    naive = dt.datetime(2025, 3, 4)  # noqa: DTZ001 - that is the point
    with pytest.raises(NaiveTimeError, match="no offset"):
        Due(earliest=naive, latest=naive, zone=MELBOURNE)


def test_the_days_of_a_range_are_those_that_its_words_name() -> None:
    march = dt.date(2025, 3, 4)
    assert due_hours(DAY_ONLY, 24, MELBOURNE).days == (march, march)
    ended = Due(earliest=MELBOURNES_FOURTH, latest=MELBOURNES_FOURTH, zone=MELBOURNE, end_of_day=True)
    assert ended.days == (dt.date(2025, 3, 3), dt.date(2025, 3, 3))
    assert attrs.evolve(ended, end_of_day=False).days == (march, march)
    assert attrs.evolve(ended, earliest=NO_BEGINNING).days == (None, dt.date(2025, 3, 3))
    assert attrs.evolve(ended, latest=NO_END).days == (dt.date(2025, 3, 3), None)


def test_one_day_counted_over_other_days_is_the_same_day() -> None:
    at = dt.datetime(2025, 3, 11, tzinfo=dt.UTC)
    saturday = Skipped(day=dt.date(2025, 3, 8), why="Saturday")
    one = Due(earliest=at, latest=at, zone=ZoneInfo("UTC"), end_of_day=True)

    assert one == attrs.evolve(one, skipped=(saturday,))
    assert hash(one) == hash(attrs.evolve(one, skipped=(saturday,)))
    assert one != attrs.evolve(one, end_of_day=False)


@pytest.mark.parametrize("kind", [Hours, BusinessDays, CalendarDays])
def test_a_period_is_fifty_thousand_at_most(kind: Callable[[int], object]) -> None:
    assert str(kind(50_000)).startswith("50000 ")
    with pytest.raises(ValueError, match="from 1 to 50000"):
        kind(50_001)


def test_a_period_is_made_of_plain_periods_and_nothing_else_is_made_of_any() -> None:
    assert periods_within(Before(BusinessDays(3))) == (BusinessDays(3),)
    assert periods_within(ByOfficeHours(inside=Hours(2), outside=Hours(4))) == (Hours(2), Hours(4))
    assert periods_within(Hours(2)) == (Hours(2),)
    assert periods_within(None) == ()


def test_what_is_due_at_an_instant_is_not_due_by_the_end_of_a_day_unless_it_is_said() -> None:
    noon = dt.datetime(2025, 3, 4, 12, tzinfo=MELBOURNE)

    assert str(Due(earliest=noon, latest=noon, zone=MELBOURNE)) == "Tuesday 4 March 2025, 12:00, Melbourne time"


def test_a_calendar_stands_for_itself_unless_it_says_that_another_replaces_it(example: Calendar) -> None:
    assert not example.gives_way


def test_what_a_deadline_was_counted_over_makes_it_no_other_deadline() -> None:
    noon = dt.datetime(2025, 3, 11, 12, tzinfo=MELBOURNE)
    one = Due(earliest=noon, latest=noon, zone=MELBOURNE)
    eve = PartHoliday(day=dt.date(2025, 3, 10), begins=dt.time(18), name="Example Eve")

    assert one == attrs.evolve(one, part_days=(eve,), falls_on="Example Day")


def test_weeks_are_seven_days_each(example: Calendar) -> None:
    assert due_after(CalendarWeeks(2), DAY_ONLY, example) == due_after(CalendarDays(14), DAY_ONLY, example)


def test_local_holidays_that_would_move_it_are_told_with_the_later_day() -> None:
    due = Due(earliest=MELBOURNES_FOURTH, latest=MELBOURNES_FOURTH, zone=MELBOURNE, end_of_day=True)
    later = MELBOURNES_FOURTH + dt.timedelta(days=1)

    assert due.unless_in_words() == ""
    monday, another = Unless(holiday=dt.date(2025, 3, 3), then=later), Unless(holiday=None, then=later)
    moved = attrs.evolve(due, unless=(monday, another))
    assert moved.unless_in_words() == (
        "Monday 3 March 2025, end of day, "
        "unless Monday 3 March 2025 is a holiday there: then Tuesday 4 March 2025, end of day, "
        "unless another day counted is a holiday there: then Tuesday 4 March 2025, end of day"
    )
    by_the_hour = attrs.evolve(moved, end_of_day=False, unless=(another,))
    assert by_the_hour.unless_in_words() == (
        "Tuesday 4 March 2025, 00:00, unless another day counted is a holiday there: then Wednesday 5 March 2025, 00:00"
    )


def test_the_last_instant_of_a_range_is_told_as_the_full_second() -> None:
    tick = dt.timedelta(microseconds=1)

    assert end_in_words(MELBOURNES_FOURTH - tick) == "Monday 3 March 2025, end of day"
    noon = MELBOURNES_FOURTH + dt.timedelta(hours=12)
    assert end_in_words(noon - tick) == "Tuesday 4 March 2025, 12:00"
    assert end_in_words(noon) == "Tuesday 4 March 2025, 12:00"
