"""A business day belongs to a place; the day of the event is not counted and the last day is."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from cimscore.calendars import NO_LOCAL_HOLIDAY, Calendar, Skipped
from cimscore.errors import CalendarError


def march(day: int) -> dt.date:
    return dt.date(2025, 3, day)


@pytest.mark.parametrize(
    ("after", "n", "due"),
    [
        (march(3), 1, march(4)),
        (march(3), 4, march(7)),
        (march(7), 1, march(11)),
        (march(8), 1, march(11)),
        (march(9), 1, march(11)),
        (march(10), 1, march(11)),
    ],
)
def test_weekends_and_holidays_are_passed_over_wherever_the_count_starts(
    example: Calendar, after: dt.date, n: int, due: dt.date
) -> None:
    assert due == example.business_days(n, after).day


def test_a_count_lists_the_days_passed_over_with_the_reason(example: Calendar) -> None:
    assert example.business_days(1, march(7)).skipped == (
        Skipped(day=march(8), why="Saturday"),
        Skipped(day=march(9), why="Sunday"),
        Skipped(day=march(10), why="Example Day"),
    )


def test_a_part_holiday_counts_and_is_listed_while_the_day_of_the_event_is_not(example: Calendar) -> None:
    counted, started_on = example.business_days(4, march(3)), example.business_days(1, march(7))

    assert counted.day == march(7)
    assert [part.name for part in counted.part_days] == ["Example Eve"]
    assert started_on.part_days == ()


def test_a_place_that_chose_another_day_keeps_that_one_instead(example: Calendar) -> None:
    assert example.business_days(1, march(7), "Hilltown").day == march(10)
    assert example.business_days(3, march(7), "Hilltown").day == march(13)
    assert example.business_days(1, march(7), "Lakeside").day == march(11)


def test_a_holiday_says_why_a_day_is_closed_and_a_business_day_says_nothing(example: Calendar) -> None:
    assert example.why_closed(march(10)) == Skipped(day=march(10), why="Example Day")
    assert example.why_closed(march(10), "Hilltown") is None
    assert example.why_closed(march(12), "Hilltown") == Skipped(day=march(12), why="Hill Day")
    assert example.why_closed(march(7)) is None


def test_a_place_not_known_is_refused_with_the_nearest_name_and_what_to_do(example: Calendar) -> None:
    with pytest.raises(CalendarError, match=r"Did you mean 'Hilltown'.*with_local") as refused:
        example.business_days(1, march(7), "Hiltown")

    assert "'Hiltown'" in str(refused.value)


@pytest.mark.parametrize(("after", "n"), [(dt.date(2024, 12, 30), 1), (dt.date(2025, 12, 31), 1)])
def test_a_year_not_covered_is_refused_not_counted_as_free_of_holidays(
    example: Calendar, after: dt.date, n: int
) -> None:
    with pytest.raises(CalendarError, match="covers 2025 to 2025"):
        example.business_days(n, after)


def test_a_count_may_start_the_day_before_the_first_day_covered(example: Calendar) -> None:
    assert example.business_days(1, dt.date(2024, 12, 31)).day == dt.date(2025, 1, 1)


def test_a_count_may_end_on_the_last_day_covered(example: Calendar) -> None:
    assert example.business_days(1, dt.date(2025, 12, 30)).day == dt.date(2025, 12, 31)


def test_a_caller_can_supply_the_holidays_of_a_place(example: Calendar) -> None:
    more = example.with_local("Riverton", {march(5): "River Day"}, removed=[march(10)])

    assert more.places == ("Hilltown", "Lakeside", "Riverton")
    assert more.business_days(2, march(3), "Riverton").day == march(6)
    assert more.business_days(1, march(7), "Riverton").day == march(10)
    assert example.places == ("Hilltown", "Lakeside")


def test_the_holidays_of_a_place_are_known_for_the_years_supplied_and_no_others(example: Calendar) -> None:
    two_years = attrs.evolve(example, last_year=2026).with_local("Riverton", {march(5): "River Day"})

    with pytest.raises(CalendarError, match="Riverton for 2025 only"):
        two_years.business_days(1, dt.date(2025, 12, 31), "Riverton")


def test_no_days_supplied_mean_that_a_place_has_none_in_any_year(example: Calendar) -> None:
    plain = attrs.evolve(example, last_year=2026).with_local("Riverton", {})

    assert plain.business_days(1, dt.date(2025, 12, 31), "Riverton").day == dt.date(2026, 1, 1)


def test_a_caller_can_state_the_years_for_which_the_list_is_whole(example: Calendar) -> None:
    stated = attrs.evolve(example, last_year=2026).with_local("Riverton", {march(5): "River Day"}, years=[2025, 2026])

    assert stated.business_days(1, dt.date(2025, 12, 31), "Riverton").day == dt.date(2026, 1, 1)
    assert stated.covers(dt.date(2026, 1, 1), "Riverton")


def test_without_a_place_every_possible_day_is_given_with_its_places(example: Calendar) -> None:
    answers = example.business_days_anywhere(1, march(7))

    assert [(answer.count.day, answer.places) for answer in answers] == [
        (march(10), ("Hilltown",)),
        (march(11), (NO_LOCAL_HOLIDAY, "Lakeside")),
    ]


def test_a_single_answer_shows_that_the_place_is_no_matter(example: Calendar) -> None:
    (answer,) = example.business_days_anywhere(1, march(3))

    assert answer.count.day == march(4)
    assert answer.places == (NO_LOCAL_HOLIDAY, "Hilltown", "Lakeside")


def test_a_replaceable_holiday_makes_the_place_matter_before_any_council_is_known(example: Calendar) -> None:
    replaceable = attrs.evolve(example, local={}, replaceable=frozenset({march(10)}))

    assert [answer.count.day for answer in replaceable.business_days_anywhere(1, march(7))] == [march(10), march(11)]


def test_a_result_says_when_it_rests_on_a_predicted_holiday(example: Calendar) -> None:
    (final, *_weekend) = example.business_days(1, dt.date(2025, 9, 25)).skipped

    assert final == Skipped(day=dt.date(2025, 9, 26), why="Final Friday", predicted=True)


def test_a_calendar_cannot_be_changed_and_does_not_change_with_its_source(example: Calendar) -> None:
    source = {march(4): "Example Day"}
    calendar = attrs.evolve(example, holidays=source)
    source[march(5)] = "Another Day"

    assert calendar.business_days(1, march(3)).day == march(5)
    with pytest.raises(TypeError):
        calendar.holidays[march(5)] = "Another Day"


def test_an_instant_is_refused_as_the_day_of_the_event(example: Calendar) -> None:
    with pytest.raises(TypeError, match="not a day"):
        example.business_days(1, dt.datetime(2025, 3, 3, tzinfo=dt.UTC))
