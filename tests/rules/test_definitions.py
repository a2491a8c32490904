"""A definition has a sentence for its identity, speaks of all its things and of no other, and may list them."""

from __future__ import annotations

import pytest
from small_programs import there_and_back

from cimscore.reasoning.compiling.modes import Mode, mode_of
from cimscore.rules import AuthorError, Defined, Household, Person, same, some
from cimscore.rules.families import child, home, other_home, parent, person
from cimscore.rules.vocabulary import is_home, is_parent_of, is_person, is_unborn, lives_in, visits

SAYS = "{child} [lives] in {home}"


def test_a_definition_speaks_of_nothing_that_it_does_not_name() -> None:
    with pytest.raises(AuthorError, match="person is free"):
        Defined((child, home), SAYS, lives_in(child, home) & visits(person, home))


def test_a_definition_names_nothing_that_it_does_not_speak_of() -> None:
    with pytest.raises(AuthorError, match="says nothing of home"):
        Defined((child, home), SAYS, is_unborn(child))


@pytest.mark.parametrize("says", ["{child} [lives] here", "{child} [lives] in {home} with {person}"])
def test_the_sentence_has_a_place_for_each_thing_and_no_other(says: str) -> None:
    with pytest.raises(AuthorError, match="place for"):
        Defined((child, home), says, lives_in(child, home))


def test_a_definition_is_known_by_its_sentence() -> None:
    one, other = Defined((child, home), SAYS, lives_in(child, home)), Defined((child, home), SAYS, visits(child, home))

    assert one == other
    assert one(child, home) == other(child, home)
    assert Defined((child, home), "{child} [visits] {home}", visits(child, home)) != one


def test_a_definition_takes_things_of_its_kinds() -> None:
    lives = Defined((child, home), SAYS, lives_in(child, home))

    assert lives(person, other_home).free == {person, other_home}
    with pytest.raises(AuthorError, match="'home', a household"):
        lives(home, child)
    with pytest.raises(AuthorError, match="expected 2: child, home"):
        lives(child)


def test_things_that_differ_by_name_differ_in_fact() -> None:
    both = Defined(
        (child, home, other_home),
        "{child} [lives] in {home} beside {other home}",
        lives_in(child, home) & lives_in(child, other_home),
    )

    assert both.condition == lives_in(child, home) & lives_in(child, other_home) & ~same(home, other_home)


@pytest.mark.parametrize(
    ("condition", "mode"),
    [
        (lives_in(child, home) & ~visits(child, home), Mode.LISTED),
        (lives_in(child, home) | visits(child, home), Mode.LISTED),
        (~lives_in(child, home) & ~visits(child, home), Mode.DENIED),
        (~(lives_in(child, home) & visits(child, home)), Mode.DENIED),
        (lives_in(child, home) | ~visits(child, home), Mode.DENIED),
        (is_unborn(child) & ~lives_in(child, home), Mode.LOOKED_UP),
        (is_unborn(child) | lives_in(child, home), Mode.LOOKED_UP),
        (~some(parent, is_parent_of(parent, child) & lives_in(parent, home)), Mode.DENIED),
    ],
)
def test_how_it_is_held_follows_from_what_it_lists(condition, mode: Mode) -> None:
    """Listed where its condition lists all of its things, or listed where it does not hold, or asked thing by thing."""
    assert mode_of(Defined((child, home), SAYS, condition)) is mode


def test_a_definition_of_nothing_is_a_condition_of_the_case() -> None:
    anybody = Defined((), "somebody [is] unborn", some(person, is_person(person) & is_unborn(person)))

    assert anybody().free == frozenset()
    assert mode_of(anybody) is Mode.LISTED


def test_a_definition_is_no_condition_by_itself() -> None:
    lives = Defined((child, home), SAYS, lives_in(child, home))

    with pytest.raises(AuthorError, match="its things"):
        bool(lives)
    with pytest.raises(AuthorError, match="of which things"):
        is_home(home) & lives


def test_a_definition_says_where_it_was_written() -> None:
    assert str(Defined((child, home), SAYS, lives_in(child, home)).written).startswith("test_definitions.py:")


def test_definitions_and_conditions_cross_a_process() -> None:
    lives = Defined((child, home), SAYS, lives_in(child, home) & ~visits(child, home))
    condition = some(child, lives(child, home)) | ~is_home(home)
    back = there_and_back(condition)

    assert back == condition
    assert back.free == {home}
    assert there_and_back(lives).condition == lives.condition


def test_names_tell_kinds_apart() -> None:
    with pytest.raises(AuthorError, match="someone"):
        Defined((Person("someone"), Household("someone")), "{someone} [is] here", lives_in(child, home))
