"""A rulebook is shared: cases decided by many threads at once come out as they do one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

import cimscore
from cimscore.assessment import document_of
from cimscore.wire import load_examples


@pytest.fixture(autouse=True)
def switching_often() -> Iterator[None]:
    """Threads take turns far more often than they do otherwise."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


def test_a_rulebook_may_be_shared_between_threads() -> None:
    def decided(rulebook: cimscore.Rulebook, example: cimscore.WorkedExample) -> list[dict[str, object]]:
        assessment = cimscore.assess(example.case, rulebook, at=example.at, readings=example.readings)
        return [document_of(decision) for decision in assessment.decisions]

    shared, own = (cimscore.load_rulebook.__wrapped__() for _ in range(2))  # Each anew: what it keeps is its own.
    examples = load_examples(shared)[::16]
    with ThreadPoolExecutor(8) as threads:
        at_once = list(threads.map(lambda example: decided(shared, example), examples))

    assert at_once == [decided(own, example) for example in examples]
