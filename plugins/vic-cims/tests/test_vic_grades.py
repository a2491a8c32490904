"""Both sides of each limit that a rule compares with: how certain the comparison is, as a grade from 0 to 3."""

from __future__ import annotations

import datetime as dt

import pytest
from vic_cases import at

from cimscore.case import UNKNOWN, Moment, Unknown
from cimscore.clocks import Span, When, has_a_first
from cimscore_vic_cims.rules.extensions import (
    are_all_said,
    are_too_many,
    is_less_than_one_day,
    is_more_than_one_form,
    is_within_one_form,
    sum_of,
)
from cimscore_vic_cims.rules.forms import is_before_the_later_day
from cimscore_vic_cims.rules.moments import (
    day_of,
    eve_of,
    is_a_later_day,
    is_before_july_2019,
    is_not_later,
    is_on_the_ninth,
    is_sooner,
    is_the_day_of,
    is_too_soon,
    is_under_the_policy,
    is_within_a_day,
    time_known_of,
)

TEN, ELEVEN = at("2025-03-03T10:00+11:00"), at("2025-03-03T11:00+11:00")
THIRD, FOURTH = at("2025-03-03"), at("2025-03-04")


def span(first: str, last: str, working: str) -> Span:
    """Return a moment of which only a range is known; an end without a text is unbounded."""
    return Span(at(first) if first else None, at(last) if last else None, at(working))


@pytest.mark.parametrize(
    ("number", "within", "more", "less"),
    [
        (-1, 0, 0, 3),
        (0, 0, 0, 3),
        (1, 3, 0, 0),
        (2, 3, 0, 0),
        (60, 3, 0, 0),
        (61, 0, 3, 0),
        (UNKNOWN, 1, 1, 1),
        ("sixty", 1, 1, 1),
    ],
)
def test_one_form_gives_1_to_60_business_days(number: object, within: int, more: int, less: int) -> None:
    assert is_within_one_form(number) == within
    assert is_more_than_one_form(number) == more
    assert is_less_than_one_day(number) == less


@pytest.mark.parametrize(
    ("days", "said", "too_many"),
    [((60, 60), True, False), ((60, 61), True, True), ((1, UNKNOWN), False, False), ((UNKNOWN, 61), False, True)],
)
def test_the_days_of_several_forms_are_looked_at_form_by_form(
    days: tuple[object, ...], said: bool, too_many: bool
) -> None:
    assert (are_all_said(days), are_too_many(days)) == (said, too_many)


def test_the_days_of_several_forms_are_added() -> None:
    assert sum_of((60, 1, 2)) == 63


@pytest.mark.parametrize(
    ("days", "last_too_soon", "first_in_time"),
    [
        ((60, 30), "2025-07-05", "2025-07-06"),
        ((1,), "2025-04-13", "2025-04-14"),
        ((2,), "2025-04-16", "2025-04-17"),
        ((), "2025-04-13", "2025-04-14"),
        ((UNKNOWN, 30), "2025-04-13", "2025-04-14"),
    ],
)
def test_a_further_form_is_too_soon_until_the_day_that_the_first_form_leaves(
    days: tuple[object, ...], last_too_soon: str, first_in_time: str
) -> None:
    endorsed = at("2025-03-06T10:00+11:00")
    assert is_before_the_later_day(at(f"{last_too_soon}T23:59+10:00"), endorsed, days)
    assert not is_before_the_later_day(at(f"{first_in_time}T00:00+10:00"), endorsed, days)


@pytest.mark.parametrize(
    ("moment", "other", "sooner", "not_later"),
    [
        (TEN, ELEVEN, 3, 3),
        (TEN, TEN, 0, 3),
        (ELEVEN, TEN, 0, 0),
        (THIRD, FOURTH, 3, 3),
        (UNKNOWN, TEN, 1, 1),
        (TEN, UNKNOWN, 1, 1),
        (span("2025-03-02", "2025-03-04", "2025-03-02"), TEN, 2, 2),
        (span("2025-03-02", "2025-03-04", "2025-03-04"), TEN, 1, 1),
    ],
)
def test_a_moment_is_before_another_as_surely_as_both_are_known(
    moment: When | Unknown, other: When | Unknown, sooner: int, not_later: int
) -> None:
    assert is_sooner(moment, other) == sooner
    assert is_not_later(moment, other) == not_later


