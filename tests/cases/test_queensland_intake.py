"""Everyday intakes of Queensland: what nobody has decided is asked, and no working answer is told as final."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import case_of, decided, question, records, rulebook

from cimscore.assessment import Decision, State, decide_case
from cimscore.case import UNKNOWN, Case, ConcernKind, DecisionEntry, Moment

PROGRAM = "qld-child-safety"


def decide(case: Case) -> Decision:
    """Return what Queensland's program says of a case."""
    return decide_case(case, rulebook().program(PROGRAM).compiled)


def with_concern(name: str, id: str, **changes: object) -> Case:
    """Return the case of a document with one of its concerns changed."""
    case = case_of(name)
    concerns = tuple(attrs.evolve(each, **changes) if each.id == id else each for each in case.concerns)
    return attrs.evolve(case, concerns=concerns)


def with_answer(case: Case, asked: str, about: str, answer: object) -> Case:
    """Return a case in which the officer has answered one more question."""
    entry = DecisionEntry(question=f"{PROGRAM}/{asked}", about=(about,), answer=answer, by="child-safety-officer")
    return attrs.evolve(case, decisions=(*case.decisions, entry))


def clocks_by_part(decision: Decision) -> dict[str, str]:
    """Return how sure each clock is, by its address."""
    return {clock.address: clock.standing.value for clock in decision.clocks}


def test_a_second_call_about_what_looks_like_the_same_incident_is_asked_about_and_keeps_its_clocks() -> None:
    decision = decided("second-call")
    point = question(decision, f"{PROGRAM}/repeats@c2")

    assert decision.state is State.PROVISIONAL
    assert point.working == "no"
    assert point.changes
    assert clocks_by_part(decision)["approve@c1@kai"] == "certain"
    assert clocks_by_part(decision)["approve@c2@kai"] == "provisional"


def test_the_repeated_call_is_a_report_with_a_heading_and_the_first_keeps_its_notification() -> None:
    decision = decide(with_answer(case_of("second-call"), "repeats", "c2", True))

    assert records(decision) == {"child-concern-report:c2": "certain", "notification:home": "certain"}
    assert set(clocks_by_part(decision)) >= {"approve@c1@kai", "approve-report@c2@kai"}
    assert "approve@c2@kai" not in clocks_by_part(decision)
    assert any("what c1 is recorded in" in says for says, _ in decision.duties)


def test_the_second_call_of_another_incident_is_a_notification_like_the_first() -> None:
    decision = decide(with_answer(case_of("second-call"), "repeats", "c2", False))

    assert decision.state is State.FINAL
    assert set(clocks_by_part(decision).values()) == {"certain"}


@pytest.mark.parametrize(
    ("changes", "asked"),
    [
        ({"occurred": UNKNOWN}, True),
        ({"kind": UNKNOWN}, True),
        ({"responsible": ()}, True),
        ({"place": UNKNOWN}, True),
        ({"occurred": Moment(dt.date(2025, 2, 20))}, False),
        ({"kind": ConcernKind.RISK}, False),
        ({"responsible": ("kai",)}, False),
        ({"about": ("mia",)}, False),
    ],
)
def test_only_what_may_be_the_same_incident_is_asked_about(changes: dict[str, object], asked: bool) -> None:
    decision = decide(with_concern("second-call", "c2", **changes))

    assert any(point.address == f"{PROGRAM}/repeats@c2" for point in decision.points) is asked
