"""What hangs on a moment is told in words, and a decision that waits for one names it."""

from __future__ import annotations

import attrs
from case_documents import DOCUMENTS, case_of, decided, question, rulebook

from cimscore.assessment import Assessment, Decision, State, assess, decide_case, first_page
from cimscore.case import Case

BESIDE = "Its decision is told beside this one."
INSTALLED = "Where it is installed, ask it: --program ndis-incidents"


def words(text: str) -> str:
    return " ".join(text.split())


def both() -> Assessment:
    case = rulebook().read_case(DOCUMENTS.parents[2] / "examples" / "dual-funded.yaml")
    return assess(case, rulebook())


def test_a_program_whose_decision_stands_beside_is_not_to_be_asked_for() -> None:
    assessed = both()
    programs = [decision.program for decision in assessed.decisions]
    assert "ndis-incidents" in programs
    vic = assessed.decision("vic-cims")
    assert BESIDE in words(first_page(vic, beside=programs))
    assert INSTALLED not in words(first_page(vic, beside=programs))
    assert INSTALLED in words(first_page(vic, beside=["vic-cims"]))
    assert BESIDE not in words(first_page(vic))


def test_a_decision_that_waits_for_a_moment_alone_names_the_act() -> None:
    decision = decided("notified-on-a-day")
    assert decision.state is State.PROVISIONAL
    assert (decision.points, decision.laws) == ((), ())
    (reason,) = decision.because
    told = "cannot be told: met, or met late by 14 hours at most; the moment at which it was done would tell"
    assert reason == f"Notify the incident (i1) [{told}]."
    assert f"Provisional. {reason}" in words(first_page(decision))


def test_with_the_moment_the_decision_is_final() -> None:
    case = case_of("notified-on-a-day")
    (act,) = case.done
    known = attrs.evolve(case, done=(attrs.evolve(act, at=case.dates.received),))
    assert decision_of(known).state is State.FINAL


def test_when_a_step_was_taken_is_worked_with_in_words_and_for_its_own_reason() -> None:
    decision = decide_case(case_of("notified-on-a-day"), rulebook().program("vic-cims").compiled)
    point = question(decision, "moved@incident-report:i1@endorse")
    assert point.working == "from Thursday 5 June 2025, 10:00 on"
    assert point.why == "the earliest, so that no day is missed"
    assert "T10:00" not in first_page(decision)


def test_where_no_edition_is_known_the_document_is_said_to_lack_its_dates_whatever_else_it_tells() -> None:
    case = case_of("ndis-awareness-alone")
    assert [fact.question for fact in case.facts] == ["ndis-incidents/aware"]
    page = words(first_page(decision_of(case)))
    assert "The document does not say when it happened or when it was received" in page
    assert "write it under dates: received" in page
    received = attrs.evolve(case.dates, received=case.facts[0].answer)
    assert "does not say when" not in first_page(decision_of(attrs.evolve(case, dates=received)))


def decision_of(case: Case) -> Decision:
    return decide_case(case, rulebook().program(case.programs[0]).compiled)
