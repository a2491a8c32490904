"""Rules that seldom apply: what goes along with a child's own event, a group led by a home without concerns."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import (
    RECEIVED,
    at,
    concern,
    decided,
    homes,
    notified,
    on_file,
    one_home,
    parents,
    people,
    reported,
    stays,
    told,
    two_homes,
)
from qld_matter import parts, roles

from cimscore.case import UNKNOWN, Case, ConcernEntry
from cimscore.reasoning.claims.told import Decided

OWN = "notification:north/kai"


def blamed(id: str, about: str, who: str) -> ConcernEntry:
    """Return a concern of the day of receipt, for which somebody is said to be responsible."""
    return attrs.evolve(concern(id, about, "north"), responsible=(who,), occurred=at(RECEIVED))


def siblings(*more: ConcernEntry, decisions: tuple[object, ...]) -> Case:
    """Return the case of Kai, who harmed Sam and has an event of his own, with more concerns."""
    return one_home(
        people=people(kai="2013-01-01", sam="2017-01-01", pa="1980-01-01"),
        residences=stays("kai north", "sam north", "pa north"),
        relationships=parents(pa="kai sam"),
        concerns=(blamed("c1", "kai", "pa"), blamed("c2", "sam", "kai"), *more),
        decisions=(
            *decisions,
            *(decided("repeats", each.id, False) for each in more),
            decided("concerns-relate", "sam@north", False),
        ),
    )


def concluded(found: Decided, id: str) -> set[tuple[object, ...]]:
    """Return of what a conclusion holds."""
    return {things for key, things in found.told if key == f"conclusion:{id}"}


@pytest.mark.parametrize(
    ("decisions", "record"), [(notified("c3"), OWN), (reported("c3"), "child-concern-report:north/kai")]
)
def test_what_is_said_of_somebody_beside_a_child_with_an_own_event_goes_along(
    decisions: tuple[object, ...], record: str
) -> None:
    both = blamed("c3", "kai pa", "pa")
    found = told(siblings(both, decisions=(*notified("c1 c2"), *decisions)))

    assert f"c3@pa: {record}" in parts(found)


@pytest.mark.parametrize(
    ("reading", "record"), [("a-record-each", "child-concern-report:north/kai"), ("the-notification", OWN)]
)
def test_by_the_other_reading_the_own_notification_takes_reported_concerns_along(reading: str, record: str) -> None:
    case = siblings(blamed("c3", "kai", "pa"), decisions=(*notified("c1 c2"), *reported("c3")))

    assert f"c3@kai: {record}" in parts(told(case, several_responses=reading))


def test_a_group_led_by_a_home_without_concerns_is_led_by_the_home_that_has_them() -> None:
    grouping = decided("more-than-one-notification", "case", (("north", "south"),))
    case = two_homes(concerns=(concern("c2", "ari", "south"),), decisions=(*notified("c2"), grouping))

    assert concluded(told(case), "document") == {("south", "south")}


@pytest.mark.parametrize("area", ["Brisbane", "Tweed Heads, New South Wales"])
def test_an_area_of_another_state_has_no_days_of_this_one(area: str) -> None:
    counted = concluded(told(one_home(households=homes(north=area))), "counted-at")

    assert counted == {("c1", "ari", UNKNOWN if "Wales" in area else area)}


@pytest.mark.parametrize(("relate", "expected"), [(True, {("c2", "sam"), ("c2", "kai")}), (False, {("c2", "sam")})])
def test_a_concern_is_a_part_of_a_child_with_an_own_event_to_whom_it_only_relates(
    relate: bool, expected: set[tuple[str, str]]
) -> None:
    case = siblings(decisions=(*notified("c2"), decided("concerns-relate", "kai@north", relate)))
    alone = attrs.evolve(case, concerns=case.concerns[1:])

    assert concluded(told(alone), "part") == expected


def test_what_repeats_another_concern_of_the_intake_is_headed_with_where_that_one_is_recorded() -> None:
    concerns = (concern("c1", "ari", "north"), concern("c2", "ari", "north"))
    case = one_home(concerns=concerns, decisions=(*notified("c1 c2"), decided("repeats", "c2", True)))

    said = concluded(told(case), "duties-duplicate")

    assert [things for things in said if "c1" in things]


@pytest.mark.parametrize(("third", "named"), [(True, {"c1"}), (False, set())])
def test_of_several_calls_about_one_incident_the_first_is_named(third: bool, named: set[str]) -> None:
    concerns = tuple(concern(id, "ari", "north") for id in ("c1", "c2", "c3"))
    answers = (decided("repeats", "c2", True), decided("repeats", "c3", third))

    found = told(one_home(concerns=concerns, decisions=(*notified("c1 c2 c3"), *answers)))

    headed = [tuple(map(str, things)) for things in concluded(found, "duties-duplicate")]
    of_the_third = {thing for things in headed if "child-concern-report:c3" in things for thing in things}
    assert of_the_third & {"c1", "c2"} == named


def test_a_call_that_is_like_a_repeated_one_alone_names_that_one() -> None:
    by = [("c1", "mia"), ("c2", "mia leo"), ("c3", "leo")]
    concerns = tuple(attrs.evolve(concern(id, "ari", "north"), responsible=tuple(who.split())) for id, who in by)
    answers = (decided("repeats", "c2", True), decided("repeats", "c3", True))
    more = people(ari="2014-05-02", mia="1986-01-20", leo="1984-09-09")

    found = told(one_home(people=more, concerns=concerns, decisions=(*notified("c1 c2 c3"), *answers)))

    headed = [tuple(map(str, things)) for things in concluded(found, "duties-duplicate")]
    assert {thing for things in headed if "child-concern-report:c3" in things for thing in things} & {"c1", "c2"} == {
        "c2"
    }


@pytest.mark.parametrize(
    ("lives", "in_the_north"), [("kai south", set()), ("kai south part-time,kai north part-time", {"other child"})]
)
def test_who_was_recorded_and_harmed_another_child_has_a_part_where_they_live_and_where_it_is_told(
    lives: str, in_the_north: set[str]
) -> None:
    case = two_homes(
        people=people(ari="2014-05-02", kai="2013-01-01", bo="2016-01-01", mia="1986-01-20", leo="1984-09-09"),
        residences=(*stays("ari north", "bo south", "mia north", "leo south"), *stays(*lives.split(","))),
        relationships=parents(mia="ari", leo="kai bo"),
        concerns=(concern("c1", "ari", "north"), attrs.evolve(concern("c2", "bo", "south"), responsible=("kai",))),
        decisions=(*notified("c1 c2"), decided("concerns-relate", "kai@north", False)),
        records=(on_file("EV-1", "notification", {"kai": "subject child"}, "", close="2025-01-20"),),
    )
    found = told(case)

    assert roles(found, "notification:south")["kai"] == {"other child"}
    assert roles(found, "notification:north").get("kai", set()) == in_the_north
