"""Nothing is final while something is owed, wrong or impossible: each document was once called decided."""

from __future__ import annotations

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

from cimscore.assessment import DecisionState, decide_case
from cimscore.case import DoneEntry, Home, PersonEntry, RelationshipEntry, RelationshipKind

LEARN = "qld-child-safety/duties-intake-person/other-parent-to-learn"


def test_a_new_priority_for_what_has_started_is_shown_and_asked_about() -> None:
    decision = decided("already-started")
    assert records(decision) == {"additional-notified-concerns:EV-4003": "certain"}
    assert owed(decision, "record the response priority in the form: 24-hour") == "certain"
    assert owed(decision, "ask what a response priority of 24-hour means for an investigation that has started")
    assert owed(decision, "telephone about the response required") == "certain"


def test_where_no_edition_is_in_force_nothing_is_final() -> None:
    decision = decided("before-edition")
    assert decision.state is DecisionState.INCOMPLETE
    assert records(decision) == {}
    assert "No edition of the policy is known to be in force on that day" in decision.because[0]


def test_a_page_that_is_not_held_is_told_in_one_sentence() -> None:
    decision = decided("today")
    assert decision.state is DecisionState.PROVISIONAL
    edition, to_learn = decision.because
    assert "replaced in April 2025 by pages that are not held here" in edition
    assert to_learn.startswith("Still to be learnt")
    assert records(decision) == {"notification:mount": "certain"}
    assert clocks(decision, "c1", "cara")["approve"] == "Friday 2 May 2025, 10:00: certain"


def test_everybody_of_the_household_is_in_the_record_of_a_duplicate() -> None:
    decision = decided("dup-sibling")
    assert roles(decision, "child-concern-report:c1") == {
        "bro subject child": "provisional",
        "gran household member": "provisional",
        "pia subject child": "certain",
        "quinta parent": "certain",
    }
    assert question(decision, "parents@pia").asks.startswith("Who else is a parent of ")
    assert question(decision, "qld-child-safety/concerns-relate@bro@glade").working == "yes"
    assert owed(decision, "to the service centre for Ipswich") == "certain"


def test_whether_parents_can_protect_a_young_person_is_assessed_and_asked() -> None:
    decision = decided("self-placed-duty")
    assert owed(decision, "assess how able and willing the parents are to protect this young person") == "provisional"
    assert question(decision, "qld-child-safety/protective-parent@bix").working == "no"
    assert records(decision) == {"notification:farm": "certain"}


def test_a_parent_who_is_said_to_protect_makes_no_harm_household() -> None:
    decision = decided("outside-protected")
    assert decision.about("harm-household") == ()
    assert records(decision) == {"child-concern-report:c1": "certain"}


def test_a_parent_of_whom_nothing_is_said_makes_one_provisionally() -> None:
    case = case_of("outside-protected")
    facts = tuple(fact for fact in case.facts if not fact.question.endswith("/protective-parent"))
    decision = decide_case(attrs.evolve(case, facts=facts), rulebook().program("qld-child-safety").compiled)
    assert standing(decision, "harm-household", "glen") == "provisional"
    assert question(decision, "qld-child-safety/protective-parent@fin").working == "no"


def test_a_child_who_moved_since_is_a_subject_where_the_harm_happened() -> None:
    decision = decided("moved-father-protects")
    assert records(decision) == {"notification:north": "certain"}
    assert roles(decision, "notification:north")["ari subject child"] == "certain"


@pytest.mark.parametrize(
    ("name", "places"),
    [
        ("decided-before-received", ("decisions[0].at (line ", "dates.received (line ")),
        ("incident-after-receipt", ("concerns[0].occurred (line ", "dates.received (line ")),
        ("full-time-twice", ("residences[1] (line ", "residences[0] (line ")),
        ("vic-submitted-before-it-happened", ("records[0].moves[0].at (line ", "concerns[0].occurred (line ")),
    ],
)
def test_what_cannot_be_is_refused_with_both_places(name: str, places: tuple[str, str]) -> None:
    said = refusal(name)
    assert "entries that can be true together" in said
    assert all(place in said for place in places)


