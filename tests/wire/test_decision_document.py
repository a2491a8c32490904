"""A decision as a document: plain values, the same bytes every time, whole, small, and without the notifier."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore.assessment import Decision, decided_by_each, document_of, trace_of, words_for
from cimscore.calendars import Due
from cimscore.wire import Vocabulary, case_schema

ROOT = Path(__file__).parents[2]
RULEBOOK = cimscore.load_rulebook()
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
SMALL = 25_000


def decisions(path: Path) -> tuple[Decision, ...]:
    return cimscore.assess(RULEBOOK.read_case(path), RULEBOOK).decisions


def text_of(decision: Decision) -> str:
    return json.dumps(document_of(decision), ensure_ascii=False, separators=(",", ":"))


def lines_of(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [*document["conclusions"], *document["clocks"]]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_it_is_plain_json_and_the_same_bytes_each_time(path: Path) -> None:
    for first, again in zip(decisions(path), decisions(path), strict=True):
        assert json.loads(text_of(first)) == document_of(first)
        assert text_of(first) == text_of(again)


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_whatever_rests_on_a_question_has_its_number(path: Path) -> None:
    for document in map(document_of, decisions(path)):
        numbers = {number for line in lines_of(document) for number in line.get("on", ())}
        assert numbers <= set(range(1, len(document["open"]) + 1))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_the_trace_gives_each_line_its_clauses_its_conditions_and_the_questions_it_rests_on(path: Path) -> None:
    case = RULEBOOK.read_case(path)
    decided, _ = decided_by_each(case, RULEBOOK)
    for decision, worked_out in decided:
        document = document_of(decision)
        trace = trace_of(decision, worked_out, words_for(case, worked_out.run.compiled.program))
        open_points = [point["address"] for point in document["open"]]
        assert len(trace) == len(lines_of(document)) > 0
        for line, why in zip(lines_of(document), trace, strict=True):
            assert why["address"].split("@")[0] == line["id"]
            assert why["standing"] == line["standing"]
            assert set(why.get("clauses", ())) <= RULEBOOK.clauses.keys()
            rests = {address for answers in why.get("rests_on", ()) for address in answers}
            assert {open_points[number - 1] for number in line.get("on", ())} == rests & set(open_points)
        assert all(why["clauses"] and why["because"] for why in trace if why["address"].startswith("role@"))
        assert not any("clauses" in line for line in lines_of(document))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_empty_is_left_out_and_the_whole_is_small(path: Path) -> None:
    for decision in decisions(path):
        document = document_of(decision)
        assert all(value not in ("", None, [], {}) for line in lines_of(document) for value in line.values())
        assert len(text_of(decision).encode()) <= SMALL


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_due_by_the_end_of_a_day_has_that_day_beside_the_midnight_that_ends_it(path: Path) -> None:
    for decision in decisions(path):
        for clock, told in zip(decision.clocks, document_of(decision)["clocks"], strict=True):
            ends_a_day = isinstance(clock.due, Due) and clock.due.end_of_day
            assert ("day" in told) is ends_a_day
            if ends_a_day and clock.due.exact:
                day = dt.date.fromisoformat(told["day"])
                assert dt.datetime.fromisoformat(told["due"]).date() == day + dt.timedelta(days=1)
                assert f"{day:%A} {day.day} {day:%B %Y}, end of day" in str(clock.due)


def test_the_example_tells_its_deadlines() -> None:
    (decision,) = decisions(ROOT / "examples" / "two-homes.yaml")
    due = {clock["due"] for clock in document_of(decision)["clocks"]}

    assert "2025-03-07T00:00:00+10:00" in due


def test_the_committed_schema_of_a_case_is_current() -> None:
    """Written by `cimscore schema --no-programs`."""
    schema = case_schema(Vocabulary(programs=frozenset(), questions={}))
    assert (ROOT / "schemas" / "case-1.schema.json").read_text(encoding="utf-8") == json.dumps(schema, indent=2) + "\n"
