"""A condition is a value: one text however it was written, no truth of its own, and refused where it says nothing."""

from __future__ import annotations

import operator
import random

import pytest
from random_conditions import child, concern, home, other_child, other_home, person, random_condition

from cimscore.rules import (
    AuthorError,
    Comparison,
    Concern,
    File,
    Household,
    Person,
    Record,
    Value,
    at_least,
    every,
    same,
    some,
)
from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import And, Condition, Not, Or, Some
from cimscore.rules.vocabulary import is_about, is_unborn, lives_in, occurred, visits

LIVES, VISITS, ABOUT, UNBORN = lives_in(child, home), visits(child, home), is_about(concern, child), is_unborn(child)


def earlier(one: int, other: int) -> bool:
    return one < other


def later(one: int, other: int) -> bool:
    return one > other


# One text.


@pytest.mark.parametrize("join", [operator.and_, operator.or_])
def test_the_order_and_nesting_of_operands_changes_nothing(join) -> None:
    ways = [
        join(join(LIVES, VISITS), ABOUT),
        join(LIVES, join(ABOUT, VISITS)),
        join(ABOUT, join(LIVES, join(VISITS, LIVES))),
    ]

    assert len(set(ways)) == 1
    assert len({way.text for way in ways}) == 1


def test_parts_stand_in_the_order_of_their_texts_each_once() -> None:
    joined = LIVES & VISITS & ABOUT & LIVES

    assert isinstance(joined, And)
    assert [part.text for part in joined.parts] == sorted({LIVES.text, VISITS.text, ABOUT.text})


@pytest.mark.parametrize("join", [operator.and_, operator.or_])
def test_a_condition_joined_with_itself_is_itself(join) -> None:
    assert join(LIVES, LIVES) is LIVES


def test_a_denial_denied_is_what_was_denied() -> None:
    assert ~~LIVES is LIVES


def kinds_of(base: type) -> set[type]:
    """Return every kind of conditions, or of predicates."""
    return {kind for below in base.__subclasses__() for kind in (below, *kinds_of(below))}


@pytest.mark.parametrize("base", [Condition, Predicate])
def test_no_kind_says_for_itself_when_two_are_the_same(base: type) -> None:
    """Two conditions of one text are one, and two predicates of one key, whatever else they hold."""
    assert len(kinds_of(base)) >= 8
    assert [kind for kind in kinds_of(base) if (kind.__eq__, kind.__hash__) != (base.__eq__, base.__hash__)] == []


def test_every_kind_of_condition_is_shown_by_its_text() -> None:
    own = [kind for kind in kinds_of(Condition) if kind.__module__.startswith("cimscore.")]

    assert [kind for kind in own if kind.__repr__ is not Condition.__repr__] == []


def test_and_is_not_or() -> None:
    assert LIVES & VISITS != LIVES | VISITS


def test_a_text_tells_which_term_stands_where() -> None:
    ways = [lives_in(child, home), lives_in(person, home), lives_in("flo", home), lives_in(child, "north")]

    assert len({way.text for way in ways}) == 4


def test_some_of_several_is_one_whatever_their_order() -> None:
    part = lives_in(person, home) & is_about(concern, person)

    assert some((person, home), part) == some((home, person), part)


def test_every_is_no_one_without() -> None:
    assert every(person, lives_in(person, home), is_unborn(person)) == ~some(
        person, lives_in(person, home) & ~is_unborn(person)
    )


def test_an_equality_reads_the_same_from_both_sides() -> None:
    assert same(child, person) == same(person, child)


@pytest.mark.parametrize("seed", range(60))
def test_random_conditions_have_one_text_in_every_order(seed: int) -> None:
    chance = random.Random(seed)
    condition = random_condition(chance, depth=4)

    assert {_shuffled(condition, chance).text for _ in range(5)} == {condition.text}


def _shuffled(condition: Condition, chance: random.Random) -> Condition:
    match condition:
        case And(parts=parts) | Or(parts=parts):
            mixed = [_shuffled(part, chance) for part in chance.sample(parts, len(parts))]
            whole = mixed[0]
            for part in mixed[1:]:
                whole = whole & part if isinstance(condition, And) else whole | part
            return whole
        case Not(part=part):
            return ~_shuffled(part, chance)
        case Some(things=things, part=part):
            return Some(things, _shuffled(part, chance))
        case _:
            return condition


# No truth of its own.


@pytest.mark.parametrize(
    "write",
    [
        lambda: LIVES and VISITS,
        lambda: LIVES or VISITS,
        lambda: not LIVES,
        lambda: 1 if LIVES else 2,
        lambda: any([LIVES]),
        lambda: all([LIVES]),
        lambda: bool(LIVES & VISITS),
        lambda: bool(~LIVES),
        lambda: bool(some(child, LIVES)),
    ],
    ids=["and", "or", "not", "if", "any", "all", "bool of &", "bool of ~", "bool of some"],
)
def test_python_cannot_ask_whether_a_condition_is_true(write) -> None:
    with pytest.raises(AuthorError, match="a condition has no truth of its own"):
        write()


def test_a_predicate_without_its_things_is_no_condition() -> None:
    with pytest.raises(AuthorError, match="lives_in"):
        bool(lives_in)
    with pytest.raises(AuthorError, match="of which things"):
        LIVES & visits
    with pytest.raises(TypeError):
        visits & LIVES


@pytest.mark.parametrize("other", [True, None, "yes", 1])
def test_only_conditions_can_be_joined(other) -> None:
    with pytest.raises(AuthorError, match="which is no condition"):
        LIVES & other


