"""Other terms in the place of variables: only where these are free, and never caught by a `some` on the way."""

from __future__ import annotations

import random

import pytest
from random_conditions import GIVEN, child, concern, home, random_condition

from cimscore.rules import Household, Person, Record, RecordName, every, same, some
from cimscore.rules.conditions.substitution import substituted
from cimscore.rules.families import other_home, parent, person
from cimscore.rules.vocabulary import is_about, is_home, is_parent_of, is_unborn, lives_in, record_has_moved, visits

record, other_record = Record("record"), Record("second record")


def test_a_free_variable_is_replaced_everywhere() -> None:
    condition = lives_in(child, home) & ~visits(child, home) | is_unborn(child)

    assert substituted(condition, {child: person}) == lives_in(person, home) & ~visits(person, home) | is_unborn(person)


def test_a_constant_may_stand_for_a_variable() -> None:
    assert substituted(lives_in(child, home), {child: "flo", home: "north"}).text == (
        "relation:lives-in('flo', 'north')"
    )


def test_what_a_some_binds_stays_its_own() -> None:
    condition = is_unborn(child) & some(child, lives_in(child, home))

    assert substituted(condition, {child: person}) == is_unborn(person) & some(child, lives_in(child, home))


def test_a_replacement_is_not_caught_by_a_some() -> None:
    """To say of the other home that somebody lives in it and in some other is not to say it of one home alone."""
    both = some(person, lives_in(person, home) & is_parent_of(person, child))
    said = substituted(both, {child: person})

    assert said.free == {home, person}
    assert said != some(person, lives_in(person, home) & is_parent_of(person, person))


def test_an_equality_and_a_comparison_are_replaced_too() -> None:
    assert substituted(same(child, person), {person: parent}) == same(child, parent)
    assert substituted(every(home, lives_in(child, home), is_home(home)), {child: parent}) == every(
        home, lives_in(parent, home), is_home(home)
    )


def test_an_attribute_follows_its_record() -> None:
    condition = record_has_moved(record, "open") & lives_in(child, record.home)

    assert substituted(condition, {record: other_record}) == record_has_moved(other_record, "open") & lives_in(
        child, other_record.home
    )
    assert substituted(lives_in(child, record.home), {record: RecordName("note", "household", "north")}) == lives_in(
        child, "north"
    )


def test_parts_are_put_in_order_again() -> None:
    condition = lives_in(child, home) & lives_in(parent, home)
    swapped = substituted(condition, {child: Person("zoe"), parent: Person("ann")})

    assert swapped == lives_in(Person("ann"), home) & lives_in(Person("zoe"), home)


@pytest.mark.parametrize("seed", range(40))
def test_there_and_back_is_where_it_began(seed: int) -> None:
    condition = random_condition(random.Random(seed), depth=4)
    away = {variable: type(variable)(f"far {variable.name}") for variable in GIVEN}
    back = {new: old for old, new in away.items()}
    there = substituted(condition, away)

    assert there.free == {away[variable] for variable in condition.free}
    assert substituted(there, back) == condition


def test_things_that_it_does_not_speak_of_change_nothing() -> None:
    condition = some(other_home, lives_in(child, other_home)) & is_about(concern, child)

    assert substituted(condition, {Household("far home"): home}) == condition
