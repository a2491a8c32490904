"""A decision that is over leaves nothing behind that only the collector of cycles could free."""

from __future__ import annotations

import gc

import pytest
from answers_of_queensland import programs, worked_examples

from cimscore.assessment import decide_case


@pytest.mark.parametrize("program", ["ndis-incidents", "qld-child-safety", "vic-cims"])
def test_no_circle_outlives_a_decision(program: str) -> None:
    compiled, cases = programs()[program], list(worked_examples(program).values())[:5]
    for case in cases:
        decide_case(case, compiled)
    gc.collect()
    gc.disable()
    try:
        for case in cases:
            decide_case(case, compiled)
        assert gc.collect() == 0
    finally:
        gc.enable()
