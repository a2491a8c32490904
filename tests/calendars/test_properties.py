"""What holds of every count, whatever the holidays."""

from __future__ import annotations

import datetime as dt
from zoneinfo import ZoneInfo

import attrs
from hypothesis import given
from hypothesis import strategies as st

from cimscore.calendars import Calendar, EndOfPeriod, due_business_days, due_calendar_days, due_hours
from cimscore.case import Moment

FIRST, LAST = dt.date(2024, 1, 1), dt.date(2026, 12, 31)
MELBOURNE = ZoneInfo("Australia/Melbourne")
HOLIDAYS = st.dictionaries(st.dates(FIRST, LAST), st.just("Example Day"), max_size=60)
STARTS = st.dates(FIRST, dt.date(2025, 12, 31))
COUNTS = st.integers(1, 60)
MOMENTS = st.one_of(
    STARTS.map(Moment),
    st.integers(0, 60 * 24 * 700).map(
        lambda minutes: Moment(dt.datetime(2024, 1, 1, tzinfo=dt.UTC) + dt.timedelta(minutes=minutes))
    ),
)
ENDS = st.one_of(st.sampled_from(EndOfPeriod), st.times())


def calendar_with(holidays: dict[dt.date, str]) -> Calendar:
    return Calendar(
        id="example", title="Example State", zone=MELBOURNE, first_year=2024, last_year=2026, version="1",
        holidays=holidays,
    )  # fmt: skip


@given(holidays=HOLIDAYS, start=STARTS, n=COUNTS)
def test_n_business_days_are_n_when_counted_one_by_one(holidays: dict[dt.date, str], start: dt.date, n: int) -> None:
    last = calendar_with(holidays).business_days(n, start).day
    between = [start + dt.timedelta(days=i) for i in range(1, (last - start).days + 1)]
    business = [day for day in between if day.weekday() < 5 and day not in holidays]

    assert n == len(business)
    assert last == business[-1]


@given(holidays=HOLIDAYS, start=STARTS, n=COUNTS)
def test_every_day_of_a_count_is_either_counted_or_listed(holidays: dict[dt.date, str], start: dt.date, n: int) -> None:
    count = calendar_with(holidays).business_days(n, start)

    assert (count.day - start).days == n + len(count.skipped)
    assert [day.day for day in count.skipped] == sorted({day.day for day in count.skipped})


@given(holidays=HOLIDAYS, more=HOLIDAYS, start=STARTS, n=COUNTS)
def test_more_holidays_never_bring_a_day_forward(
    holidays: dict[dt.date, str], more: dict[dt.date, str], start: dt.date, n: int
) -> None:
    fewer = calendar_with(holidays)
    many = fewer.with_local("Riverton", more, years=range(2024, 2027))

    assert fewer.business_days(n, start).day <= many.business_days(n, start, "Riverton").day
    assert fewer.business_days(n, start).day <= calendar_with(holidays | more).business_days(n, start).day


@given(holidays=HOLIDAYS, start=STARTS, n=COUNTS)
def test_a_longer_period_ends_later(holidays: dict[dt.date, str], start: dt.date, n: int) -> None:
    calendar = calendar_with(holidays)

    assert calendar.business_days(n, start).day < calendar.business_days(n + 1, start).day


@given(holidays=HOLIDAYS, moment=MOMENTS, n=COUNTS, ends=ENDS)
def test_a_deadline_never_comes_before_its_start(
    holidays: dict[dt.date, str], moment: Moment, n: int, ends: EndOfPeriod | dt.time
) -> None:
    calendar = calendar_with(holidays)
    start = moment.span(MELBOURNE)[0].astimezone(dt.UTC)

    for due in (
        due_hours(moment, n, MELBOURNE),
        due_business_days(calendar, moment, n, ends=ends),
        due_calendar_days(calendar, moment, n, ends=ends),
    ):
        assert start < due.earliest <= due.latest


@given(moment=MOMENTS, n=COUNTS, ends=ENDS)
def test_an_exact_start_gives_an_exact_deadline(moment: Moment, n: int, ends: EndOfPeriod | dt.time) -> None:
    if moment.instant is None:
        moment = Moment(moment.span(MELBOURNE)[0])

    assert due_hours(moment, n, MELBOURNE).exact
    assert due_business_days(calendar_with({}), moment, n, ends=ends).exact


@given(minute=st.integers(0, 24 * 60 - 1), day=STARTS, n=COUNTS)
def test_the_range_of_a_day_holds_the_deadline_of_every_instant_in_it(minute: int, day: dt.date, n: int) -> None:
    first = Moment(day).span(MELBOURNE)[0].astimezone(dt.UTC)
    instant = first + dt.timedelta(minutes=minute)
    if instant.astimezone(MELBOURNE).date() != day:  # a day of 23 hours
        return
    whole_day, exact = due_hours(Moment(day), n, MELBOURNE), due_hours(Moment(instant), n, MELBOURNE)

    assert whole_day.earliest <= exact.earliest < whole_day.latest


@given(holidays=HOLIDAYS, local=HOLIDAYS, start=STARTS, n=COUNTS)
def test_the_answer_of_every_place_is_among_those_given_without_a_place(
    holidays: dict[dt.date, str], local: dict[dt.date, str], start: dt.date, n: int
) -> None:
    calendar = calendar_with(holidays).with_local("Riverton", local, removed=holidays, years=range(2024, 2027))
    calendar = attrs.evolve(calendar, replaceable=frozenset(holidays))
    days = {place: answer.count.day for answer in calendar.business_days_anywhere(n, start) for place in answer.places}

    assert days["Riverton"] == calendar.business_days(n, start, "Riverton").day
    assert calendar.business_days(n, start).day in days.values()
