"""Nobody is asked for what changes nothing: where a single question is open, an answer to it changes what is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import pytest
from case_documents import rulebook
from worked_examples import compiled, examples

from cimscore.assessment import Decision, OpenPoint, decide_case
from cimscore.testing import omissions

BOUNDS_ANOTHER: Final = frozenset({"received"})
"""Nobody learnt of an incident later than the information came: this moment bounds that one, and no more."""
GOVERNS: Final = frozenset({"edition@qld"})
"""Which edition governs is asked where nobody knows the day that chooses it, even if both would say the same."""


def with_one_gap(every: int) -> Iterator[tuple[str, Decision]]:
    """Each thirty-second fact left out of each third worked example, by name; each fourth in the long run."""
    for program, example in examples()[::3]:
        for left_out in list(omissions(example.case, rulebook()))[::every]:
            decision = decide_case(left_out.case, compiled(program), at=example.at)
            yield f"{example.case.id} without {left_out.fact}", decision


def changes_something(point: OpenPoint) -> bool:
    """Return True if an answer brings or takes something, or has too many to try each."""
    return any(brings or takes for _, brings, takes in point.changes) or point.unlisted or bool(point.bounds)


@pytest.mark.parametrize("every", [32, pytest.param(4, marks=pytest.mark.long)])
def test_a_single_open_question_changes_something(every: int) -> None:
    single = [(name, decision.points[0]) for name, decision in with_one_gap(every) if len(decision.points) == 1]
    needless = [(name, point.address) for name, point in single if not changes_something(point)]

    assert [(name, address) for name, address in needless if address not in BOUNDS_ANOTHER | GOVERNS] == []
    assert len(single) > 200 / every
