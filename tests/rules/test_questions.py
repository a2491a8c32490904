"""Questions, readings and tables: what a rule may read beside the case, and what cannot be asked so."""

from __future__ import annotations

import enum

import pytest

from cimscore.case import Moment
from cimscore.rules import AuthorError, GroupedWith, Household, Question, Reading, Row, Table, Value, some
from cimscore.rules.families import child, home, other_home
from cimscore.rules.vocabulary import is_about, is_unborn, lives_in


class Size(enum.StrEnum):
    SMALL = "small"
    LARGE = "large"


SIZE = Question(
    id="size", things=(child,), text="How big is {child}?", answers=Size, working=Size.SMALL, why="most are small"
)
TOLD = Question(id="told", things=(child,), text="When was {child} told?", answers=Moment)
CALLED = Question(id="called", things=(), text="When did somebody call?", answers=Moment)
TALL = Question(id="tall", things=(child,), text="Is {child} tall?", answers=bool)
size = Value("size", Size)
KIND = Question(
    id="kind", things=(), text="Which kind?", answers=str, codes={"a": "small/a", "b": "small/b"}, decided_by="officer"
)
WIDTH = Reading(
    id="width",
    question="How wide?",
    readings={Size.SMALL: "narrow", Size.LARGE: "wide"},
    taken=Size.SMALL,
    because="so it is said",
    clauses=("small/width",),
)
TIMES = Table("times", "how long", (Row(Size.SMALL, 1, "small/one"), Row(Size.LARGE, 2, "small/two")))


def question(**fields: object) -> Question:
    return Question(**{"id": "any", "things": (child,), "text": "Is {child} here?", "answers": bool, **fields})


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"working": True}, "without a reason"),
        ({"working": Size.SMALL, "why": "so"}, "one of its answers"),
        ({"answers": Size, "working": True, "why": "so"}, "one of its answers"),
        ({"answers": Size, "working": "huge", "why": "so"}, "one of its answers"),
        ({"answers": int, "working": "three", "why": "so"}, "one of its answers"),
        ({"answers": str, "codes": {"a": "x/a"}, "working": "b", "why": "so"}, "one of its answers"),
        ({"granted": True}, "the answer that silence is taken for"),
        ({"unless": is_unborn(child)}, "where nothing is granted"),
        ({"text": "Is {person} here?"}, "a place for 'person'"),
        ({"text": "Is {child.home} here?"}, "a place for 'child.home'"),
        ({"answers": Household, "among": lives_in(child, home)}, "without a member"),
        ({"answers": Size, "ruled_out": {"huge": is_unborn(child)}}, "ruled_out='huge'"),
        ({"answers": int, "ruled_out": {1: is_unborn(child)}}, "ruled_out=1"),
        ({"at_the_latest": True}, "no moment that it can be at the latest"),
        ({"no_sooner_than": (TOLD,)}, "no_sooner_than=… about other things, or no moments"),
        ({"answers": Moment, "no_sooner_than": (TALL,)}, "no_sooner_than=… about other things, or no moments"),
        ({"answers": Moment, "no_sooner_than": (CALLED,)}, "no_sooner_than=… about other things, or no moments"),
    ],
)
def test_a_question_that_cannot_be_asked_is_refused(fields: dict[str, object], says: str) -> None:
    with pytest.raises(AuthorError, match=says):
        question(**fields)


def test_yes_or_no_is_a_condition_and_its_denial() -> None:
    assert TALL(child).text == "question:tall(?child, True)"
    assert (~TALL(child)).text == "~question:tall(?child, True)"


def test_other_answers_are_named() -> None:
    assert SIZE.is_(child, Size.LARGE).free == {child}
    assert SIZE.is_(child, size).free == {child, size}
    with pytest.raises(AuthorError, match="one of small, large"):
        SIZE(child)
    with pytest.raises(AuthorError, match="the answer 'huge'"):
        SIZE.is_(child, "huge")
    with pytest.raises(AuthorError, match="the answer 'c'"):
        KIND.is_("c")


def test_a_question_lists_its_answer_and_not_its_things() -> None:
    assert SIZE.lists == {1}
    assert KIND.lists == {0}
    assert SIZE.decided_at(child, Value("moment", object)).predicate.lists == {1}
    assert SIZE.answered(child).predicate.lists == {0}


def test_the_answers_of_a_question_are_few_or_open() -> None:
    assert TALL.options == (True, False)
    assert SIZE.options == (Size.SMALL, Size.LARGE)
    assert KIND.options == ("a", "b")
    assert question(answers=int).options == ()


def test_an_answer_may_be_one_of_the_things_of_the_case() -> None:
    where = question(answers=Household, member=home, among=lives_in(child, home))

    assert where.columns == (child, home)
    assert where.is_(child, other_home).free == {child, other_home}


def test_a_working_answer_may_be_a_condition() -> None:
    asked = question(working=some(home, lives_in(child, home)), why="who lives somewhere is here")

    assert asked(child).free == {child}


def test_a_rule_cannot_read_a_point_that_is_only_noted() -> None:
    noted = Reading(
        id="noted", question="?", readings={"a": "A", "b": "B"}, taken="a", because="So.", clauses=(), noted=True
    )
    with pytest.raises(AuthorError, match="noted alone; expected one without noted=True"):
        noted.is_("a")


def test_groups_are_read_by_who_leads_them() -> None:
    grouped = GroupedWith(Question(id="together", things=(), text="Which go together?", answers=tuple))

    assert grouped(home, other_home).free == {home, other_home}


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"taken": "tall"}, "the one taken among them"),
        ({"readings": {Size.SMALL: "narrow"}}, "two or more"),
        ({"because": ""}, "because="),
    ],
)
def test_a_reading_names_each_way_and_why_one_is_taken(fields: dict[str, object], says: str) -> None:
    kept = {"id": "any", "question": "How?", "readings": WIDTH.readings, "taken": Size.SMALL, "because": "so"}

    with pytest.raises(AuthorError, match=says):
        Reading(**{**kept, "clauses": ("small/width",), **fields})


def test_only_its_own_readings_can_be_asked_for() -> None:
    assert WIDTH.is_(Size.LARGE).free == frozenset()
    assert WIDTH.is_(size).free == {size}
    with pytest.raises(AuthorError, match="'huge'; expected one of small, large"):
        WIDTH.is_("huge")


def test_a_table_is_a_condition_that_lists_keys_and_values() -> None:
    days = Value("days", int)

    assert TIMES(size, days).free == {size, days}
    assert TIMES.lists == {0, 1}


def test_a_thing_of_another_kind_is_refused() -> None:
    with pytest.raises(AuthorError, match="'home', a household; expected a person"):
        SIZE.is_(home, size)
    with pytest.raises(AuthorError, match="expected 1"):
        SIZE.answered(child, home)
    with pytest.raises(AuthorError, match="'child', a person"):
        is_about(child, child)
