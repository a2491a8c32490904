"""Whether people who work for the service and are hurt are clients too is asked, and never taken as settled."""

from __future__ import annotations

import attrs
import pytest
from vic_cases import clauses, decided, duties, holds, incident, records, roles

from cimscore.case import Case, FactEntry, Part

REASON = "it is about nobody who is a client"
ASKED = "vic-cims/client-too@lee"


def hurt(about: str = "lee", part: Part = Part.STAFF, **answers: object) -> Case:
    """Return the case of an incident about Lee, who acts as staff, with answers about people."""
    case = incident(about=about, **answers)
    people = tuple(attrs.evolve(person, is_=part) if person.id == "lee" else person for person in case.people)
    return attrs.evolve(case, people=people)


def said(case: Case, client_too: bool) -> Case:
    fact = FactEntry(question="vic-cims/client-too", about="lee", answer=client_too)
    return attrs.evolve(case, facts=(*case.facts, fact))


def test_whether_a_worker_is_a_client_too_is_asked_and_the_report_is_provisional_until_then() -> None:
    found = decided(hurt())
    assert ASKED in {point.address for point in found.points}
    assert {str(line.standing) for line in found.about("record")} == {"provisional"}


def test_of_a_worker_who_is_no_client_no_report_is_made() -> None:
    found = decided(said(hurt(), False))
    assert records(found) == set()
    assert holds(found, "not-reportable", "c1", REASON) == "certain"
    assert "make-safe" not in duties(found)


def test_of_a_worker_who_is_a_client_too_it_is_made_as_of_any_client() -> None:
    found = decided(said(hurt(), True))
    assert records(found) == {"incident-report:c1"}
    assert "client" in roles(found, "lee")


def test_beside_a_client_who_was_hurt_the_report_is_certain_and_the_worker_has_no_part_in_it_as_a_client() -> None:
    found = decided(said(hurt("cal lee"), False))
    assert {str(line.standing) for line in found.about("record")} == {"certain"}
    assert roles(found, "cal") == {"client"}
    assert roles(found, "lee") == set()


@pytest.mark.parametrize("position", ["client", "staff", "other", None])
def test_of_nobody_else_it_is_asked(position: str | None) -> None:
    found = decided(hurt(part=Part.FAMILY, position={"lee": position} if position else None))
    assert ASKED not in {point.address for point in found.points}


def test_nor_is_one_made_by_the_guide_that_stood_when_it_was_submitted() -> None:
    case = hurt(
        happened="2024-06-14T20:00+10:00",
        was_a_client_incident=True,
        service_in_scope_then=True,
        moves=["submit 2024-06-17T10:00+10:00 staff member"],
    )
    found = decided(said(case, False))
    assert holds(found, "not-reportable", "c1", REASON) == "certain"
    assert "vic/update-2024/submitted-before" in clauses(found, "not-reportable")
    assert holds(decided(said(case, True)), "not-reportable", "c1", REASON) == ""
