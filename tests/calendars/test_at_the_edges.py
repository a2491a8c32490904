"""Edges of what a calendar promises: what a period may be, what is passed over, and what is told of it."""

from __future__ import annotations

import datetime as dt
from itertools import chain
from zoneinfo import ZoneInfo

import attrs
import pytest

from cimscore.calendars import (
    NO_BEGINNING,
    NO_END,
    OWN_HOLIDAY,
    Calendar,
    CalendarDays,
    Count,
    Due,
    EndOfPeriod,
    Hours,
    Listed,
    LocalDays,
    OfficeHours,
    PartHoliday,
    PossibleDay,
    Skipped,
    due_after,
    due_office_hours,
    falls_on,
)
from cimscore.calendars.words import clock_in_words, skipped_in_words, zone_in_words
from cimscore.case import Moment
from cimscore.errors import CalendarError

MELBOURNE = ZoneInfo("Australia/Melbourne")


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(f"{text}+11:00") if "T" in text else dt.date.fromisoformat(text))


@pytest.fixture
def office(example: Calendar) -> Calendar:
    return attrs.evolve(example, opens=dt.time(9), closes=dt.time(17))


@pytest.mark.parametrize("kind", [Calendar, Count, Due, Listed, LocalDays, PartHoliday, PossibleDay, Skipped])
def test_each_part_of_a_value_is_named_where_it_is_made(kind: type[attrs.AttrsInstance]) -> None:
    assert all(field.kw_only for field in attrs.fields(kind))


def test_a_calendar_and_the_days_of_a_place_can_be_keys(example: Calendar) -> None:
    hilltown = example.local["Hilltown"]

    assert hash(example) == hash(attrs.evolve(example))
    assert hash(hilltown) == hash(attrs.evolve(hilltown))


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12"])
def test_a_range_without_an_end_can_be_shown_in_any_zone(zone: str) -> None:
    due = Due(earliest=NO_BEGINNING, latest=NO_END, zone=ZoneInfo(zone))

    assert due.describe() == "on a day that is not known yet"
    assert NO_BEGINNING.astimezone(due.zone) < NO_END.astimezone(due.zone)


@pytest.mark.parametrize("n", ["2", 2.0, 2.5, True, None])
def test_a_period_is_a_whole_number(n: object) -> None:
    with pytest.raises(ValueError, match="Give a whole number from 1 to 50000"):
        Hours(n)  # type: ignore[arg-type]


def test_who_asks_for_no_days_at_all_is_told_how_to_say_the_day_itself() -> None:
    with pytest.raises(ValueError, match=r"What is due on the day itself counts 1 from the day before\.$"):
        CalendarDays(0)
    with pytest.raises(ValueError, match=r"Give a whole number from 1\.$"):
        CalendarDays(-1)


@pytest.mark.parametrize(
    ("start", "end", "passed_over"),
    [
        ("2025-03-07T10:00", "Friday 7 March 2025, 14:00", []),
        ("2025-03-07T15:00", "Tuesday 11 March 2025, 11:00", [8, 9, 10]),
        ("2025-03-08T15:00", "Tuesday 11 March 2025, 13:00", [9, 10]),  # a Saturday, which does not count
        ("2025-03-07", "between Friday 7 March 2025, 13:00 and Tuesday 11 March 2025, 13:00", [9, 10]),
        ("2025-03-09", "Tuesday 11 March 2025, 13:00", [10]),
    ],
)
def test_office_hours_list_the_days_that_they_pass_over(
    office: Calendar, start: str, end: str, passed_over: list[int]
) -> None:
    due = due_after(OfficeHours(4), at(start), office)

    assert due.when == end
    assert [skipped.day.day for skipped in due.skipped] == passed_over


def test_office_hours_are_those_of_a_place(office: Calendar) -> None:
    assert due_office_hours(office, at("2025-03-07T15:00"), 4, "Hilltown").when == "Monday 10 March 2025, 11:00"
    assert due_office_hours(office, at("2025-03-12T10:00"), 1, "Hilltown").when == "Thursday 13 March 2025, 10:00"


