"""The work that is given to several engines has one answer in all of them that are installed here."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from beside.engines import ENGINES
from beside.own import half_known
from beside.page import chart
from beside.work import CASES, HALF_KNOWN, LINES, expected


def test_every_line_of_the_table_answers_some_case() -> None:
    assert {expected(facts) for facts in CASES} == {(line.answer, line.hours) for line in LINES}


@pytest.mark.parametrize("engine", ENGINES)
def test_an_engine_answers_as_the_table_does(engine: str) -> None:
    try:
        decide = ENGINES[engine]()
    except ImportError as missing:
        pytest.skip(f"{missing.name} is installed by nox -s bench")

    assert decide(CASES) == [expected(facts) for facts in CASES]


def test_a_case_that_is_half_known_is_provisional_and_what_it_turns_on_is_asked() -> None:
    assert half_known(HALF_KNOWN) == "provisional, asks: Is c1 serious?"


def test_the_chart_has_a_bar_for_each_engine_and_the_longest_for_the_slowest() -> None:
    drawn = chart({"quick": 1.0, "slow": 1452.0})

    assert drawn.count("<rect") == 2 and ">quick</text>" in drawn and ">1,452</text>" in drawn
