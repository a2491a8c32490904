"""A moment that is told bounds an open one: the first who knew is asked for among all who act for a provider."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import case_of, decided, question, rulebook

from cimscore.assessment import Decision, decide_case
from cimscore.case import Case, FactEntry, Moment
from cimscore.testing import unsound


def due(decision: Decision, clock: str) -> str:
    return next(str(line.due) for line in decision.clocks if line.id == clock)


def without(case: Case, name: str) -> Decision:
    """Return the decision about a case without one of its answers."""
    facts = tuple(fact for fact in case.facts if not fact.question.endswith(f"/{name}"))
    return decide_case(attrs.evolve(case, facts=facts), rulebook().program(case.programs[0]).compiled)


@pytest.mark.parametrize(
    ("document", "asked", "working", "typed"),
    [
        (
            "vic-aware-and-not-when-disclosed",
            "vic-cims/disclosed@i1",
            "between Monday 3 August 2026, 10:00 and Wednesday 5 August 2026, 09:00",
            "aware",
        ),
        (
            "vic-known-to-others-alone",
            "vic-cims/disclosed@i1",
            "between Friday 1 May 2026, 08:00 and Monday 11 May 2026, 09:00",
            "known-to-others",
        ),
        (
            "ndis-worker-and-key-personnel-aware",
            "ndis-incidents/aware@i1",
            "between Wednesday 5 August 2026, 09:00 and Thursday 6 August 2026, 15:00",
            "key-personnel-aware",
        ),
    ],
)
def test_an_open_moment_is_bounded_by_those_that_are_told(document: str, asked: str, working: str, typed: str) -> None:
    found = decided(document)
    assert question(found, asked).working == working
    assert [point.address for point in found.points if point.kind == "fact"] == [asked]
    assert question(without(case_of(document), typed), asked).working != working
    assert found.unused == ()


@pytest.mark.parametrize(
    ("document", "reading", "clock", "day"),
    [
        ("vic-told-days-later", {"disclosed-means": "provider"}, "report", "Tuesday 18 August 2026"),
        ("ndis-told-days-later", {"whose-knowledge": "key-personnel"}, "notify", "Friday 14 August 2026"),
    ],
)
def test_what_no_worker_knew_sooner_was_not_late_by_another_reading(
    document: str, reading: dict[str, str], clock: str, day: str
) -> None:
    assert day in due(decided(document, readings=reading), clock)
    assert {line.late for line in decided(document).clocks} == {None}


def with_moment(case: Case, question: str, moment: str) -> Decision:
    """Return the decision about a case with the moment of one of its questions told otherwise."""
    told = FactEntry(question=question, about="i1", answer=Moment(dt.datetime.fromisoformat(moment)))
    facts = (*(fact for fact in case.facts if fact.question != question), told)
    return decide_case(attrs.evolve(case, facts=facts), rulebook().program(case.programs[0]).compiled)


def contradictions(decision: Decision) -> list[str]:
    return [str(line.things[1]) for line in decision.about("out-of-order")]


def test_key_personnel_who_knew_before_the_provider_or_any_worker_did_are_a_contradiction() -> None:
    case = case_of("ndis-key-personnel-before-everybody")
    assert contradictions(decided(case.id)) == [
        "key personnel were aware of it before any worker knew of it",
        "key personnel were aware of it before the provider was",
    ]
    assert contradictions(with_moment(case, "ndis-incidents/key-personnel-aware", "2026-05-06T10:00+10:00")) == []


@pytest.mark.parametrize(
    ("document", "question", "moment", "reason"),
    [
        (
            "ndis-told-days-later",
            "ndis-incidents/aware",
            "2026-08-12T10:00+10:00",
            "the provider was aware of it before any worker knew of it",
        ),
        (
            "ndis-told-days-later",
            "ndis-incidents/known-to-others",
            "2026-08-12T10:00+10:00",
            "somebody who is not accused knew of it before any worker did",
        ),
        (
            "vic-told-days-later",
            "vic-cims/known-to-others",
            "2026-08-12T10:00+10:00",
            "a worker who is not accused knew of it before it was disclosed",
        ),
    ],
)
def test_nobody_knew_of_it_before_the_first_worker_did(document: str, question: str, moment: str, reason: str) -> None:
    assert contradictions(with_moment(case_of(document), question, moment)) == [reason]
    assert contradictions(decided(document)) == []


@pytest.mark.parametrize(
    "document",
    [
        "ndis-told-days-later",
        "ndis-worker-and-key-personnel-aware",
        "vic-aware-and-not-when-disclosed",
        "vic-known-to-others-alone",
        "vic-told-days-later",
    ],
)
def test_less_of_what_bounds_a_moment_is_never_wrong(document: str) -> None:
    assert list(unsound(case_of(document), rulebook(), most=8)) == []