@pytest.mark.parametrize(
    ("opens", "closes"),
    [(None, None), (None, dt.time(17)), (dt.time(9), None), (dt.time(9), dt.time(9)), (dt.time(17), dt.time(9))],
)
def test_office_hours_without_an_office_that_opens_before_it_closes_are_refused(
    example: Calendar, opens: dt.time | None, closes: dt.time | None
) -> None:
    office = attrs.evolve(example, opens=opens, closes=closes)
    with pytest.raises(CalendarError, match="does not say when its office is open"):
        due_after(OfficeHours(4), at("2025-03-07T10:00"), office)


def test_what_waits_for_holidays_not_fixed_names_each(example: Calendar) -> None:
    days = (dt.date(2025, 3, 10), dt.date(2025, 9, 26))
    expected = attrs.evolve(example, predicted=frozenset(days))
    due = due_after(CalendarDays(1), at("2025-03-03"), expected)
    over = attrs.evolve(due, skipped=tuple(filter(None, map(expected.why_closed, (*days, dt.date(2025, 3, 8))))))

    assert (due.predicted, due.expected) == (False, "")
    assert over.predicted
    assert over.expected == (
        "if Monday 10 March 2025 (Example Day) and Friday 26 September 2025 (Final Friday) is kept as expected, "
        "which is not fixed yet"
    )
    assert [day.why for day in over.holidays] == ["Example Day", "Final Friday"]


def test_a_holiday_that_a_place_expects_is_no_other_places(example: Calendar) -> None:
    """A day that only the place has is expected if the place says so, whatever the jurisdiction says of it."""
    hill, final = dt.date(2025, 3, 12), dt.date(2025, 9, 26)
    hilltown = attrs.evolve(example.local["Hilltown"], predicted=frozenset({hill}))
    calendar = attrs.evolve(example, local={"Hilltown": hilltown})

    def predicted(day: dt.date, place: str | None = None) -> bool:
        closed = calendar.why_closed(day, place)
        return closed is not None and closed.predicted

    assert predicted(hill, "Hilltown") and not predicted(hill)
    assert predicted(final, "Hilltown") and predicted(final)
    assert not predicted(dt.date(2025, 3, 8), "Hilltown")


def test_a_weekend_that_was_expected_to_be_a_holiday_is_only_a_weekend(example: Calendar) -> None:
    saturday = dt.date(2025, 3, 8)
    calendar = attrs.evolve(example, predicted=frozenset({saturday}))

    assert skipped_in_words(Skipped(day=saturday, why="Saturday")) == "Saturday 8 March 2025"
    closed = calendar.why_closed(saturday)
    assert closed is not None and closed.why == "Saturday"


def test_a_holiday_on_a_weekend_is_told_as_the_holiday(example: Calendar) -> None:
    saturday = dt.date(2025, 3, 8)
    (passed,) = filter(None, [attrs.evolve(example, holidays={saturday: "Fair Day"}).why_closed(saturday)])

    assert skipped_in_words(passed) == "Saturday 8 March 2025 (Fair Day)"
    assert skipped_in_words(attrs.evolve(passed, predicted=True)) == (
        "Saturday 8 March 2025 (Fair Day, expected, not yet fixed)"
    )


def test_days_that_the_calendar_does_not_know_are_no_holiday_and_no_business_day(example: Calendar) -> None:
    unknown = "a day whose holidays the calendar does not know"

    assert falls_on(example, dt.date(2025, 3, 10), None) == "Example Day"
    assert falls_on(example, dt.date(2025, 3, 11), None) == ""
    assert falls_on(example, dt.date(2024, 12, 31), None) == unknown
    assert falls_on(example, dt.date(2026, 1, 1), None) == unknown
    assert falls_on(example, dt.date(2025, 3, 11), "Elsewhere") == unknown


@pytest.mark.parametrize("after", [dt.date(2025, 3, 6), dt.date(2025, 5, 5)])
def test_where_either_of_two_holidays_may_be_replaced_each_place_is_told_once_for_a_day(
    example: Calendar, after: dt.date
) -> None:
    calendar = attrs.evolve(example, replaceable=frozenset(example.holidays), whole=())
    found = [possible.places for possible in calendar.business_days_anywhere(3, after)]

    assert len(found) > 1
    assert all(len(places) == len(set(places)) for places in found)
    assert {"where another day replaced Example Day", OWN_HOLIDAY} <= set(chain.from_iterable(found))