def test_a_child_born_between_receipt_and_decision_is_a_subject_and_not_unborn() -> None:
    decision = decided("born-in-between")
    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert roles(decision, "notification:home") == {"bub subject child": "certain", "mia parent": "certain"}
    assert owed(decision, "nborn child is likely") == ""
    assert owed(decision, "the first name 'Unborn'") == ""
    assert clocks(decision, "c1", "bub")["approve"] == "Tuesday 11 March 2025, end of day: certain"


def test_whoever_is_said_to_be_responsible_has_a_profile() -> None:
    decision = decided("new-partner-moved-in-since")
    assert standing(decision, "profile", "rob", "notification:home") == "certain"
    assert roles(decision, "notification:home") == {"ari subject child": "certain", "mia parent": "certain"}


def test_a_home_without_an_area_makes_the_address_and_the_centre_a_question() -> None:
    decision = decided("car")
    assert roles(decision, "notification:car")["ari subject child"] == "certain"
    assert owed(decision, "ask whether an address, or another way to find the child, is known") == "certain"
    assert owed(decision, "ask which service centre is the relevant one") == "certain"


def test_a_place_in_another_state_is_counted_by_the_days_of_that_state() -> None:
    """Labour Day of New South Wales is 6 October 2025; whether Albury has a day of its own is not known."""
    decision = decided("vic-place-in-another-state")
    assert clocks(decision, "i1")["report"].startswith("between Thursday 9 October 2025, end of day and Friday 10")
    assert any("New South Wales: the local holidays of Albury" in reason for reason in decision.because)


def test_where_a_calendar_ends_the_report_is_owed_all_the_same() -> None:
    decision = decided("into-2036-vic")
    assert records(decision) == {"incident-report:c1": "certain"}
    assert "covers 2018 to 2035" in clocks(decision, "c1")["report"]
    assert decision.state is DecisionState.PROVISIONAL


def test_an_endorser_who_is_accused_or_wrote_the_report_is_told() -> None:
    decision = decided("vic-endorsed-by-the-accused")
    assert standing(decision, "handled-by-the-accused", "i1", "endorsed", "ottilie") == "certain"
    assert standing(decision, "handled-by-its-maker", "i1", "endorsed", "ottilie") == "certain"
    assert clocks(decision, "i1")["investigate"] == "Wednesday 23 April 2025, end of day: provisional"
    assert question(decision, "by@incident-report:i1@endorse").working == "authorised delegate"


def test_a_move_that_the_workflow_does_not_know_starts_no_clock() -> None:
    decision = decided("vic-illegal-moves-accepted")
    assert {
        (str(line.things[0]), *line.things[1:], line.standing.value) for line in decision.about("refused-move")
    } == {
        ("incident-report:i1", "endorse", "it does not lead on from the state 'not begun'", "certain"),
        ("investigation:i1", "begin", "it is forbidden in the state 'with the police'", "certain"),
    }
    assert standing(decision, "begun-too-soon", "i1") == "certain"
    assert clocks(decision, "i1")["investigate"] == "waiting: certain, waiting"


def test_a_report_that_came_late_is_told_as_late() -> None:
    assert clocks(decided("vic-late-and-nothing-says-so"), "i1") == {
        "report": "Friday 7 March 2025, end of day: certain, met-late"
    }


def test_by_how_much_it_is_late_is_told_with_the_readings_that_change_it() -> None:
    """From Saturday 8 to Monday 24 March 2025 there are eleven weekdays, and 10 March is Labour Day."""
    (clock,) = decided("vic-late-and-nothing-says-so").clocks
    assert (clock.stands.word, clock.stands.amount) == ("met late", "10 business days")
    other = {(each.reading, each.word) for each in clock.stands.otherwise}
    assert ("vic-cims/reported-when", "not met yet") in other
    assert "vic-cims/three-days" not in {reading for reading, _ in other}


@pytest.mark.parametrize(
    ("at", "state", "says"),
    [
        ("2025-03-06T10:00+11:00", "running", "running, 1 business day left"),
        ("2025-03-07T23:00+11:00", "running", "running, 1 hour left"),
        ("2025-03-20T10:00+11:00", "overdue", "overdue by 8 business days"),
    ],
)
def test_a_report_that_has_not_come_is_running_and_then_overdue(at: str, state: str, says: str) -> None:
    decision = decided("vic-overdue-and-nothing-says-so", at=at)
    assert clocks(decision, "i1")["report"] == f"Friday 7 March 2025, end of day: certain, {state}"
    assert [clock.stands.says for clock in decision.clocks] == [says]


