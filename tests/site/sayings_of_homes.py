"""What is held of the sayings about where people live and where things happen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from sayings_read import Said

from cimscore.case import Home, State, Unknown
from cimscore.household_graph import is_here_on
from cimscore.rules.vocabulary import (
    happened_at,
    happened_elsewhere,
    happened_in,
    in_state,
    lived_in,
    lives_elsewhere,
    lives_in,
    moved_out_since,
    place_in_area,
    sleeps_at,
    stays_by_choice,
    visits,
)


def lives_nowhere(said: Said, person: str) -> None:
    """Hold that somebody lives in none of the households, for certain, and that nobody asks in which."""
    assert said.person(person).home is Home.NONE
    assert [home.id for home in said.case.households if said.grade(lives_in, person, home.id)] == []
    assert said.point(f"homes@{person}") is None


def is_to_be_found(said: Said) -> bool:
    """Return True if an address or another way to find the child is to be asked for."""
    return any("ask whether an address" in words for words, _ in said.decision.duties)


def they_sleep_in_the_car(said: Said) -> None:
    lives_nowhere(said, "kai")
    lives_nowhere(said, "mia")
    assert is_to_be_found(said)


def he_is_couch_surfing(said: Said) -> None:
    lives_nowhere(said, "kai")
    assert said.grade(lived_in, "kai", "home") == 3


def he_is_on_the_street(said: Said) -> None:
    lives_nowhere(said, "kai")
    assert said.grade(sleeps_at, "kai", "mall") == said.grade(place_in_area, "mall", "Logan") == 3


def she_is_in_hospital(said: Said) -> None:
    lives_nowhere(said, "bub")
    assert said.grade(sleeps_at, "bub", "ward") == said.grade(lives_in, "mia", "home") == 3


def he_is_inside(said: Said) -> None:
    lives_nowhere(said, "leo")
    assert said.grade(sleeps_at, "leo", "prison") == 3


def he_lives_elsewhere(said: Said) -> None:
    assert said.grade(lives_elsewhere, "leo") == 3
    assert said.grade(lives_in, "leo", "home") == 0
    assert said.point("homes@leo") is None


def nobody_knows_where_he_lives(said: Said) -> None:
    assert (said.grade(lives_in, "leo", "home"), said.grade(lives_elsewhere, "leo")) == (1, 1)
    assert said.values("homes@leo")[0] == "in none"


def he_visits_and_lives_nobody_knows_where(said: Said) -> None:
    assert (said.grade(visits, "leo", "home"), said.grade(lives_in, "leo", "home")) == (3, 0)
    assert isinstance(said.person("leo").home, Unknown)
    assert said.grade(lives_elsewhere, "leo") == 1


def half_the_week_elsewhere(said: Said) -> None:
    assert said.grade(lives_in, "kai", "home") == said.grade(lives_elsewhere, "kai") == 3


def they_are_in_a_motel(said: Said) -> None:
    assert said.grade(lives_in, "kai", "home") == 3
    assert isinstance(said.home("home").area, Unknown)
    assert is_to_be_found(said)


def week_about(said: Said) -> None:
    assert said.grade(lives_in, "kai", "dads") == 3
    assert said.grade(lives_in, "kai", "home") == 2
    home, dads = (row for row in said.case.residences if row.person == "kai")
    days = [dt.date(2025, 3, 2) + dt.timedelta(days=more) for more in range(14)]
    assert all(is_here_on(home, day) is not is_here_on(dads, day) for day in days)


def week_about_since_some_day_of_a_month(said: Said) -> None:
    assert said.grade(lives_in, "kai", "dads") == 3
    assert is_here_on(said.case.residences[-1], dt.date(2025, 3, 3)) is None


def every_second_weekend(said: Said) -> None:
    assert (said.grade(visits, "kai", "dads"), said.grade(lives_in, "kai", "home")) == (3, 3)


def nobody_knows_whose_week_it_is(said: Said) -> None:
    assert said.grade(lives_in, "kai", "dads") == 2
    assert said.values("stay@kai@dads") == ["part-time", "by-choice", "visits"]
    assert is_here_on(said.case.residences[-1], dt.date(2025, 3, 3)) is None


def she_moved_in_with_nan(said: Said) -> None:
    assert (said.grade(lives_in, "kai", "nans"), said.grade(lives_in, "kai", "home")) == (3, 0)
    assert said.grade(moved_out_since, "c1", "kai", "home") == 2
    assert said.values("lived-then@c1@kai@home") == ["no", "yes"]


def she_moved_after_it_happened(said: Said) -> None:
    assert said.grade(moved_out_since, "c1", "kai", "home") == 3
    assert said.point("lived-then@c1@kai@home") is None


def she_was_moved_twice(said: Said) -> None:
    grades = [
        (said.grade(lives_in, "kai", home), said.grade(lived_in, "kai", home)) for home in ("home", "nans", "aunts")
    ]
    assert grades == [(0, 3), (0, 3), (3, 0)]


def he_came_back(said: Said) -> None:
    assert said.grade(lives_in, "kai", "home") == 3


def he_is_gone_since_nobody_knows_when(said: Said) -> None:
    assert said.grade(lives_in, "kai", "home") == 2
    assert said.point("until@kai@home") is not None


def she_stays_by_choice(said: Said) -> None:
    assert (said.grade(stays_by_choice, "kai", "friends"), said.grade(lives_in, "kai", "home")) == (3, 0)


def it_happened_at_school(said: Said) -> None:
    assert said.grade(happened_at, "c1", "school") == said.grade(happened_elsewhere, "c1") == 3
    assert said.grade(place_in_area, "school", "Ipswich") == 3


def it_happened_on_the_way(said: Said) -> None:
    assert said.grade(happened_elsewhere, "c1") == 3


def nobody_knows_where_it_happened(said: Said) -> None:
    assert (said.grade(happened_in, "c1", "home"), said.grade(happened_elsewhere, "c1")) == (2, 1)


def they_live_over_the_border(said: Said) -> None:
    assert said.grade(in_state, "home", State.NEW_SOUTH_WALES) == 3
    assert said.point("state@home") is None


def it_may_be_over_the_border(said: Said) -> None:
    assert said.grade(in_state, "home", State.QUEENSLAND) == 2
    assert "new-south-wales" in said.values("state@home")


HOMES: Final[Mapping[str, Callable[[Said], None]]] = {
    "They sleep in the car.": they_sleep_in_the_car,
    "He's couch-surfing.": he_is_couch_surfing,
    "He's on the street.": he_is_on_the_street,
    "She's still in hospital since the birth.": she_is_in_hospital,
    "Dad's inside.": he_is_inside,
    "Dad has his own place, that's not part of this.": he_lives_elsewhere,
    "We don't know where dad's living.": nobody_knows_where_he_lives,
    "Dad comes on Sundays, we don't know where he's living.": he_visits_and_lives_nobody_knows_where,
    "Half the week he's with dad, who isn't part of this.": half_the_week_elsewhere,
    "They're in a motel.": they_are_in_a_motel,
    "Week about since June.": week_about,
    "Week about since some day in June.": week_about_since_some_day_of_a_month,
    "Every second weekend at dad's.": every_second_weekend,
    "Every second week at dad's, nobody knows whose week it is.": nobody_knows_whose_week_it_is,
    "She moved in with nan last month.": she_moved_in_with_nan,
    "She moved in with nan after it happened.": she_moved_after_it_happened,
    "She's been moved twice.": she_was_moved_twice,
    "He left, then came back on Monday.": he_came_back,
    "He's gone, we don't know since when.": he_is_gone_since_nobody_knows_when,
    "She stays there because she wants to.": she_stays_by_choice,
    "It happened at school.": it_happened_at_school,
    "It was on the way home, I don't know where.": it_happened_on_the_way,
    "I don't know where it happened.": nobody_knows_where_it_happened,
    "They live over the border.": they_live_over_the_border,
    "It may be over the border.": it_may_be_over_the_border,
}
