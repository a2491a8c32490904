"""Moments of an incident that cannot all be true are told, and ranges that overlap contradict nothing."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import at, clauses, decided, due, holds, incident

from cimscore.case import UNKNOWN, Case

HAPPENED, SECOND, THIRD, FOURTH = (f"2025-03-{day:02}T10:00+11:00" for day in (3, 4, 5, 6))
AWARE_FIRST = "the provider was aware of it before it happened"
KNOWN_FIRST = "it was disclosed or known before it happened"
AWARE_BEFORE = "the provider was aware of it before it was disclosed"
RECEIVED_BEFORE = "it was received before it was disclosed"
OTHERS_BEFORE = "a worker who is not accused knew of it before it was disclosed"
SUBMITTED_BEFORE = "the report was submitted before it was disclosed"


def told(case: Case, **readings: str) -> set[str]:
    """Return what is told of moments that contradict each other."""
    return {line.things[1] for line in decided(case, **readings).about("out-of-order") if line.standing == "certain"}


@pytest.mark.parametrize("reading", ["any-worker", "provider"])
def test_a_provider_is_not_aware_of_what_is_still_to_happen(reading: str) -> None:
    case = incident(HAPPENED, aware="2025-03-02T10:00+11:00")
    assert AWARE_FIRST in told(case, disclosed_means=reading)


def test_no_worker_knows_of_what_is_still_to_happen() -> None:
    case = incident(SECOND, FOURTH, disclosed=None, known_to_others={"c1": at(HAPPENED)})
    assert KNOWN_FIRST in told(case)


def test_a_provider_is_not_aware_before_the_first_worker_knows() -> None:
    assert told(incident(HAPPENED, FOURTH, disclosed=THIRD, aware=SECOND)) == {AWARE_BEFORE}


def test_no_other_worker_knows_before_the_first_one_does() -> None:
    assert told(incident(HAPPENED, FOURTH, disclosed=THIRD, known_to_others={"c1": at(SECOND)})) == {OTHERS_BEFORE}


def test_nothing_is_received_before_the_first_worker_knows() -> None:
    assert told(incident(HAPPENED, SECOND, disclosed=THIRD)) == {RECEIVED_BEFORE}


def test_nothing_is_submitted_before_the_first_worker_knows() -> None:
    case = incident(HAPPENED, SECOND, disclosed=FOURTH, moves=[f"submit {THIRD} staff member"])
    found = told(case)
    assert found == {RECEIVED_BEFORE, SUBMITTED_BEFORE}
    assert "vic/reporting/three-days" in clauses(decided(case), "out-of-order")


@pytest.mark.parametrize(
    "answers",
    [
        {"disclosed": SECOND, "aware": THIRD},
        {"disclosed": SECOND, "aware": SECOND},
        {"disclosed": "2025-03-04", "aware": "2025-03-04"},
        {"disclosed": SECOND, "aware": None},
        {"disclosed": None, "aware": SECOND},
        {"disclosed": None, "aware": None},
    ],
)
def test_moments_in_their_order_or_on_one_day_contradict_nothing(answers: dict[str, str | None]) -> None:
    case = incident(HAPPENED, FOURTH, **answers)
    assert holds(decided(case), "out-of-order", "c1") == ""


def test_a_contradiction_keeps_a_decision_from_being_final_where_nobody_tells_when_it_happened() -> None:
    case = incident(HAPPENED, FOURTH, disclosed=THIRD, aware=SECOND)
    unknown = attrs.evolve(case, concerns=tuple(attrs.evolve(concern, occurred=UNKNOWN) for concern in case.concerns))
    assert "in-order" in [law.id for law in decided(unknown).laws]


def test_what_was_received_under_an_eastern_clock_before_its_day_began_may_have_been_known_at_either_moment() -> None:
    """Half past midnight in Auckland is the evening before in Melbourne."""
    case = incident("2025-03-04", "2025-03-04T00:30+13:00", disclosed=None, site="elsewhere")
    between = "between Thursday 6 March 2025, end of day and Friday 7 March 2025, end of day, Melbourne time"
    assert due(decided(case), "report") == between
