"""Where only a moment, or the edition that it chooses, is open, the page says what holds in each and what differs."""

from __future__ import annotations

import datetime as dt

import attrs
from case_documents import case_of, decided, question, rulebook

from cimscore.assessment import Decision, Standing, decide_case, first_page
from cimscore.case import Moment


def flat(decision: Decision) -> str:
    return " ".join(first_page(decision, bounded=False).split())


def test_an_unknown_day_leaves_certain_what_holds_on_both_sides_of_a_change_of_the_policy() -> None:
    decision = decided("vic-day-unknown-at-the-change")
    told = {line.id: line.standing for line in decision.conclusions if line.id in ("in-scope", "goes", "record")}

    assert set(told.values()) == {Standing.CERTAIN} and len(told) == 3
    assert [clock.standing for clock in decision.clocks] == [Standing.CERTAIN]


def test_what_differs_is_said_of_the_days_before_the_change_together() -> None:
    decision = decided("vic-day-unknown-at-the-change")

    assert question(decision, "occurred@i1").changes == (
        ("by Sunday 8 December 2024, end of day", ("the list of services of the day of i1 is not held here",), ()),
    )
    assert "Working answer: by Monday 9 December 2024, 09:00, taken as Monday 9 December 2024, 08:00" in flat(decision)


def not_submitted_yet() -> Decision:
    """Return the decision on a report that two days before the change of the policy nobody has submitted."""
    case = attrs.evolve(case_of("vic-submitted-nobody-knows-when"), records=())
    before = Moment(dt.datetime(2024, 12, 7, 9, tzinfo=dt.UTC))
    return decide_case(case, rulebook().program("vic-cims").compiled, at=before)


def test_the_day_that_chooses_the_edition_is_asked_and_not_which_edition_governs() -> None:
    decision = not_submitted_yet()

    assert not any(point.address.startswith("edition@") for point in decision.points)
    asked = question(decision, "vic-cims/submission@i1")
    assert asked.working == "2024-12-07"
    ((day, brings, takes),) = asked.changes
    assert day == "2024-12-09"
    assert "i1 is reported by the organisation that was delivering its service" in brings
    # The day is told already, and stays whichever edition governs.
    (due,) = {str(clock.due) for clock in decision.clocks if clock.what == "report the incident"}
    assert due == "Wednesday 11 December 2024, end of day, Melbourne time"
    assert not any(due in line for line in (*brings, *takes))
    assert takes == ("a report of before 9 December 2024 goes by the guide as it stood on the day of submission",)


def test_where_nobody_knows_when_a_report_was_submitted_that_is_asked_and_not_which_edition_governs() -> None:
    decision = decided("vic-submitted-nobody-knows-when")
    (asked,) = decision.points

    assert asked.address == "moved@incident-report:i1@submit"
    assert asked.asks == "When was the move 'submit' of incident report of i1 made?"
    policy = "i1 is reported by the organisation that was delivering its service"
    assert [(when, policy in adds) for when, adds, _ in asked.changes] == [
        ("between Monday 9 December 2024, 00:00 and Wednesday 20 August 2025, end of day", True),
        ("from Thursday 21 August 2025, 00:00 on", True),
    ]
