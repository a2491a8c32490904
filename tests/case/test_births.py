"""Birthdays that are known in part, ages and adults: which days of birth they leave, and which cannot be."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from mistaken_cases import SMALL, day, kin, received

from cimscore.calendars import age_on
from cimscore.case import Age, Births, Case, PartialDay, PersonEntry, births_at_age, births_of
from cimscore.errors import CaseError

DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@given(DAYS, st.integers(0, 120), st.integers(0, 3))
def test_those_born_on_the_days_of_an_age_have_that_age_and_nobody_else(on: dt.date, low: int, more: int) -> None:
    births = births_at_age(low, low + more, on, on)

    assert births.first is not None and births.last is not None
    assert (age_on(births.last, on), age_on(births.first, on)) == (low, low + more)
    before = births.first - dt.timedelta(days=1)
    assert age_on(before, on) == low + more + 1
    after = births.last + dt.timedelta(days=1)
    assert after > on or age_on(after, on) == low - 1


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ({"born": PartialDay(2018)}, "2018-01-01", "2018-12-31"),
        ({"born": PartialDay(2020, 2)}, "2020-02-01", "2020-02-29"),
        ({"age": Age(about=7)}, "2016-03-04", "2019-03-03"),
        ({"age": Age(is_=7, on=day("2024-12-25"))}, "2016-12-26", "2017-12-25"),
        ({"age": Age(about=0)}, "2023-03-04", "2025-03-03"),
        ({"adult": True}, None, "2007-03-03"),
        ({"adult": False}, "2007-03-04", "2025-03-03"),
        ({"born": PartialDay(2018), "age": Age(is_=7)}, "2018-01-01", "2018-03-03"),
    ],
)
def test_what_is_said_leaves_these_days(said: Any, first: str | None, last: str) -> None:
    told = day("2025-03-03")

    births = births_of(PersonEntry(id="ari", **said), told, told)

    assert births == Births(None if first is None else day(first), day(last))


@pytest.mark.parametrize("parts", [(0,), (2018, 13), (10000,)])
def test_there_is_no_month_13_and_no_year_0(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="There is no"):
        PartialDay(*parts)


def problems(*people: PersonEntry, **parts: Any) -> list[str]:
    try:
        Case(id="small", **{**SMALL, "dates": received("2025-03-03"), "people": people, "concerns": (), **parts})
    except CaseError as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(
    ("said", "found"),
    [
        (
            {"born": PartialDay(2010), "age": Age(about=7, on=day("2025-03-03"))},
            "people[0].age, with people[0].born: found ari (ari), born 2010 and aged about 7 on 2025-03-03",
        ),
        (
            {"born": day("2018-05-02"), "adult": True},
            "people[0].adult, with people[0].born: found ari (ari), born 2018-05-02 and an adult",
        ),
        (
            {"age": Age(is_=20), "adult": False},
            "people[0].adult, with people[0].age: found ari (ari), aged 20 and not an adult yet",
        ),
    ],
)
def test_what_does_not_fit_together_is_told_with_both_places(said: Any, found: str) -> None:
    (problem,) = problems(PersonEntry(id="ari", **said))

    assert problem.startswith(found)
    assert "A birthday, an age and whether somebody is an adult fit together." in problem


def test_a_mother_who_is_younger_at_both_ends_of_what_is_known_is_told_with_both_places() -> None:
    mia, ari = PersonEntry(id="mia", age=Age(about=16)), PersonEntry(id="ari", born=PartialDay(2016))

    (problem,) = problems(mia, ari, relationships=(kin("mia", "ari"),))

    assert problem.startswith("people[1].born, with people[0].age and relationships[0]: found mia (mia), aged about 16")
    older = PersonEntry(id="mia", age=Age(about=18))
    assert problems(older, ari, relationships=(kin("mia", "ari"),)) == []


def test_an_age_is_about_so_many_years_or_exactly() -> None:
    for age in (Age(), Age(about=7, is_=7), Age(about=-1), Age(is_=200)):
        (problem,) = problems(PersonEntry(id="ari", age=age))
        assert problem.startswith("people[0].age")


def test_somebody_known_by_a_year_after_everything_is_refused() -> None:
    (problem,) = problems(PersonEntry(id="ari", born=PartialDay(2025, 4)))

    assert "Nobody has a birthday that comes after everything in the case." in problem
    assert problems(PersonEntry(id="ari", born=PartialDay(2025))) == []


def test_who_was_born_before_the_first_year_was_born_by_its_first_day() -> None:
    assert births_at_age(130, 130, dt.date(100, 1, 1), dt.date(100, 1, 1)).last == dt.date.min
