"""Slips of whoever builds a case in Python, or hands a document over: each is refused, and says what to do."""

from __future__ import annotations

import datetime as dt
import pickle
from pathlib import Path
from typing import Any

import attrs
import pytest
from invented_questions import VOCABULARY, WHOLE_CASE

import cimscore
import cimscore_ndis_incidents
from cimscore.case import UNKNOWN, DecisionEntry, DoneEntry, FactEntry, Moment, refuse_unless_answered
from cimscore.errors import CaseError, DocumentError, RulebookError
from cimscore.wire import read_case, read_case_text, write_case

CASE = read_case_text(WHOLE_CASE, VOCABULARY)
AWARE = dt.datetime.fromisoformat("2025-03-03T10:15+10:00")


def said_of(**parts: Any) -> str:
    """What is said of the whole case with other parts."""
    try:
        refuse_unless_answered(attrs.evolve(CASE, **parts), VOCABULARY.forms, VOCABULARY.declared)
    except CaseError as error:
        return str(error)
    return ""


@pytest.mark.parametrize(
    ("part", "entry", "meant"),
    [
        ("decisions", DecisionEntry(question="rainbow/closd", about=("case",), answer=True), "'rainbow/closed'"),
        ("decisions", DecisionEntry(question="closed", about=("case",), answer=True), "'rainbow/closed'"),
        ("facts", FactEntry(question="rainbow/rainign", about="case", answer=True), "'rainbow/raining'"),
        ("facts", FactEntry(question="rainbwo/raining", about="case", answer=True), "'rainbow/raining'"),
    ],
)
def test_an_answer_to_a_question_that_nobody_asks_is_refused(part: str, entry: Any, meant: str) -> None:
    said = said_of(**{part: (entry,)})

    assert "expected a question that `cimscore questions` lists" in said
    assert meant in said


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("case", "found 'case'; expected the id of a concern of this case"),
        ("ari", "found 'ari'; expected the id of a concern of this case. 'ari' is a person."),
        ("north", "found 'north'; expected the id of a concern of this case. 'north' is a household."),
    ],
)
def test_an_act_that_is_done_for_something_of_another_sort_is_refused(address: str, expected: str) -> None:
    assert expected in said_of(done=(DoneEntry(act="rainbow/clock/approve", for_=(address,), at=UNKNOWN),))


@pytest.mark.parametrize("address", ["north", "case"])
def test_an_act_on_a_record_is_done_for_a_record(address: str) -> None:
    rulebook = cimscore.load_rulebook()
    case = rulebook.read_case("examples/two-homes.yaml")
    done = DoneEntry(act="qld-child-safety/duties-notification/approve", for_=("notification:north",), at=UNKNOWN)
    assert cimscore.assess(attrs.evolve(case, done=(done,)), rulebook).decisions

    with pytest.raises(CaseError, match=f"found '{address}'; expected an address such as kind:household"):
        cimscore.assess(attrs.evolve(case, done=(attrs.evolve(done, for_=(address,)),)), rulebook)


class _Stamp(dt.datetime):
    """A datetime as another library derives it."""


class _Never(dt.datetime):
    """What pandas keeps for a time that is missing: a datetime that differs from itself."""

    def __eq__(self, other: object) -> bool:
        return False

    def __ne__(self, other: object) -> bool:
        return True

    __hash__ = dt.datetime.__hash__


@pytest.mark.parametrize("value", [None, "2025-03-03", 2025, 1.5, _Never(2025, 3, 3), object()])
def test_a_moment_of_what_is_no_time_is_refused_where_it_is_made(value: Any) -> None:
    with pytest.raises(TypeError, match="made of a date, or of a datetime with its offset") as refused:
        Moment(value)

    assert f"not of {type(value).__name__}." in str(refused.value)


def test_a_moment_of_a_derived_type_is_the_plain_one() -> None:
    made = Moment(_Stamp.fromisoformat("2025-03-03T10:15:30+10:00"))

    assert type(made.value) is dt.datetime
    assert made == Moment(dt.datetime.fromisoformat("2025-03-03T10:15:30+10:00"))
    assert pickle.loads(pickle.dumps(made)) == made  # noqa: S301 - our own bytes
    case = attrs.evolve(CASE, dates=attrs.evolve(CASE.dates, received=made))
    assert read_case(write_case(case), VOCABULARY).dates.received == made


