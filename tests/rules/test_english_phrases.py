"""Conditions in words: first and second mention, denial, lists, groups."""

from __future__ import annotations

import enum

import pytest

from cimscore.rules import (
    Comparison,
    Concern,
    Defined,
    Household,
    Person,
    Question,
    Record,
    RecordKind,
    Value,
    at_least,
    every,
    not_outranked,
    same,
    some,
)
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.english import english_text
from cimscore.rules.english.answers import asked_lines
from cimscore.rules.english.lines import TextSpan
from cimscore.rules.english.rules import followed
from cimscore.rules.english.scope import Scope
from cimscore.rules.vocabulary import (
    happened_in,
    is_about,
    is_concern,
    is_of_kind,
    is_parent_of,
    lives_in,
    stays_by_choice,
    visits,
)

child, person, parent = Person("child"), Person("person"), Person("parent")
other_child = Person("other child", other_than=child)
sibling = Person("sibling", other_than=child)
home, place = Household("home"), Household("place")
other_home = Household("other home", other_than=home)
concern, any_concern = Concern("concern"), Concern("any concern")
record = Record("record")
has_parent_in = Defined(
    (child, home),
    "a parent of {child} [lives] in {home}",
    some(parent, is_parent_of(parent, child) & lives_in(parent, home)),
)
chose = Defined(
    (child, concern),
    "{child} [stays] by choice where {concern} happened",
    some(place, happened_in(concern, place) & stays_by_choice(child, place)),
)


class Urgency(enum.StrEnum):
    """How soon."""

    SOON = "24-hour"
    LATER = "10-day"


urgency = Value("urgency", Urgency)
URGENCY = Question(id="urgency", things=(concern,), text="How soon must {concern} be looked into?", answers=Urgency)
SAFE = Question(id="safe", things=(child,), text="Does {child} have a parent who keeps them safe?", answers=bool)
WEIGHED = Question(id="weighed", things=(child,), text="Is {child} seen and heard?", answers=bool)


def text(condition: Condition, *given: Person | Household | Concern | Record) -> str:
    return english_text(followed((TextSpan("if "),), condition, Scope.of(given))).removeprefix("if ")


def test_what_is_given_is_the_and_what_is_brought_in_is_a_then_that():
    condition = some(concern, is_about(concern, child) & happened_in(concern, home))

    assert text(condition, child, home) == "a concern is about the child, and happened in the home"


def test_a_second_mention_points_back():
    condition = some(place, lives_in(child, place) & lives_in(parent, place))

    assert text(condition, child, parent) == "the child lives in a place, and the parent lives in that place"


def test_another_is_said_only_of_what_differs():
    assert text(some(other_home, lives_in(child, other_home)), child, home) == "the child lives in another home"
    assert text(some(sibling, lives_in(sibling, home)), child, home) == "a sibling (not the child) lives in the home"


def test_denied_things_are_no_or_any():
    assert text(~some(concern, happened_in(concern, home)), home) == "no concern happened in the home"
    assert text(~some(other_home, lives_in(child, other_home)), child, home) == "the child lives in no other home"
    assert text(~some((concern, person), is_about(concern, person))) == "no concern is about any person"


def test_a_denied_sentence_that_opens_with_a_opens_with_no():
    condition = ~some(other_home, has_parent_in(child, other_home))

    assert text(condition, child, home) == "no parent of the child lives in any other home"


def test_what_cannot_stand_in_its_place_is_said_first():
    assert text(some(concern, chose(child, concern)), child) == (
        "for some concern, the child stays by choice where that concern happened"
    )
    assert text(~some(concern, chose(child, concern)), child) == (
        "for no concern is this true: the child stays by choice where that concern happened"
    )


def test_every_is_whenever():
    condition = every(concern, is_about(concern, child), happened_in(concern, home))

    assert text(condition, child, home) == "whenever a concern is about the child, that concern happened in the home"


def test_three_parts_are_a_list_known_things_first_what_is_denied_last():
    condition = (
        ~lives_in(child, home) & is_about(concern, child) & some(place, visits(child, place)) & visits(child, home)
    )

    assert text(condition, child, home, concern).splitlines() == [
        "all of these are true:",
        "– the concern is about the child",
        "– the child visits the home by habit",
        "– the child visits a place by habit",
        "– the child does not live in the home",
    ]


def test_a_choice_stands_in_a_list_of_its_own():
    condition = is_concern(concern) & (is_about(concern, child) | happened_in(concern, home) | chose(child, concern))

    assert text(condition, child, home, concern).splitlines() == [
        "all of these are true:",
        "– the concern is a concern of the case",
        "– at least one of these is true:",
        "  – the child stays by choice where the concern happened",
        "  – the concern is about the child",
        "  – the concern happened in the home",
    ]


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (~(lives_in(child, home) & visits(child, home)), "not all of these are true:"),
        (~(lives_in(child, home) | visits(child, home)), "none of these is true:"),
    ],
)
def test_a_junction_denied_as_a_whole_says_so(condition, words):
    assert text(condition, child, home).splitlines()[0] == words


def test_a_clash_of_names_is_told_apart():
    condition = some(any_concern, happened_in(any_concern, home))

    assert text(condition, home, concern) == "some concern happened in the home"


def test_an_attribute_and_a_kind_of_record():
    notification = RecordKind("child-concern-report", "child concern report of {home}")
    condition = notification(record) & same(home, record.home)

    assert text(condition, record, home) == ("the home is the record's home, and the record is a child concern report")


def test_constants_are_quoted():
    assert text(is_of_kind(concern, "significant-harm"), concern) == "the concern is of the kind ‘significant harm’"


def is_sooner(one, other):
    return one < other


def test_a_comparison_reads_like_any_sentence():
    sooner = Comparison("{0} [is] sooner than {1}", is_sooner)

    assert text(~sooner(urgency, Urgency.LATER), urgency) == "the urgency is not sooner than ‘10-day’"


def test_a_question_is_stated_where_its_grammar_allows_it_and_quoted_elsewhere():
    assert text(~SAFE(child), child) == "the child does not have a parent who keeps them safe"
    assert text(WEIGHED(child), child) == "the answer to ‘Is the child seen and heard?’ is yes"
    assert text(~WEIGHED(child), child) == "the answer to ‘Is the child seen and heard?’ is not yes"
    assert text(some(urgency, URGENCY.holds(concern, urgency)), concern) == (
        "the answer to ‘How soon must the concern be looked into?’ is an urgency"
    )


def test_groups():
    two = at_least(2, home, lives_in(child, home))
    first = not_outranked(urgency, is_concern(concern) & URGENCY.holds(concern, urgency), tuple(Urgency))

    order = "‘24-hour’ then ‘10-day’"
    assert text(two, child) == "there are at least two homes for which this is true: the child lives in that home"
    assert text(~two, child).startswith("there are fewer than two homes for which")
    assert text(first, urgency, concern).splitlines() == [
        f"the urgency is the first, in the order {order}, of the urgencies for which all of these are true:",
        "– the concern is a concern of the case",
        "– the answer to ‘How soon must the concern be looked into?’ is that urgency",
    ]


def test_what_is_asked_is_one_line_and_what_explains_it_another() -> None:
    asked = Question(id="seen", things=(home,), text="Was {home} seen? By anybody at all.", answers=bool)
    assert [line.text for line in asked_lines(asked)] == ["Was the home seen?", "By anybody at all."]
