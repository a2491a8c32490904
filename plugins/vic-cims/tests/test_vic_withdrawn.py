"""A withdrawn incident leaves the time for its report running, by the policy and by the guide before it."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import clauses, decided, holds, incident

from cimscore.case import Finish


@pytest.mark.parametrize(
    ("day", "clause"),
    [
        ("2025-03-03T10:00+11:00", "vic/reporting/three-days"),
        ("2024-03-04T10:00+11:00", "vic/update-2024/submitted-before"),
    ],
)
def test_a_withdrawal_is_told_to_leave_the_time_running(day: str, clause: str) -> None:
    case = incident(day)
    kept = decided(case)
    withdrawn = decided(attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], as_=Finish.WITHDRAWN),)))

    assert holds(kept, "taken-back", "c1") == ""
    assert holds(withdrawn, "taken-back", "c1")
    assert clause in clauses(withdrawn, "taken-back")
