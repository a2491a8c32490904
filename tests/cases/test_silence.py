"""What is not known hides nothing that every answer shares: each document once fell silent."""

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
    rests_on,
    roles,
    rulebook,
    standing,
)

from cimscore.assessment import DecisionState, decide_case
from cimscore.case import DecisionEntry, FactEntry, ResidenceKind

FIVE_DAYS = {
    "approve": "Thursday 6 March 2025, end of day: certain",
    "transfer": "Thursday 6 March 2025, end of day: certain",
    "commence": "Monday 10 March 2025, end of day: certain",
    "finish": "Wednesday 11 June 2025, end of day: certain",
}


def within_24_hours(day: str, end: str, standing: str = "certain") -> dict[str, str]:
    found = dict.fromkeys(("approve", "commence", "transfer"), f"{day}: {standing}")
    return {**found, "finish": f"{end}, end of day: {standing}"}


def test_a_father_of_whom_nobody_knows_anything_holds_nothing_up() -> None:
    decision = decided("father-somewhere")
    assert decision.state is DecisionState.FINAL
    assert records(decision) == {"notification:home": "certain"}
    assert roles(decision, "notification:home") == {
        "ari subject child": "certain",
        "leo parent": "certain",
        "mia parent": "certain",
    }
    assert standing(decision, "profile", "leo", "notification:home") == "certain"
    assert clocks(decision, "c1", "ari") == FIVE_DAYS


def test_a_mother_without_a_birth_date_is_no_child_to_be_weighed() -> None:
    decision = decided("mother-without-birth-date")
    assert is_final_but_for_what_is_to_be_learnt(decision)
    assert records(decision) == {"notification:home": "certain"}
    assert roles(decision, "notification:home") == {"ari subject child": "certain", "mia parent": "certain"}
    assert clocks(decision, "c1", "ari") == FIVE_DAYS


def test_a_family_tree_with_few_dates_has_its_record_and_clocks() -> None:
    decision = decided("gedcom-fiction")
    assert records(decision) == {"notification:home": "certain"}
    assert clocks(decision, "c1", "g2") == FIVE_DAYS
    assert decision.state is DecisionState.PROVISIONAL


def test_either_age_of_the_sister_gives_the_brother_his_24_hours() -> None:
    decision = decided("clock-hidden-by-age")
    same = within_24_hours("Saturday 22 February 2025, 11:00", "Sunday 1 June 2025")
    assert clocks(decision, "c2", "gabe") == same
    assert clocks(decision, "c1", "flo") == same
    assert records(decision) == {"notification:orchard": "certain", "notification:orchard/flo": "provisional"}
    assert roles(decision, "notification:orchard")["gabe subject child"] == "certain"
    assert [set(answers) for answers in rests_on(decision, "notification:orchard/flo")] == [{"born@flo"}, {"born@flo"}]
    assert question(decision, "born@flo").working == "aged 10 to 17"


def test_concerns_that_may_be_a_duplicate_are_taken_as_new() -> None:
    decision = decided("clock-hidden-by-duplicate")
    assert records(decision) == {"notification:fen": "provisional"}
    assert clocks(decision, "c1", "tilda") == within_24_hours(
        "Tuesday 18 March 2025, 10:00", "Wednesday 25 June 2025", "provisional"
    )
    point = question(decision, "qld-child-safety/duplicate-of@c1")
    assert point.working == "none"
    assert any("child concern report" in says for says in brings(point, "an event on file"))


def test_a_child_who_is_listed_in_a_household_lives_there_until_it_is_known() -> None:
    decision = decided("clock-hidden-by-stay-kind")
    assert records(decision) == {"notification:nine": "certain"}
    assert standing(decision, "harm-household", "nine") == "certain"
    assert roles(decision, "notification:nine") == {"child-x subject child": "provisional", "mum parent": "provisional"}
    assert clocks(decision, "c1", "child-x") == within_24_hours(
        "Wednesday 12 March 2025, 21:30", "Thursday 19 June 2025"
    )
    stay = question(decision, "stay@child-x@nine")
    assert stay.working == "full-time"
    assert not any("notification" in says for _, adds, takes in stay.changes for says in (*adds, *takes))


@pytest.mark.parametrize(
    ("kind", "protects", "role"),
    [
        ("full-time", None, "certain"),
        ("part-time", None, "certain"),
        ("by-choice", None, "certain"),
        ("visits", False, "certain"),
        ("visits", None, "provisional"),
        ("visits", True, ""),
    ],
)
def test_every_kind_of_stay_but_visits_makes_the_child_a_subject(kind: str, protects: bool | None, role: str) -> None:
    case = case_of("clock-hidden-by-stay-kind")
    stays = tuple(
        attrs.evolve(stay, kind=ResidenceKind(kind)) if stay.person == "child-x" else stay for stay in case.residences
    )
    fact = FactEntry(question="qld-child-safety/protective-parent", about="child-x", answer=protects)
    facts = (*case.facts, *([] if protects is None else [fact]))
    decision = decide_case(
        attrs.evolve(case, residences=stays, facts=facts), rulebook().program("qld-child-safety").compiled
    )
    assert roles(decision, "notification:nine").get("child-x subject child", "") == role
    assert clocks(decision, "c1", "child-x")["approve"] == "Wednesday 12 March 2025, 21:30: certain"
    if protects:
        assert decision.state is DecisionState.INCOMPLETE
        assert "Ask where the child lives" in " ".join(decision.because)


