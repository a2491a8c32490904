"""Loops, walk and laws give every tuple the same grade, whatever the condition and the relations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from small_runs import CONCERNS, HOMES, PEOPLE, bound, by_law, run_over

from cimscore.reasoning.compiling.joins import listing, look_up
from cimscore.reasoning.compiling.modes import Mode, mode_of
from cimscore.reasoning.graded import Graded
from cimscore.reasoning.reasons.walking import bindings, grade_of
from cimscore.rules import (
    AuthorError,
    Concern,
    Defined,
    Household,
    Person,
    Question,
    Record,
    RecordKind,
    RecordName,
    Value,
    every,
    same,
    some,
)
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.listing import listed, unlisted
from cimscore.rules.conditions.predicates import Relation
from cimscore.rules.conditions.things import Variable
from cimscore.rules.vocabulary import (
    happened_in,
    is_about,
    is_concern,
    is_home,
    is_parent_of,
    is_person,
    is_unborn,
    lives_in,
    record_has_moved,
    visits,
)

child, person, other_child = Person("child"), Person("person"), Person("other child", other_than=Person("child"))
home, other_home, concern = Household("home"), Household("other home", other_than=Household("home")), Concern("concern")
VARIABLES: Final = (child, person, other_child, home, other_home, concern)
SAME: Final = (
    (child, person), (other_child, person), (home, other_home), (child, PEOPLE[0]), (HOMES[-1], home),
)  # fmt: skip

is_housed = Defined((child, home), "{child} [is] housed in {home}", lives_in(child, home) | visits(child, home))
is_away = Defined((child, home), "{child} [is] away from {home}", ~lives_in(child, home) & ~visits(child, home))
is_alone = Defined(
    (child, home), "{child} [is] alone in {home}", is_unborn(child) & ~some(person, lives_in(person, home))
)
is_touched = Defined(
    (concern, home),
    "{concern} [reaches] {home} by somebody",
    some(child, is_about(concern, child) & is_housed(child, home) & ~is_away(child, home)) | happened_in(concern, home),
)
DEFINITIONS: Final = (is_housed, is_away, is_alone, is_touched)
RELATIONS: Final[Mapping[Relation, tuple[tuple[str, ...], ...]]] = {
    is_unborn: (PEOPLE,),
    lives_in: (PEOPLE, HOMES),
    visits: (PEOPLE, HOMES),
    is_parent_of: (PEOPLE, PEOPLE),
    is_about: (CONCERNS, PEOPLE),
    happened_in: (CONCERNS, HOMES),
}
WHOLE: Final = {
    is_person.key: Graded({(each,): 3 for each in PEOPLE}),
    is_home.key: Graded({(each,): 3 for each in HOMES}),
    is_concern.key: Graded({(each,): 3 for each in CONCERNS}),
}
_GUARDS: Final = {Person: is_person, Household: is_home, Concern: is_concern}


@st.composite
def worlds(draw: st.DrawFn) -> Mapping[str, Graded]:
    """Random grades for every tuple of every relation; most of them no."""
    grades = st.sampled_from((0, 0, 0, 1, 2, 3))
    found = dict(WHOLE)
    for relation, kinds in RELATIONS.items():
        rows = [(one,) for one in kinds[0]] if len(kinds) == 1 else [(one, two) for one in kinds[0] for two in kinds[1]]
        graded = {row: draw(grades) for row in rows}
        found[relation.key] = Graded({row: grade for row, grade in graded.items() if grade})
    return found


def guard(variable: Variable) -> Condition:
    return _GUARDS[type(variable)](variable)


@st.composite
def singles(draw: st.DrawFn) -> Condition:
    """A condition that asks one thing."""
    asked = draw(st.sampled_from((*RELATIONS, *DEFINITIONS)))
    kinds = [each if isinstance(each, type) else type(each) for each in asked.columns]
    terms = [draw(st.sampled_from([each for each in VARIABLES if isinstance(each, kind)])) for kind in kinds]
    return asked(*terms)


@st.composite
def joined(draw: st.DrawFn, parts: st.SearchStrategy[Condition]) -> Condition:
    """A condition of other conditions."""
    kind = draw(st.sampled_from(("and", "or", "not", "some", "guarded", "every", "same", "or same")))
    one = draw(parts)
    try:
        match kind:
            case "and":
                return one & draw(parts)
            case "or":
                return one | draw(parts)
            case "not":
                return ~one
            case "same":
                return one & same(*draw(st.sampled_from(SAME)))
            case "or same":
                return one | same(*draw(st.sampled_from(SAME)))
        thing = draw(st.sampled_from(sorted(one.free, key=str) or [child]))
        assume(thing in one.free)
        if kind == "some":
            return some(thing, one)
        return some(thing, guard(thing) & one) if kind == "guarded" else every(thing, guard(thing), one)
    except AuthorError:
        assume(False)
        raise


CONDITIONS: Final = st.recursive(singles(), joined, max_leaves=8)


def guarded(condition: Condition) -> Condition:
    """Return a condition in which every free variable is listed."""
    for variable in sorted(condition.free, key=str):
        condition = guard(variable) & condition
    return condition


def listed_by_loops(condition: Condition, head: tuple[Variable, ...], base: Mapping[str, Graded]) -> dict:
    return listing(condition, head)(run_over(base, [condition]).use)


def listed_by_walk(condition: Condition, head: tuple[Variable, ...], base: Mapping[str, Graded]) -> dict:
    found: dict[tuple, int] = {}
    for binding, grade in bindings(run_over(base, [condition]), condition, {}):
        row = tuple(binding[variable] for variable in head)
        found[row] = max(grade, found.get(row, 0))
    return found


def listed_by_law(condition: Condition, head: tuple[Variable, ...], base: Mapping[str, Graded]) -> dict:
    grades = {tuple(binding.values()): by_law(condition, binding, base) for binding in bound(head)}
    return {row: grade for row, grade in grades.items() if grade}


@given(CONDITIONS, worlds())
@settings(max_examples=400, deadline=None)
def test_loops_walk_and_laws_list_the_same(condition: Condition, base: Mapping[str, Graded]) -> None:
    assume(len(condition.free) <= 4)
    whole = guarded(condition)
    assume(not unlisted(whole))
    head = tuple(sorted(whole.free, key=str))

    expected = listed_by_law(whole, head, base)

    assert listed_by_loops(whole, head, base) == expected
    assert listed_by_walk(whole, head, base) == expected


@given(CONDITIONS, worlds())
@settings(max_examples=400, deadline=None)
def test_what_lists_by_itself_needs_no_guard(condition: Condition, base: Mapping[str, Graded]) -> None:
    assume(not unlisted(condition))
    assume(condition.free <= listed(condition))
    head = tuple(sorted(condition.free, key=str))

    expected = listed_by_law(condition, head, base)

    assert listed_by_loops(condition, head, base) == expected
    assert listed_by_walk(condition, head, base) == expected


@given(CONDITIONS, worlds())
@settings(max_examples=200, deadline=None)
def test_a_look_up_gives_the_grade_of_given_things(condition: Condition, base: Mapping[str, Graded]) -> None:
    assume(not unlisted(condition, condition.free))
    given_things = tuple(sorted(condition.free, key=str))
    run = run_over(base, [condition])
    function = look_up(condition, given_things)(run.use)

    for binding in bound(given_things):
        expected = by_law(condition, binding, base)

        assert function(*binding.values()) == expected
        assert grade_of(run, condition, binding) == expected


@given(worlds())
@settings(max_examples=50, deadline=None)
def test_a_definition_has_one_grade_however_it_is_held(base: Mapping[str, Graded]) -> None:
    assert {mode_of(definition) for definition in DEFINITIONS} == {Mode.LISTED, Mode.DENIED, Mode.LOOKED_UP}
    for definition in DEFINITIONS:
        condition = definition(*definition.things)
        held = run_over(base, [condition]).value(definition)
        for binding in bound(definition.things):
            assert held.grade(tuple(binding.values())) == by_law(condition, binding, base)


@given(CONDITIONS)
@settings(max_examples=200, deadline=None)
def test_what_nothing_lists_cannot_be_made_to_run(condition: Condition) -> None:
    head = tuple(sorted(condition.free, key=str))
    safe = not unlisted(condition)

    if safe:
        listing(condition, head)
    else:
        with pytest.raises((AuthorError, KeyError)):
            listing(condition, head)


# The laws themselves.


@given(CONDITIONS, CONDITIONS, worlds())
@settings(max_examples=150, deadline=None)
def test_the_laws_of_and_or_and_not(one: Condition, other: Condition, base: Mapping[str, Graded]) -> None:
    try:
        both, either = one & other, one | other
    except AuthorError:
        assume(False)
        raise
    assume(not unlisted(both, both.free))
    assume(len(both.free) <= 4)
    run = run_over(base, [one, other])

    for binding in bound(sorted(both.free, key=str)):
        mine, theirs = grade_of(run, one, binding), grade_of(run, other, binding)

        assert grade_of(run, both, binding) == min(mine, theirs)
        assert grade_of(run, either, binding) == max(mine, theirs)
        assert grade_of(run, ~one, binding) == 3 - mine
        assert grade_of(run, ~both, binding) == max(3 - mine, 3 - theirs)
        assert grade_of(run, ~either, binding) == min(3 - mine, 3 - theirs)


@given(worlds())
@settings(max_examples=50, deadline=None)
def test_some_is_the_best_and_every_the_worst(base: Mapping[str, Graded]) -> None:
    lives = lives_in(child, home)
    run = run_over(base, [lives, is_unborn(child), is_person(child)])

    for where in HOMES:
        homes = {home: where}
        grades = {who: grade_of(run, lives, {child: who, home: where}) for who in PEOPLE}
        unborn = {who: grade_of(run, is_unborn(child), {child: who}) for who in PEOPLE}

        assert grade_of(run, some(child, lives), homes) == max(grades.values())
        assert grade_of(run, every(child, lives, is_unborn(child)), homes) == min(
            max(3 - grades[who], unborn[who]) for who in PEOPLE
        )


# Records: one column, whose attributes bind or compare.

record, move, volume = Record("record"), Value("move", str), Value("volume", str)
KIND, OTHER_KIND = RecordKind("note", "note of {home}"), RecordKind("memo", "memo of {home}")
OF_HOME, OF_CONCERN = RecordName("note", "household", "north"), RecordName("note", "concern", "c1")
IS_QUIET = Question(
    id="quiet", things=(home,), text="Is {home} quiet?", answers=bool, working=True, why="most homes are"
)
noise = Question(
    id="noise", things=(home,), text="How loud is {home}?", answers=str, codes={"low": "a/b", "high": "a/c"}
)
RECORDS: Final = {
    record_has_moved.key: Graded({(OF_HOME, "open"): 3, (OF_CONCERN, "open"): 3}),
    is_home.key: Graded({("north",): 3}),
    lives_in.key: Graded({("ann", "north"): 2}),
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (is_away("ann", record.home), {OF_HOME: 1}),
        (~is_away("ann", record.home), {OF_HOME: 2, OF_CONCERN: 3}),
        (lives_in("ann", record.home), {OF_HOME: 2}),
        (is_alone("ann", record.home), {}),
        (IS_QUIET(record.home), {OF_HOME: 2}),
        (some(volume, noise.is_(record.home, volume)), {OF_HOME: 1}),
        (some(home, same(record.home, home) & is_home(home)), {OF_HOME: 3}),
        (some(concern, same(record.concern, concern) & is_concern(concern)), {OF_CONCERN: 3}),
        (some(child, lives_in(child, record.home)), {OF_HOME: 2}),
        (KIND(record), {OF_HOME: 3, OF_CONCERN: 3}),
        (OTHER_KIND(record), {}),
    ],
    ids=str,
)
def test_nothing_holds_of_a_home_that_a_record_does_not_have(condition: Condition, expected: dict) -> None:
    whole = record_has_moved(record, move) & condition
    base = {**WHOLE, **RECORDS}

    assert {row[0]: grade for row, grade in listed_by_loops(whole, (record,), base).items()} == expected
    assert {row[0]: grade for row, grade in listed_by_walk(whole, (record,), base).items()} == expected
