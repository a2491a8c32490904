"""People as they are known at intake: a year, an age, a death, kin of every kind."""

from __future__ import annotations

from case_documents import clocks, decided, records, roles

from cimscore.assessment import State

FIVE_DAYS = {
    "approve": "Thursday 6 March 2025, end of day: certain",
    "transfer": "Thursday 6 March 2025, end of day: certain",
    "commence": "Monday 10 March 2025, end of day: certain",
    "finish": "Wednesday 11 June 2025, end of day: certain",
}


def test_a_child_of_whom_only_the_year_of_birth_is_known_is_a_child_whatever_the_day() -> None:
    decision = decided("year-only")
    assert decision.state is State.FINAL
    assert records(decision) == {"notification:home": "certain"}
    assert roles(decision, "notification:home") == {"kai subject child": "certain", "pa parent": "certain"}
    assert clocks(decision, "c1", "kai") == FIVE_DAYS
