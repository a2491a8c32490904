"""What is refused, or counts for nothing, says what can be written; what is finished leaves nothing unsaid."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest
from case_documents import case_of, decided, question, rulebook

from cimscore.assessment import Decision, DecisionState, decide_case, explanations_of, words_for
from cimscore.assessment.making import decided_case
from cimscore.case import UNKNOWN, Case, DoneEntry, FactEntry, Finish, Moment, MoveEntry, RecordEntry
from cimscore.case.building import refuse_unless_answered
from cimscore.errors import CaseError, DocumentError, UnknownNameError

REPORT = "incident-report:i1"


def document(program: str, act: str) -> dict[str, object]:
    return {
        "cimscore": 1,
        "id": "invented",
        "programs": [program],
        "dates": {"received": "2026-07-06T10:00+10:00"},
        "people": [{"id": "ann", "adult": True}],
        "concerns": [{"id": "i1", "about": ["ann"], "place": "elsewhere"}],
        "done": [{"act": act, "for": "i1"}],
    }


def at(text: str) -> Moment:
    return Moment(dt.datetime.fromisoformat(text))


def decision_of(case: Case) -> Decision:
    return decide_case(case, rulebook().program(case.programs[0]).compiled)


def with_moves(name: str, *moves: MoveEntry, record: str = REPORT, kind: str = "incident-report") -> Case:
    return attrs.evolve(case_of(name), records=(RecordEntry(id=record, kind=kind, moves=moves),))


# Acts and steps that nobody knows.


@pytest.mark.parametrize(
    ("program", "act", "says"),
    [
        ("vic-cims", "police", "After vic-cims/ can stand: clock/endorse, "),
        ("vic-cims", "endorse", "Did you mean 'vic-cims/clock/endorse' or 'vic-cims/duties-report/endorse'?"),
        ("vic-cims", "vic-cims/clock/reports", "Did you mean 'vic-cims/clock/report'?"),
        ("ndis-incidents", "police", "After ndis-incidents/ can stand: clock/notify, "),
        ("ndis-incidents", "notify", "'ndis-incidents/clock/notify' or 'ndis-incidents/duties-sent/notify'?"),
        ("qld-child-safety", "write it up", "After qld-child-safety/ can stand: clock/"),
    ],
)
def test_an_act_that_nobody_knows_is_told_with_those_that_can_be_written(program: str, act: str, says: str) -> None:
    with pytest.raises(DocumentError) as refused:
        rulebook().read_case(document(program, act))
    assert says in str(refused.value)
    others = {"vic-cims", "ndis-incidents", "qld-child-safety"} - {program}
    assert not any(f"{other}/" in str(refused.value) for other in others)


def test_an_act_of_a_case_built_in_python_is_told_so_too() -> None:
    done = attrs.evolve(case_of("into-2028-vic"), done=(DoneEntry(act="made up"),))
    with pytest.raises(CaseError, match="After vic-cims/ can stand: clock/endorse"):
        refuse_unless_answered(done, rulebook().forms, rulebook().declared)


@pytest.mark.parametrize(
    ("name", "record", "kind", "steps"),
    [
        ("into-2028-vic", "incident-report:c1", "incident-report", "create, submit, arrive, escalate, review"),
        ("approved-late", "notification:home", "notification", "approve"),
    ],
)
def test_a_step_that_no_such_record_has_is_told_with_those_it_has(
    name: str, record: str, kind: str, steps: str
) -> None:
    move = MoveEntry(move="sent back", by=UNKNOWN, at=at("2028-01-04T10:00+11:00"))
    found = decision_of(with_moves(name, move, record=record, kind=kind))
    (told,) = [line.says for line in found.about("refused-move")]
    assert "none of the steps of such a record" in told
    assert steps in told


# A moment that is worked with is never before what happened.


@pytest.mark.parametrize(
    ("told", "worked_with"),
    [
        (at("2026-07-07T09:00+10:00"), "Tuesday 7 July 2026, 09:00"),
        (at("2026-07-09T09:00+10:00"), "Wednesday 8 July 2026, end of day"),
        (UNKNOWN, "Wednesday 8 July 2026, end of day"),
    ],
)
def test_an_incident_had_happened_when_it_was_disclosed(told: object, worked_with: str) -> None:
    case = attrs.evolve(case_of("vic-no-place-no-date"), records=())
    (concern,) = case.concerns
    received = attrs.evolve(case.dates, received=Moment(dt.date(2026, 7, 8)))
    fact = FactEntry(question="vic-cims/disclosed", about=concern.id, answer=told)
    undated = attrs.evolve(concern, occurred=UNKNOWN)
    others = tuple(each for each in case.facts if each.question != "vic-cims/disclosed")
    found = decision_of(attrs.evolve(case, dates=received, concerns=(undated,), facts=(*others, fact)))
    assert question(found, f"occurred@{concern.id}").working.endswith(worked_with)


# What is withdrawn.


def test_of_a_withdrawn_incident_the_time_and_the_submitted_report_are_told() -> None:
    moves = (MoveEntry(move="submit", by="staff member", at=at("2027-12-31T10:00+11:00")),)
    case = with_moves("into-2028-vic", *moves, record="incident-report:c1")
    found = decision_of(attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], as_=Finish.WITHDRAWN),)))
    assert found.state is not DecisionState.FINAL
    (warned,) = found.about("taken-back")
    assert warned.warns
    assert warned.clauses == ("vic/reporting/three-days",)
    told = {line.says: (line.at, line.by) for line in found.done}
    assert told["the step submit of incident-report:c1, for which nothing calls here"] == (
        "Friday 31 December 2027, 10:00",
        "staff member",
    )


def test_the_steps_of_a_report_that_is_not_owed_are_told() -> None:
    case = with_moves("vic-not-reportable-without-a-reason", MoveEntry(move="submit", by="staff member", at=UNKNOWN))
    assert any("the step submit of incident-report:i1" in line.says for line in decision_of(case).done)
    created = MoveEntry(move="create", by="staff member", at=UNKNOWN)
    called = with_moves("into-2028-vic", created, record="incident-report:c1")
    assert not any("for which nothing calls" in line.says for line in decision_of(called).done)


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("into-2028-vic", "record@incident-report:c1"),
        ("into-2028-vic", "in-scope@c1"),
        ("concern-withdrawn", "harm-household@c1"),
    ],
)
def test_asked_why_nothing_is_told_of_a_withdrawn_concern_it_says_so(name: str, address: str) -> None:
    case = case_of(name)
    finished = attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], as_=Finish.WITHDRAWN),))
    compiled = rulebook().program(case.programs[0]).compiled
    _, decided = decided_case(finished, compiled)
    with pytest.raises(UnknownNameError, match="c1 is withdrawn, so nothing is concluded of it"):
        explanations_of(decided, words_for(finished, compiled.program), address)


# What is not fixed yet.


def test_what_hangs_on_a_holiday_that_is_only_expected_is_not_final() -> None:
    found = decided("final-friday-2027")
    assert found.state is not DecisionState.FINAL
    assert any("kept as expected, which is not fixed yet" in says for says in found.because)
    assert not any("not fixed yet" in says for says in decided("final-friday-2026").because)
