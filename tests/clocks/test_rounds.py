"""What comes round again, and what may not be done too soon."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.calendars import Ahead, BusinessDays, CalendarDays, CalendarMonths, CalendarWeeks, Due, Hours
from cimscore.case import UNKNOWN, Moment
from cimscore.clocks import Course, Repeats, Round, Span, Uncounted, When, count

MELBOURNE = ZoneInfo("Australia/Melbourne")
QUARTERLY = CalendarMonths(3)


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text) if "T" in text else dt.date.fromisoformat(text))


NOVEMBER = at("2024-11-30")


def course(within: Ahead, repeats: Repeats | None = Repeats.FROM_THE_START, **more: object) -> Course:
    given = {"then": within, "not_before": None, "origin": NOVEMBER, **more}
    return Course(
        within=within, repeats=repeats, zone=MELBOURNE,
        count=lambda period, start: count(period, start, None, MELBOURNE), **given,
    )  # fmt: skip


def due_after(followed: Course, *done: str) -> str:
    rounds = followed.rounds({at(day): 3 for day in done})
    (this,) = (this for this, grade in rounds.items() if grade == 3)
    return str(followed.due(this))


@pytest.mark.parametrize(
    ("done", "day"),
    [
        ((), "Friday 28 February 2025"),
        (("2025-01-10",), "Friday 30 May 2025"),
        (("2025-01-10", "2025-05-01"), "Saturday 30 August 2025"),
        (("2025-03-10",), "Friday 30 May 2025"),  # late, and counts all the same
        (("2025-01-10", "2025-01-11"), "Friday 30 May 2025"),  # a second time in one period meets no other
        (("2024-10-01",), "Friday 28 February 2025"),  # before the start
    ],
)
def test_a_schedule_counts_months_from_its_start_never_from_the_time_before(done: tuple[str, ...], day: str) -> None:
    assert due_after(course(QUARTERLY), *done).startswith(day)


@pytest.mark.parametrize(
    ("done", "day"),
    [
        ((), "Friday 28 February 2025"),
        (("2025-01-10",), "Thursday 10 April 2025"),
        (("2025-01-10", "2025-01-12"), "Saturday 12 April 2025"),
        (("2025-03-10",), "Tuesday 10 June 2025"),
    ],
)
def test_what_rolls_counts_from_when_it_was_last_done(done: tuple[str, ...], day: str) -> None:
    assert due_after(course(QUARTERLY, Repeats.FROM_THE_LAST_TIME), *done).startswith(day)


def test_a_later_period_may_be_another_than_the_first() -> None:
    rolling = course(CalendarMonths(3), Repeats.FROM_THE_LAST_TIME, then=CalendarMonths(6))

    assert due_after(rolling).startswith("Friday 28 February 2025")
    assert due_after(rolling, "2025-02-01").startswith("Friday 1 August 2025")


def test_what_is_done_too_soon_counts_for_nothing_and_is_told() -> None:
    rolling = course(CalendarWeeks(6), Repeats.FROM_THE_LAST_TIME, not_before=CalendarWeeks(2))
    done = {at("2024-12-13"): 3, at("2024-12-14"): 3, at("2024-12-20"): 3, at("2024-12-28"): 3}

    assert rolling.too_soon(done) == (at("2024-12-13"), at("2024-12-20"))  # the fourteenth day itself is soon enough
    assert due_after(rolling, *(str(day.value) for day in done)).startswith("Saturday 8 February 2025")


def test_later_times_are_told_as_if_each_were_done_on_its_last_day() -> None:
    followed = course(QUARTERLY)
    due = followed.due(Round(1, NOVEMBER))
    assert not isinstance(due, Uncounted)

    later = [str(day).partition(",")[0] for day in itertools.islice(followed.later(Round(1, NOVEMBER), due), 2)]
    assert later == ["Friday 30 May 2025", "Saturday 30 August 2025"]
    assert list(course(QUARTERLY, None).later(Round(1, NOVEMBER), due)) == []


def test_a_day_that_cannot_be_counted_ends_the_list_and_what_is_done_stays_open() -> None:
    uncounted = course(BusinessDays(1), not_before=BusinessDays(1))

    assert isinstance(uncounted.due(Round(1, NOVEMBER)), Uncounted)
    assert uncounted.counts(Round(1, NOVEMBER), at("2025-01-01")) == 2
    assert course(QUARTERLY).counts(Round(1, UNKNOWN), at("2025-01-01")) == 2


ORIGIN = dt.datetime(2024, 11, 30, 9, tzinfo=MELBOURNE)
MOMENTS = st.integers(-100, 900).map(lambda hour: Moment(ORIGIN + dt.timedelta(hours=hour)))
SPANS = st.tuples(MOMENTS, st.integers(0, 120)).map(
    lambda each: Span(each[0], Moment(each[0].span(MELBOURNE)[0] + dt.timedelta(hours=each[1])), each[0])
)
WAYS = st.builds(
    course,
    st.sampled_from([CalendarDays(7), CalendarWeeks(2), Hours(100)]),
    st.sampled_from([None, *Repeats]),
    not_before=st.sampled_from([None, CalendarDays(3), Hours(30)]),
    origin=st.just(Moment(ORIGIN)),
)


def worlds(done: Mapping[When, int]) -> Iterator[dict[When, int]]:
    """Yield each world of some acts that are certain, or open: with it, or without."""
    opened = [when for when, grade in done.items() if grade < 3]
    for size in range(len(opened) + 1):
        for left_out in itertools.combinations(opened, size):
            yield {when: 3 for when in done if when not in left_out}


@given(WAYS, st.dictionaries(MOMENTS, st.sampled_from([1, 2, 3]), max_size=4))
def test_the_time_that_is_due_is_sound_in_every_world_of_the_acts(followed: Course, done: dict[When, int]) -> None:
    graded = followed.rounds(done)
    for world in worlds(done):
        (actual,) = (this for this, grade in followed.rounds(world).items() if grade == 3)

        assert graded.get(actual, 0) >= 1
        assert all(this == actual for this, grade in graded.items() if grade == 3)


@given(WAYS, st.dictionaries(SPANS, st.just(3), max_size=3))
def test_a_moment_known_within_bounds_rules_nothing_out(followed: Course, done: dict[When, int]) -> None:
    graded = {(this.number, str(followed.due(this))): grade for this, grade in followed.rounds(done).items()}
    for ends in itertools.product(*((span.first, span.last) for span in done if isinstance(span, Span))):
        if len(set(ends)) < len(ends):  # acts at one moment are one act
            continue
        exact = followed.rounds({moment: 3 for moment in ends if moment is not None})
        numbers = {this.number for this, grade in exact.items() if grade == 3}

        assert numbers <= {number for number, _ in graded}


def test_without_a_start_an_act_may_be_the_time_that_is_due() -> None:
    unknown = course(QUARTERLY, origin=UNKNOWN)

    assert unknown.counts(Round(1, UNKNOWN), NOVEMBER) == 2
    assert unknown.counts(Round(1, Uncounted("a month", "then", "the source gives no day")), NOVEMBER) == 2
    assert unknown.counts(Round(1, NOVEMBER), at("2024-12-01")) == 3
    assert unknown.counts(Round(1, NOVEMBER), at("2024-11-29")) == 0


def test_what_is_done_once_counts_whenever_it_is_soon_enough() -> None:
    once = course(QUARTERLY, None, not_before=CalendarDays(10))

    assert [once.counts(Round(1, NOVEMBER), at(day)) for day in ("2024-12-09", "2024-12-10")] == [0, 3]


def test_no_later_time_is_told_where_none_can_be_counted() -> None:
    monthly, by_business_days = course(CalendarMonths(1)), course(CalendarMonths(1), then=BusinessDays(3))
    first = monthly.due(Round(1, NOVEMBER))
    rolling = attrs.evolve(by_business_days, repeats=Repeats.FROM_THE_LAST_TIME)

    assert isinstance(first, Due)
    following = [str(due).split(",")[0] for due in itertools.islice(monthly.later(Round(1, NOVEMBER), first), 2)]
    assert following == ["Thursday 30 January 2025", "Friday 28 February 2025"]
    assert list(rolling.later(Round(1, NOVEMBER), first)) == []
    assert list(course(QUARTERLY, None).later(Round(1, NOVEMBER), first)) == []
