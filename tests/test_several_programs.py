"""One document under several programs: decisions apart, obligations of all, nothing merged."""

from __future__ import annotations

from pathlib import Path

import attrs
import pytest

import cimscore
from cimscore.rules import Topic

RULEBOOK = cimscore.load_rulebook()
CASE = RULEBOOK.read_case(Path(__file__).parents[1] / "examples" / "both-programs.yaml")
BOTH = cimscore.assess(CASE, RULEBOOK)


def test_each_program_decides_by_itself() -> None:
    assert [one.program for one in BOTH.programs] == ["qld-child-safety", "vic-cims"]
    assert {it.about for it in BOTH.records if it.program == "qld-child-safety"} == {"border-house"}
    assert {it.about for it in BOTH.records if it.program == "vic-cims"} == {"c1"}


@pytest.mark.parametrize("program", ["qld-child-safety", "vic-cims"])
def test_what_one_decides_is_what_it_would_decide_alone(program: str) -> None:
    alone = cimscore.assess(CASE, RULEBOOK, programs=[program])
    assert alone.programs == tuple(one for one in BOTH.programs if one.program == program)
    assert repr(alone.findings) == repr(tuple(it for it in BOTH.findings if it.program == program))


def test_the_obligations_of_both_add_up() -> None:
    counted = {one.program: len(one.of(Topic.DUTIES)) for one in BOTH.programs}
    assert all(counted.values())
    assert len(BOTH.duties) == sum(counted.values())
    due = {it.duty.program: it.due.describe() for it in BOTH.duties if it.duty.key in ("approve", "report")}
    assert due == {
        "qld-child-safety": "Tuesday 4 March 2025, 14:00, Brisbane time",
        "vic-cims": "Thursday 6 March 2025, end of day, Melbourne time",
    }


def test_answers_to_one_program_change_nothing_of_the_other() -> None:
    mute = attrs.evolve(CASE, facts=())
    fewer = cimscore.assess(mute, RULEBOOK)
    assert fewer.programs[0] == BOTH.programs[0]
    assert fewer.programs[1] != BOTH.programs[1]
