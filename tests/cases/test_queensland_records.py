"""What a record of Queensland has on it: its people, with a role or a profile alone, and what it is marked with."""

from __future__ import annotations

import attrs
import pytest
from case_documents import case_of, clocks, decided, question, records, roles, rulebook

from cimscore.assessment import decide_case, first_page
from cimscore.case import (
    FactEntry,
    Home,
    MoveEntry,
    PersonEntry,
    RelationshipEntry,
    RelationshipKind,
    ResidenceEntry,
    ResidenceKind,
)
from cimscore.wire import load_examples


def page(name: str) -> str:
    return " ".join(first_page(decided(name)).split())


def test_nobody_is_a_subject_of_a_call_that_alleges_nothing_and_everybody_has_a_profile() -> None:
    decision = decided("enquiry")
    assert records(decision) == {"intake-enquiry:q1": "certain"}
    assert roles(decision, "intake-enquiry:q1") == {}
    assert [str(line.things[0]) for line in decision.about("profile")] == ["jude", "kurt"]
    assert "Intake enquiry of q1: jude, with a profile; kurt, with a profile" in page("enquiry")
    assert not any("subject child" in says for says, _ in decision.duties)


def test_whoever_a_concern_names_is_listed_on_the_first_page() -> None:
    said = page("new-partner-moved-in-since")
    assert "Ari Example, subject child; Mia Example, parent; Rob Example, with a profile" in said


def test_harm_outside_every_household_leaves_nobody_of_the_childs_home_without_a_role_or_a_question() -> None:
    decision = decided("elsewhere-with-a-home-mate")
    assert decision.about("harm-household") == ()
    assert roles(decision, "child-concern-report:c1") == {
        "fin subject child": "certain",
        "gail parent": "certain",
        "kit subject child": "provisional",
        "una household member": "certain",
    }
    asked = {point.address for point in decision.points}
    assert asked == {"parents@fin", "parents@kit", "qld-child-safety/concerns-relate@kit@glen"}


def test_a_parent_of_unknown_birth_whom_alone_a_concern_is_about_is_worked_with_as_a_child() -> None:
    decision = decided("adolescent-parent-of-unknown-birth")
    home = "notification:home"
    assert roles(decision, home)["amy subject child"] == "provisional"
    assert roles(decision, "notification:flat")["amy parent"] == "certain"
    assert question(decision, "born@amy").working == "aged 10 to 17"
    assert records(decision)[home] == "certain"


@pytest.mark.parametrize(("before", "day"), [("5-day", "Monday 10 March 2025"), ("10-day", "Monday 17 March 2025")])
def test_the_own_start_of_an_open_investigation_stands_beside_the_one_of_what_is_added(before: str, day: str) -> None:
    example = next(each for each in load_examples(rulebook(), "qld-child-safety") if each.id == "concerns-added")
    facts = [fact for fact in example.case.facts if not fact.question.endswith("priority-of-record")]
    own = FactEntry(question="qld-child-safety/priority-of-record", about="inv-1", answer=before)
    decision = decide_case(
        attrs.evolve(example.case, facts=(*facts, own)), rulebook().program("qld-child-safety").compiled
    )
    assert clocks(decision, "c1", "ari")["commence"].startswith(f"{day}, end of day: certain")


def test_the_response_priority_stands_beside_the_record() -> None:
    assert "Notification of home, priority 5-day: " in page("new-partner-moved-in-since")
    assert "Notification of shore, priority 10-day: " in page("unborn-surname")


def test_where_the_decision_of_an_open_investigation_is_not_known_its_start_may_be_sooner() -> None:
    name, address = "investigation-waits-for-its-start", "qld-child-safety/investigation-decided"
    known = decided(name)
    (clock,) = [each for each in known.clocks if each.id == "commence"]
    assert "Monday 24 February 2025" in str(clock.due)
    case = case_of(name)
    less = attrs.evolve(case, facts=tuple(fact for fact in case.facts if fact.question != address))
    found = decide_case(less, rulebook().program("qld-child-safety").compiled)
    days = {each.id: str(each.due) for each in found.clocks}
    assert days["commence"] == (
        "Wednesday 26 February 2025, end of day or earlier, "
        "perhaps as late as Thursday 27 February 2025, end of day, Brisbane time"
    )
    assert days["finish"] == "Friday 23 May 2025, end of day or earlier, Brisbane time"
    assert "the first decision on the response" in " ".join(found.because)


ELSEWHERE = "who lives in the home of kai that is not entered, and make a profile of whoever is known"
THERE_IS_NONE = "or that there is none, and make a profile of whoever is known"


