"""Ties that a case states or leaves open, with everything that each open fact can be."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from invented_families import DAY, case, kin, person, stay, unborn
from invented_worlds import shuffled, worlds

from cimscore.case import UNKNOWN, ConcernEntry, Home, PlaceEntry, PlaceKind, Rota
from cimscore.household_graph import Days, Entered, Tie, TieKind, ties_of
from cimscore.household_graph.addresses import entry_and_address

TODAY = Days(DAY, DAY)


def read(family, days=TODAY):
    return ties_of(Entered(family, days))


def living(facts, person, home, **settled):
    return facts.grade(Tie(TieKind.LIVES_IN, person, home), settled)


def test_a_visitor_of_today_may_have_lived_there_before() -> None:
    rows = (
        stay("ari", "north", "full-time", until=DAY - dt.timedelta(days=9)),
        stay("ari", "north", "visits", from_=DAY - dt.timedelta(days=8)),
    )

    facts = read(case((person("ari", "2014-05-02"),), residences=rows))

    assert set(facts.stated) == {Tie(TieKind.LIVED_IN, "ari", "north"), Tie(TieKind.VISITS, "ari", "north")}


def test_two_stays_whose_limits_are_not_known_are_one_question() -> None:
    rows = (stay("ari", "north", "full-time", until=UNKNOWN), stay("ari", "north", "visits", from_=UNKNOWN))

    facts = read(case((person("ari", "2014-05-02"),), residences=rows))

    assert living(facts, "ari", "north") == 2
    assert facts.grade(Tie(TieKind.VISITS, "ari", "north"), {}) == 1
    words = list(facts.open["stay@ari@north"].words.values())
    assert words == ["full-time", "visits, and lived there before", "not at all, and lived there before"]


@pytest.mark.parametrize(
    ("limit", "address"), [({"from_": UNKNOWN}, "from@ari@north"), ({"until": UNKNOWN}, "until@ari@north")]
)
def test_a_limit_that_is_not_known_leaves_the_stay_open(limit, address) -> None:
    facts = read(case((person("ari", "2014-05-02"),), residences=(stay("ari", "north", "full-time", **limit),)))

    assert living(facts, "ari", "north") == 2
    assert facts.addresses(Tie(TieKind.LIVES_IN, "ari", "north")) == (address,)


def test_somebody_who_moved_out_lived_there() -> None:
    moved = stay("ari", "north", "full-time", until=DAY - dt.timedelta(days=1))

    facts = read(case((person("ari", "2014-05-02"),), residences=(moved,)))

    assert set(facts.stated) == {Tie(TieKind.LIVED_IN, "ari", "north")}


def test_a_stay_with_a_limit_is_open_while_the_day_of_receipt_is_not_known() -> None:
    moved = stay("ari", "north", "full-time", until=DAY)
    family = case((person("ari", "2014-05-02"),), residences=(moved,))

    assert living(read(family, Days(None, None)), "ari", "north") == 2
    assert living(read(family, Days(None, DAY)), "ari", "north") == 3


def test_an_unborn_child_stays_where_its_mother_stays_whatever_that_turns_out_to_be() -> None:
    facts = read(case((person("mia", "1986-01-20"), unborn("bean", "mia")), residences=(stay("mia", "north"),)))

    assert living(facts, "bean", "north") == 2
    assert facts.addresses(Tie(TieKind.LIVES_IN, "bean", "north")) == ("stay@mia@north",)


def test_an_unborn_child_of_an_unknown_mother_stays_where_she_turns_out_to_stay() -> None:
    family = case(
        (person("mia", "1986-01-20"), person("zoe", "1990-01-20"), unborn("bean")),
        residences=(stay("mia", "north", "full-time"), stay("zoe", "south", "full-time")),
    )
    facts = read(family)

    assert (living(facts, "bean", "north"), living(facts, "bean", "south")) == (1, 1)
    assert living(facts, "bean", "north", **{"mother@bean": "mia"}) == 3
    assert living(facts, "bean", "south", **{"mother@bean": "mia"}) == 0


@pytest.mark.parametrize("from_", [DAY + dt.timedelta(days=7), UNKNOWN, None])
def test_a_stay_of_its_own_of_an_unborn_child_came_after_the_birth(from_) -> None:
    family = case(
        (person("mia", "1986-01-20"), person("fay", "1970-01-01"), unborn("bean", "mia")),
        residences=(
            stay("mia", "north", "full-time"),
            stay("fay", "south", "full-time"),
            stay("bean", "south", "full-time", from_=from_),
        ),
    )
    facts = read(family)

    assert (living(facts, "bean", "north"), living(facts, "bean", "south")) == (3, 0)
    assert entry_and_address(Tie(TieKind.LIVES_IN, "bean", "north"), family) == (family.residences[0], "stay@mia@north")


def test_the_father_of_an_unborn_child_is_open_unless_he_is_entered() -> None:
    people = (person("mia", "1986-01-20"), person("rob", "1980-01-01"), unborn("bean", "mia"))

    open_father = read(case(people, homes="north"))
    entered = read(case(people, homes="north", relationships=(kin("rob", "parent", "bean"),)))

    assert open_father.open["parents@bean"].values == ((), ("rob",))
    assert "parents@bean" not in entered.open


def test_a_child_lives_with_its_parents_until_it_is_known() -> None:
    family = case(
        (person("ari", "2014-05-02"), person("mia", "1986-01-20")),
        residences=(stay("mia", "north", "full-time"),),
        relationships=(kin("mia", "parent", "ari"),),
    )

    assert (living(read(family), "ari", "north"), living(read(family), "ari", "south")) == (2, 1)


def test_whoever_can_be_a_parent_is_one_of_the_values() -> None:
    family = case(
        (person("ari", "2014-05-02"), person("bo", "2008-01-01"), person("mia", "1986-01-20"), person("rob")),
        homes="north",
        relationships=(kin("ari", "sibling", "rob"),),
    )

    assert read(family).open["parents@ari"].values == ((), ("mia",))


def test_nobody_is_a_parent_of_somebody_above_them_or_ten_years_younger() -> None:
    family = case(
        (person("rex", "2008-05-30"), person("sue", "2024-07-01"), person("tia", "2004-06-06")),
        homes="lane",
        relationships=(kin("rex", "parent", "sue"), kin("tia", "parent", "sue")),
    )

    assert not [address for address in read(family).open if address.startswith("parents")]


def test_many_candidates_share_values_that_leave_nothing_out() -> None:
    people = tuple(person(f"adult{number}", "1980-01-01") for number in range(9))
    facts = read(
        case((person("ari", "2014-05-02"), *people), homes="north", residences=(stay("ari", "north", "full-time"),))
    )

    values = facts.open["parents@ari"].values
    assert values[0] == ()
    assert values[-1] == ("*",)
    assert len(values) == 8
    for number in range(9):
        assert facts.grade(Tie(TieKind.PARENT, f"adult{number}", "ari"), {}) == 1


def test_five_candidates_have_a_value_each_and_nobody_is_left_to_share_one() -> None:
    people = tuple(person(f"adult{number}", "1980-01-01") for number in range(5))
    facts = read(case((person("ari", "2014-05-02"), *people)))

    asked = facts.open["parents@ari"]
    assert asked.values == ((), *((adult.id, "*") for adult in people))
    assert (asked.words[()], asked.words["adult0", "*"]) == ("nobody of the case", "adult0, perhaps with somebody else")
    for one in people:
        grades = {adult.id: parent_of(facts, adult.id, **{"parents@ari": (one.id, "*")}) for adult in people}
        assert grades == {adult.id: 3 if adult is one else 1 for adult in people}


def test_of_few_candidates_every_set_is_an_answer_in_its_own_words() -> None:
    facts = read(case((person("ari", "2014-05-02"), person("mia", "1980-01-01"), person("leo", "1980-01-01"))))

    assert sorted(facts.open["parents@ari"].words.values()) == ["leo", "leo and mia", "mia", "nobody of the case"]
    assert [parent_of(facts, who, **{"parents@ari": ("mia",)}) for who in ("mia", "leo")] == [3, 0]


def parent_of(facts, parent, **settled):
    return facts.grade(Tie(TieKind.PARENT, parent, "ari"), settled)


def test_a_few_people_known_by_name_alone_are_asked_about_one_by_one_and_many_together() -> None:
    few = read(case((person("ari", "2014-05-02"), *(person(f"guest{number}") for number in range(3)))))
    many = read(case((person("ari", "2014-05-02"), *(person(f"guest{number}") for number in range(30)))))

    assert {"homes@guest0", "homes@guest1", "homes@guest2"} <= set(few.open)
    assert set(many.open) == {"homes@*", "parents@*", "home@ari", "homes@ari", "parents@ari"}
    assert living(many, "guest17", "north") == 1
    assert living(many, "guest17", "north", **{"homes@*": False}) == 0
    assert "and 24 more" in many.open["homes@*"].asks


def test_a_relationship_of_unknown_kind_can_be_that_of_a_parent_only_if_ages_allow() -> None:
    people = (person("ari", "2014-05-02"), person("bo", "2012-01-01"), person("mia", "1986-01-20"))
    facts = read(case(people, homes="north", relationships=(kin("mia", "", "ari"), kin("bo", "", "ari"))))

    assert "parent" in facts.open["relationship@mia->ari"].values
    assert "parent" not in facts.open["relationship@bo->ari"].values


def test_whom_a_concern_is_about_is_open_for_each_person_and_worked_with_as_the_children_of_the_place() -> None:
    family = case(
        (person("ari", "2014-05-02"), person("bo", "2012-01-01"), person("mia", "1986-01-20")),
        residences=(
            stay("ari", "north", "full-time"),
            stay("bo", "south", "full-time"),
            stay("mia", "north", "full-time"),
        ),
        concerns=(ConcernEntry(id="c1", place="north"),),
    )
    facts = read(family)

    grades = {who: facts.grade(Tie(TieKind.ABOUT, "c1", who), {}) for who in ("ari", "bo", "mia")}
    assert grades == {"ari": 2, "bo": 1, "mia": 1}


@given(worlds(), st.data())
@settings(max_examples=80, deadline=None)
def test_the_order_of_lists_never_changes_anything(family, data) -> None:
    one, other = read(family), read(shuffled(family, data.draw))

    assert list(one.stated) == list(other.stated)
    assert list(one.open.items()) == list(other.open.items())
    assert list(one.needs.items()) == list(other.needs.items())


@given(worlds())
@settings(max_examples=80, deadline=None)
def test_what_is_worked_with_is_one_coherent_world(family) -> None:
    facts = read(family)
    working = {address: fact.working for address, fact in facts.open.items()}

    for tie in {**facts.stated, **facts.needs}:
        assert (facts.grade(tie, {}) >= 2) == (facts.grade(tie, working) == 3)


@given(worlds(), st.data())
@settings(max_examples=80, deadline=None)
def test_an_answer_never_unsays_what_is_certain_nor_brings_what_was_not_possible(family, data) -> None:
    facts = read(family)
    settled = {
        address: data.draw(st.sampled_from(fact.values))
        for address, fact in facts.open.items()
        if data.draw(st.booleans())
    }

    for tie in {**facts.stated, **facts.needs}:
        before, after = facts.grade(tie, {}), facts.grade(tie, settled)
        assert before < 3 or after == 3
        assert after == 0 or before > 0


def at_home(id, home, sleeps="", **more):
    return person(id, "2014-05-02", home=home, sleeps=sleeps, **more)


@pytest.mark.parametrize("home", list(Home))
def test_who_lives_in_no_home_or_elsewhere_is_not_asked_about_the_households(home) -> None:
    facts = read(case((at_home("ari", home),), homes="north south"))

    assert [address for address in facts.open if address.startswith("home")] == []
    assert living(facts, "ari", "north") == 0
    assert facts.grade(Tie(TieKind.LIVES_ELSEWHERE, "ari", "elsewhere"), {}) == (3 if home is Home.ELSEWHERE else 0)


def test_who_visits_and_lives_nobody_knows_where_may_live_in_any_other_household_or_elsewhere() -> None:
    visiting = (stay("ari", "north", "visits"),)
    said = read(case((at_home("ari", UNKNOWN),), homes="north south", residences=visiting))
    left_out = read(case((person("ari", "2014-05-02"),), homes="north south", residences=visiting))

    assert {"homes@ari", "home@ari"} <= set(said.open)
    assert (living(said, "ari", "south"), living(said, "ari", "north")) == (1, 0)
    assert living(left_out, "ari", "south") == 0


def test_who_sleeps_at_a_place_is_tied_to_it_and_who_sleeps_in_a_car_is_tied_to_nothing() -> None:
    places = (PlaceEntry(id="ward", kind=PlaceKind.HOSPITAL),)
    people = (at_home("ari", Home.NONE, "ward"), at_home("kit", Home.NONE, "a car"))

    facts = read(attrs.evolve(case(people), places=places))

    assert [tie for tie in facts.stated if tie.kind is TieKind.SLEEPS_AT] == [Tie(TieKind.SLEEPS_AT, "ari", "ward")]


def test_what_happened_at_a_place_happened_outside_every_household() -> None:
    places = (PlaceEntry(id="school", kind=PlaceKind.SCHOOL),)
    known, unknown = (
        ConcernEntry(id=id, about=("ari",), place=place) for id, place in (("c1", "school"), ("c2", UNKNOWN))
    )
    family = case((person("ari", "2014-05-02"),), residences=(stay("ari", "north", "full-time"),))

    facts = read(attrs.evolve(family, places=places, concerns=(known, unknown)))

    at_school, outside = Tie(TieKind.HAPPENED_AT, "c1", "school"), Tie(TieKind.HAPPENED_IN, "c1", "elsewhere")
    assert {at_school, outside} <= set(facts.stated)
    assert facts.open["place@c2"].values == ("north", "south", "school", "elsewhere")
    settled = {"place@c2": "school"}
    assert facts.grade(at_school._replace(start="c2"), settled) == 3
    assert facts.grade(outside._replace(start="c2"), settled) == 3


def test_who_stays_by_turns_is_part_time_there_until_it_is_known_how() -> None:
    rota = Rota(here=2, away=12)
    row = attrs.evolve(stay("ari", "north"), rota=rota)

    fact = read(case((person("ari", "2014-05-02"),), residences=(row,))).open["stay@ari@north"]

    assert list(fact.words.values()) == ["part-time", "by-choice", "visits"]
    assert fact.working == fact.values[0]


@pytest.mark.parametrize(
    ("died", "about", "asked"),
    [
        (True, ("ari",), False),
        (DAY - dt.timedelta(days=9), ("ari",), False),
        (DAY + dt.timedelta(days=9), ("ari",), True),
        (UNKNOWN, ("ari",), True),
        (False, ("ari",), True),
        (True, ("ari", "leo"), True),
        (True, UNKNOWN, True),
    ],
)
def test_nobody_asks_where_a_dead_parent_lives_or_whose_child_they_were(died, about, asked) -> None:
    facts = read(
        case(
            (person("ari", "2018-05-02"), person("leo", died=died), person("mia", "1986-01-20")),
            residences=(stay("ari", "north", "full-time"), stay("mia", "north", "full-time")),
            relationships=(kin("leo", "parent", "ari"), kin("mia", "parent", "ari")),
            concerns=(ConcernEntry(id="c1", about=about, place="north"),),
        )
    )

    questions = {"homes@leo", "parents@leo"}
    assert questions & set(facts.open) == (questions if asked else set())
    assert facts.grade(Tie(TieKind.PARENT, "leo", "ari"), {}) == 3
