"""What does not fit together is told, and what is done later than the moment looked at is not done yet."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import attrs
import pytest
from case_documents import DOCUMENTS, brings, case_of, decided, question, records, roles, rulebook

from cimscore.assessment import Decision, DecisionState, decide_case, first_page
from cimscore.case import UNKNOWN, Case, Finish, Moment, MoveEntry
from cimscore.errors import DocumentError


def stands(decision: Decision, id: str) -> str:
    return next(clock.stands.says for clock in decision.clocks if clock.id == id and clock.stands is not None)


def test_what_is_done_after_the_moment_looked_at_is_not_done_yet() -> None:
    assert stands(decided("approved-late", at="2025-03-05T09:00+10:00"), "approve").startswith("overdue by 21 hours")
    later = decided("approved-late", at="2025-03-07T09:00+10:00")
    assert stands(later, "approve").startswith("met late")
    assert any("approve" in line.says for line in later.done)
    assert not any("approve" in line.says for line in decided("approved-late", at="2025-03-05T09:00+10:00").done)


def test_what_was_decided_later_is_open_still_and_said_to_be_left_out() -> None:
    early = decided("approved-late", at="2025-03-03T11:00+10:00")
    assert question(early, "qld-child-safety/response@c1").working != "notification"
    assert early.state is not DecisionState.FINAL
    assert early.because[0] == (
        "Left out here, since it comes after Monday 3 March 2025, 11:00: the step approve of notification:home "
        "(Thursday 6 March 2025), and 1 more."
    )


def test_nothing_is_left_out_where_all_was_done_by_then_or_no_moment_is_given() -> None:
    for at in ("", "2025-03-07T09:00+10:00"):
        assert not any(reason.startswith("Left out") for reason in decided("approved-late", at=at).because)


def test_a_step_that_follows_a_later_one_is_left_out_with_it() -> None:
    case = case_of("approved-late")
    record = attrs.evolve(case.records[0], moves=(*case.records[0].moves, MoveEntry(move="close")))
    early = _decision(attrs.evolve(case, records=(record,)), at="2025-03-05T09:00+10:00")
    assert "the step approve of notification:home (Thursday 6 March 2025), and 1 more." in early.because[0]


def test_what_may_have_been_done_on_the_day_looked_at_is_not_certain() -> None:
    on_the_day = decided("approved-late", at="2025-03-06T09:00+10:00")
    clock = next(clock for clock in on_the_day.clocks if clock.id == "approve")
    assert {standing.value for _, standing in clock.states} <= {"provisional"}


def test_a_day_before_the_receipt_is_refused_by_the_offset_in_which_the_receipt_was_noted(tmp_path: Path) -> None:
    text = (DOCUMENTS / "approved-late.yaml").read_text(encoding="utf-8")
    earlier = tmp_path / "approved-before.yaml"
    earlier.write_text(text.replace("at: 2025-03-06}", "at: 2025-03-02}"), encoding="utf-8")
    with pytest.raises(DocumentError, match="makes no move before the information was received"):
        rulebook().read_case(earlier)


def test_a_moment_before_the_receipt_makes_no_final_decision() -> None:
    early = decided("approved-late", at="2025-03-01T09:00+10:00")
    assert early.state is not DecisionState.FINAL
    assert "before the information was received" in early.because[0]


def test_a_withdrawn_concern_is_asked_about_and_never_final() -> None:
    case = case_of("approved-late")
    withdrawn = attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], as_=Finish.WITHDRAWN),), records=())
    decision = _decision(withdrawn)
    assert decision.state is not DecisionState.FINAL
    assert decision.because[0].startswith("c1 is withdrawn, so that nothing is told as owed by it")


def test_a_child_who_was_there_and_to_whom_the_concerns_do_not_relate_is_an_other_child() -> None:
    found = roles(decided("approved-late"), "notification:home")
    assert found["zoe other child"] == "certain"


def test_abuse_by_somebody_whom_nobody_named_is_investigated_until_it_is_said_who_they_are() -> None:
    decision = decided("vic-abuse-nobody-named")
    assert records(decision)["investigation:i1"] == "provisional"
    assert brings(question(decision, "vic-cims/accused-unnamed@i1"), "other") == ()
    assert decision.state is DecisionState.PROVISIONAL


def test_what_another_moment_would_bring_is_counted_with_all_that_is_not_known_of_the_days() -> None:
    case = case_of("vic-abuse-nobody-named")
    facts = tuple(each for each in case.facts if each.question not in ("vic-cims/disclosed", "vic-cims/site"))
    started = attrs.evolve(case.concerns[0], occurred=Moment(dt.date(2026, 7, 3)))
    open_case = attrs.evolve(case, facts=facts, concerns=(started,))
    point = question(_decision(open_case, "vic-cims"), "vic-cims/disclosed@i1")
    (_, first), (_, last) = point.bounds
    assert str(first[0]).startswith("report the incident: between Wednesday 8 July 2026")
    assert str(last[0]).startswith("report the incident: between Thursday 9 July 2026")


def test_a_step_that_is_taken_is_done_though_no_clock_runs_for_it() -> None:
    said = decided("vic-cleared-later")
    assert any("review and endorse" in line.says and "4 February 2026" in line.at for line in said.done)
    assert not any("review and endorse" in says for says, _ in said.duties)


def test_by_another_reading_another_clock_counts() -> None:
    clock = next(each for each in decided("vic-cleared-later", at="2026-03-02T09:00+11:00").clocks
                 if each.id == "investigate")  # fmt: skip
    (other,) = (each for each in clock.stands.otherwise if each.reading == "vic-cims/police-hold")
    assert other.word == "running"
    assert (str(clock.due), str(other.due)) == (
        "Tuesday 17 March 2026, end of day, Melbourne time",
        "Thursday 2 April 2026, end of day, Melbourne time",
    )


def _decision(case: Case, program: str = "qld-child-safety", *, at: str = "") -> Decision:
    moment = Moment(dt.datetime.fromisoformat(at)) if at else None
    return decide_case(case, rulebook().program(program).compiled, at=moment)


def test_a_mistyped_number_of_the_event_that_a_concern_repeats_is_told_with_the_number_that_may_be_meant() -> None:
    (told,) = (said for said in map(str, decided("duplicate-of-a-mistyped-number").amiss) if "EV-44" in said)
    assert told.startswith("This answer names no record of this case: Which event on file tells of ")
    assert told.endswith("EV-44. Did you mean EV-4? If it is one that is not entered here, it is right as it is.")
    assert "Did you mean EV-4?" in " ".join(first_page(decided("duplicate-of-a-mistyped-number")).split())


@pytest.mark.parametrize("number", ["EV-4", "none", "an event on file", "2025/0113", "unknown"])
def test_a_number_that_is_entered_or_like_none_that_is_entered_is_not_taken_for_a_slip(number: str) -> None:
    case = case_of("duplicate-of-a-mistyped-number")
    answer = UNKNOWN if number == "unknown" else number
    decision = _decision(attrs.evolve(case, decisions=(attrs.evolve(case.decisions[0], answer=answer),)))
    assert not any("names no record" in said for said in map(str, decision.amiss))
