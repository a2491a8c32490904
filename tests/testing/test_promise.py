"""The promise held against the public documents, and programs that break it found out."""

from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import attrs
import loud_program
import pytest

import cimscore
from cimscore.case import DoneEntry, Moment
from cimscore.testing import omissions, unsound
from cimscore.testing.soundness import up_to

RULEBOOK = cimscore.load_rulebook()
DOCUMENTS = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
LEFT_OUT = int(os.environ.get("CIMSCORE_OMISSIONS", "4"))
"""How many facts of each document are left out in turn; all of them for 0, which takes minutes."""

CALM = "certain is conclusion:calm of c1; not so in a completion"
URGENT = "the decision is final; in a completion there is conclusion:urgent of c1 too"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.stem)
def test_each_fact_left_out_of_a_document(path: Path) -> None:
    assert list(unsound(RULEBOOK.read_case(path), RULEBOOK, most=LEFT_OUT)) == []


def test_two_facts_left_out_of_a_document() -> None:
    case = RULEBOOK.read_case(DOCUMENTS[0].with_name("two-homes-one-harm.yaml"))
    assert list(unsound(case, RULEBOOK, pairs=True, most=LEFT_OUT)) == []


def test_what_is_told_as_done_is_never_taken_for_done_after_the_decision() -> None:
    looked_at, done = (Moment(dt.datetime(2025, 3, day, 10, tzinfo=dt.UTC)) for day in (5, 4))
    case = RULEBOOK.read_case(DOCUMENTS[0].with_name("two-homes.yaml"))
    approved = DoneEntry(act="qld-child-safety/clock/approve", for_=("c1@ari",), at=done)
    omission = next(each for each in omissions(attrs.evolve(case, done=(approved,)), RULEBOOK) if "done[" in each.fact)
    worlds = [case.done[0].at for case in up_to(omission, looked_at).completions]
    assert worlds == [done]
    assert len(omission.completions) > 1


def test_a_sound_program_keeps_it() -> None:
    book = loud_program.rulebook()
    assert list(unsound(loud_program.case(book), book)) == []


def test_a_comparison_that_takes_unknown_for_a_word_is_found_out() -> None:
    book = loud_program.rulebook(faulty=True)
    found = list(unsound(loud_program.case(book), book))
    assert found == [f"without facts[1].answer: {CALM}", f"without facts[1].answer: {URGENT}"]


def test_two_facts_left_out_bring_the_same_to_light() -> None:
    book = loud_program.rulebook(faulty=True)
    assert f"without facts[0].answer and facts[1].answer: {CALM}" in set(
        unsound(loud_program.case(book), book, pairs=True)
    )


def test_a_program_that_fails_does_not_pass_for_a_sound_one() -> None:
    book = loud_program.rulebook(broken=True)
    with pytest.raises(cimscore.CimsError, match="broken on purpose"):
        list(unsound(loud_program.case(book), book))