@pytest.mark.parametrize(
    ("changes", "parents", "asked"),
    [
        ({}, (), f"learn who the parents of kai are, {THERE_IS_NONE}"),
        ({"no_other_parent": True}, (), ""),
        ({}, ("mum",), f"learn who the other parent of kai is, {THERE_IS_NONE}"),
        ({"no_other_parent": True}, ("mum",), ""),
        ({}, ("mum", "dad"), ""),
        (
            {"home": Home.ELSEWHERE},
            ("mum", "dad"),
            f"learn {ELSEWHERE}",
        ),
    ],
)
def test_a_parent_who_is_not_entered_is_to_be_learnt_of(
    changes: dict[str, object], parents: tuple[str, ...], asked: str
) -> None:
    case = case_of("no-parent-entered")
    (kai,) = case.people
    grown = (PersonEntry(id=id, adult=True) for id in parents)
    kind = "part-time" if "home" in changes else "full-time"
    stays = [ResidenceEntry(person=id, household="home", kind=ResidenceKind("full-time")) for id in parents[:1]]
    stays.append(ResidenceEntry(person="kai", household="home", kind=ResidenceKind(kind)))
    kin = tuple(RelationshipEntry(from_=id, to="kai", kind=RelationshipKind.PARENT) for id in parents)
    case = attrs.evolve(case, people=(attrs.evolve(kai, **changes), *grown), relationships=kin, residences=tuple(stays))
    found = decide_case(case, rulebook().program("qld-child-safety").compiled)
    assert [says.partition(" must ")[2] for says, _ in found.duties if "learn who" in says] == [asked] * bool(asked)


def test_a_part_in_a_record_is_told_as_of_that_record_and_an_intervention_of_the_second_child_is_asked_for() -> None:
    name = "one-of-two-in-an-intervention"
    assert "qld-child-safety/ongoing-intervention@a2" in [point.address for point in decided(name).points]
    said = page(name)
    assert "report of home (provisional: question 1): Ann, subject child; Abe, other child here; Mo, parent" in said
    assert "case note: Abe, subject child here; Mo, parent; Ann, with a profile" in said
    assert "Ann, other child" not in said


def test_a_pending_report_that_names_a_parent_alone_may_be_combined_with_the_new_information() -> None:
    decision = decided("pending-report-names-the-mother")
    addresses = [point.address for point in decision.points]
    assert "qld-child-safety/combine-reports@CCR-1" in addresses
    assert "household@CCR-1" not in addresses


def test_a_concern_that_is_decided_to_relate_to_a_child_of_an_unstarted_investigation_is_added_to_it() -> None:
    decision = decided("born-since-the-investigation")

    assert records(decision) == {"additional-notified-concerns:EV-9": "certain"}
    assert roles(decision, "additional-notified-concerns:EV-9") == {
        "kai subject child": "certain",
        "mia parent": "certain",
        "zoe subject child": "certain",
    }
    (start,) = (clock for clock in decision.clocks if clock.id == "commence")
    assert str(start.due).startswith("Thursday 6 March 2025")


def test_where_a_started_investigation_has_a_child_born_since_the_page_says_that_it_is_a_reading() -> None:
    assert records(decided("born-since-the-start")) == {"notification:home": "certain"}
    said = page("born-since-the-start")
    asked = "Where do concerns go that are about a child new to an investigation that has started?"
    assert f"The policy is unclear: {asked}" in said
    assert "Read here as 'Into a notification of their own, with a start of its own'" in said
    assert "finish the investigation and assessment by Saturday 7 June 2025" in said


def test_the_decision_on_a_notification_on_file_starts_its_clocks_and_is_not_said_to_count_for_nothing() -> None:
    decision = decided("notification-on-file")
    due = clocks(decision, "c1", "kai")
    assert due["commence"].startswith("Friday 28 February 2025, 10:00: ")
    assert due["finish"].startswith("Saturday 7 June 2025, end of day: ")
    assert "counts for nothing" not in page("notification-on-file")


def test_a_step_that_nothing_reads_of_a_notification_on_file_is_said_to_count_for_nothing() -> None:
    case = case_of("notification-on-file")
    file = attrs.evolve(case.records[0], moves=(*case.records[0].moves, MoveEntry(move="file")))
    decision = decide_case(attrs.evolve(case, records=(file,)), rulebook().program("qld-child-safety").compiled)
    assert "The step file of EV-70 counts for nothing: " in " ".join(first_page(decision).split())
