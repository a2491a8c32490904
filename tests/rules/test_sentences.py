"""One sentence with its verb marked gives the statement, its denial and the question."""

from __future__ import annotations

import pickle

import pytest

from cimscore.rules.conditions.sentences import MarkedText, Sentence, Slot, base_of, refuse_unless_placed, third_person
from cimscore.rules.refusals import AuthorError

NAMES = {"child": "Ari", "home": "South", "record.home": "North", "0": "Bo"}


@pytest.mark.parametrize(
    ("template", "places", "said", "denied", "asked"),
    [
        (
            "{child} [lives] in {home}",
            ("child", "home"),
            "Ari lives in South",
            "Ari does not live in South",
            "Does Ari live in South?",
        ),
        (
            "{child} [is] a minor",
            ("child",),
            "Ari is a minor",
            "Ari is not a minor",
            "Is Ari a minor?",
        ),
        (
            "{child} [has] a bed",
            ("child",),
            "Ari has a bed",
            "Ari does not have a bed",
            "Does Ari have a bed?",
        ),
        (
            "{child} [has] been in {home}",
            ("child", "home"),
            "Ari has been in South",
            "Ari has not been in South",
            "Has Ari been in South?",
        ),
        (
            "{child} [carries] it",
            ("child",),
            "Ari carries it",
            "Ari does not carry it",
            "Does Ari carry it?",
        ),
        (
            "{home} [lies] here",
            ("home",),
            "South lies here",
            "South does not lie here",
            "Does South lie here?",
        ),
        (
            "{child} [ran|did not run]",
            ("child",),
            "Ari ran",
            "Ari did not run",
            "Did Ari run?",
        ),
        (
            "{child} [is] not known",
            ("child",),
            "Ari is not known",
            "Ari is known",
            "Is Ari not known?",
        ),
        (
            "{0} [passes] by",
            ("0",),
            "Bo passes by",
            "Bo does not pass by",
            "Does Bo pass by?",
        ),
        (
            "a parent of {child} [lives] here",
            ("child",),
            "a parent of Ari lives here",
            "no parent of Ari lives here",
            "Does a parent of Ari live here?",
        ),
        (
            "another child of {home} [is] ill",
            ("home",),
            "another child of South is ill",
            "no other child of South is ill",
            "Is another child of South ill?",
        ),
        (
            "every child of {home} [is] safe",
            ("home",),
            "every child of South is safe",
            "not every child of South is safe",
            "Is every child of South safe?",
        ),
    ],
)
def test_said_denied_and_asked(template, places, said, denied, asked):
    sentence = Sentence(template, places)

    assert said == sentence.said(NAMES)
    assert denied == sentence.denied(NAMES)
    assert asked == sentence.asked(NAMES)


def test_a_place_may_name_an_attribute():
    sentence = Sentence("{child} [was] visiting {record.home}", ("child", "record"))

    assert sentence.said(NAMES) == "Ari was visiting North"


@pytest.mark.parametrize(
    ("template", "places", "found"),
    [
        ("", (), "no words"),
        ("{child} lives in it", ("child",), "0 marked verbs"),
        ("{child} [lives] and [eats]", ("child",), "2 marked verbs"),
        ("{child} [ran] home", ("child",), "the verb 'ran'"),
        ("the child [lives] here", ("child",), "no place for child"),
        ("{child} [lives] in {home}", ("child",), "a place for 'home'"),
        ("{child} [is] a minor or unborn", ("child",), "and, or, but after the verb"),
        ("{child} [is] a minor but absent", ("child",), "and, or, but after the verb"),
    ],
)
def test_what_is_refused_when_written(template, places, found):
    with pytest.raises(AuthorError, match="the sentence") as refusal:
        Sentence(template, places)

    assert refusal.value.found == found


def test_and_before_the_verb_or_in_a_word_is_no_matter():
    assert Sentence("{child} and {home} [belong|do not belong] together", ("child", "home"))
    assert Sentence("{child} [handles] a border", ("child",))


