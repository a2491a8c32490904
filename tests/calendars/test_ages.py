"""Ages are attained as the birthday begins; days between are a plain difference."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cimscore.calendars import age_on, calendar_days, days_between

DAYS = st.dates(dt.date(1950, 1, 1), dt.date(2050, 12, 31))


@pytest.mark.parametrize(
    ("born", "day", "age"),
    [
        (dt.date(2014, 5, 2), dt.date(2024, 5, 1), 9),
        (dt.date(2014, 5, 2), dt.date(2024, 5, 2), 10),
        (dt.date(2016, 2, 29), dt.date(2026, 2, 28), 9),
        (dt.date(2016, 2, 29), dt.date(2026, 3, 1), 10),
        (dt.date(2016, 2, 29), dt.date(2028, 2, 28), 11),
        (dt.date(2016, 2, 29), dt.date(2028, 2, 29), 12),
        (dt.date(2024, 12, 31), dt.date(2025, 1, 1), 0),
        (dt.date(2025, 6, 1), dt.date(2025, 6, 1), 0),
        (dt.date(2025, 6, 1), dt.date(2025, 5, 31), -1),
    ],
)
def test_an_age_is_attained_as_the_birthday_begins(born: dt.date, day: dt.date, age: int) -> None:
    assert age == age_on(born, day)


@given(born=DAYS, day=DAYS)
def test_an_age_grows_by_one_a_day_at_most_and_never_falls(born: dt.date, day: dt.date) -> None:
    step = age_on(born, day + dt.timedelta(days=1)) - age_on(born, day)
    birthday = (day + dt.timedelta(days=1)).timetuple()[1:3]
    in_place_of_29_february = (born.month, born.day) == (2, 29) and birthday == (3, 1)

    assert step in (0, 1)
    assert step == 0 or birthday == (born.month, born.day) or in_place_of_29_february


def test_less_than_thirty_days_after_closing_ends_with_the_twenty_ninth_day() -> None:
    """Worked date 16: closed on 1 March 2025, 30 March is inside and 31 March is not."""
    closed = dt.date(2025, 3, 1)

    assert days_between(closed, dt.date(2025, 3, 30)) == 29
    assert days_between(closed, dt.date(2025, 3, 31)) == 30
    assert days_between(dt.date(2025, 3, 30), closed) == -29


@given(start=DAYS, n=st.integers(1, 400))
def test_days_between_undoes_counting_calendar_days(start: dt.date, n: int) -> None:
    assert n == days_between(start, calendar_days(n, start).day)


@pytest.mark.parametrize("n", [0, -1])
def test_a_period_of_nothing_is_refused(n: int) -> None:
    with pytest.raises(ValueError, match="whole number from 1"):
        calendar_days(n, dt.date(2025, 3, 1))


def test_an_instant_is_refused_where_a_day_is_needed() -> None:
    """A datetime is a date to Python, and would miss every holiday without a word."""
    instant = dt.datetime(2025, 3, 1, 12, tzinfo=dt.UTC)

    for ask in (
        lambda: calendar_days(1, instant),
        lambda: days_between(instant, dt.date(2025, 3, 2)),
        lambda: age_on(dt.date(2014, 5, 2), instant),
    ):
        with pytest.raises(TypeError, match="not a day"):
            ask()
