"""A moment that is told bounds an open one: the first who knew is asked for among all who act for a provider."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import case_of, decided, question, rulebook

from cimscore.assessment import Decision, decide_case, first_page
from cimscore.case import Between, Case, Dates, FactEntry, Moment
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
    assert list(unsound(case_of(document), rulebook())) == []


def test_the_order_of_moments_is_open_while_nobody_tells_when_it_was_received() -> None:
    case = attrs.evolve(case_of("vic-told-days-later"), dates=Dates())
    found = decide_case(case, rulebook().program("vic-cims").compiled)
    (law,) = found.laws

    assert (found.state.value, law.id, law.holds_provisionally) == ("provisional", "in-order", True)
    assert [address for address, _ in law.asks] == ["received"] == [point.address for point in found.points]
    assert contradictions(found) == []
    contradiction = "the moments told of i1 contradict each other: it was received before it was disclosed"
    assert f"It decides whether {contradiction}." in " ".join(first_page(found).split())


def test_an_order_that_cannot_be_is_told_by_an_earlier_edition_too() -> None:
    found = with_moment(case_of("vic-known-in-part"), "vic-cims/disclosed", "2020-02-05T10:00+11:00")

    assert [edition for document, edition, _ in found.governed_by if document == "vic"] == ["2020-02"]
    assert contradictions(found) == [
        "it was received before it was disclosed",
        "the report was submitted before it was disclosed",
    ]


@pytest.mark.parametrize(
    ("document", "happened", "in_order"),
    [
        ("vic-told-days-later", ("2026-08-12T10:00+10:00", "2026-08-13T10:30+10:00"), True),
        ("vic-told-days-later", ("2026-08-12T10:00+10:00", "2026-08-13T09:30+10:00"), False),
        ("ndis-told-days-later", ("2026-08-12T10:00+10:00", "2026-08-13T10:30+10:00"), True),
        ("ndis-told-days-later", ("2026-08-12T10:00+10:00", "2026-08-13T09:30+10:00"), False),
    ],
)
def test_of_an_incident_that_may_have_been_later_than_somebody_knew_of_it_the_order_is_open(
    document: str, happened: tuple[str, str], in_order: bool
) -> None:
    first, last = (Moment(dt.datetime.fromisoformat(moment)) for moment in happened)
    case = case_of(document)
    (concern,) = case.concerns
    ranged = attrs.evolve(case, concerns=(attrs.evolve(concern, occurred=Between(first, last)),))
    found = decide_case(ranged, rulebook().program(case.programs[0]).compiled)

    assert ("in-order" in [law.id for law in found.laws]) is in_order
    assert contradictions(found) == []
