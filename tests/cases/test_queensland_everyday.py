"""Everyday documents of Queensland, half known: what is certain, what is asked, and what each answer changes."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import (
    case_of,
    clocks,
    decided,
    is_final_but_for_what_is_to_be_learnt,
    owed,
    question,
    roles,
    rulebook,
    standing,
)

from cimscore.assessment import Decision, DecisionState, Standing, decide_case, first_page
from cimscore.case import UNKNOWN, Case, DecisionEntry, Home, Moment, PersonEntry, PlaceKind, Unborn

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

    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert standing(decision, "category", "notification:home", "unborn") == "certain"


# Two concerns of one notification.


@pytest.mark.parametrize("act", ["approve", "transfer", "commence", "finish"])
def test_a_notification_of_two_concerns_has_one_day_for_each_act_the_soonest(act: str) -> None:
    decision = decided("one-notification-two-priorities")
    (day,) = {clocks(decision, "c1", "tom")[act], clocks(decision, "c2", "kit")[act]}

    if act != "finish":
        assert day == "Tuesday 25 March 2025, 11:30: certain"


def test_a_concern_without_a_priority_may_bring_the_day_of_the_whole_notification_forward() -> None:
    case = case_of("one-notification-two-priorities")
    less = tuple(each for each in case.decisions if each.answer != "24-hour")
    decision = decide(attrs.evolve(case, decisions=less))
    (known,) = [clock for clock in decision.clocks if clock.id == "approve" and clock.things == ("c2", "kit")]

    assert clocks(decision, "c2", "kit")["approve"] == "Tuesday 25 March 2025, 11:30: provisional"
    assert "Monday 31 March 2025, end of day" in str(known.latest)


def test_in_two_households_each_notification_has_its_own_day() -> None:
    case = case_of("one-notification-two-priorities")
    stays = tuple(attrs.evolve(stay, household="flat") if stay.person == "kit" else stay for stay in case.residences)
    concerns = tuple(attrs.evolve(each, place="flat") if each.id == "c2" else each for each in case.concerns)
    decision = decide(attrs.evolve(case, residences=stays, concerns=concerns))

    assert clocks(decision, "c1", "tom")["approve"] == "Tuesday 25 March 2025, 11:30: certain"
    assert clocks(decision, "c2", "kit")["approve"] == "Monday 31 March 2025, end of day: certain"


# An investigation that is complete has started, whether or not anybody wrote that down.

AFTERWARDS = "2025-05-01T10:00+10:00"


def completed(at: str) -> Case:
    case = case_of("completed-without-a-start")
    (record,) = case.records
    moves = tuple(
        attrs.evolve(move, at=Moment(dt.date.fromisoformat(at))) if move.move == "complete" else move
        for move in record.moves
    )
    return attrs.evolve(case, records=(attrs.evolve(record, moves=moves),))


@pytest.mark.parametrize(
    ("at", "says"),
    [
        ("2025-03-31", "met"),
        ("2025-04-14", "cannot be told: met, or met late by 10 business days at most"),
    ],
)
def test_a_start_that_nobody_wrote_down_was_made_by_the_end_and_is_never_overdue(at: str, says: str) -> None:
    case = completed(at)
    decision = decide_case(case, rulebook().program(PROGRAM).compiled, at=Moment(dt.datetime.fromisoformat(AFTERWARDS)))
    (start,) = [clock for clock in decision.clocks if clock.id == "commence"]

    assert start.stands.says.startswith(says)
    assert ("every clock is met, as far as it can be told" in " ".join(first_page(decision).split())) is (says != "met")
    asked = [point.address for point in decision.points if point.address.startswith("moved@")]
    assert asked == ([] if says == "met" else ["moved@notification:home@commence"])


def test_before_it_is_complete_a_start_that_nobody_wrote_down_has_not_been_made() -> None:
    case = case_of("completed-without-a-start")
    (record,) = case.records
    less = attrs.evolve(case, records=(attrs.evolve(record, moves=record.moves[:-1]),))
    decision = decide_case(less, rulebook().program(PROGRAM).compiled, at=Moment(dt.datetime.fromisoformat(AFTERWARDS)))

    assert [dict(clock.states) for clock in decision.clocks if clock.id == "commence"] == [
        {"overdue": Standing.CERTAIN}
    ]


# Children who live in no household sleep where the child does whom a concern is about.


@pytest.mark.parametrize(
    ("relates", "role"), [(None, "girl subject child"), (True, "girl subject child"), (False, "girl other child")]
)
def test_a_sister_who_sleeps_in_the_same_car_is_asked_about_and_has_a_role(relates: bool | None, role: str) -> None:
    case = case_of("family-in-a-car")
    entry = DecisionEntry(
        question=f"{PROGRAM}/relates-in-no-household", about=("c1@girl",), answer=relates, by="child-safety-officer"
    )
    decision = decide_case(
        case if relates is None else attrs.evolve(case, decisions=(*case.decisions, entry)),
        rulebook().program(PROGRAM).compiled,
    )
    asked = [point.address for point in decision.points if "relates-in-no-household" in point.address]

    assert roles(decision, "notification:c1")[role] == ("provisional" if relates is None else "certain")
    assert bool(asked) is (relates is None)


@pytest.mark.parametrize(("place", "asked"), [("car", True), ("shelter", False)])
def test_only_who_sleeps_in_the_same_place_is_asked_about(place: str, asked: bool) -> None:
    case = case_of("family-in-a-car")
    places = (*case.places, attrs.evolve(case.places[0], id="shelter"))
    girl = with_person(attrs.evolve(case, places=places), "girl", sleeps=place)

    assert any("relates-in-no-household" in point.address for point in decide(girl).points) is asked


@pytest.mark.parametrize("kind", [PlaceKind.HOSPITAL, PlaceKind.CUSTODY, PlaceKind.HOTEL])
@pytest.mark.parametrize("mother", ["mum", "ann"])
def test_on_a_ward_and_in_custody_only_a_brother_or_sister_is_asked_about(kind: PlaceKind, mother: str) -> None:
    case = case_of("family-in-a-car")
    kin = tuple(attrs.evolve(row, from_=mother) if row.to == "girl" else row for row in case.relationships)
    ann = PersonEntry(id="ann", adult=True, home=Home.ELSEWHERE)
    concerns = tuple(attrs.evolve(each, present=()) for each in case.concerns)
    places = tuple(attrs.evolve(place, kind=kind) for place in case.places)
    decision = decide(
        attrs.evolve(case, people=(*case.people, ann), relationships=kin, concerns=concerns, places=places)
    )
    asked = any("relates-in-no-household" in point.address for point in decision.points)
    listed = {who.partition(" ")[0] for who in roles(decision, "notification:c1")}

    assert asked is (mother == "mum" or kind is PlaceKind.HOTEL)
    assert ("girl" in listed) is asked


def test_a_brother_in_the_car_keeps_the_24_hours_of_an_unborn_child() -> None:
    case = case_of("family-in-a-car")
    girl = with_person(case, "girl", unborn=Unborn(mother="mum"), age=UNKNOWN, home=None, sleeps="")
    less = attrs.evolve(
        girl,
        relationships=tuple(row for row in case.relationships if row.to != "girl"),
        concerns=tuple(attrs.evolve(each, about=("girl",), present=()) for each in case.concerns),
        decisions=tuple(each for each in case.decisions if each.answer != "24-hour"),
    )

    assert question(decide(less), PRIORITY).working == "24-hour"


# A child who lives in one household part of the time.


def test_where_a_child_is_the_rest_of_the_time_is_asked_and_what_it_changes() -> None:
    decision = decided("part-time-in-one-home")
    point = question(decision, "home@tom")

    assert point.working == "yes"
    assert point.changes
    assert owed(decision, "learn who lives in the home of") == "provisional"
    assert owed(decision, "learn who the other parent of") == "certain"
    assert clocks(decision, "c1", "tom")["approve"] == "Thursday 27 March 2025, end of day: certain"


def test_nothing_is_asked_where_it_is_told() -> None:
    decision = decide(with_person(case_of("part-time-in-one-home"), "tom", home=Home.ELSEWHERE))

    assert owed(decision, "learn who lives in the home of") == "certain"
    assert not [point for point in decision.points if point.address == "home@tom"]


# An intervention that is only told, and the brother or sister of whom nothing is told.


@pytest.mark.parametrize(("told", "asked"), [("true", ["kit"]), ("false", []), ("unknown", ["tom"])])
def test_an_intervention_that_is_told_of_one_is_asked_about_for_the_other(told: str, asked: list[str]) -> None:
    case = case_of("intervention-told-of-one")
    answers: dict[str, object] = {"true": True, "false": False, "unknown": UNKNOWN}
    facts = tuple(attrs.evolve(fact, answer=answers[told]) if fact.about == "tom" else fact for fact in case.facts)
    decision = decide(attrs.evolve(case, facts=facts))
    points = sorted(point.address for point in decision.points)

    assert points == [f"{PROGRAM}/ongoing-intervention@{child}" for child in asked]


# A child of whom no parent is known.


@pytest.mark.parametrize(("there_is_none", "state"), [(False, DecisionState.INCOMPLETE), (True, DecisionState.FINAL)])
def test_nothing_is_final_while_the_parents_are_to_be_learnt_of(there_is_none: bool, state: DecisionState) -> None:
    decision = decide(with_person(case_of("no-parent-entered"), "kai", no_other_parent=there_is_none))

    assert decision.state is state
    assert clocks(decision, "c1", "kai")["approve"] == "Friday 7 March 2025, end of day: certain"
    assert ("Learn who they are" in " ".join(decision.because)) is not there_is_none
