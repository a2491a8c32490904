"""What a person reads of a case that is illegal, late, impossible, out of scope, or before any edition."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import case_of, decided, refusal, rulebook

from cimscore.assessment import DecisionState, decide_case, first_page
from cimscore.case import Moment


def read(name: str, at: str = "") -> str:
    """Return the first page as one line, as somebody reads it aloud."""
    return " ".join(first_page(decided(name, at=at)).split())


ILLEGAL = {
    "vic-illegal-moves-accepted": (
        "The step endorse of incident report of i1 counts for nothing: it does not lead on from the state 'not begun'"
    ),
    "vic-endorsed-by-the-accused": "The report on i1 was endorsed by Ottilie Example, whom it accuses",
}
LATE = {
    ("vic-late-and-nothing-says-so", ""): ("the reporting organisation to report the incident [met late, by "),
    ("vic-overdue-and-nothing-says-so", "2025-03-12T09:00+11:00"): (
        "Friday 7 March 2025, end of day, Melbourne time: the reporting organisation to report the incident [overdue"
    ),
}
IMPOSSIBLE = {
    "decided-before-received": "Nothing is decided before the information was received",
    "incident-after-receipt": "Nothing happens after the information about it was received.",
    "full-time-twice": "Nobody stays full-time in two homes at once.",
    "vic-submitted-before-it-happened": "A record makes no move before what it records has happened.",
}
NO = {
    "vic-out-of-scope-without-a-reason": (
        (
            "i1 is out of scope: the organisation has money from the NDIS alone [by vic/ndis/dual-funded]. What fails: "
            "Does the department fund the organisation? no [by vic/beginnings/funded-organisations]. 'yes' would "
            "change it."
        ),
        "vic/beginnings/ndis-providers would have it, and stands only in 'CIMS for funded organisations and NDIS",
        "i1 may be owed to the NDIS Commission alone [by vic/ndis/dual-funded].",
        "This program does not say whether anybody beside these is owed something.",
    ),
    "vic-not-reportable-without-a-reason": (
        (
            "i1 is not reportable: it involves no harm to a client that counts [by vic/reporting/reportable]. What "
            "fails: Did i1 harm a client? no [by vic/reporting/reportable, "
        ),
        "[by vic-child-protection-manual/definitions/harm-reasonably-likely]. 'yes' to any of these would change it.",
        "This program does not say whether anybody else, such as the police or a regulator, is owed something.",
    ),
    "before-edition": (
        "Incomplete: without an edition of the policy no rule applies.",
        "No edition of the policy is known to be in force on that day, so no rule applies.",
        "Regional Intake Service as it stood on that day.",
    ),
    "dup-sibling": ("c1 opens no event in which it is assessed anew: it is on record already [by qld/duplicates/",),
}


@pytest.mark.parametrize("name", ILLEGAL)
def test_a_move_that_is_not_allowed_is_told_behind_what_is_open_with_its_clause(name: str) -> None:
    said = read(name)
    assert ILLEGAL[name] in said
    order = ("below. At once since", "What is open", "Warnings", "What to record")
    assert sorted(order, key=said.index) == list(order)


@pytest.mark.parametrize(("name", "at"), LATE)
def test_what_is_late_is_told_beside_its_day(name: str, at: str) -> None:
    assert LATE[name, at] in read(name, at)


@pytest.mark.parametrize("name", IMPOSSIBLE)
def test_what_cannot_be_is_refused_with_both_places_and_what_to_know(name: str) -> None:
    said = refusal(name)
    assert IMPOSSIBLE[name] in said
    assert said.count("(line ") >= 2


def test_moments_that_contradict_each_other_are_told_once_with_what_is_wrong() -> None:
    case = case_of("vic-late-and-nothing-says-so")
    early = tuple(
        attrs.evolve(fact, answer=Moment(dt.date(2025, 3, 3))) if fact.question == "vic-cims/disclosed" else fact
        for fact in case.facts
    )
    decision = decide_case(attrs.evolve(case, facts=early), rulebook().program("vic-cims").compiled)
    warned = [line.says for line in decision.about("out-of-order")]
    assert decision.state is DecisionState.INCOMPLETE
    assert warned == ["the moments told of i1 contradict each other: it was disclosed or known before it happened"]


@pytest.mark.parametrize("name", NO)
def test_a_no_is_read_with_its_reason_its_clause_and_who_else(name: str) -> None:
    said = read(name)
    for sentence in NO[name]:
        assert sentence in said


def test_nothing_is_to_be_done_at_once_for_what_is_no_incident() -> None:
    assert "What to do" not in read("vic-not-reportable-without-a-reason")
    assert decided("vic-not-reportable-without-a-reason").duties == ()


def test_a_health_service_on_the_list_is_in_scope_whoever_pays_and_asked_about_where_nobody_says() -> None:
    assert "The case and i1 are in scope" in read("vic-health-service-in-scope-yet-out")
    asked = read("vic-health-service-not-even-asked")
    assert "The case and i1 are in scope (provisional: question 1)" in asked
    assert "1. Is it one of the health services in scope?" in asked


def test_who_moved_away_is_still_the_subject_of_what_happened_before() -> None:
    decision = decided("moved-father-protects")
    assert decision.laws == ()
    assert "Notification of north, priority 5-day: Ari Example, subject child" in read("moved-father-protects")


def test_nothing_is_called_final_with_a_gap() -> None:
    for name in ("response-open", "before-edition", "not-in-icms-hidden"):
        assert decided(name).state is DecisionState.INCOMPLETE


def test_the_moment_looked_at_is_told_in_words() -> None:
    name = "vic-overdue-and-nothing-says-so"
    assert f"Case {name}, as at Wednesday 12 March 2025, 09:00, UTC+11:00: " in read(name, "2025-03-12T09:00+11:00")
    vic = rulebook().program("vic-cims").compiled
    of_the_day = decide_case(case_of(name), vic, at=Moment(dt.date(2025, 3, 12)))
    assert first_page(of_the_day, width=1000).startswith(f"Case {name}, as at Wednesday 12 March 2025: ")
