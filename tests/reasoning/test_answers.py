"""Answers: given, worked with, granted; each value with its grade, and who answered when."""

from __future__ import annotations

import enum

import pytest
from small_runs import HOMES, PEOPLE, run_over

from cimscore.case import UNKNOWN
from cimscore.reasoning.graded import Graded
from cimscore.reasoning.points.answers import Answers, Given, grouped, with_answer
from cimscore.rules import Household, Person, Question, Value
from cimscore.rules.vocabulary import is_person, is_unborn, lives_in

child, home = Person("child"), Household("home")


class Size(enum.StrEnum):
    SMALL = "small"
    LARGE = "large"


def question(**fields: object) -> Question:
    return Question(**{"id": "size", "things": (child,), "text": "How big is {child}?", "answers": Size, **fields})


WORKED = {"working": Size.SMALL, "why": "most are"}
YES = {"answers": bool, "working": is_unborn(child), "why": "who is not born yet is"}
ANY_HOME = {"answers": Household, "member": home, "among": lives_in(child, home)}
LIKELY_HOME = {"answers": Household, "member": home, "working": lives_in(child, home), "why": "where they live"}
NEVER_SMALL = question(**WORKED, ruled_out={Size.SMALL: is_unborn(child)})


def answers(asked: Question, base: dict[str, Graded] | None = None, given: object = None) -> list[tuple[object, int]]:
    """Return the answers about Ann, each with its grade."""
    stated = {is_person.key: Graded({(person,): 3 for person in PEOPLE}), **(base or {})}
    all_given = {} if given is None else {asked.id: {("ann",): given}}
    run = run_over(stated, [asked.is_(child, asked.member or Value("answer", object))], all_given)
    return run.value(asked).answers(("ann",))


WORKED_WITH = [(Size.SMALL, 2), (Size.LARGE, 1)]


def unborn(grade: int) -> dict[str, Graded]:
    return {is_unborn.key: Graded({("ann",): grade} if grade else {})}


def lives(**grades: int) -> dict[str, Graded]:
    return {lives_in.key: Graded({("ann", where): grade for where, grade in grades.items()})}


@pytest.mark.parametrize(
    ("asked", "base", "given", "expected"),
    [
        (question(**WORKED), {}, None, [(Size.SMALL, 2), (Size.LARGE, 1)]),
        (question(**WORKED), {}, Given(answer=Size.LARGE), [(Size.LARGE, 3)]),
        (question(**WORKED), {}, Given(answer=UNKNOWN), [(Size.SMALL, 2), (Size.LARGE, 1)]),
        (question(), {}, None, [(Size.SMALL, 1), (Size.LARGE, 1)]),
        (question(**WORKED, granted=True), {}, None, [(Size.SMALL, 3)]),
        (question(**WORKED, granted=True), {}, Given(answer=UNKNOWN), [(Size.SMALL, 2), (Size.LARGE, 1)]),
        (question(**WORKED, granted=True, unless=is_unborn(child)), unborn(0), None, [(Size.SMALL, 3)]),
        (
            question(**WORKED, granted=True, unless=is_unborn(child)),
            unborn(1),
            None,
            [(Size.SMALL, 2), (Size.LARGE, 1)],
        ),
        (NEVER_SMALL, unborn(0), None, [(Size.SMALL, 2), (Size.LARGE, 1)]),
        (NEVER_SMALL, unborn(1), None, [(Size.SMALL, 2), (Size.LARGE, 1)]),
        (NEVER_SMALL, unborn(2), None, [(Size.SMALL, 1), (Size.LARGE, 2)]),
        (NEVER_SMALL, unborn(3), None, [(Size.LARGE, 3)]),
        (NEVER_SMALL, unborn(3), Given(answer=Size.SMALL), [(Size.SMALL, 3)]),
        (question(**YES), unborn(3), None, [(True, 2), (False, 1)]),
        (question(**YES), unborn(1), None, [(True, 1), (False, 2)]),
        (question(**YES, granted=True), unborn(3), None, [(True, 3)]),
        (question(**YES, granted=True), unborn(0), None, [(False, 3)]),
        (question(**YES, granted=True), unborn(2), None, [(True, 2), (False, 1)]),
        (question(**YES, granted=True), unborn(1), None, [(True, 1), (False, 2)]),
        (question(**ANY_HOME), lives(north=3), None, [("north", 3)]),
        (question(**ANY_HOME), lives(north=2), None, [("north", 2)]),
        (question(**ANY_HOME), lives(north=2, south=1), None, [("north", 1), ("south", 1)]),
        (question(**ANY_HOME), {}, None, []),
        (question(**LIKELY_HOME), lives(north=2, south=1), None, [("north", 2), ("south", 1), (UNKNOWN, 1)]),
        (question(**LIKELY_HOME), lives(north=3), None, [("north", 2), (UNKNOWN, 1)]),
        (question(**LIKELY_HOME), {}, None, [(UNKNOWN, 3)]),
        (question(**LIKELY_HOME, granted=True), lives(north=2, south=1), None, [("north", 2), ("south", 1)]),
        (question(**LIKELY_HOME, granted=True), lives(north=3), None, [("north", 3)]),
        (question(**LIKELY_HOME, granted=True), lives(north=2), None, [("north", 2), (UNKNOWN, 1)]),
        (question(**LIKELY_HOME, granted=True), {}, None, [(UNKNOWN, 3)]),
    ],
)
def test_each_value_has_its_grade(asked: Question, base, given, expected) -> None:
    assert answers(asked, base, given) == expected


