"""Which things a condition lists, and what is refused because nothing positive lists it within the same `some`."""

from __future__ import annotations

import pytest

from cimscore.case import Moment
from cimscore.rules import Comparison, Record, RecordKind, Value, every, same, some
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.listing import listed, unlisted
from cimscore.rules.families import child, home, other_home, parent, person
from cimscore.rules.vocabulary import (
    age_at_least,
    is_home,
    is_parent_of,
    is_person,
    is_unborn,
    lives_in,
    occurred,
    record_has_moved,
    visits,
)

record = Record("record")
age, moment, move = Value("age", int), Value("moment", Moment), Value("move", str)
NOTE = RecordKind("note", "note about {home}")


def is_sooner(one: Moment, other: Moment) -> bool:
    return one < other


sooner = Comparison("{0} [is] before {1}", is_sooner)


def in_words(value: Condition | set[str]) -> str:
    """The same name in each process: a set of words has no order of its own."""
    return " and ".join(sorted(value)) or "nothing" if isinstance(value, set) else str(value)


def names(variables) -> set[str]:
    return {variable.name for variable in variables}


@pytest.mark.parametrize(
    ("condition", "found"),
    [
        (lives_in(child, home), {"child", "home"}),
        (lives_in("flo", home), {"home"}),
        (lives_in(child, home) & is_unborn(child), {"child", "home"}),
        (lives_in(child, home) | visits(child, home), {"child", "home"}),
        (lives_in(child, home) | is_unborn(child), {"child"}),
        (lives_in(child, home) | is_unborn(person), set()),
        (~lives_in(child, home), set()),
        (~(~lives_in(child, home) | is_unborn(child)), {"child", "home"}),
        (~(~lives_in(child, home) & ~visits(child, home)), {"child", "home"}),
        (~(lives_in(child, home) & visits(child, home)), set()),
        (some(home, lives_in(child, home)), {"child"}),
        (~some(home, lives_in(child, home)), set()),
        (every(home, lives_in(child, home), is_home(home)), set()),
        (age_at_least(child, age), set()),
        (age_at_least(child, 18), {"child"}),
        (sooner(moment, moment), set()),
        (same(child, person), set()),
        (same(child, "flo"), {"child"}),
        (same("flo", child) | is_person(child), {"child"}),
        (~same(child, "flo"), set()),
        (is_person(child) & same(child, person), {"child", "person"}),
        (same(child, person) & some(home, lives_in(person, home) & ~visits(child, home)), {"child", "person"}),
        (same(record.home, home), set()),
        (record_has_moved(record, move) & same(record.home, home), {"record", "move", "home"}),
        (lives_in(child, record.home), set()),
        (record_has_moved(record, move) & lives_in(child, record.home), {"record", "move", "child"}),
        (NOTE(record), set()),
    ],
    ids=in_words,
)
def test_what_is_listed(condition: Condition, found: set[str]) -> None:
    assert names(listed(condition)) == found


def test_what_is_known_already_helps_to_list() -> None:
    assert names(listed(age_at_least(child, age), frozenset({age}))) == {"age", "child"}
    assert names(listed(same(record.home, home), frozenset({record}))) == {"record", "home"}
    assert names(listed(same(child, person), frozenset({person}))) == {"child", "person"}


@pytest.mark.parametrize(
    ("condition", "missing"),
    [
        (lives_in(child, home) & ~visits(child, home), set()),
        (lives_in(child, home) & ~visits(person, home), {"person"}),
        (is_home(home) & some(person, ~lives_in(person, home)), {"person"}),
        (is_home(home) & ~some(person, ~lives_in(person, home)), {"person"}),
        (is_home(home) & some(person, is_person(person) & ~lives_in(person, home)), set()),
        (is_person(person) & is_home(home) & some(child, ~lives_in(child, home) & lives_in(person, home)), {"child"}),
        (is_home(home) & some(person, lives_in(person, home) | is_unborn(child)), {"child", "person"}),
        (is_home(home) & every(person, lives_in(person, home), is_unborn(person)), set()),
        (is_home(home) & some(child, lives_in(child, home) & some(parent, ~is_parent_of(parent, child))), {"parent"}),
        (is_home(home) & (is_unborn(child) | some(child, lives_in(child, home))), {"child"}),
        (is_unborn(child) & age_at_least(child, age), {"age"}),
        (some(child, age_at_least(child, age)), {"age"}),
        (occurred("c1", moment) & sooner(moment, Value("other", Moment)), {"other"}),
        (some(other_home, lives_in(child, other_home)), {"home"}),
        (
            (lives_in(child, home) | lives_in(child, home) & same(child, person)) & same(child, person),
            {"child", "home", "person"},
        ),
    ],
    ids=in_words,
)
def test_what_nothing_positive_lists_in_the_same_some(condition: Condition, missing: set[str]) -> None:
    assert names(unlisted(condition)) == missing


def test_what_is_given_need_not_be_listed() -> None:
    assert unlisted(~lives_in(child, home), frozenset({child, home})) == ()
    assert names(unlisted(~lives_in(child, home) & some(person, ~visits(person, home)), frozenset({child, home}))) == {
        "person"
    }
