"""Moments that are ranges, and the grades of comparing them."""

from __future__ import annotations

import datetime as dt
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cimscore.calendars import Due, Hours, due_hours
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import (
    Span,
    When,
    after,
    before,
    by_the_end_of,
    count,
    has_a_first,
    in_time,
    in_words,
    not_after,
    not_before,
    since,
    up_to,
    wholly_before,
    within,
)

MELBOURNE = ZoneInfo("Australia/Melbourne")


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


SATURDAY, SUNDAY, MONDAY, TUESDAY, WEDNESDAY, THURSDAY = (at(f"2025-03-{day:02}") for day in range(1, 7))
NOON = at("2025-03-04T12:00+11:00")


@pytest.mark.parametrize(
    ("earlier", "later", "first", "last", "working"),
    [
        ([], [], MONDAY, WEDNESDAY, MONDAY),
        ([TUESDAY], [], TUESDAY, WEDNESDAY, TUESDAY),
        ([], [NOON], MONDAY, NOON, MONDAY),
        ([TUESDAY, NOON], [NOON, WEDNESDAY], NOON, NOON, NOON),
        ([Span(SUNDAY, TUESDAY, TUESDAY)], [Span(TUESDAY, None, TUESDAY)], MONDAY, WEDNESDAY, MONDAY),
        ([], [SUNDAY], SUNDAY, SUNDAY, SUNDAY),
        ([WEDNESDAY, THURSDAY], [], THURSDAY, THURSDAY, THURSDAY),
        ([SATURDAY], [SUNDAY], SATURDAY, SUNDAY, SUNDAY),
        ([WEDNESDAY], [TUESDAY], MONDAY, WEDNESDAY, MONDAY),
    ],
)
def test_a_span_lies_between_moments_and_gives_way_where_they_contradict_it(
    earlier: list[When], later: list[When], first: Moment | None, last: Moment | None, working: Moment
) -> None:
    cut = within(Span(MONDAY, WEDNESDAY, MONDAY), earlier, later, MELBOURNE)
    assert (cut.first, cut.last, cut.working) == (first, last, working)


@pytest.mark.parametrize(
    ("one", "other", "grade"),
    [
        (MONDAY, TUESDAY, 3),
        (TUESDAY, MONDAY, 0),
        (NOON, NOON, 0),
        (MONDAY, NOON, 3),
        (TUESDAY, NOON, 2),
        (NOON, TUESDAY, 1),
        (TUESDAY, TUESDAY, 1),
        (Span(MONDAY, WEDNESDAY, MONDAY), NOON, 2),
        (Span(MONDAY, WEDNESDAY, WEDNESDAY), NOON, 1),
        (Span(None, MONDAY, MONDAY), NOON, 3),
        (Span(WEDNESDAY, None, WEDNESDAY), NOON, 0),
        (Span(None, None, MONDAY), NOON, 2),
        (UNKNOWN, NOON, 1),
        (NOON, UNKNOWN, 2),
        (at("2025-03-04T12:00+10:00"), NOON, 0),
    ],
)
def test_one_moment_before_another(one: Any, other: Any, grade: int) -> None:
    assert before(one, other, MELBOURNE) == after(other, one, MELBOURNE) == grade
    assert not_after(other, one, MELBOURNE) == not_before(one, other, MELBOURNE) == 3 - grade


@pytest.mark.parametrize(
    ("done", "moment", "grade"),
    [
        (MONDAY, MONDAY, 3),
        (TUESDAY, MONDAY, 0),
        (at("2025-03-04T00:00+11:00"), MONDAY, 0),
        (TUESDAY, NOON, 2),
        (MONDAY, at("2025-03-04T00:00+11:00"), 3),
        (Span(MONDAY, TUESDAY, MONDAY), MONDAY, 2),
    ],
)
def test_what_is_done_on_the_next_day_is_not_done_by_the_end_of_a_day(
    done: Moment | Span, moment: Moment, grade: int
) -> None:
    assert by_the_end_of(done, moment, MELBOURNE) == grade


def test_the_end_of_a_day_comes_before_the_midnight_that_ends_it() -> None:
    assert before(MONDAY, at("2025-03-04T00:00+11:00"), MELBOURNE) == 3


@pytest.mark.parametrize(
    ("day", "grade"), [(MONDAY, 3), (TUESDAY, 1), (WEDNESDAY, 0), (Span(MONDAY, TUESDAY, MONDAY), 2)]
)
def test_something_done_on_a_day_is_worked_with_as_done_at_its_end(day: Moment | Span, grade: int) -> None:
    due = due_hours(at("2025-03-03T14:00+11:00"), 24, MELBOURNE)

    assert in_time(day, due, MELBOURNE) == grade