@pytest.mark.parametrize(
    ("moment", "other", "grade"),
    [
        (TEN, ELEVEN, 3),
        (TEN, TEN, 0),
        (ELEVEN, TEN, 0),
        (THIRD, FOURTH, 3),
        (THIRD, TEN, 0),
        (TEN, THIRD, 0),
        (span("2025-03-01", "2025-03-02", "2025-03-02"), TEN, 3),
        (span("2025-03-02", "2025-03-04", "2025-03-04"), TEN, 1),
        (span("2025-03-03", "2025-03-04", "2025-03-04"), TEN, 1),
        (span("2025-03-04", "2025-03-05", "2025-03-04"), TEN, 0),
        (TEN, span("2025-03-02", "2025-03-04", "2025-03-02"), 1),
        (TEN, span("2025-03-01", "2025-03-02", "2025-03-02"), 0),
    ],
)
def test_days_and_times_that_overlap_contradict_nothing(moment: When, other: When, grade: int) -> None:
    assert is_too_soon(moment, other) == grade


@pytest.mark.parametrize(
    ("moment", "first"),
    [(TEN, True), (span("2025-03-03", "", "2025-03-03"), True), (span("", "2025-03-03", "2025-03-03"), False)],
)
def test_what_is_told_is_bounded_from_below(moment: When, first: bool) -> None:
    assert has_a_first(moment) is first


@pytest.mark.parametrize(
    ("moment", "under", "ninth"),
    [
        (at("2024-12-08T23:59+11:00"), 0, 0),
        (at("2024-12-09T00:00+11:00"), 3, 3),
        (at("2024-12-09"), 3, 3),
        (at("2024-12-09T23:59+11:00"), 3, 3),
        (at("2024-12-10T00:00+11:00"), 3, 0),
        (span("2024-12-08", "2024-12-10", "2024-12-09"), 2, 2),
        (span("2024-12-08", "2024-12-10", "2024-12-08"), 1, 1),
        (span("2024-12-08", "2024-12-10", "2024-12-10"), 2, 1),
    ],
)
def test_the_policy_begins_with_the_ninth_of_december_2024(moment: When, under: int, ninth: int) -> None:
    assert (is_under_the_policy(moment), is_on_the_ninth(moment)) == (under, ninth)


@pytest.mark.parametrize(("moment", "grade"), [("2019-06-30T23:59+10:00", 3), ("2019-07-01T00:00+10:00", 0)])
def test_the_ndis_left_with_the_first_of_july_2019(moment: str, grade: int) -> None:
    assert is_before_july_2019(at(moment)) == grade


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (at("2025-03-03T00:00+13:00"), dt.date(2025, 3, 2)),
        (at("2025-03-03T23:59+11:00"), dt.date(2025, 3, 3)),
        (span("2025-03-01", "2025-03-05", "2025-03-04"), dt.date(2025, 3, 4)),
    ],
)
def test_the_day_of_a_moment_is_the_one_in_melbourne_and_of_a_range_the_working_one(moment: When, day: dt.date) -> None:
    assert day_of(moment) == day
    assert is_the_day_of(day, moment)
    assert not is_the_day_of(day + dt.timedelta(days=1), moment)
    assert eve_of(moment) == Moment(day - dt.timedelta(days=1))


@pytest.mark.parametrize(("day", "other", "later"), [(3, 3, False), (4, 3, True), (3, 4, False)])
def test_a_day_is_later_than_those_before_it_alone(day: int, other: int, later: bool) -> None:
    assert is_a_later_day(dt.date(2025, 3, day), dt.date(2025, 3, other)) is later


@pytest.mark.parametrize(
    ("moment", "grade"),
    [
        (TEN, 3),
        (THIRD, 3),
        (span("2025-03-03T10:00+11:00", "2025-03-03T23:59+11:00", "2025-03-03T10:00+11:00"), 3),
        (span("2025-03-03T10:00+11:00", "2025-03-04T00:00+11:00", "2025-03-03T10:00+11:00"), 2),
        (span("", "2025-03-03", "2025-03-03"), 2),
        (span("2025-03-03", "", "2025-03-03"), 2),
    ],
)
def test_a_range_falls_on_a_day_for_certain_if_all_of_it_does(moment: When, grade: int) -> None:
    assert is_within_a_day(moment) == grade


@pytest.mark.parametrize(
    ("happened", "told", "known"),
    [
        (TEN, ELEVEN, Span(TEN, ELEVEN, TEN)),
        (TEN, TEN, Span(TEN, TEN, TEN)),
        (ELEVEN, TEN, Span(TEN, ELEVEN, TEN)),
        (
            span("2025-03-01", "2025-03-03", "2025-03-02"),
            span("2025-03-03", "2025-03-05", "2025-03-04"),
            span("2025-03-01", "2025-03-05", "2025-03-02"),
        ),
        (span("", "2025-03-03", "2025-03-02"), TEN, Span(None, TEN, at("2025-03-02"))),
        (TEN, span("2025-03-03", "", "2025-03-04"), Span(TEN, None, TEN)),
    ],
)
def test_an_incident_is_first_known_between_its_happening_and_what_was_told(
    happened: When, told: When, known: Span
) -> None:
    assert time_known_of(happened, told) == known