# Refused at once.


@pytest.mark.parametrize(
    "write",
    [
        lambda: LIVES & ~LIVES,
        lambda: LIVES | ~LIVES,
        lambda: ~VISITS & LIVES & VISITS,
        lambda: (LIVES & VISITS) | ~(VISITS & LIVES),
    ],
)
def test_a_condition_and_its_opposite_are_refused(write) -> None:
    with pytest.raises(AuthorError, match="opposite"):
        write()


@pytest.mark.parametrize(
    ("write", "says"),
    [
        (lambda: lives_in(home, child), "'home', a household; expected a person"),
        (lambda: is_about(child, concern), "'child', a person; expected a concern"),
        (lambda: lives_in(child, concern), "'concern', a concern; expected a household"),
        (lambda: lives_in(child, 2.5), "'2.5', a float"),
        (lambda: lives_in(child), "1 thing; expected 2: person, household"),
        (lambda: lives_in(child, home, home), "3 things; expected 2"),
    ],
)
def test_a_thing_of_another_kind_is_refused_where_it_is_written(write, says: str) -> None:
    with pytest.raises(AuthorError) as refused:
        write()

    assert says in str(refused.value)


def test_a_value_place_takes_any_constant() -> None:
    assert occurred(concern, 2.5).free == {concern}


def test_two_variables_of_one_name_cannot_stand_in_one_condition() -> None:
    """They would have one text, and a reader could not tell them apart."""
    thing, same_word = Person("someone"), Household("someone")

    with pytest.raises(AuthorError, match="someone"):
        lives_in(thing, same_word)
    with pytest.raises(AuthorError, match="someone"):
        lives_in(thing, home) & lives_in(child, same_word)
    with pytest.raises(AuthorError, match="moment"):
        occurred(concern, Value("moment", int)) & occurred(concern, Value("moment", str))


def test_some_speaks_of_its_thing() -> None:
    with pytest.raises(AuthorError, match="person stands nowhere"):
        some(person, LIVES)


# Words for variables.


def test_a_variable_is_a_word() -> None:
    with pytest.raises(AuthorError, match="one or two letters"):
        Person("p")


def test_other_says_than_whom() -> None:
    with pytest.raises(AuthorError, match="other_than"):
        Household("other home")


def test_some_other_thing_is_never_the_thing_itself() -> None:
    said = some(other_home, lives_in(child, other_home))

    assert said == some(other_home, lives_in(child, other_home) & ~same(other_home, home))
    assert said.free == {child, home}


def test_every_other_leaves_out_the_thing_itself() -> None:
    said = every(other_child, lives_in(other_child, home), is_unborn(other_child))

    assert said == ~some(other_child, lives_in(other_child, home) & ~is_unborn(other_child))
    assert child in said.free


def test_variables_of_one_kind_and_word_are_one() -> None:
    assert Concern("concern") == concern
    assert Concern("concern") != Person("concern")


# Comparisons.


def test_two_comparisons_have_two_texts() -> None:
    assert Comparison("{0} [is] before {1}", earlier)(1, 2) != Comparison("{0} [is] after {1}", later)(1, 2)


@pytest.mark.parametrize("function", [lambda one, other: one < other, operator.lt, "earlier"])
def test_a_comparison_takes_a_function_of_a_module(function) -> None:
    """Another could be neither digested nor pickled, and two lambdas of one module would have one text."""
    with pytest.raises(AuthorError, match="function of a module"):
        Comparison("{0} [is] before {1}", function)


def test_a_comparison_has_a_sentence_with_its_verb_marked() -> None:
    with pytest.raises(AuthorError, match="marked verbs"):
        Comparison("{0} is before {1}", earlier)


def test_a_comparison_takes_as_many_values_as_its_function() -> None:
    is_before = Comparison("{0} [is] before {1}", earlier)
    with pytest.raises(AuthorError, match=r"found 1 value for earlier\(.*\) -> .*; expected as many as it takes"):
        is_before(1)
    with pytest.raises(AuthorError, match="found 3 values for earlier"):
        is_before(1, 2, 3)


def test_an_attribute_of_a_record_is_a_thing_of_its_kind() -> None:
    record = Record("record")
    kinds = {"home": Household, "concern": Concern, "file": File, "person": Person, "child": Person}
    for name, kind in kinds.items():
        attribute = getattr(record, name)
        assert (attribute.record, attribute.name, attribute.kind) == (record, name, kind)
        assert str(attribute) == f"record.{name}"


def test_one_of_a_group_is_the_fewest_that_can_be_asked_for() -> None:
    assert at_least(1, home, LIVES).free == {child}
    with pytest.raises(AuthorError, match="1 or more"):
        at_least(0, home, LIVES)


def test_two_relations_are_not_one_though_both_take_the_same_things() -> None:
    assert lives_in != visits


def test_a_predicate_shows_what_it_asks_and_not_where_it_was_written() -> None:
    assert "written" not in repr(is_about)


def test_a_number_of_things_says_how_many_are_missing() -> None:
    with pytest.raises(AuthorError, match="found 1 thing; expected 2"):
        lives_in(child)
    with pytest.raises(AuthorError, match="found 3 things; expected 2"):
        lives_in(child, home, home)


def test_some_is_of_a_condition_and_not_of_what_python_compares() -> None:
    with pytest.raises(AuthorError, match=r"two values are compared by same\(…\), never by =="):
        some(other_child, child == other_child)  # type: ignore[arg-type]