def test_a_list_for_some_years_tells_of_a_place_in_them_alone(example: Calendar) -> None:
    calendar = attrs.evolve(example, last_year=2026).with_local("Riverton", {}, years=[2025])

    def places(after: dt.date) -> set[str]:
        return set(chain.from_iterable(possible.places for possible in calendar.business_days_anywhere(2, after)))

    assert "Riverton" in places(dt.date(2025, 12, 29))
    assert "Riverton" not in places(dt.date(2025, 12, 30))
    assert "Riverton" not in places(dt.date(2026, 2, 2))


def test_a_place_listed_for_every_year_stays_so_with_the_days_of_one_more(example: Calendar) -> None:
    of_2025 = LocalDays(added={dt.date(2025, 5, 5): "May Day"}, years=frozenset({2025}))
    calendar = attrs.evolve(example, last_year=2026).with_years_of("Hilltown", of_2025)

    assert calendar.covers(dt.date(2026, 3, 12), "Hilltown")
    assert calendar.why_closed(dt.date(2025, 5, 5), "Hilltown") is not None
    assert calendar.why_closed(dt.date(2025, 3, 12), "Hilltown") is None  # the new list of 2025 is the whole of it
    assert calendar.why_closed(dt.date(2025, 3, 10), "Hilltown") is not None


def test_a_place_of_which_nothing_was_known_has_what_is_supplied(example: Calendar) -> None:
    calendar = example.with_years_of("Riverton", LocalDays(added={dt.date(2025, 5, 5): "May Day"}))

    assert calendar.places == ("Hilltown", "Lakeside", "Riverton")
    assert calendar.business_days(1, dt.date(2025, 5, 2), "Riverton").day == dt.date(2025, 5, 6)


def test_a_place_is_suggested_only_if_it_may_be_the_one_that_is_meant(example: Calendar) -> None:
    calendar = example.with_local("Upper Riverton Junction", {})

    assert calendar.did_you_mean("the hospital of Hilltown in the north") == "Did you mean 'Hilltown'?"
    assert calendar.did_you_mean("Riverton") == "Did you mean 'Upper Riverton Junction'?"
    assert calendar.did_you_mean("between Hilltown and Lakeside, in the north") == ""
    assert calendar.did_you_mean("Hilltonn") == "Did you mean 'Hilltown'?"
    # Another place of that name is known to be there, so the listed one is not meant.
    assert attrs.evolve(calendar, within=frozenset({"Hilltonn"})).did_you_mean("Hilltonn") == ""


def test_unlisted_holidays_are_possible_where_no_whole_list_says_otherwise(example: Calendar) -> None:
    first, last = dt.date(2025, 3, 3), dt.date(2025, 3, 28)
    whole = attrs.evolve(example, whole=((first, last),)).with_local("Riverton", {}, years=[2024])

    assert [whole.may_be_unlisted(day) for day in (first - dt.timedelta(1), first, last, last + dt.timedelta(1))] == [
        True, False, False, True,
    ]  # fmt: skip
    assert not whole.may_be_unlisted(last + dt.timedelta(1), "Hilltown")  # its own list is whole for every year
    assert whole.may_be_unlisted(last + dt.timedelta(1), "Riverton")
    always = attrs.evolve(whole, whole=None)
    assert not always.may_be_unlisted(first)
    assert always.may_be_unlisted(first, "Riverton") and not always.may_be_unlisted(first, "Elsewhere")


def test_a_clock_shows_more_than_minutes_only_if_there_is_more(example: Calendar) -> None:
    assert clock_in_words(dt.time(14)) == "14:00"
    assert clock_in_words(dt.time(14, 0, 5)) == "14:00:05"
    assert clock_in_words(dt.time(14, 0, 0, 5)) == "14:00:00"


def test_a_zone_is_told_by_its_city() -> None:
    assert zone_in_words(ZoneInfo("America/New_York")) == "New York time"
    assert zone_in_words(ZoneInfo("UTC")) == "UTC"


def test_the_same_clock_time_is_that_of_the_zone_of_the_calendar(example: Calendar) -> None:
    due = due_after(CalendarDays(1), Moment(dt.datetime(2025, 3, 3, 3, tzinfo=dt.UTC)), example,
                    ends=EndOfPeriod.SAME_CLOCK_TIME)  # fmt: skip

    assert due.when == "Tuesday 4 March 2025, 14:00"
