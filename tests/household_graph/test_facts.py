"""Rows that hold by the values of open facts."""

from __future__ import annotations

from cimscore.household_graph.facts import Facts, OpenFact

SEASON = OpenFact(
    address="season", asks="Which season is it?", values=("spring", "summer", "autumn"), working="spring", why="begins"
)


def test_two_ways_by_two_values_of_one_fact_are_one_way_by_either() -> None:
    facts = Facts[str]()
    for value in ("spring", "summer"):
        with facts.only_if(SEASON, value):
            facts.state("warm")

    assert facts.needs == {"warm": [(("season", frozenset({"spring", "summer"})),)]}
    grades = {value: facts.grade("warm", {"season": value}) for value in SEASON.values}
    assert grades == {"spring": 3, "summer": 3, "autumn": 0}


def test_a_row_by_every_value_of_a_fact_is_stated() -> None:
    facts = Facts[str]()
    for value in SEASON.values:
        with facts.only_if(SEASON, value):
            facts.state("a day")

    assert (dict(facts.stated), facts.needs) == ({"a day": None}, {})


def test_what_a_fact_of_one_value_says_is_stated_and_nobody_asks() -> None:
    facts = Facts[str]()
    facts.leave_open(OpenFact(address="a", asks="A?", values=("yes",), working="yes", why=""), {"yes": ["row"]})

    assert (dict(facts.stated), facts.open) == ({"row": None}, {})


def test_nobody_asks_for_a_fact_that_says_nothing_whatever_it_is() -> None:
    facts = Facts[str]()
    facts.leave_open(SEASON, {"spring": []}, {"summer": []})
    assert facts.open == {}

    facts.leave_open(SEASON, {}, {"summer": ["warm"]})
    assert facts.open == {"season": SEASON}
    assert [facts.grade("warm", {"season": value}) for value in SEASON.values] == [0, 1, 0]