def test_an_answer_that_is_supposed_keeps_its_moment_and_its_giver() -> None:
    given = with_answer({("ann",): Given(answer=Size.SMALL, at="noon")}, ("ann",), Size.LARGE)

    assert given[("ann",)] == Given(answer=Size.LARGE, at="noon")
    assert with_answer({}, ("ann",), Size.LARGE) == {("ann",): Given(answer=Size.LARGE, supposed=True)}


@pytest.mark.parametrize(
    ("given", "was_given", "is_open"),
    [
        ({}, False, True),
        ({("ann",): Given(answer=Size.SMALL)}, True, False),
        ({("ann",): Given(answer=UNKNOWN)}, False, True),
        ({("ann",): Given(answer=UNKNOWN, at="noon")}, True, True),
    ],
)
def test_a_decision_of_which_only_the_moment_is_known_has_been_taken(given, was_given: bool, is_open: bool) -> None:
    held = Answers(question=question(**WORKED), given=given)

    assert held.was_given(("ann",)) is was_given
    assert held.is_open(("ann",)) is is_open


# Groups.

TOGETHER = Question(id="together", things=(), text="Which go together?", answers=tuple)


def groups(given: object) -> dict[tuple[str, str], int]:
    held = Answers(question=TOGETHER, given={} if given is None else {(): Given(answer=given)})
    return dict(grouped(held, list(HOMES)).rows)


def test_homes_are_alone_until_somebody_groups_them() -> None:
    assert groups(None) == {
        ("north", "north"): 2, ("south", "south"): 2, ("north", "south"): 1, ("south", "north"): 1
    }  # fmt: skip
    assert groups(UNKNOWN) == groups(None)


def test_in_a_group_each_stands_with_itself_and_with_those_before_it() -> None:
    assert groups((("south", "north", "east"),)) == {
        ("south", "south"): 3, ("south", "north"): 3, ("south", "east"): 3,
        ("north", "north"): 3, ("north", "east"): 3, ("east", "east"): 3,
    }  # fmt: skip
    assert groups((("north",), ("south",))) == {("north", "north"): 3, ("south", "south"): 3}


def test_a_home_that_an_answer_forgets_keeps_to_itself() -> None:
    assert groups((("south",),)) == {("south", "south"): 3, ("north", "north"): 3}


def test_the_only_home_is_alone_for_certain() -> None:
    assert grouped(Answers(question=TOGETHER, given={}), ["north"]).rows == {("north", "north"): 3}
