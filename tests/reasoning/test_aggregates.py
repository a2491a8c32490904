"""Aggregates over graded members: certain is so in every world, provisional in the working one, no in none."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from hypothesis import given
from hypothesis import strategies as st
from small_runs import ZONE

from cimscore.calendars import Due
from cimscore.reasoning.aggregates import aggregated
from cimscore.rules import Concern, Household, Person, Value
from cimscore.rules.conditions.aggregates import AddsUp, Aggregate, AtLeast, Earliest, NoLater, NotOutranked
from cimscore.rules.vocabulary import lives_in, occurred

child, home, concern, moment = Person("child"), Household("home"), Concern("concern"), Value("moment", object)
points = Value("points", int)
LIVES, OCCURRED = lives_in(child, home), occurred(concern, moment)
RANKS: Final = ("first", "second", "third")
GRADES: Final = st.integers(1, 3)
Members = Mapping[object, int]


def due(earliest: int, latest: int) -> Due:
    start = dt.datetime(2025, 3, 1, tzinfo=ZONE)
    return Due(earliest=start + dt.timedelta(days=earliest), latest=start + dt.timedelta(days=latest), zone=ZONE)


DUES: Final = st.tuples(st.integers(0, 4), st.integers(0, 2)).map(lambda each: due(each[0], each[0] + each[1]))


def worlds(members: Members) -> Iterator[frozenset[object]]:
    """Yield every world: the certain members, and any of the others."""
    certain = [member for member, grade in members.items() if grade == 3]
    others = [member for member, grade in members.items() if grade < 3]
    for size in range(len(others) + 1):
        for taken in itertools.combinations(others, size):
            yield frozenset([*certain, *taken])


def working(members: Members) -> frozenset[object]:
    return frozenset(member for member, grade in members.items() if grade >= 2)


def hold_to_the_worlds(aggregate: Aggregate, members: Members, holds: Callable[[frozenset, object], bool]) -> None:
    found = aggregated(aggregate, {("group", member): grade for member, grade in members.items()})
    for member in members:
        grade = found.grade(("group", member))

        assert (grade == 3) <= all(holds(world, member) for world in worlds(members))
        assert (grade == 0) <= (not any(holds(world, member) for world in worlds(members)))
        assert (grade >= 2) == holds(working(members), member)


@given(st.dictionaries(st.sampled_from("abcdef"), GRADES, max_size=6), st.integers(1, 4))
def test_at_least_so_many(members: Members, number: int) -> None:
    rows = {("group", member): grade for member, grade in members.items()}
    grade = aggregated(AtLeast(child, LIVES, number), rows).grade(("group",))
    enough = [len(world) >= number for world in worlds(members)]

    assert (grade == 3) == all(enough)
    assert (grade == 0) == (not any(enough))
    assert (grade >= 2) == (len(working(members)) >= number)


@given(st.dictionaries(st.sampled_from("abcdef"), st.tuples(st.integers(0, 5), GRADES), max_size=6), st.integers(1, 9))
def test_points_come_to_a_number_by_what_is_held_as_surely(scored: Mapping[str, tuple[int, int]], number: int) -> None:
    rows = {("group", member, points): grade for member, (points, grade) in scored.items()}
    condition = lives_in(child, home) & occurred(concern, points)
    grade = aggregated(AddsUp(child, condition, number, points), rows).grade(("group",))
    members = {member: grade for member, (_, grade) in scored.items()}

    def enough(world: frozenset[object]) -> bool:
        return sum(points for member, (points, _) in scored.items() if member in world) >= number

    assert (grade == 3) == all(map(enough, worlds(members)))
    assert (grade == 0) == (not any(map(enough, worlds(members))))
    assert (grade >= 2) == enough(working(members))


def test_of_several_points_of_a_member_those_count_that_are_held_as_surely() -> None:
    rows = {("group", "a", 8): 3, ("group", "b", 1): 3, ("group", "b", 4): 1}
    summed = [
        AddsUp(child, lives_in(child, home) & occurred(concern, points), number, points) for number in (9, 12, 13)
    ]

    assert [aggregated(each, rows).grade(("group",)) for each in summed] == [3, 1, 0]


@given(st.dictionaries(DUES, GRADES, min_size=1, max_size=5))
def test_the_earliest_is_the_one_that_none_is_certainly_before(members: Members) -> None:
    def holds(world: frozenset, member: Due) -> bool:
        return member in world and not any(other.latest < member.earliest for other in world)

    hold_to_the_worlds(Earliest(moment, OCCURRED), members, holds)


@given(st.dictionaries(st.sampled_from(("first", "second", "third", "none")), GRADES, min_size=1))
def test_what_is_not_outranked_has_none_before_it_in_the_order(members: Members) -> None:
    """What has no rank outranks nothing, and nothing outranks it."""

    def holds(world: frozenset, member: str) -> bool:
        before = RANKS[: RANKS.index(member)] if member in RANKS else ()
        return member in world and world.isdisjoint(before)

    hold_to_the_worlds(NotOutranked(moment, OCCURRED, RANKS), members, holds)


@given(st.dictionaries(DUES, GRADES, min_size=1, max_size=5))
def test_the_earliest_can_be_no_later_than_what_is_told(members: Members) -> None:
    found = aggregated(NoLater(moment, OCCURRED), {("group", member): grade for member, grade in members.items()})
    told = {member: found.grade(("group", member)) for member in members}

    for member in (member for member, grade in told.items() if grade == 3):
        assert all(min(other.latest for other in world) <= member.latest for world in worlds(members))
    for member in (member for member, grade in told.items() if grade >= 2):
        assert min(other.latest for other in working(members)) <= member.latest
    assert any(grade == 3 for grade in told.values()) == (3 in members.values())


@given(st.dictionaries(st.sampled_from("abc"), GRADES), st.dictionaries(st.sampled_from("abc"), GRADES))
def test_groups_do_not_touch_each_other(one: Members, other: Members) -> None:
    rows = {("one", member): grade for member, grade in one.items()}
    both = {**rows, **{("other", member): grade for member, grade in other.items()}}
    two = AtLeast(child, LIVES, 2)

    assert aggregated(two, both).grade(("one",)) == aggregated(two, rows).grade(("one",))
