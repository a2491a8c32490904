"""A withdrawn incident leaves the time for its report running, by the policy and by the guide before it."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import clauses, decided, holds, incident

from cimscore.assessment import Decision, page_of
from cimscore.case import Case, Finish


def taken_back(case: Case) -> Decision:
    """Return the decision about a case whose incident was withdrawn."""
    return decided(attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], as_=Finish.WITHDRAWN),)))


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
    withdrawn = taken_back(case)

    assert holds(kept, "taken-back", "c1") == ""
    assert holds(withdrawn, "taken-back", "c1")
    assert clause in clauses(withdrawn, "taken-back")


def test_the_day_that_a_withdrawn_incident_would_have_is_told_and_nothing_denies_that_it_runs() -> None:
    case = incident()
    (clock,) = decided(case).clocks
    found = taken_back(case)

    assert f"may be owed still, and overdue: report the incident, {clock.due}." in found.because[1]
    assert [line.says for line in found.done] == ["c1 is withdrawn: nothing is told as owed by it"]
    page = str(page_of(found))
    assert "none runs" not in page
    assert "nothing more is owed" not in page


def test_a_report_that_was_made_before_the_withdrawal_has_no_day_left() -> None:
    found = taken_back(incident(moves=["submit 2025-03-04T10:00+11:00 staff member"]))

    assert found.because[1].endswith("may be owed still, and overdue.")
