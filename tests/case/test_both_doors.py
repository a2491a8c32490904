"""A case that is built in Python is refused for the same reasons, at the same places, as one that is read."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import attrs
import pytest
from invented_questions import VOCABULARY
from mistaken_cases import FULL, MISTAKES, PEOPLE, SMALL, decided, received, stay

from cimscore.case import (
    UNKNOWN,
    Between,
    Case,
    ConcernEntry,
    ConcernKind,
    Dates,
    FactEntry,
    HouseholdEntry,
    Moment,
    PersonEntry,
    Protected,
    RecordEntry,
    refuse_unless_answered,
)
from cimscore.case.moments import refuse_far_moment
from cimscore.errors import CalendarError, CaseError, DocumentError, NaiveTimeError
from cimscore.wire import read_case, write_case


def as_document(parts: dict[str, Any]) -> dict[str, Any]:
    """The document of a case that cannot be built."""
    bare = Case(id="small")
    for name, value in parts.items():
        object.__setattr__(bare, name, value)
    return write_case(bare)


TOLD_OF_PYTHON = {
    "no id", "a word that means something else", "a very long id", "a decision about a ghost",
    "a decision by another role", "no days here",
    "fewer days away than none",
}  # fmt: skip
"""Mistakes told in words that differ, because one speaks of a document and the other of a value."""


@pytest.mark.parametrize(("name", "parts"), MISTAKES.items(), ids=MISTAKES)
def test_both_doors_refuse_the_same(name: str, parts: dict[str, Any]) -> None:
    with pytest.raises(DocumentError) as read:
        read_case(as_document({**SMALL, **parts}), VOCABULARY)
    with pytest.raises(CaseError) as built:
        refuse_unless_answered(Case(id="small", **{**SMALL, **parts}), VOCABULARY.forms, VOCABULARY.declared)

    places = [{(problem.where, problem.beside) for problem in error.value.problems} for error in (built, read)]
    assert places[0] == places[1]
    if name not in TOLD_OF_PYTHON:
        assert built.value.problems == read.value.problems


def test_what_both_doors_let_in_is_the_same_case() -> None:
    case = Case(id="small", **SMALL)
    refuse_unless_answered(case, VOCABULARY.forms)

    assert read_case(write_case(case), VOCABULARY) == case


CASE = Case(
    id="small",
    **SMALL,
    residences=(stay("ari", "north", FULL),),
    dates=received("2025-03-03"),
    decisions=(decided("ari@north"),),
)


@pytest.mark.parametrize(
    ("changes", "where", "expected"),
    [
        ({"people": list(PEOPLE)}, "people", "a tuple of PersonEntry"),
        ({"people": (HouseholdEntry(id="ari"),)}, "people[0]", "exactly cimscore.case.people.PersonEntry"),
        ({"people": (PersonEntry(id=7),)}, "people[0].id", "exactly str"),  # type: ignore[arg-type]
        ({"people": (PersonEntry(id="ari", born="2014-05-02"),)}, "people[0].born", "exactly datetime.date"),  # type: ignore[arg-type]
        (
            {"people": (PersonEntry(id="ari", born=dt.datetime(2014, 5, 2, tzinfo=dt.UTC)),)},
            "people[0].born",
            "exactly",
        ),
        ({"residences": (attrs.evolve(CASE.residences[0], kind="fulltime"),)}, "residences[0].kind", "ResidenceKind ("),
        ({"concerns": (ConcernEntry(id="c1", about=None),)}, "concerns[0].about", "a tuple of str"),  # type: ignore[arg-type]
        ({"concerns": (ConcernEntry(id="c1", about="ari"),)}, "concerns[0].about", "a tuple of str"),  # type: ignore[arg-type]
        ({"concerns": (ConcernEntry(id="c1", kind="harm"),)}, "concerns[0].kind", "ConcernKind (harm"),  # type: ignore[arg-type]
        ({"dates": Dates(received=None)}, "dates.received", "exactly cimscore.case.moments.Moment"),  # type: ignore[arg-type]
        ({"dates": Dates(received="now")}, "dates.received", "exactly cimscore.case.moments.Moment"),  # type: ignore[arg-type]
        ({"decisions": (decided("ari@north", answer=["x"]),)}, "decisions[0].answer", "a bool, an int, a str"),
        ({"records": (RecordEntry(id="r", kind="k", people=["ari"]),)}, "records[0].people", "a mapping"),  # type: ignore[arg-type]
        ({"notifier": "Jo Example"}, "notifier", "a Protected value"),
    ],
)
def test_a_value_of_another_type_is_refused_by_name(changes: dict[str, Any], where: str, expected: str) -> None:
    with pytest.raises(CaseError) as caught:
        attrs.evolve(CASE, **changes)

    problem = next(problem for problem in caught.value.problems if problem.where == where)
    assert problem.expected.startswith(expected)
    assert "Jo Example" not in str(caught.value)


def test_a_mistyped_word_is_answered_with_the_nearest() -> None:
    with pytest.raises(CaseError, match="Did you mean 'full-time'"):
        attrs.evolve(CASE, residences=(attrs.evolve(CASE.residences[0], kind="fulltime"),))


def test_wrong_types_hide_nothing_that_can_be_judged_without_them() -> None:
    people = (*PEOPLE, PersonEntry(id="zoe", born="2014-05-02"))  # type: ignore[arg-type]
    with pytest.raises(CaseError) as caught:
        attrs.evolve(CASE, people=people, residences=(stay("arii", "north", FULL),))

    assert {problem.where for problem in caught.value.problems} == {"people[3].born", "residences[0].person"}


def test_a_fact_is_not_given_as_a_decision_nor_a_decision_as_a_fact() -> None:
    swapped = attrs.evolve(
        CASE,
        decisions=(decided("ari", "quiet", "remark"),),
        facts=(FactEntry(question="rainbow/colour", about="c1", answer="red"),),
    )
    with pytest.raises(CaseError) as caught:
        refuse_unless_answered(swapped, VOCABULARY.forms)

    assert {problem.where: problem.hint for problem in caught.value.problems} == {
        "decisions[0].question": "It is a fact, not a decision: answer it under facts.",
        "facts.rainbow.colour.c1": "It is decided by a person (officer): answer it under decisions.",
    }


def test_a_case_without_its_notifier_is_otherwise_the_same() -> None:
    case = attrs.evolve(CASE, notifier=Protected("Jo Example"))
    bare = case.without_notifier()

    assert bare.notifier.reveal() is None
    assert case.notifier.reveal() == "Jo Example"
    assert bare == case
    assert "notifier" not in repr(case) and "Protected" not in repr(case)
    assert bare.people[0].born is UNKNOWN and bare.concerns[0].kind is not ConcernKind.HARM


def test_a_moment_known_within_bounds_is_an_answer_wherever_a_moment_is() -> None:
    days = Between(Moment(dt.date(2025, 2, 1)), Moment(dt.date(2025, 2, 3)))
    answered = attrs.evolve(CASE, facts=(FactEntry(question="rainbow/disclosed", about="c1", answer=days),))

    refuse_unless_answered(answered, VOCABULARY.forms)
    assert str(days) == "between 2025-02-01 and 2025-02-03"


def test_an_id_of_another_type_is_told_once() -> None:
    with pytest.raises(CaseError) as caught:
        Case(id=7)  # type: ignore[arg-type]
    assert [problem.where for problem in caught.value.problems] == ["id"]


def test_a_notifier_is_equal_to_every_other_and_is_never_copied() -> None:
    jo = Protected("Jo Example")

    assert jo == Protected("Mia Example") and jo != jo.reveal()
    assert hash(jo) == hash(Protected(None))
    assert copy.copy(jo) is jo and copy.deepcopy([jo])[0] is jo


def test_a_moment_without_an_offset_or_far_away_is_refused() -> None:
    with pytest.raises(NaiveTimeError):
        Moment(dt.datetime(2025, 3, 3, 10))  # noqa: DTZ001 - that is the point
    refuse_far_moment(Moment(dt.date(2025, 3, 3)))
    with pytest.raises(CalendarError, match=r"0001-01-01 is too far away\..*Give a moment of a year from"):
        refuse_far_moment(Moment(dt.date(1, 1, 1)))
