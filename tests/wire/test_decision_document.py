"""A decision as a document: plain values, the same bytes every time, whole, small, and without the notifier."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

import cimscore
from cimscore.assessment import Decision, document_of
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
def test_whatever_is_not_certain_rests_on_points_that_are_told(path: Path) -> None:
    for document in map(document_of, decisions(path)):
        told = {point["address"] for point in document["open"]}
        rests = {address for line in lines_of(document) for answers in line.get("rests_on", ()) for address in answers}
        assert rests <= told


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_clause_named_is_one_of_the_rulebook(path: Path) -> None:
    for document in map(document_of, decisions(path)):
        named = {clause for line in lines_of(document) for clause in line.get("clauses", ())}
        assert named
        assert named <= RULEBOOK.clauses.keys()


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_empty_is_left_out_and_the_whole_is_small(path: Path) -> None:
    for decision in decisions(path):
        document = document_of(decision)
        assert all(value not in ("", None, [], {}) for line in lines_of(document) for value in line.values())
        assert len(text_of(decision).encode()) <= SMALL


def test_the_example_tells_its_deadlines() -> None:
    (decision,) = decisions(ROOT / "examples" / "two-homes.yaml")
    due = {clock["due"] for clock in document_of(decision)["clocks"]}

    assert "2025-03-07T00:00:00+10:00" in due


def test_the_committed_schema_of_a_case_is_current() -> None:
    """Written by `cimscore schema --no-programs`."""
    schema = case_schema(Vocabulary(programs=frozenset(), questions={}))
    assert (ROOT / "schemas" / "case-1.schema.json").read_text(encoding="utf-8") == json.dumps(schema, indent=2) + "\n"
