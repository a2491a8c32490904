"""Acts and kinds of record that no program knows, and answers about another sort of thing, in a case that is built."""

from __future__ import annotations

import copy
import datetime as dt
from typing import Any

import attrs
import pytest
from invented_questions import VOCABULARY, WHOLE_CASE

from cimscore.case import (
    UNKNOWN,
    Between,
    DecisionEntry,
    DoneEntry,
    FactEntry,
    Moment,
    OnFileEntry,
    Protected,
    refuse_unless_answered,
)
from cimscore.errors import CaseError
from cimscore.wire import read_case_text

CASE = read_case_text(WHOLE_CASE, VOCABULARY)


def problems(**parts: Any) -> dict[str, str]:
    """What is said of the whole case with other parts, by place."""
    try:
        refuse_unless_answered(attrs.evolve(CASE, **parts), VOCABULARY.forms, VOCABULARY.declared)
    except CaseError as error:
        return {problem.where: str(problem) for problem in error.problems}
    return {}


def test_an_act_that_no_program_knows_is_told_with_those_of_its_name() -> None:
    found = problems(done=(DoneEntry(act="approve", for_=("c1",), at=UNKNOWN),))

    assert "an act that `cimscore rules` lists" in found["done[0].act"]
    assert "'rainbow/clock/approve'" in found["done[0].act"]


def test_an_act_is_done_for_the_sort_of_thing_that_it_is_about() -> None:
    assert problems(done=(DoneEntry(act="rainbow/clock/approve", for_=("c1",), at=UNKNOWN),)) == {}
    found = problems(done=(DoneEntry(act="rainbow/duties-case/call", for_=("c1",), at=UNKNOWN),))

    assert "an address such as case" in found["done[0].for"]


def test_a_kind_of_record_that_no_program_knows_is_told_with_the_nearest_or_with_all() -> None:
    near = problems(on_file=(attrs.evolve(_on_file(), kind="notificaton"),))
    far = problems(on_file=(attrs.evolve(_on_file(), kind="quilt"),))

    assert "'notification'" in next(said for where, said in near.items() if where.endswith(".kind"))
    assert "Known: " in next(said for where, said in far.items() if where.endswith(".kind"))


def _on_file() -> OnFileEntry:
    return OnFileEntry(kind="notification", exists=UNKNOWN)


@pytest.mark.parametrize("kind", [DecisionEntry, FactEntry])
def test_an_answer_about_the_case_is_about_nothing_in_it(kind: Any) -> None:
    question = "rainbow/closed" if kind is DecisionEntry else "rainbow/raining"
    about = ("c1",) if kind is DecisionEntry else "c1"
    part = "decisions" if kind is DecisionEntry else "facts"

    assert "an address such as case" in " ".join(
        problems(**{part: (kind(question=question, about=about, answer=True),)}).values()
    )


def test_a_moment_between_two_others_says_both() -> None:
    first, last = (Moment(day) for day in (CASE.dates.received.day(None), CASE.dates.received.day(None)))

    assert str(Between(first, last)) == f"between {first} and {last}"
    earlier = Moment(dt.date(1999, 1, 1))
    with pytest.raises(ValueError, match=r"comes before .*: write the earlier one first"):
        Between(first, earlier)


def test_what_is_protected_is_told_on_request_alone_and_is_like_any_other() -> None:
    mia, nobody = Protected("Mia Example"), Protected(None)

    assert (mia.reveal(), repr(mia)) == ("Mia Example", "Protected()")
    assert mia == nobody and hash(mia) == hash(nobody) and mia != "Mia Example"
    assert copy.copy(mia) is mia and copy.deepcopy(mia) is mia and mia.__getstate__() is None