@pytest.mark.parametrize(("done", "grade"), [("2025-03-04", 3), ("2025-03-04T23:59+11:00", 3), ("2025-03-05", 0)])
def test_done_on_the_last_day_is_in_time_until_the_midnight_that_ends_it(done: str, grade: int) -> None:
    midnight = dt.datetime.fromisoformat("2025-03-05T00:00+11:00")
    due = Due(earliest=midnight, latest=midnight, zone=MELBOURNE, end_of_day=True)

    assert in_time(at(done), due, MELBOURNE) == grade
    assert in_time(Moment(midnight), due, MELBOURNE) == 0


@pytest.mark.parametrize(
    ("done", "grade"), [("2025-03-05", 2), ("2025-03-06T09:00+11:00", 2), ("2025-03-07T09:00+11:00", 1)]
)
def test_within_a_range_the_working_end_tells_which_is_worked_with(done: str, grade: int) -> None:
    due = count(Hours(24), Span(TUESDAY, at("2025-03-07"), at("2025-03-05T12:00+11:00")), None, MELBOURNE)

    assert isinstance(due, Due)
    assert in_time(at(done), due, MELBOURNE) == grade
    assert in_time(at("2025-03-04T23:00+11:00"), due, MELBOURNE) == 3
    assert in_time(at("2025-03-09T00:01+11:00"), due, MELBOURNE) == 0


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (NOON, "Tuesday 4 March 2025, 12:00"),
        (MONDAY, "Monday 3 March 2025"),
        (Span(NOON, None, NOON), "from Tuesday 4 March 2025, 12:00 on"),
        (Span(None, NOON, NOON), "by Tuesday 4 March 2025, 12:00"),
        (Span(None, None, NOON), "a moment not known"),
        (
            Span(NOON, at("2025-03-06"), NOON),
            "between Tuesday 4 March 2025, 12:00 and Thursday 6 March 2025, end of day",
        ),
        (Span(MONDAY, NOON, NOON), "between Monday 3 March 2025, 00:00 and Tuesday 4 March 2025, 12:00"),
    ],
)
def test_moments_are_told_in_words(moment: Moment | Span, words: str) -> None:
    assert in_words(moment, MELBOURNE) == words


def test_what_is_worked_with_lies_within_the_range() -> None:
    assert before(Span(TUESDAY, WEDNESDAY, MONDAY), NOON, MELBOURNE) == 2


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (NOON, Span(None, NOON, NOON)),
        (Span(MONDAY, WEDNESDAY, TUESDAY), Span(None, WEDNESDAY, TUESDAY)),
        (Span(MONDAY, None, TUESDAY), Span(None, None, TUESDAY)),
    ],
)
def test_what_is_known_by_its_end_alone_may_be_any_moment_before(moment: Moment | Span, expected: Span) -> None:
    assert up_to(moment) == expected


@pytest.mark.parametrize(
    ("moment", "other", "grade"),
    [
        (MONDAY, TUESDAY, 3),
        (TUESDAY, NOON, 0),
        (NOON, TUESDAY, 0),
        (TUESDAY, MONDAY, 0),
        (Span(SUNDAY, WEDNESDAY, SUNDAY), TUESDAY, 1),
        (Span(SUNDAY, MONDAY, SUNDAY), TUESDAY, 3),
        (MONDAY, Span(SUNDAY, WEDNESDAY, SUNDAY), 1),
        (MONDAY, Span(SUNDAY, MONDAY, SUNDAY), 0),
        (up_to(MONDAY), SUNDAY, 1),
        (MONDAY, since(SUNDAY), 1),
        (WEDNESDAY, since(SUNDAY), 1),
    ],
)
def test_a_moment_as_it_is_told_is_wholly_before_another_only_where_they_do_not_overlap(
    moment: When, other: When, grade: int
) -> None:
    assert wholly_before(moment, other, MELBOURNE) == grade


@pytest.mark.parametrize(
    ("moment", "span"),
    [(MONDAY, Span(MONDAY, None, MONDAY)), (Span(SUNDAY, TUESDAY, MONDAY), Span(SUNDAY, None, MONDAY))],
)
def test_what_is_since_a_moment_has_its_first_and_no_last(moment: When, span: Span) -> None:
    assert since(moment) == span
    assert has_a_first(since(moment))


def test_what_is_up_to_a_moment_has_no_first() -> None:
    assert not has_a_first(up_to(MONDAY))
    assert has_a_first(MONDAY)
