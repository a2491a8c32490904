"""Everyday documents of Queensland, half known: what is certain, what is asked, and what each answer changes."""

from __future__ import annotations

import attrs
import pytest
from case_documents import case_of, clocks, decided, question, rulebook, standing

from cimscore.assessment import Decision, DecisionState, decide_case
from cimscore.case import Case, DecisionEntry

PROGRAM = "qld-child-safety"


def decide(case: Case, *, answers: dict[tuple[str, str], object] | None = None) -> Decision:
    """Return what Queensland's program says of a case, with some questions answered."""
    entries = tuple(
        DecisionEntry(question=f"{PROGRAM}/{asked}", about=(about,), answer=answer, by="child-safety-officer")
        for (asked, about), answer in (answers or {}).items()
    )
    whole = attrs.evolve(case, decisions=(*case.decisions, *entries))
    return decide_case(whole, rulebook().program(PROGRAM).compiled)


def with_person(case: Case, id: str, **changes: object) -> Case:
    """Return a case with the entry of one person changed."""
    return attrs.evolve(
        case, people=tuple(attrs.evolve(each, **changes) if each.id == id else each for each in case.people)
    )


# Concerns about an unborn child alone.

PRIORITY = f"{PROGRAM}/response-priority@c1"


def with_tom_at_home() -> Case:
    case = case_of("unborn-alone")
    stays = tuple(attrs.evolve(stay, household="home") for stay in case.residences)
    return attrs.evolve(case, residences=stays)


def test_an_unborn_child_alone_has_5_or_10_days_and_5_are_worked_with() -> None:
    decision = decided("unborn-alone")
    point = question(decision, PRIORITY)

    assert point.working == "5-day"
    assert [answer for answer, _, _ in point.changes] == ["10-day"]
    assert clocks(decision, "c1", "unborn")["approve"] == "Thursday 27 March 2025, end of day: provisional"
    assert clocks(decision, "c1", "unborn")["commence"] == "Monday 31 March 2025, end of day: provisional"


@pytest.mark.parametrize(("relates", "working"), [(None, "24-hour"), (True, "24-hour"), (False, "5-day")])
def test_a_brother_in_the_household_keeps_the_24_hours_until_the_concerns_do_not_relate_to_him(
    relates: bool | None, working: str
) -> None:
    answers = {} if relates is None else {("concerns-relate", "tom@home"): relates}

    assert question(decide(with_tom_at_home(), answers=answers), PRIORITY).working == working


def test_a_mother_who_may_be_a_child_keeps_the_24_hours_too() -> None:
    decision = decide(with_person(case_of("unborn-alone"), "mia", adult=False))

    assert question(decision, PRIORITY).working == "24-hour"


def test_24_hours_for_an_unborn_child_alone_are_never_final() -> None:
    answers = {("response-priority", "c1"): "24-hour"}
    decision = decide(case_of("unborn-alone"), answers=answers)

    assert decision.state is DecisionState.INCOMPLETE
    assert "Ask who decided" in " ".join(decision.because)
    assert clocks(decision, "c1", "unborn")["approve"] == "Tuesday 25 March 2025, 11:30: certain"


def test_24_hours_for_an_unborn_child_and_a_brother_are_final() -> None:
    case = with_tom_at_home()
    concerns = tuple(attrs.evolve(each, about=("tom", "unborn")) for each in case.concerns)
    decision = decide(attrs.evolve(case, concerns=concerns), answers={("response-priority", "c1"): "24-hour"})

    assert decision.state is DecisionState.FINAL
    assert standing(decision, "category", "notification:home", "unborn") == "certain"
