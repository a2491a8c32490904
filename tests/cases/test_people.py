"""People as they are known at intake: a year, an age, a death, kin of every kind."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import (
    brings,
    case_of,
    clocks,
    decided,
    is_final_but_for_what_is_to_be_learnt,
    owed,
    question,
    records,
    refusal,
    roles,
    rulebook,
    standing,
)

from cimscore.assessment import Decision, DecisionState, decide_case, first_page
from cimscore.case import (
    UNKNOWN,
    Case,
    DoneEntry,
    HouseholdEntry,
    Moment,
    MoveEntry,
    Name,
    PersonEntry,
    RecordEntry,
    RelationshipEntry,
    RelationshipKind,
    Unknown,
)

BORN = dt.date(2014, 5, 2)
FIVE_DAYS = {
    "approve": "Thursday 6 March 2025, end of day: certain",
    "transfer": "Thursday 6 March 2025, end of day: certain",
    "commence": "Monday 10 March 2025, end of day: certain",
    "finish": "Wednesday 11 June 2025, end of day: certain",
}


def test_a_child_of_whom_only_the_year_of_birth_is_known_is_a_child_whatever_the_day() -> None:
    decision = decided("year-only")
    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert records(decision) == {"notification:home": "certain"}
    assert roles(decision, "notification:home") == {"kai subject child": "certain", "pa parent": "certain"}
    assert clocks(decision, "c1", "kai") == FIVE_DAYS


def test_kin_and_carers_have_the_part_that_fits_and_nobody_is_made_up() -> None:
    decision = decided("three-parents")
    assert records(decision) == {"notification:home": "certain"}
    assert roles(decision, "notification:home") == {
        "ari subject child": "certain",
        "jo parent": "certain",
        "leo parent": "certain",
        "mia parent": "certain",
    }
    raised = decided("grandparents-raising")
    assert is_final_but_for_what_is_to_be_learnt(raised)
    assert records(raised) == {"notification:nans": "certain"}
    assert roles(raised, "notification:nans") == {
        "ari subject child": "certain",
        "mia parent": "certain",
        "nan household member": "certain",
    }


def test_two_mothers_are_parents_in_both_homes() -> None:
    decision = decided("two-mothers")
    assert records(decision) == {"notification:north": "certain", "notification:south": "certain"}
    for home in ("north", "south"):
        found = roles(decision, f"notification:{home}")
        assert found == dict.fromkeys(("ari subject child", "jo parent", "mia parent"), "certain")
    assert "father" not in first_page(decision)


def test_nobody_is_their_own_ancestor_and_every_row_of_the_circle_is_told() -> None:
    said = refusal("own-ancestor")
    assert [f"relationships[{row}] (line" in said for row in range(3)] == [True, True, True]
    assert said.count("Nobody is their own ancestor.") == 1


def test_a_child_born_since_it_was_told_is_a_child_like_any_other() -> None:
    decision = decided("born-since")
    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert roles(decision, "notification:home") == {"bub subject child": "certain", "mia parent": "certain"}
    assert owed(decision, "'Unborn'") == ""
    assert owed(decision, "profile for the unborn child") == ""


def test_on_a_day_before_the_birth_the_same_child_is_unborn() -> None:
    case = case_of("born-since")
    at_once = tuple(attrs.evolve(entry, at=case.dates.received) for entry in case.decisions)
    program = rulebook().program("qld-child-safety").compiled
    before = Moment(dt.datetime.fromisoformat("2025-03-04T09:00+10:00"))
    decision = decide_case(attrs.evolve(case, decisions=at_once), program, at=before)
    assert owed(decision, "the first name 'Unborn' and the surname Example") == "certain"


def test_a_child_placed_since_the_birth_lived_with_its_mother_when_it_was_told() -> None:
    decision = decided("placed-from-the-ward", at="2025-02-26T09:00+10:00")
    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert decision.points == ()
    assert roles(decision, "notification:flat") == {"bub subject child": "certain", "kay parent": "certain"}
    assert standing(decision, "profile", "fay", "notification:flat") == "certain"
    stands = {clock.id: clock.stands.says for clock in decision.clocks}
    assert stands["approve"] == "met late, by 2 business days"
    assert stands["commence"] == "overdue by 6 business days"


def test_born_before_it_was_told_and_unborn_then_is_refused_with_every_place() -> None:
    said = refusal("born-before-birth")
    assert "people[1].born (line 8), with people[1].unborn (line 8) and dates.received (line 5)" in said
    assert "Nobody was born already while they were unborn." in said


def test_where_ten_years_matter_about_ten_is_asked_and_worked_with() -> None:
    decision = decided("about-ten")
    assert records(decision) == {"notification:home": "certain", "notification:home/lou": "provisional"}
    point = question(decision, "born@lou")
    assert point.working == "aged 10 to 11"
    assert any("other child" in says or "subject child" in says for says in brings(point, "aged 9"))
    assert clocks(decision, "c1", "kit") == FIVE_DAYS


def test_who_may_be_one_person_is_told_on_the_first_page_and_never_put_together() -> None:
    decision = decided("perhaps-the-same")
    page = " ".join(first_page(decision).split())
    assert decision.state is DecisionState.PROVISIONAL
    assert "Joy and Mia Example may be the same person: somebody should look into it." in page
    assert question(decision, "same@joy@mia").working == "no"
    assert roles(decision, "notification:home") == {"ari subject child": "certain", "mia parent": "certain"}


def test_one_child_typed_twice_counts_as_two_and_the_first_page_says_that_they_may_be_one() -> None:
    decision = decided("one-child-typed-twice")
    page = " ".join(first_page(decision).split())
    assert decision.state is DecisionState.PROVISIONAL
    assert roles(decision, "notification:home").keys() == {"kai subject child", "kia subject child", "mia parent"}
    assert "Kai Example (kai) and kai Example (kia) may be the same person: somebody should look into it." in page
    assert "If so, give one id; if not, enter how they are related." in page
    assert "Kai Example (kai), subject child (provisional: question 1); kai Example (kia), subject child" in page


def as_told(kai: PersonEntry, kia: PersonEntry, *, of_kia: str = "home", kin: str = "") -> Decision:
    """Return the decision of one child typed twice, with their entries, the home of one and their kinship otherwise."""
    case = case_of("one-child-typed-twice")
    stays = (attrs.evolve(row, household=of_kia if row.person == "kia" else "home") for row in case.residences)
    kinship = (RelationshipEntry(from_="kai", to="kia", kind=RelationshipKind(kin)),) if kin else ()
    told = attrs.evolve(
        case,
        people=(kai, kia, *(person for person in case.people if person.id not in ("kai", "kia"))),
        households=(*case.households, HouseholdEntry(id="flat")),
        residences=tuple(stays),
        relationships=(*case.relationships, *kinship),
    )
    return decide_case(told, rulebook().program(told.programs[0]).compiled)


def child(id: str, given: str, family: str | Unknown = "Example", born: dt.date | Unknown = BORN) -> PersonEntry:
    return PersonEntry(id=id, name=Name(given=given, family=family), born=born)


@pytest.mark.parametrize(
    ("kia", "of_kia", "may_be_one"),
    [
        (child("kia", "Kai"), "home", True),
        (child("kia", "Kai"), "flat", True),
        (child("kia", "KAI", UNKNOWN), "home", True),
        (child("kia", "Kai", born=UNKNOWN), "home", True),
        (child("kia", "Kai", born=UNKNOWN), "flat", False),
        (child("kia", "Kai", born=BORN + dt.timedelta(1)), "home", False),
        (child("kia", "Kai", "Other"), "home", False),
        (child("kia", "Kim"), "home", False),
        (PersonEntry(id="kia", born=BORN), "home", False),
        (attrs.evolve(child("kia", "Kai", born=UNKNOWN), adult=True), "home", False),
    ],
)
def test_two_of_one_name_may_be_one_where_their_births_and_homes_allow_it(
    kia: PersonEntry, of_kia: str, may_be_one: bool
) -> None:
    asked = {point.address for point in as_told(child("kai", "Kai"), kia, of_kia=of_kia).points}
    assert ("same@kai@kia" in asked) is may_be_one


@pytest.mark.parametrize("kin", ["twin", "half-sibling", "no-relation"])
def test_two_who_are_said_to_be_kin_or_none_are_not_taken_for_one(kin: str) -> None:
    decision = as_told(child("kai", "Kai"), child("kia", "Kai"), kin=kin)
    assert not [point for point in decision.points if point.address.startswith("same@")]
    assert not [reason for reason in decision.because if "the same person" in reason]


def with_a_step(case: Case) -> Case:
    approved = RecordEntry(id="notification:home", kind="notification", moves=(MoveEntry(move="approve", by="sue"),))
    return attrs.evolve(case, records=(approved,))


def with_a_duty_done(case: Case) -> Case:
    return attrs.evolve(case, done=(DoneEntry(act="qld-child-safety/clock/transfer", for_=("c1", "kai"), by="sue"),))


@pytest.mark.parametrize("changed", [with_a_step, with_a_duty_done])
def test_whoever_is_named_for_a_step_alone_acts_for_a_body_and_is_not_asked_where_they_live(changed) -> None:
    case = case_of("year-only")
    named = attrs.evolve(case, people=(*case.people, PersonEntry(id="sue")))
    compiled = rulebook().program("qld-child-safety").compiled

    asked = [point.address for point in decide_case(named, compiled).points]
    assert asked == ["homes@sue", "parents@kai"]
    decision = decide_case(changed(named), compiled)
    assert not [point.address for point in decision.points if "sue" in point.address]
    assert "sue" in {person.person for person in decision.unplaced}


def test_whoever_has_died_is_told_as_dead_and_nobody_asks_where_to_find_them() -> None:
    decision = decided("subject-child-who-died")
    told = " ".join(first_page(decision).split())
    assert "Eli Example died 3 March 2025 (born 1 August 2024)" in told
    assert "Eli Example, subject child (died 3 March 2025); Liz Example, parent (has died); Pat Example, parent" in told
    assert owed(decision, "ask whether an address") == ""
    assert owed(_with_eli(died=False), "ask whether an address") == "certain"
    assert "Eli Example is 0 (born 1 August 2024)" in " ".join(first_page(_with_eli(died=False)).split())


def _with_eli(*, died: bool) -> Decision:
    case = case_of("subject-child-who-died")
    people = tuple(attrs.evolve(person, died=died) if person.id == "eli" else person for person in case.people)
    return decide_case(attrs.evolve(case, people=people), rulebook().program("qld-child-safety").compiled)
