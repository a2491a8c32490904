"""Homes, visits and stays by choice."""

from __future__ import annotations

import datetime as dt

import pytest
from invented_families import DAY, case, person, stay, two_homes, unborn

from cimscore.case import UNKNOWN, ResidenceKind
from cimscore.errors import UnknownNameError
from cimscore.household_graph import HouseholdGraph, MissingFact, Read


def test_a_child_may_live_in_two_homes():
    shared = HouseholdGraph(two_homes()).shared_care("ari", DAY)
    assert shared.value == ("north", "south")
    assert shared.rests_on == (
        Read("homes@ari", "[north, south]"), Read("stay@ari@north", "part-time"), Read("stay@ari@south", "part-time")
    )  # fmt: skip


def test_a_person_with_one_home_is_not_in_shared_care():
    assert HouseholdGraph(two_homes()).shared_care("mia", DAY).value == ()


def test_everyone_who_lives_there_is_a_resident():
    graph = HouseholdGraph(two_homes())
    assert graph.residents("north", DAY).value == ("ari", "mia")
    assert graph.others_living_there("north", "ari", DAY).value == ("mia",)


def test_without_a_residence_a_persons_homes_are_unknown_everywhere():
    graph = HouseholdGraph(case((person("zed"),)))
    for answer in (graph.homes("zed", DAY), graph.lives_in("zed", "north", DAY), graph.stay("zed", "south", DAY)):
        assert not answer.known
        assert answer.missing == (MissingFact("homes", "zed"),)


def test_a_household_not_among_a_persons_homes_is_one_where_they_do_not_stay():
    answer = HouseholdGraph(two_homes()).stay("mia", "south", DAY)
    assert (answer.known, answer.value, answer.rests_on) == (True, None, (Read("homes@mia", "[north]"),))


def test_someone_who_stays_in_an_unknown_way_may_live_there_or_not():
    graph = HouseholdGraph(case((person("zed"),), residences=(stay("zed", "north"),)))
    assert graph.lives_in("zed", "north", DAY).missing == (MissingFact("stay", "zed@north"),)
    assert graph.stays("zed", DAY).value == ("north",)
    assert graph.lives_in("zed", "south", DAY).value is False


@pytest.mark.parametrize(
    ("kind", "lives", "visits", "by_choice"),
    [
        ("full-time", True, False, False), ("part-time", True, False, False),
        ("visits", False, True, False), ("by-choice", False, False, True),
    ],
)  # fmt: skip
def test_a_visit_is_not_a_home(kind, lives, visits, by_choice):
    graph = HouseholdGraph(case((person("zed"),), residences=(stay("zed", "north", kind),)))
    assert graph.lives_in("zed", "north", DAY).value is lives
    assert graph.visits("zed", "north", DAY).value is visits
    assert graph.stays_by_choice("zed", "north", DAY).value is by_choice
    assert graph.visitors("north", DAY).value == (("zed",) if visits else ())


def test_first_and_last_day_belong_to_a_stay():
    first, last = dt.date(2025, 1, 1), dt.date(2025, 3, 3)
    graph = HouseholdGraph(
        case((person("zed"),), residences=(stay("zed", "north", "visits", from_=first, until=last),))
    )
    day = dt.timedelta(days=1)
    expected = {first - day: False, first: True, last: True, last + day: False}
    assert {on: graph.visits("zed", "north", on).value for on in expected} == expected


def test_a_limit_matters_only_where_it_decides():
    """The visit may have ended, but it was never a home."""
    graph = HouseholdGraph(case((person("zed"),), residences=(stay("zed", "north", "visits", until=UNKNOWN),)))
    assert graph.visits("zed", "north", DAY).missing == (MissingFact("until", "zed@north"),)
    assert graph.lives_in("zed", "north", DAY).value is False


def test_a_stated_limit_cannot_be_held_against_an_unknown_day():
    graph = HouseholdGraph(case((person("zed"),), residences=(stay("zed", "north", "visits", until=DAY),)))
    assert graph.visits("zed", "north", None).missing == (MissingFact("received", "case"),)


def test_a_home_that_was_left_is_a_former_home():
    rows = (stay("zed", "north", "full-time", until=dt.date(2024, 1, 1)), stay("zed", "south", "part-time"))
    graph = HouseholdGraph(case((person("zed"),), residences=rows))
    assert graph.former_homes("zed", DAY).value == ("north",)
    assert graph.homes("zed", DAY).value == ("south",)


def test_a_home_that_was_left_and_taken_up_again_is_no_former_home():
    rows = (stay("zed", "north", "full-time", until=dt.date(2024, 1, 1)), stay("zed", "north", "part-time", from_=DAY))
    assert HouseholdGraph(case((person("zed"),), residences=rows)).former_homes("zed", DAY).value == ()


def test_of_two_stays_in_one_household_that_may_overlap_the_fullest_counts():
    rows = (stay("zed", "north", "visits", until=UNKNOWN), stay("zed", "north", "part-time"))
    graph = HouseholdGraph(case((person("zed"),), residences=rows))
    assert graph.stay("zed", "north", DAY).value is ResidenceKind.PART_TIME


def test_an_unborn_child_stays_where_its_mother_stays():
    people = (unborn("twin-a", "nan"), unborn("twin-b", "nan"), person("nan"))
    graph = HouseholdGraph(case(people, residences=(stay("nan", "south", "full-time"),)))
    assert graph.residents("south", DAY).value == ("nan", "twin-a", "twin-b")
    assert graph.lives_in("twin-a", "south", DAY).rests_on == (
        Read("mother@twin-a", "nan"), Read("stay@nan@south", "full-time")
    )  # fmt: skip


def test_an_unborn_childs_own_stay_goes_before_its_mothers():
    rows = (stay("nan", "south", "full-time"), stay("twin", "north", "full-time"))
    graph = HouseholdGraph(case((unborn("twin", "nan"), person("nan")), residences=rows))
    assert graph.homes("twin", DAY).value == ("north",)


def test_the_homes_of_an_unborn_child_wait_for_its_mother_and_then_for_hers():
    assert HouseholdGraph(case((unborn("twin"),))).homes("twin", DAY).missing == (MissingFact("mother", "twin"),)
    with_mother = HouseholdGraph(case((unborn("twin", "nan"), person("nan"))))
    assert with_mother.homes("twin", DAY).missing == (MissingFact("homes", "nan"),)


def test_an_id_the_case_does_not_have_is_refused_with_the_nearest_name():
    with pytest.raises(UnknownNameError, match=r"'nort'.*Did you mean 'north'"):
        HouseholdGraph(two_homes()).residents("nort", DAY)
