"""Days at the ends of what Python can hold: they are told as any other, and end nothing with an error of its own."""

from __future__ import annotations

import datetime as dt

import pytest
from mistaken_cases import SMALL, kin

from cimscore.case import Case, PersonEntry, births_at_age
from cimscore.case.impossible.kin import years_later
from cimscore.errors import CaseError


def test_an_age_that_begins_before_the_first_year_begins_with_its_first_day() -> None:
    day = dt.date(3, 6, 1)

    assert births_at_age(7, None, day, day).last == dt.date.min
    assert births_at_age(2, 2, day, day).last == dt.date(1, 6, 1)


def test_an_age_on_a_leap_day_began_on_the_last_of_february() -> None:
    leap = dt.date(2024, 2, 29)

    assert births_at_age(3, 3, leap, leap).last == dt.date(2021, 2, 28)
    assert births_at_age(4, 4, leap, leap).last == dt.date(2020, 2, 29)


@pytest.mark.parametrize(
    ("born", "years", "later"),
    [
        (dt.date(9990, 5, 2), 9, dt.date(9999, 5, 2)),
        (dt.date(9990, 5, 2), 10, dt.date.max),
        (dt.date(2004, 2, 29), 10, dt.date(2014, 3, 1)),
        (dt.date(2004, 2, 29), 4, dt.date(2008, 2, 29)),
    ],
)
def test_years_later_is_never_past_the_last_day(born: dt.date, years: int, later: dt.date) -> None:
    assert years_later(born, years) == later


def test_a_parent_of_the_last_years_is_told_as_any_other() -> None:
    people = (PersonEntry(id="ari", born=dt.date(9998, 1, 1)), PersonEntry(id="mia", born=dt.date(9995, 1, 1)))
    with pytest.raises(CaseError) as refused:
        Case(id="small", **{**SMALL, "people": people, "relationships": (kin("mia", "ari"),)})

    assert [problem.where for problem in refused.value.problems] == ["people[0].born"]
