"""Ages that births and kin leave possible, in both directions."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented_families import DAY, case, kin, person, unborn

from cimscore.case import Age, Births, ConcernEntry
from cimscore.household_graph import Ages, Days, Entered, births_within
from cimscore.limits import OLDEST

TODAY = Days(DAY, DAY)


def ages(family, days=TODAY):
    return Entered(family, days).ages


def test_a_parent_is_ten_years_older_than_the_child_and_so_on_up_and_down() -> None:
    family = case(
        (
            person("gran"), person("mia"), person("ari", "2014-05-02"), person("bo"), person("old", "1990-01-01"),
            person("kid"),
        ),
        relationships=(
            kin("gran", "parent", "mia"), kin("mia", "parent", "ari"), kin("mia", "adoptive-parent", "bo"),
            kin("old", "parent", "kid"),
        ),
    )  # fmt: skip

    found = ages(family)

    assert found["mia"] == Ages(20, 120)
    assert found["gran"].low == 30
    assert found["bo"].high == 110
    assert found["kid"] == Ages(0, 25)


def test_kin_bound_one_another_where_nobodys_age_is_told() -> None:
    found = ages(case((person("gran"), person("mia")), relationships=(kin("gran", "parent", "mia"),)))

    assert (found["gran"], found["mia"]) == (Ages(10, 130), Ages(0, 120))


def test_an_age_is_known_where_it_is_one_age_only() -> None:
    assert (Ages(7, 7).is_known, Ages(6, 8).is_known) == (True, False)


@pytest.mark.parametrize(
    ("band", "first", "last"),
    [(Ages(10, 20), "2004-03-04", "2015-03-03"), (Ages(18, OLDEST), "", "2007-03-03")],
    ids=["an age at most", "no age at most"],
)
def test_an_age_bounds_the_birth_on_the_sides_on_which_it_is_bounded(band: Ages, first: str, last: str) -> None:
    earliest = dt.date.fromisoformat(first) if first else None

    assert births_within(Births(), band, TODAY) == Births(earliest, dt.date.fromisoformat(last))


@pytest.mark.parametrize(
    ("born", "about", "is_child"),
    [("2007-03-04", "ari", True), ("2007-03-03", "ari", False), ("", "ari", True), ("", "bo", False)],
    ids=["seventeen", "eighteen", "of any age", "of any age and not named"],
)
def test_who_may_be_under_eighteen_is_taken_for_a_child_where_a_concern_is_about_them(born, about, is_child) -> None:
    concern = ConcernEntry(id="c1", about=(about,))
    family = case((person("ari", born), person("bo", "2014-05-02")), concerns=(concern,))

    assert Entered(family, TODAY).is_likely_child("ari") is is_child


def test_a_pregnant_person_is_at_least_ten() -> None:
    assert ages(case((person("mia"), unborn("bean", "mia"))))["mia"].low == 10


def test_an_adult_is_eighteen_at_least_and_a_child_at_most_seventeen() -> None:
    found = ages(case((person("mia", adult=True), person("ari", adult=False), person("bo"))))

    assert (found["mia"], found["ari"], found["bo"]) == (Ages(18, 130), Ages(0, 17), Ages(0, 130))


def test_who_is_said_to_be_an_adult_or_a_child_is_so_whatever_the_day() -> None:
    found = ages(case((person("mia", adult=True), person("ari", adult=False))), Days(None, None))

    assert (found["mia"], found["ari"]) == (Ages(18, 130), Ages(0, 17))


def test_who_is_born_within_the_days_on_which_it_may_be_received_is_not_one_year_old() -> None:
    born = (DAY + dt.timedelta(days=2)).isoformat()

    assert ages(case((person("ari", born),)), Days(DAY, DAY + dt.timedelta(days=9)))["ari"] == Ages(0, 0)


def test_step_parents_and_carers_tell_nothing_of_ages() -> None:
    family = case((person("rob"), person("ari", "2014-05-02")), relationships=(kin("rob", "step-parent", "ari"),))

    assert ages(family)["rob"] == Ages(0, 130)


def test_a_birthday_gives_a_range_while_the_day_is_not_known() -> None:
    family = case((person("ari", "2014-05-02"),))

    assert ages(family, Days(DAY, None))["ari"] == Ages(10, 130)
    assert ages(family, Days(DAY, DAY + dt.timedelta(days=365)))["ari"] == Ages(10, 11)


def test_an_age_known_within_years_bounds_parents_of_whom_nothing_is_known() -> None:
    family = case((person("mia"), person("ari", age=Age(about=10))), relationships=(kin("mia", "parent", "ari"),))
    assert ages(family) == {"mia": Ages(19, 130), "ari": Ages(9, 11)}
    assert [Ages(low, 12).is_known for low in (8, 12)] == [False, True]


@given(st.lists(st.integers(10, 25), min_size=4, max_size=4), st.sets(st.integers(0, 4)))
def test_no_true_age_is_ever_ruled_out(gaps, forgotten) -> None:
    years = [sum(gaps[:place]) for place in range(5)]
    people = [
        person(f"p{place}", "" if place in forgotten else f"{1920 + year}-05-02") for place, year in enumerate(years)
    ]
    rows = tuple(kin(f"p{place}", "parent", f"p{place + 1}") for place in range(4))

    found = ages(case(tuple(people), relationships=rows))

    for place, year in enumerate(years):
        true = max(0, DAY.year - 1920 - year - 1)
        assert found[f"p{place}"].low <= true <= found[f"p{place}"].high
