"""What is not known of the file is asked, and what is finished is told as done and never as owed."""

from __future__ import annotations

import attrs
import pytest
from case_documents import brings, case_of, clocks, decided, owed, question, records, roles, rulebook, standing

from cimscore.assessment import Decision, DecisionState, assess, decide_case
from cimscore.case import UNKNOWN, Case, Exists, Finish, Moment, RecordEntry, Unknown
from cimscore.errors import CaseError

QLD = "qld-child-safety"


def decision_of(case: Case) -> Decision:
    return decide_case(case, rulebook().program(case.programs[0]).compiled)


def done(decision: Decision) -> dict[str, tuple[str, str]]:
    """Return when and by whom each thing was done, by its words."""
    return {line.says: (line.at, line.by) for line in decision.done}


def test_whether_an_intervention_is_open_is_asked_and_the_report_is_provisional() -> None:
    decision = decided("oi-not-known-of-the-file")
    assert decision.state is DecisionState.PROVISIONAL
    assert records(decision) == {"child-concern-report:knob": "provisional"}
    assert clocks(decision, "c1", "zita") == {"approve-report": "Tuesday 11 March 2025, end of day: provisional"}
    point = question(decision, "qld-child-safety/ongoing-intervention@zita")
    assert point.working == "no"
    assert any("case note" in says for says in brings(point, "yes"))


@pytest.mark.parametrize("whose", [{"person": "zita"}, {"household": "knob"}])
def test_it_is_asked_of_the_one_or_the_household_that_is_named(whose: dict[str, str]) -> None:
    case = case_of("oi-not-known-of-the-file")
    entry = attrs.evolve(case.on_file[0], **whose)
    assert decision_of(attrs.evolve(case, on_file=(entry,))).points == decision_of(case).points
    of_the_father = attrs.evolve(case, on_file=(attrs.evolve(entry, household=None, person="anton"),))
    assert records(decision_of(of_the_father)) == {"child-concern-report:knob": "certain"}


def test_none_on_file_closes_the_question() -> None:
    case = case_of("oi-not-known-of-the-file")
    closed = attrs.evolve(case, on_file=(attrs.evolve(case.on_file[0], exists=Exists.NO),))
    assert records(decision_of(closed)) == {"child-concern-report:knob": "certain"}


def with_people(name: str, **recorded: str | Unknown) -> Case:
    """A document's case, with these people on its one record on file."""
    case = case_of(name)
    return attrs.evolve(case, records=(attrs.evolve(case.records[0], people=recorded),))


def test_an_investigation_that_may_be_on_file_takes_no_record_and_no_clock_away() -> None:
    assert records(decision_of(with_people("investigation-not-known", sal="subject child"))) == {
        "child-concern-report:knob": "certain"
    }
    open_file = decision_of(with_people("investigation-not-known", zita=UNKNOWN))
    assert records(open_file) == {"child-concern-report:knob": "provisional"}
    assert question(open_file, "exists@EV-1").working == "no"
    assert any("additional notified concerns" in says for says in brings(question(open_file, "exists@EV-1"), "yes"))


def test_a_record_on_file_that_names_no_child_as_its_subject_may_be_about_each_child_of_the_case() -> None:
    told = attrs.evolve(case_of("investigation-not-known").records[0], exists=Exists.YES)
    for people in ({}, {"anton": "parent"}):
        case = attrs.evolve(case_of("investigation-not-known"), records=(attrs.evolve(told, people=people),))
        decision = decision_of(case)
        asked = question(decision, "recorded-as@zita@EV-1")
        assert asked.working == "something else, or not at all"
        assert any("additional notified concerns" in says for says in brings(asked, "subject child"))
        assert records(decision) == {"child-concern-report:knob": "provisional"}


def test_a_child_who_is_said_to_be_something_else_on_file_or_stands_beside_its_subject_is_not_asked_about() -> None:
    told = attrs.evolve(case_of("investigation-not-known").records[0], exists=Exists.YES)
    for people in ({"zita": "other child"}, {"sal": "subject child"}):
        case = attrs.evolve(case_of("investigation-not-known"), records=(attrs.evolve(told, people=people),))
        decision = decision_of(case)
        assert records(decision) == {"child-concern-report:knob": "certain"}
        assert "recorded-as@zita@EV-1" not in {point.address for point in decision.points}


def test_a_kind_of_record_that_may_be_on_file_is_asked_of_each_household() -> None:
    case = case_of("investigation-not-known")
    asked = attrs.evolve(
        case, records=(), on_file=(attrs.evolve(case_of("oi-not-known-of-the-file").on_file[0], kind="investigation"),)
    )
    decision = decision_of(asked)
    assert question(decision, "exists@investigation-of-knob").working == "no"
    assert records(decision) == {"child-concern-report:knob": "provisional"}


