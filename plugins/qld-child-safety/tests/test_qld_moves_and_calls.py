"""Steps of a report that count for nothing, calls that name a carer, and whose household a concern is about."""

from __future__ import annotations

import attrs
import pytest
from qld_cases import (
    added,
    at,
    decided,
    duties,
    fact,
    homes,
    notified,
    one_home,
    people,
    reported,
    states,
    stays,
    told,
)

from cimscore.case import (
    UNKNOWN,
    Case,
    ConcernEntry,
    ConcernKind,
    DecisionEntry,
    FactEntry,
    MoveEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    Unknown,
)
from cimscore.reasoning.claims.told import Decided

APPROVED = ("approve", "2025-03-05T10:00+10:00", "senior-team-leader")


def concluded(found: Decided, id: str) -> set[tuple[str, ...]]:
    return {tuple(map(str, things)) for key, things in found.told if key == f"conclusion:{id}"}


@pytest.mark.parametrize(("step", "by"), [("approve", "senior-team-leader"), ("submit", "child-safety-officer")])
def test_a_child_concern_report_that_is_approved_is_neither_forwarded_nor_approved_again(step: str, by: str) -> None:
    moves = tuple(
        MoveEntry(move=move, at=at(moment), by=who)
        for move, moment, who in (APPROVED, (step, "2025-03-06T10:00+10:00", by))
    )
    record = RecordEntry(id="child-concern-report:north", kind="child-concern-report", moves=moves)
    found = told(one_home(decisions=reported("c1"), records=(record,)))
    refused = ("child-concern-report:north", step, "it does not lead on from the state 'approved'")
    assert concluded(found, "refused-move") == {refused}


@pytest.mark.parametrize(
    ("kind", "decisions", "clock"),
    [
        ("notification", notified("c1"), "approve"),
        ("child-concern-report", reported("c1"), "approve-report"),
    ],
)
def test_an_approval_by_an_officer_counts_for_nothing_and_leaves_the_clock_running(
    kind: str, decisions: tuple[DecisionEntry, ...], clock: str
) -> None:
    def found(by: str | Unknown) -> Decided:
        move = MoveEntry(move="approve", at=at("2025-03-05T10:00+10:00"), by=by)
        record = RecordEntry(id=f"{kind}:north", kind=kind, moves=(move,))
        return told(one_home(decisions=decisions, records=(record,)), "2025-03-05T12:00+10:00")

    officer = found("child-safety-officer")
    assert states(officer, clock, "c1", "ari") == {"running"}
    left = "a child safety officer took it in the state 'not begun', and it is left to the senior team leader"
    assert concluded(officer, "refused-move") == {(f"{kind}:north", "approve", left)}
    assert states(found("senior-team-leader"), clock, "c1", "ari") == {"met"}
    unnamed = found(UNKNOWN)
    assert states(unnamed, clock, "c1", "ari") == {"met"}
    assert unnamed.points[f"by@{kind}:north@approve"].working == "senior-team-leader"


def test_who_brings_up_a_child_that_is_asked_about_has_a_profile() -> None:
    call = ConcernEntry(id="c1", about=("ari",), kind=ConcernKind.NOTHING)
    carer = RelationshipEntry(from_="lou", to="ari", kind=RelationshipKind.CARER)
    case = one_home(
        people=people(ari="2014-05-02", lou="1986-01-20"),
        residences=stays("ari north"),
        relationships=(carer,),
        concerns=(call,),
        decisions=(decided("response", "c1", "intake-enquiry"),),
    )
    assert concluded(told(case), "profile") == {("ari", "intake-enquiry:c1"), ("lou", "intake-enquiry:c1")}


def test_a_concern_of_a_household_makes_it_a_harm_household_wherever_it_happened() -> None:
    case = one_home(households=homes(north="Brisbane", south="Cairns"))
    elsewhere = attrs.evolve(case.concerns[0], place="elsewhere", household=("south",))
    found = told(attrs.evolve(case, concerns=(elsewhere,), decisions=notified("c1")))
    assert ("south",) in concluded(found, "harm-household")
    assert ("ari", "south") in concluded(found, "subject")


def test_whom_to_talk_to_first_is_still_to_be_asked_where_no_area_is_known() -> None:
    case = added()
    moved = tuple(attrs.evolve(each, answer=True) if "family-moved" in each.question else each for each in case.facts)
    unknown = attrs.evolve(case, households=homes(north=""), facts=moved)
    assert "an area still to be asked" in duties(told(unknown), "inv-1")["talk-first"]


def moved_on(*facts: FactEntry) -> Case:
    """A finished investigation whose family has moved, with what is said of the move."""
    case = added(complete="2025-03-12")
    kept = tuple(each for each in case.facts if "family-moved" not in each.question)
    return attrs.evolve(case, facts=(*kept, fact("family-moved", True, "inv-1"), *facts))


def test_a_family_that_moved_is_talked_about_even_where_it_comes_back() -> None:
    for facts in ((), (fact("moved-for-good", False, "inv-1"),), (fact("moved-for-good", True, "inv-1"),)):
        owed = duties(told(moved_on(*facts)), "inv-1")
        assert {"talk-first", "consider-second"} <= set(owed)


def test_a_second_notification_is_decided_on_only_where_the_family_moved_for_good() -> None:
    away, back = (duties(told(moved_on(fact("moved-for-good", it, "inv-1"))), "inv-1") for it in (True, False))
    assert "decide-on-a-second" in away and "decide-on-a-second" not in back
    assert "decide-on-a-second" in duties(told(moved_on()), "inv-1")