def test_without_a_moment_it_is_said_that_one_tells_running_from_overdue() -> None:
    (clock,) = decided("vic-overdue-and-nothing-says-so").clocks
    assert clock.stands.says == "cannot be told: say `at` to see whether it is running or overdue"


def test_the_kinds_of_another_answer_are_told_with_what_they_bring() -> None:
    point = question(decided("dup-sibling"), "qld-child-safety/concerns-relate@bro@glade")
    assert any("other child" in says for says in brings(point, "no"))


@pytest.mark.parametrize("name", ["vic-no-place-no-date", "vic-place-not-known-to-the-calendar"])
def test_a_clock_without_one_day_is_not_decided(name: str) -> None:
    decision = decided(name)
    assert decision.state is not DecisionState.FINAL
    assert any("not known exactly" in reason for reason in decision.because)


def test_an_area_in_another_state_has_no_service_centre_here_and_the_right_one_is_asked() -> None:
    decision = decided("tweed-heads")
    assert records(decision) == {"notification:tweed": "certain"}
    assert owed(decision, "ask which service centre is the relevant one") == "certain"
    assert owed(decision, "Tweed Heads") == ""


def test_where_the_office_is_not_known_the_day_after_a_show_stands_beside_the_date() -> None:
    decision = decided("wandoan-show")
    assert decision.state is DecisionState.PROVISIONAL
    found = clocks(decision, "c1", "ari")
    assert found["approve"].startswith("between Monday 7 April 2025, end of day and Tuesday 8 April 2025")
    assert found["commence"] == "Thursday 10 April 2025, end of day: certain"
    assert question(decision, "qld-child-safety/office@case")


def test_a_council_with_a_day_of_its_own_is_counted_by_it() -> None:
    assert clocks(decided("geelong-cup"), "c1")["report"] == "Friday 24 October 2025, end of day: certain"


def test_whether_a_child_counts_as_ten_who_turns_ten_meanwhile_is_asked_and_worked_with_by_a_reading() -> None:
    decision = decided("birthday-between")
    assert decision.state is DecisionState.PROVISIONAL
    assert records(decision) == {"notification:square": "certain"}
    asked = question(decision, "qld-child-safety/counts-as-ten@c2@elsa")
    assert (asked.working, asked.decided_by) == ("no", "senior-team-leader")
    assert any("elsa" in line and "alone" in line for line in brings(asked, "yes"))
    assert records(decided("birthday-between", readings={"ten-years-on": "harm"})) == {"notification:square": "certain"}
    by_the_decision = decided("birthday-between", readings={"ten-years-on": "decision"})
    assert records(by_the_decision)["notification:square/elsa"] == "provisional"


@pytest.mark.parametrize("name", ["no-area", "tweed-heads", "car"])
def test_nothing_is_final_while_it_is_open_where_a_notification_goes(name: str) -> None:
    decision = decided(name)
    assert decision.state is DecisionState.PROVISIONAL
    assert [point.address.partition("@")[0] for point in decision.points] == ["qld-child-safety/service-centre"]


def test_where_the_facts_name_one_centre_nobody_is_asked_which() -> None:
    assert is_final_but_for_what_is_to_be_learnt(decided("commence-place"))


@pytest.mark.parametrize("told", ["done", "there is none", "entered"])
def test_what_is_still_to_be_learnt_keeps_a_decision_from_being_final_until_it_is_told(told: str) -> None:
    case = case_of("year-only")
    people = (*case.people, PersonEntry(id="ma", adult=True, home=Home.NONE))
    tie = RelationshipEntry(from_="ma", to="kai", kind=RelationshipKind.PARENT)
    learnt = {
        "done": attrs.evolve(case, done=(DoneEntry(act=LEARN, for_=("kai@notification:home",)),)),
        "there is none": attrs.evolve(
            case, people=tuple(attrs.evolve(each, no_other_parent=each.id == "kai") for each in case.people)
        ),
        "entered": attrs.evolve(case, people=people, relationships=(*case.relationships, tie)),
    }
    compiled = rulebook().program("qld-child-safety").compiled

    assert is_final_but_for_what_is_to_be_learnt(decide_case(case, compiled))
    assert decide_case(learnt[told], compiled).state is DecisionState.FINAL
