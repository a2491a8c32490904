"""Who is named, who has to notify, whose knowledge counts, and what one report does not do for another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any

import attrs
import pytest
from ndis_cases import FORM, NDIS, NOTIFICATION, at, compiled, decided, due, holds, incident, records, standing

from cimscore.assessment import Decision
from cimscore.case import Case, ConcernEntry, FactEntry, Finish, Part, PersonEntry
from cimscore.reasoning.cases import run_of
from cimscore_ndis_incidents.rules.laws import HAS_A_ROLE

REASON = "it is about nobody with a disability who receives supports"


def told(case: Case, answers: Mapping[str, object]) -> Case:
    """Return a case with further answers about ``id@thing``."""
    facts = tuple(
        FactEntry(question=f"{NDIS}/{name.partition('@')[0]}", about=name.partition("@")[2] or "case", answer=answer)
        for name, answer in answers.items()
    )
    return attrs.evolve(case, facts=(*case.facts, *facts))


def with_people(case: Case, **named: tuple[str, ...]) -> Case:
    """Return a case whose concern names further people."""
    ids = {id for people in named.values() for id in people} - {"dan"}
    concern: ConcernEntry = attrs.evolve(case.concerns[0], **named)
    people = (*case.people, *(PersonEntry(id=id) for id in sorted(ids)))
    return attrs.evolve(case, people=people, concerns=(concern,))


def roles(decision: Decision, record: str) -> set[str]:
    """Return who is what in a record."""
    lines = (map(str, line.things) for line in decision.about("role"))
    return {f"{who} {role}" for who, found, role in lines if found == record}


@pytest.mark.parametrize("record", [NOTIFICATION, FORM])
def test_everybody_named_has_a_role_in_whatever_is_sent(record: str) -> None:
    case = with_people(incident(), about=("dan", "eve"), responsible=("eve", "kim"), present=("sam", "kim"))
    found = decided(case)
    assert roles(found, record) == {
        "dan person affected",
        "eve person affected",
        "eve subject of allegation",
        "kim subject of allegation",
        "sam present when it happened",
    }
    assert found.laws == ()
    owed = compiled().owes(HAS_A_ROLE)(run_of(case, compiled()).use)
    assert {str(who) for who, held in owed if str(held) == record} == {"dan", "eve", "kim", "sam"}


def test_what_is_about_nobody_with_a_disability_is_not_reportable_with_its_clause() -> None:
    found = decided(told(incident(), {"person-with-disability@dan": False}))
    assert records(found) == set()
    assert holds(found, "not-reportable", "c1", REASON) == "certain"
    assert found.laws == ()


def of_staff(case: Case) -> Case:
    return attrs.evolve(case, people=tuple(attrs.evolve(person, is_=Part.STAFF) for person in case.people))


def test_whether_a_worker_is_a_person_with_disability_is_asked_and_nothing_is_final_until_then() -> None:
    found = decided(of_staff(incident()))
    assert "ndis-incidents/person-with-disability@dan" in {point.address for point in found.points}
    assert records(found, "certain") == set()
    assert records(found, "provisional") == {NOTIFICATION, FORM}


@pytest.mark.parametrize(("answer", "made"), [(True, {NOTIFICATION, FORM}), (False, set())])
def test_of_a_worker_the_answer_decides(answer: bool, made: set[str]) -> None:
    found = decided(told(of_staff(incident()), {"person-with-disability@dan": answer}))
    assert records(found, "certain") == made


def test_a_worker_hurt_beside_a_person_with_disability_is_not_affected_as_one() -> None:
    case = of_staff(incident())
    found = decided(told(with_people(case, about=("dan", "eve")), {"person-with-disability@dan": False}))
    assert roles(found, NOTIFICATION) == {"eve person affected"}


def test_one_person_with_a_disability_among_several_is_enough() -> None:
    case = with_people(incident(), about=("dan", "eve"))
    found = decided(told(case, {"person-with-disability@dan": False}))
    assert records(found) == {NOTIFICATION, FORM}
    assert roles(found, NOTIFICATION) == {"dan person affected", "eve person affected"}


@pytest.mark.parametrize(("reading", "made"), [("nothing", set()), ("as-registered", {NOTIFICATION, FORM})])
def test_what_an_unregistered_provider_owes_is_a_reading(reading: str, made: set[str]) -> None:
    found = decided(incident(registered_provider=False), unregistered_provider=reading)
    assert records(found) == made
    assert bool(holds(found, "out-of-scope", "c1", "the organisation is not a registered provider")) is (made == set())


def registered(first: str, last: str) -> dict[str, object]:
    days = {"registered-from": first, "registered-until": last}
    return {"registration-changed": True} | {name: dt.date.fromisoformat(day) for name, day in days.items() if day}


@pytest.mark.parametrize(
    ("first", "last", "by_awareness", "by_occurrence"),
    [
        ("2020-01-01", "2030-01-01", True, True),
        ("2025-03-05", "2030-01-01", True, False),
        ("2020-01-01", "2025-03-04", False, True),
        ("2025-03-03", "2025-03-03", False, True),
        ("2025-03-10", "2030-01-01", False, False),
    ],
)
def test_a_registration_has_days_and_which_moment_counts_is_a_reading(
    first: str, last: str, by_awareness: bool, by_occurrence: bool
) -> None:
    case = told(incident("2025-03-03T10:00+11:00", "2025-03-06T10:00+11:00"), registered(first, last))
    for reading, owed in (("awareness", by_awareness), ("occurrence", by_occurrence)):
        found = decided(case, registered_when=reading)
        assert bool(records(found)) is owed
        reason = "the organisation was not a registered provider at the moment that counts"
        assert bool(holds(found, "out-of-scope", "c1", reason)) is not owed
        assert found.laws == ()


@pytest.mark.parametrize("said", [False, True, None])
@pytest.mark.parametrize(("last", "owed"), [("2025-03-05", True), ("2025-03-04", False)])
def test_the_days_of_a_registration_count_whatever_is_said_of_today(last: str, owed: bool, said: bool | None) -> None:
    case = incident(registered_provider=said, told="2025-03-05T10:00+11:00", happened="2025-03-04T10:00+11:00")
    found = decided(told(case, registered("2023-05-01", last)))
    assert records(found, "certain") == ({NOTIFICATION, FORM} if owed else set())
    assert bool(holds(found, "out-of-scope", "c1")) is not owed


@pytest.mark.parametrize(
    ("said", "days", "expected"),
    [
        (True, {"registered-until": "2025-03-02"}, set()),
        (True, {"registered-until": "2028-03-02"}, {"certain"}),
        (True, {"registered-from": "2025-03-04"}, set()),
        (True, {"registered-from": "2020-03-04"}, {"certain"}),
        (False, {"registered-until": "2025-03-04"}, {"certain"}),
        (False, {"registered-until": "2025-03-02"}, set()),
        (False, {"registered-from": "2025-03-04"}, set()),
        (False, {"registered-from": "2020-03-04"}, {"provisional"}),
        (False, {"registration-changed": True}, {"provisional"}),
        (True, {"registration-changed": True}, {"provisional"}),
        (False, {}, set()),
    ],
)
def test_one_day_of_a_registration_counts_although_nobody_says_that_it_changed(
    said: bool, days: dict[str, Any], expected: set[str]
) -> None:
    typed = {name: dt.date.fromisoformat(day) if isinstance(day, str) else day for name, day in days.items()}
    found = decided(told(incident(registered_provider=said), typed))
    assert {str(line.standing) for line in found.conclusions if line.id == "record"} == expected


def test_where_only_one_day_of_a_registration_is_known_it_is_taken_to_hold_and_the_other_is_asked() -> None:
    found = decided(told(incident(), registered("2020-01-01", "")))
    assert records(found, "provisional") == {NOTIFICATION, FORM}
    assert "ndis-incidents/registered-until@case" in {point.address for point in found.points}


@pytest.mark.parametrize(
    ("reading", "day"),
    [("provider", "2025-03-05 10:00"), ("key-personnel", "2025-03-06 10:00"), ("any-worker", "2025-03-04 10:00")],
)
def test_whose_knowledge_starts_the_24_hours_is_a_reading_of_three(reading: str, day: str) -> None:
    case = incident("2025-03-03T10:00+11:00", "2025-03-05T12:00+11:00", aware="2025-03-04T10:00+11:00",
                    key_personnel_aware="2025-03-05T10:00+11:00", worker_aware="2025-03-03T10:00+11:00")  # fmt: skip
    assert due(decided(case, whose_knowledge=reading), "notify") == day


@pytest.mark.parametrize(("reading", "day"), [("not-aware", "2025-03-06 10:00"), ("aware", "2025-03-04 10:00")])
def test_whether_the_knowledge_of_the_accused_alone_counts_is_a_reading(reading: str, day: str) -> None:
    case = incident("2025-03-03T10:00+11:00", "2025-03-05T10:00+11:00", aware="2025-03-03T10:00+11:00")
    knew = {"only-the-accused-knew@c1": True, "known-to-others@c1": at("2025-03-05T10:00+11:00")}
    assert due(decided(told(case, knew), accused_knows=reading), "notify") == day
    assert due(decided(case, accused_knows=reading), "notify") == "2025-03-04 10:00"


def test_of_one_of_the_kinds_but_not_known_which_the_form_is_certain_and_the_24_hours_hang_on_the_harm() -> None:
    found = decided(told(incident(kind=None), {"of-one-of-the-kinds@c1": True}))
    assert records(found, "certain") == {FORM}
    assert records(found, "provisional") == {NOTIFICATION}
    assert standing(found, "send-the-form") == "certain"
    assert standing(found, "notify") == "provisional"
    sixth = next(
        adds
        for point in found.points
        for answer, adds, _ in point.changes
        if point.address == "ndis-incidents/kind@c1" and answer == "restrictive-practice"
    )
    assert any("hangs on whether the practice did harm" in says for says in sixth)


@pytest.mark.parametrize(("kind", "sure"), [("death", "certain"), ("restrictive-practice", "provisional")])
def test_what_is_sent_to_the_commission_does_for_no_other_report(kind: str, sure: str) -> None:
    assert holds(decided(incident(kind=kind)), "no-discharge", "c1") == sure


@pytest.mark.parametrize(
    "answers",
    [
        {"kind": "none"},
        {"connected_with_supports": False},
        {"kind": "restrictive-practice", "followed_the_plan": True, "authorisation_process": True, "authorised": True},
    ],
)
def test_where_nothing_is_sent_nothing_is_said_of_other_reports(answers: dict[str, object]) -> None:
    assert holds(decided(incident(**answers)), "no-discharge", "c1") == ""


@pytest.mark.parametrize(
    ("aware", "told", "laws"),
    [("2025-03-02T10:00+11:00", "certain", ["in-order"]), ("2025-03-03", "", []), ("2025-03-03T10:00+11:00", "", [])],
)
def test_nobody_is_aware_before_it_happens(aware: str, told: str, laws: list[str]) -> None:
    found = decided(incident(aware=aware))
    assert holds(found, "out-of-order", "c1", "the provider was aware of it before it happened") == told
    assert [law.id for law in found.laws] == laws
    assert all(line.warns for line in found.conclusions if line.id == "out-of-order")


FIRST, SECOND, THIRD = (f"2025-03-{day:02}T10:00+11:00" for day in (3, 4, 5))


@pytest.mark.parametrize(
    ("moments", "reason"),
    [
        ({"worker_aware": THIRD, "aware": SECOND}, "the provider was aware of it before any worker knew of it"),
        (
            {"worker_aware": THIRD, "aware": THIRD, "key_personnel_aware": SECOND},
            "key personnel were aware of it before any worker knew of it",
        ),
        (
            {"worker_aware": SECOND, "aware": THIRD, "key_personnel_aware": SECOND},
            "key personnel were aware of it before the provider was",
        ),
        (
            {"worker_aware": THIRD, "aware": THIRD, "known_to_others": SECOND},
            "somebody who is not accused knew of it before any worker did",
        ),
        (
            {"aware": THIRD, "aware_of_harm": SECOND},
            "the provider was aware of its harm before it was aware of it",
        ),
    ],
)
def test_nobody_is_aware_before_whoever_has_to_be_first(moments: dict[str, str], reason: str) -> None:
    assert holds(decided(incident(FIRST, THIRD, **moments)), "out-of-order", "c1", reason) == "certain"
    in_order = dict.fromkeys(moments, THIRD)
    assert holds(decided(incident(FIRST, THIRD, **in_order)), "out-of-order", "c1", reason) == ""


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("key_personnel_aware", "key personnel were aware of it before it happened"),
        ("worker_aware", "a worker knew of it before it happened"),
        ("known_to_others", "a worker knew of it before it happened"),
        ("aware_of_harm", "the provider was aware of its harm before it happened"),
    ],
)
def test_nobody_of_the_provider_knows_of_what_is_still_to_happen(question: str, reason: str) -> None:
    early = {"aware": None, question: FIRST}
    assert holds(decided(incident(SECOND, THIRD, **early)), "out-of-order", "c1", reason) == "certain"
    in_order = {"aware": None, question: SECOND}
    assert holds(decided(incident(SECOND, THIRD, **in_order)), "out-of-order", "c1", reason) == ""


@pytest.mark.parametrize(("received", "told"), [(SECOND, "certain"), (THIRD, "")])
def test_nothing_is_received_before_any_worker_knows(received: str, told: str) -> None:
    found = decided(incident(FIRST, received, aware=None, worker_aware=THIRD))
    assert holds(found, "out-of-order", "c1", "it was received before any worker knew of it") == told


@pytest.mark.parametrize(
    ("moments", "reason"),
    [
        ({"worker_aware": THIRD}, "the provider was aware of it before any worker knew of it"),
        ({"aware": THIRD}, "it was received before any worker knew of it"),
    ],
)
def test_what_is_worked_out_contradicts_no_answer(moments: dict[str, str], reason: str) -> None:
    found = decided(incident(FIRST, SECOND, **{"aware": None, **moments}))
    assert holds(found, "out-of-order", "c1", reason) == ""


@pytest.mark.parametrize(
    "case",
    [
        incident(SECOND, THIRD, aware=FIRST),
        incident(FIRST, SECOND, aware=None, worker_aware=THIRD),
        incident(FIRST, THIRD, worker_aware=THIRD, aware=SECOND),
    ],
    ids=["before it happened", "received before", "before any worker"],
)
def test_of_what_is_withdrawn_no_moments_contradict_each_other(case: Case) -> None:
    withdrawn = attrs.evolve(case.concerns[0], as_=Finish.WITHDRAWN)
    assert holds(decided(case), "out-of-order", "c1") == "certain"
    assert holds(decided(attrs.evolve(case, concerns=(withdrawn,))), "out-of-order", "c1") == ""


@pytest.mark.parametrize(("happened", "claimed"), [(FIRST, [("c1",)]), ("", [])])
def test_no_order_is_claimed_of_a_moment_that_nobody_tells(happened: str, claimed: list[tuple[str]]) -> None:
    run = run_of(incident(happened, FIRST), compiled())
    assert [*run.use("conclusion:in-order").rows] == claimed
