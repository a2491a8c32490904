"""Where the two once differed: each a small case, with the statement by which it was settled."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from facts_of_queensland import minute_of
from library_says import Said, one_of, said

from cimscore.composition import load_rulebook

NAMES, CLOCKS = frozenset({"record", "role", "priority", "in_scope"}), frozenset({"approve"})
MAIN, REPORT = ("notification", "household", "home", ""), ("child-concern-report", "household", "home", "")


def decided(name: str) -> Said:
    rulebook = load_rulebook()
    case = rulebook.read_case(Path(__file__).parent / "settled" / f"{name}.yaml")
    return said(case, rulebook.program(case.programs[0]).compiled, one_of(NAMES, CLOCKS))


def test_what_relates_to_a_child_too_brings_its_priority_into_the_record_of_that_child() -> None:
    """Q-54: the shortest over the subject children, so the brother's record is as urgent as the infant's concern."""
    told = decided("priority-of-related-child").certain
    assert ("priority", MAIN, "24-hour") in told
    assert ("priority", MAIN, "10-day") not in told


def test_a_grown_child_has_two_events_where_the_sibling_was_harmed_on_a_visit() -> None:
    """Q-S8 asks for a sibling, not for one who lives there."""
    told = decided("sibling-harmed-on-a-visit").certain
    assert ("role", "teen", ("notification", "household", "home", "teen"), "subject child") in told


def test_a_home_for_part_of_the_time_leaves_open_whether_the_other_is_one_too() -> None:
    """Q-S8: a grown child who lives with the infant has an event beside the infant's; where she lives is half told."""
    told = decided("home-for-part-of-the-time")
    own = ("notification", "household", "home", "infant")
    assert ("record", MAIN) in told.certain
    assert {("role", "infant", MAIN, "subject child"), ("record", own)} <= told.possible - told.certain


def test_two_concerns_alike_in_all_may_be_one_told_twice() -> None:
    """Q-D2, and Q-88: nobody infers a duplicate, nor that there is none, so the second record waits for the answer."""
    told = decided("call-told-twice")
    assert ("record", REPORT) in told.possible - told.certain


def test_a_child_with_the_parents_is_in_scope_and_the_incident_not_reported() -> None:
    """The manual's words on child protection: only in the care of others."""
    told = decided("with-the-parents")
    assert ("in_scope", "i1") in told.certain
    assert ("record", ("incident-report", "concern", "i1", "")) not in told.possible


def test_a_concern_about_a_visitor_hastens_the_one_notification_of_the_home() -> None:
    """Q-A1, Q-54: one notification is approved once, so the 24 hours of the visitor's concern are its time."""
    told = decided("visitor-harmed-too").certain
    on_tuesday = minute_of(dt.datetime.fromisoformat("2025-03-04T14:00+10:00"))
    assert {claim[2:] for claim in told if claim[0] == "due"} == {
        ("c0", "ten", on_tuesday),
        ("c1", "small", on_tuesday),
    }


def test_a_visitor_of_whom_half_the_time_is_not_told_may_stay_by_choice() -> None:
    """Q-S5 and Q-S6: the part of a present child is only as sure as it is that the child does not live there."""
    told = decided("visitor-half-told")
    assert ("role", "teen", REPORT, "other child") in told.possible - told.certain


def test_a_concern_that_relates_to_a_child_with_one_of_their_own_hastens_their_record() -> None:
    """Q-54, by the words of the answer: a concern that relates to a child is one of theirs, whose event it may be."""
    told = decided("concern-that-relates-to-the-harmed").certain
    assert ("priority", MAIN, "24-hour") in told