@pytest.mark.parametrize(
    "source",
    [
        '{"cimscore": 1, "notifier": "Jo Example"}',
        "cimscore: 1\nnotifier: Jo Example\n",
        "notifier: Jo Example.yaml",
        b'{"notifier": "Jo Example"}',
        Path("notifier: Jo Example.json"),
    ],
)
def test_the_text_of_a_document_given_for_its_name_is_refused_without_a_word_of_it(source: Any) -> None:
    with pytest.raises(DocumentError) as refused:
        read_case(source, VOCABULARY)

    assert "Example" not in str(refused.value)
    assert "found the text of a document" in str(refused.value)
    assert "json.loads" in str(refused.value)


@pytest.mark.parametrize(("source", "found"), [(None, "NoneType"), ([1], "list"), (7, "int")])
def test_what_is_no_document_and_no_name_is_refused(source: Any, found: str) -> None:
    with pytest.raises(
        DocumentError, match=f"found a value of type {found}; expected the path of a file, or a mapping"
    ):
        read_case(source, VOCABULARY)


@pytest.mark.parametrize(
    ("case", "rulebook", "at", "expected"),
    [
        ({"id": "x"}, None, None, "case: found a value of type dict; expected a Case."),
        (CASE, {}, None, "rulebook: found a value of type dict; expected a Rulebook."),
        (CASE, None, AWARE, "at: found a value of type datetime; expected a Moment."),
        (CASE, None, "2025-03-03", "at: found a value of type str; expected a Moment."),
    ],
)
def test_deciding_says_which_argument_is_something_else(case: Any, rulebook: Any, at: Any, expected: str) -> None:
    with pytest.raises(TypeError) as refused:
        cimscore.assess(case, cimscore.load_rulebook() if rulebook is None else rulebook, at=at)

    assert str(refused.value).startswith(f"{expected} Make one")


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        ({"programs": "ndis-incidents"}, r"programs: found one name.*Write it as \['ndis-incidents'\]\."),
        (
            {"editions": ["first"]},
            "editions: found a value of type list; expected a Mapping. Write it as {name: choice}",
        ),
        ({"readings": "wide"}, "readings: found a value of type str; expected a Mapping"),
    ],
)
def test_choices_are_lists_and_mappings(argument: Any, expected: str) -> None:
    with pytest.raises(TypeError, match=expected):
        cimscore.assess(CASE, cimscore.load_rulebook(), **argument)


def test_a_topic_that_does_not_exist_is_not_one_of_which_nothing_is_concluded() -> None:
    rulebook = cimscore.load_rulebook()
    (decision,) = cimscore.assess(rulebook.read_case("examples/two-homes.yaml"), rulebook).decisions
    assert decision.of_topic("records")

    with pytest.raises(cimscore.UnknownNameError, match=r"There is no topic 'recrods'\. Did you mean 'records'"):
        decision.of_topic("recrods")


@pytest.mark.parametrize(
    ("plugins", "expected"),
    [
        ("ndis", "found 'ndis', without brackets"),
        (cimscore_ndis_incidents, "without brackets; expected modules or objects that implement the hooks"),
        (["ndis", cimscore_ndis_incidents, "vic"], "found the name 'vic'"),
    ],
)
def test_a_plugin_is_given_as_a_module_in_brackets(plugins: Any, expected: str) -> None:
    with pytest.raises(RulebookError) as refused:
        cimscore.load_rulebook(plugins)

    assert expected in str(refused.value)


def test_a_type_that_has_the_name_of_pythons_own_is_told_with_where_it_comes_from() -> None:
    like_numpys = type("bool", (), {"__module__": "numpy"})()

    with pytest.raises(CaseError, match=r"found a numpy\.bool; expected exactly bool, or UNKNOWN"):
        attrs.evolve(CASE, people=(attrs.evolve(CASE.people[0], adult=like_numpys), *CASE.people[1:]))
    with pytest.raises(CaseError, match=r"adult: found 0 \(int\); expected exactly bool"):
        attrs.evolve(CASE, people=(attrs.evolve(CASE.people[0], adult=0), *CASE.people[1:]))