def test_an_investigation_that_has_ended_takes_no_concerns_and_may_have_ended_lately() -> None:
    decision = decided("investigation-ended")
    assert records(decision) == {"child-concern-report:knob": "certain"}
    assert owed(decision, "tell of the report before it is approved") == "certain"
    assert "EV-1 has ended: nothing more is owed by it" in done(decision)


def test_a_call_that_alleges_nothing_makes_nobody_a_subject() -> None:
    decision = decided("call-without-a-concern")
    assert records(decision) == {"intake-enquiry:q1": "certain"}
    assert roles(decision, "intake-enquiry:q1") == {}
    assert standing(decision, "profile", "jude", "intake-enquiry:q1") == "certain"
    assert decision.state is DecisionState.FINAL


def test_a_call_may_be_about_nobody() -> None:
    decision = decided("call-about-nobody")
    assert records(decision) == {"intake-enquiry:q1": "certain"}
    assert decision.state is DecisionState.FINAL


def test_what_has_been_done_is_told_as_done_and_never_as_owed() -> None:
    decision = decided("approved-on-wednesday", at="2025-03-06T10:00+10:00")
    assert not owed(decision, "approve the notification")
    assert not owed(decision, "start the investigation and assessment")
    told = done(decision)
    approved = next(says for says in told if "approve the notification" in says)
    assert told[approved] == ("Wednesday 5 March 2025, 10:00", "Sal Example (senior team leader)")
    started = next(says for says in told if "start the investigation" in says)
    assert told[started] == ("", "service centre")
    stands = {clock.id: dict(clock.states) for clock in decision.clocks}
    assert stands["approve"] == {"met": "certain"}
    assert stands["commence"] == {"met": "certain"}
    assert stands["transfer"] == {"running": "certain"}


def test_what_was_done_too_late_is_met_late() -> None:
    case = case_of("approved-on-wednesday")
    late = attrs.evolve(case.done[0], at=Moment(case.done[0].at.value.replace(day=10)))
    decision = decision_of(attrs.evolve(case, done=(late,)))
    assert {clock.id: dict(clock.states) for clock in decision.clocks}["approve"] == {"met-late": "certain"}


def test_the_done_act_of_a_day_that_is_not_known_is_done_all_the_same() -> None:
    case = case_of("approved-on-wednesday")
    decision = decision_of(attrs.evolve(case, done=(attrs.evolve(case.done[0], at=UNKNOWN),)))
    assert not owed(decision, "approve the notification")
    assert set(done(decision).values()) == {("", "Sal Example (senior team leader)")}


def test_an_act_that_nobody_owes_is_told_all_the_same() -> None:
    case = case_of("concern-withdrawn")
    kept = attrs.evolve(case, done=(case_of("approved-on-wednesday").done[0],))
    assert any("approve the notification" in says for says in done(decision_of(kept)))


def test_a_withdrawn_concern_owes_nothing_and_stays_told() -> None:
    decision = decided("concern-withdrawn")
    assert records(decision) == {}
    assert decision.clocks == ()
    assert "c1 is withdrawn: nothing is told as owed by it" in done(decision)


def test_a_record_that_is_withdrawn_owes_no_duty_and_no_clock() -> None:
    case = attrs.evolve(case_of("approved-on-wednesday"), done=())
    withdrawn = RecordEntry(id="notification:knob", kind="notification", as_=Finish.WITHDRAWN)
    decision = decision_of(attrs.evolve(case, records=(withdrawn,)))
    assert len(decision_of(case).clocks) == 4
    assert decision.clocks == ()
    assert not owed(decision, "approve the notification")
    assert "notification:knob is withdrawn: nothing more is owed by it" in done(decision)


def test_a_record_says_by_what_it_is_superseded() -> None:
    case = case_of("investigation-ended")
    newer = attrs.evolve(case.records[0], id="EV-2")
    older = attrs.evolve(case.records[0], as_=Finish.SUPERSEDED, superseded_by="EV-2")
    decision = decision_of(attrs.evolve(case, records=(older, newer)))
    assert "EV-1 is superseded by EV-2: nothing more is owed by it" in done(decision)


def test_the_household_whose_concern_it_is_is_a_harm_household() -> None:
    decision = decided("whose-concern-it-is")
    assert standing(decision, "harm-household", "knob") == "certain"
    assert records(decision) == {"notification:knob": "certain"}
    assert roles(decision, "notification:knob")["zita subject child"] == "certain"


def test_an_act_is_looked_for_in_the_installed_programs() -> None:
    case = case_of("approved-on-wednesday")
    wrong = attrs.evolve(case, done=(attrs.evolve(case.done[0], act=f"{QLD}/duties-notification/aprove"),))
    with pytest.raises(CaseError, match="Did you mean 'qld-child-safety/duties-notification/approve'"):
        assess(wrong, rulebook())
