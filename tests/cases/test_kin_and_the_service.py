"""Kin of a client are not taken for staff of the service, and what they are is asked all the same."""

from __future__ import annotations

import attrs
import pytest
from case_documents import case_of, decided, question, records, rulebook

from cimscore.assessment import decide_case
from cimscore.case import FactEntry, HouseholdEntry


@pytest.mark.parametrize(
    ("document", "person", "working"),
    [("vic-accused-foster-carer", "fay", "carer"), ("vic-child-at-home-with-a-parent", "mum", "other")],
)
def test_what_a_foster_carer_or_a_parent_at_home_is_goes_by_who_they_are_to_the_child(
    document: str, person: str, working: str
) -> None:
    assert question(decided(document), f"vic-cims/position@{person}").working == working


@pytest.mark.parametrize("document", ["vic-accused-foster-carer", "vic-child-at-home-with-a-parent"])
def test_without_their_tie_to_the_child_they_are_taken_for_staff(document: str) -> None:
    case = attrs.evolve(case_of(document), relationships=())
    found = decide_case(case, rulebook().program("vic-cims").compiled)
    assert [point.working for point in found.points if point.address.startswith("vic-cims/position@")] == ["staff"]


def test_a_parent_who_lives_elsewhere_is_taken_for_staff_as_anybody_is() -> None:
    case = case_of("vic-child-at-home-with-a-parent")
    stays = tuple(attrs.evolve(stay, household="flat") if stay.person == "mum" else stay for stay in case.residences)
    apart = attrs.evolve(
        case,
        concerns=(attrs.evolve(case.concerns[0], responsible=("mum",)),),
        households=(*case.households, HouseholdEntry(id="flat")),
        residences=stays,
    )
    found = decide_case(apart, rulebook().program("vic-cims").compiled)
    assert question(found, "vic-cims/position@mum").working == "staff"


def test_a_foster_carer_who_is_accused_is_investigated_as_whoever_works_for_the_provider() -> None:
    assert records(decided("vic-accused-foster-carer")) == {
        "incident-report:i1": "certain",
        "investigation:i1": "provisional",
    }


def test_what_is_typed_of_a_foster_carer_counts() -> None:
    case = case_of("vic-accused-foster-carer")
    said = FactEntry(question="vic-cims/position", about="fay", answer="other")
    found = decide_case(attrs.evolve(case, facts=(*case.facts, said)), rulebook().program("vic-cims").compiled)
    assert "vic-cims/position@fay" not in {point.address for point in found.points}
    assert records(found) == {"incident-report:i1": "certain"}


@pytest.mark.parametrize("name", ["vic-a-worker-hurt", "vic-a-worker-hurt-under-the-guide"])
def test_of_a_worker_alone_who_is_no_client_no_report_is_made(name: str) -> None:
    found = decided(name)

    assert "i1 is not reportable: it is about nobody who is a client" in [line.says for line in found.conclusions]
    assert not found.about("record")
