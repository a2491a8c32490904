"""An answer of another type than its question asks for is refused, also in a case that no reader has seen."""

from __future__ import annotations

import datetime as dt
from typing import Any

import attrs
import pytest
from invented_questions import VOCABULARY, WHOLE_CASE

from cimscore.case import Case, DecisionEntry, FactEntry, Moment, refuse_unless_answered
from cimscore.errors import CaseError
from cimscore.wire import read_case_text

CASE = read_case_text(WHOLE_CASE, VOCABULARY)


def answered(question: str, about: str, answer: Any) -> Case:
    """The whole case with one answer only."""
    name = f"rainbow/{question}"
    if VOCABULARY.questions[name].decided_by:
        entry = DecisionEntry(question=name, about=(about,), answer=answer)
        return attrs.evolve(CASE, decisions=(entry,), facts=())
    return attrs.evolve(CASE, decisions=(), facts=(FactEntry(question=name, about=about, answer=answer),))


def test_every_answer_that_the_reader_takes_is_taken_where_it_is_built() -> None:
    refuse_unless_answered(CASE, VOCABULARY.forms)


@pytest.mark.parametrize(
    ("question", "about", "answer", "expected"),
    [
        ("raining", "case", "false", "exactly the type bool"),
        ("raining", "case", 0, "exactly the type bool"),
        ("count", "north", True, "exactly the type int"),
        ("count", "north", "3", "exactly the type int"),
        ("seen-on", "inv-1", Moment(dt.date(2025, 1, 3)), "exactly the type date"),
        ("disclosed", "c1", dt.date(2025, 1, 3), "exactly the type Moment"),
        ("mentor", "ari", 7, "exactly the type str"),
        ("joined", "case", "north", "exactly the type tuple"),
        ("colour", "c1", "rde", "Did you mean 'red'"),
        ("code", "c1", "x-3", "one of x-1, x-2"),
        ("event", "c1", "Death", "Did you mean 'death'"),
        ("closed", "case", "unknown", "or UNKNOWN"),
    ],
)
def test_an_answer_of_another_kind_is_refused(question: str, about: str, answer: Any, expected: str) -> None:
    with pytest.raises(CaseError, match=expected):
        refuse_unless_answered(answered(question, about, answer), VOCABULARY.forms)


def test_an_answer_in_words_of_its_own_is_taken_where_the_question_allows_it() -> None:
    refuse_unless_answered(answered("event", "c2", "a number of its own"), VOCABULARY.forms)