def test_or_later_and_or_more_are_no_second_thing():
    assert (
        Sentence("{child} [was] born in 2010 or later", ("child",)).denied(NAMES) == "Ari was not born in 2010 or later"
    )


def test_a_plural_verb_is_denied_by_do_not():
    sentence = Sentence("the days of {child} [lie] in spring", ("child",))

    assert sentence.denied(NAMES) == "the days of Ari do not lie in spring"
    assert sentence.asked(NAMES) == "Do the days of Ari lie in spring?"


def _returned(value):
    return pickle.loads(pickle.dumps(value))  # noqa: S301 - what it has just written itself


def test_a_sentence_and_a_refusal_cross_a_process():
    sentence = Sentence("{child} [lives] here", ("child",))
    with pytest.raises(AuthorError) as refusal:
        Sentence("", ())

    assert _returned(sentence) == sentence
    assert str(_returned(refusal.value)) == str(refusal.value)


@pytest.mark.parametrize(("base", "third"), [("have", "has"), ("carry", "carries"), ("stay", "stays")])
def test_the_third_person_of_a_verb_on_y_or_of_have(base: str, third: str) -> None:
    assert third_person(base) == third


@pytest.mark.parametrize("base", ["live", "carry", "pass", "go", "have", "stay", "lie", "match"])
def test_the_two_forms_of_a_verb_lead_to_each_other(base):
    assert base == "have" or base_of(third_person(base)) == base


def test_a_verb_has_a_base_of_two_letters_at_least():
    assert Sentence("{child} [ups] it", ("child",)).denied(NAMES) == "Ari does not up it"
    with pytest.raises(AuthorError, match="the verb 'as'"):
        Sentence("{child} [as] it", ("child",))


@pytest.mark.parametrize(
    ("names", "expected"), [(("child", "place"), "only places for child, place"), ((), "no place for a thing")]
)
def test_a_place_for_a_stranger_is_told_with_the_places_that_there_are(names, expected):
    with pytest.raises(AuthorError) as refusal:
        refuse_unless_placed("a text", "What of {home}?", names)

    assert refusal.value.expected == expected


@pytest.mark.parametrize(
    ("places", "expected"), [(("child", "home"), "a place for each of child, home and no other"), ((), "no place")]
)
def test_a_sentence_has_no_place_for_a_stranger(places: tuple[str, ...], expected: str) -> None:
    named = "".join(f" and {{{place}}}" for place in places)
    with pytest.raises(AuthorError) as refusal:
        Sentence(f"{{stranger}}{named} [lives] here", places)

    assert refusal.value.expected == expected


@pytest.mark.parametrize(("text", "hint"), [("What of this home?", "leave out the f before"), ("What of it?", "")])
def test_a_place_that_an_f_string_has_filled_is_told(text: str, hint: str) -> None:
    with pytest.raises(AuthorError, match="no place for home") as refusal:
        refuse_unless_placed("a text", text, ["home"])

    assert hint in refusal.value.hint and bool(hint) == bool(refusal.value.hint)


def test_the_subject_is_all_that_stands_before_the_verb() -> None:
    assert Sentence("a parent of {child} [lives] in {home}", ("child", "home")).subject == (
        "a parent of ", Slot("child"), " ",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("template", "changed"),
    [("a child [lives] in {home}", True), ("someone [lives] in {home}", True), ("{child} [is] a minor", False)],
)
def test_a_denial_changes_the_first_word_of_a_sentence_that_opens_with_one_like_a(template: str, changed: bool) -> None:
    assert MarkedText(template).opens_indefinite is changed


@pytest.mark.parametrize(
    ("template", "places", "parts"),
    [
        ("{child} [lives] in {home}", ("child", "home"), ("Ari ", "lives", " in South")),
        ("{home} [lies]", ("home",), ("South ", "lies", "")),
        ("all of {home} [ran|did not run] off", ("home",), ("all of South ", "ran", " off")),
    ],
)
def test_a_statement_is_cut_at_its_verb(template: str, places: tuple[str, ...], parts: tuple[str, str, str]) -> None:
    assert Sentence(template, places).cut(NAMES) == parts
