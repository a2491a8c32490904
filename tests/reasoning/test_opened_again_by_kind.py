"""Closings that were taken back: dropped, but for a kind of record whose own workflow says what a reopening does."""

from __future__ import annotations

import attrs
import pytest
from small_situations import ZONE, case, grades

from cimscore.case import MoveEntry, RecordEntry
from cimscore.reasoning.situation import Asked, situation_of
from cimscore.rules.rows.workflows import NOT_BEGUN, Workflow, WorkflowMove
from cimscore.rules.vocabulary import has_moved

KEPT = Workflow(
    id="letter-workflow",
    kind="letter",
    title="Letter",
    states=(NOT_BEGUN, "open", "closed"),
    roles=("clerk",),
    moves=(
        WorkflowMove(move="close", from_=(NOT_BEGUN, "open"), to="closed"),
        WorkflowMove(move="reopen", from_=("closed",), to="open"),
    ),
)


@pytest.mark.parametrize(("kind", "taken"), [("letter", {"close", "reopen"}), ("file", set())])
def test_a_workflow_says_what_a_reopening_does_of_its_own_kind_alone(kind: str, taken: set[str]) -> None:
    moves = tuple(MoveEntry(move=move) for move in ("close", "reopen"))
    record = RecordEntry(id="r1", kind=kind, moves=moves)
    situation = situation_of(attrs.evolve(Asked(case(records=(record,)), ZONE), workflows=(KEPT,)))
    assert {move for _, move in grades(situation, has_moved)} == taken
