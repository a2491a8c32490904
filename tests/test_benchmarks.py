"""The work that is given to several engines has one answer in all of them that are installed here."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from at_scale.mixed import DAMAGED, mixed_cases
from at_scale.page import GUIDE, TABLE, measured, written
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


def test_mixed_cases_differ_are_made_again_alike_and_one_in_a_hundred_is_damaged() -> None:
    lines = [*mixed_cases(2 * DAMAGED)]
    damaged = [line for line in lines if not line.endswith("}")]
    sound = [json.loads(line) for line in lines if line not in damaged]

    assert lines[:DAMAGED] == [*mixed_cases(DAMAGED)]
    assert len(set(lines)) == len(lines)
    assert len(damaged) == 2
    assert {program for case in sound for program in case["programs"]} >= {"qld-child-safety", "vic-cims"}


def test_the_rows_of_a_way_are_held_against_those_of_one_process(tmp_path: Path) -> None:
    cases = written(tmp_path, 5)
    rows = {way: measured(way, cases, tmp_path).rows for way in ("one process", "DuckDB")}

    assert rows["DuckDB"] == rows["one process"]
    assert sorted(rows["DuckDB"]) == [1, 2, 3, 4, 5] and len(set(rows["DuckDB"].values())) == 5


def test_the_guide_has_the_table_of_the_ways() -> None:
    assert TABLE.search(GUIDE.read_text(encoding="utf-8"))