def test_whichever_parent_is_in_question_the_24_hours_are_the_same() -> None:
    decision = decided("clock-hidden-by-self-placed")
    assert clocks(decision, "c1", "cal") == within_24_hours("Friday 28 February 2025, 13:00", "Saturday 7 June 2025")
    assert records(decision) == {"notification:bay": "provisional"}
    point = question(decision, "qld-child-safety/whose-protection@cal")
    assert point.working == "bay"
    assert [answer for answer, _, _ in point.changes] == ["cove"]


def test_nobody_is_a_sibling_of_their_own_child() -> None:
    decision = decided("teen-without-parents")
    assert decision.state is DecisionState.INCOMPLETE
    assert records(decision) == {"notification:lane": "certain", "notification:lane/sue": "certain"}
    assert roles(decision, "notification:lane")["rex subject child"] == "certain"
    assert roles(decision, "notification:lane/sue")["rex parent"] == "certain"
    expected = within_24_hours("Thursday 20 March 2025, 11:15", "Friday 27 June 2025")
    assert clocks(decision, "c1", "rex") == expected
    assert clocks(decision, "c2", "sue") == expected


def test_what_must_not_go_into_icms_is_the_same_under_every_response() -> None:
    decision = decided("not-in-icms-hidden")
    assert owed(decision, "must not record the information in ICMS") == "certain"
    assert owed(decision, "must consult on where the record is kept, with the senior team leader") == "certain"
    assert records(decision) == {"unidentified-concerns:case": "certain"}


@pytest.mark.parametrize("response", ["notification", "child-concern-report", "intake-enquiry"])
def test_what_must_not_go_into_icms_stays_out_by_each_response(response: str) -> None:
    case = case_of("not-in-icms-hidden")
    entry = DecisionEntry(
        question="qld-child-safety/response", about=("c1",), answer=response, by="child-safety-officer"
    )
    decision = decide_case(
        attrs.evolve(case, decisions=(*case.decisions, entry)), rulebook().program("qld-child-safety").compiled
    )
    assert owed(decision, "must not record the information in ICMS") == "certain"
    assert owed(decision, "must consult on where the record is kept, with the senior team leader") == "certain"
    assert records(decision) == {"unidentified-concerns:case": "certain"}


def test_five_of_six_kinds_give_24_hours_and_the_sixth_is_told() -> None:
    decision = decided("vic-ndis-kind-unknown-hides-24-hours")
    assert clocks(decision, "i1")["notify"] == "Thursday 13 March 2025, 15:20: provisional"
    point = question(decision, "ndis-incidents/kind@i1")
    assert any("practice" in says for says in brings(point, "restrictive-practice"))


def test_nobody_can_be_aware_before_it_happened_so_that_it_is_owed_for_certain() -> None:
    decision = decided("vic-ndis-awareness-not-recorded")
    assert records(decision) == {"five-day-form:i1": "certain", "immediate-notification:i1": "certain"}
    assert clocks(decision, "i1") == {
        "notify": "Thursday 13 March 2025, between 12:00 and 16:00: provisional",
        "send-the-form": "Wednesday 19 March 2025, end of day: provisional",
    }


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("vic-no-place-no-date", "between Wednesday 4 November 2026, end of day and Thursday 5 November 2026"),
        (
            "vic-place-not-known-to-the-calendar",
            "between Wednesday 5 November 2025, end of day and Thursday 6 November",
        ),
    ],
)
def test_a_place_whose_days_are_not_known_shows_both_dates(name: str, day: str) -> None:
    decision = decided(name)
    assert clocks(decision, "i1")["report"].startswith(day)
    (due,) = [clock.due for clock in decision.clocks if clock.id == "report"]
    assert due.working == due.earliest, "the earlier day, to be safe"


def test_an_intervention_that_nobody_knows_of_can_be_said_and_leaves_the_report_provisional() -> None:
    decision = decided("oi-not-known")
    assert records(decision) == {"child-concern-report:knob": "provisional"}
    point = question(decision, "qld-child-safety/ongoing-intervention@zita")
    assert point.working == "no"
    assert any("case note" in says for says in brings(point, "yes"))


def test_a_notification_is_sent_and_handed_over_wherever_its_centre_turns_out_to_be() -> None:
    decision = decided("no-area")
    assert owed(decision, "send the notification, to the service centre for an area still to be asked") == "certain"
    assert owed(decision, "hand over the open investigation, to the pending tray") == "certain"
    assert owed(decision, "ask which service centre is the relevant one") == "certain"
