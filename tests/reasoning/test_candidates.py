"""Every harm household of Queensland's worked examples is a candidate of the household graph, and as sure."""

from __future__ import annotations

import pytest
from answers_of_queensland import queensland, worked_examples

from cimscore.household_graph import harm_candidates, to_networkx
from cimscore.reasoning.cases import run_of

EXAMPLES = worked_examples()


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_a_harm_household_is_a_candidate(name: str) -> None:
    compiled = queensland()

    run = run_of(EXAMPLES[name], compiled)

    sure: dict[str, int] = {}
    for ground in harm_candidates(to_networkx(EXAMPLES[name], compiled.program.zone)):
        sure[ground.household] = max(ground.grade, sure.get(ground.household, 0))
    for (home,), grade in run.use("conclusion:harm-household").rows.items():
        assert sure[home] >= grade
