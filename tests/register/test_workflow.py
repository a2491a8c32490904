"""The workflow of a register comes from the programs: what a record may not do is refused with its clause."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest
from cluster import ON_A_FILE

from cimscore.assessment import due_list
from cimscore.case import Case, Moment, RecordEntry
from cimscore.case.records import MoveEntry
from cimscore.errors import CimsError, UnknownNameError
from cimscore.register import (
    OvertakenError,
    ReasonNeededError,
    RecordStanding,
    RefusedError,
    Register,
    Signed,
    Step,
    Stood,
)
from cimscore.register.kept.history import History
from cimscore.register.workflow.allowing import refuse_unless_allowed
from cimscore.rulebook import Effect, Rulebook, Workflow

EXAMPLES = Path(__file__).parents[2] / "examples"
KIM = Signed(person="Kim Example", role="child-safety-officer")
IDA = Signed(person="Ida Example", role="senior-team-leader")
SAM = Signed(person="Sam Example", role="staff member")
LEE = Signed(person="Lee Example", role="authorised delegate")
MONDAY = dt.datetime(2025, 3, 3, 10, tzinfo=dt.timezone(dt.timedelta(hours=10)))
NOTIFICATION, REPORT, INQUIRY = "notification:border-house", "incident-report:c1", "investigation:c1"
CASE = "both-programs"
PROGRAMS = ("qld-child-safety", "vic-cims", "ndis-incidents")


@pytest.fixture
def case(rulebook: Rulebook) -> Case:
    return rulebook.read_case(EXAMPLES / "both-programs.yaml")


@pytest.fixture
def filled(register: Register, case: Case) -> Register:
    """A register that holds the case since Monday, on a Friday."""
    attrs.evolve(register, now=lambda: MONDAY).add(case, KIM)
    return attrs.evolve(register, now=lambda: MONDAY + dt.timedelta(days=4))


def take(register: Register, record: str, move: str, by: Signed, hours: float = 1, **more: Any) -> Stood:
    """Take a step some hours after Monday morning."""
    happened = Moment(MONDAY + dt.timedelta(hours=hours))
    said = {name: more.pop(name) for name in ("reason", "unit") if name in more}
    return register.move(CASE, Step(record=record, move=move, happened=happened, **said), by, **more)


def standing(register: Register, record: str) -> RecordStanding:
    """A record as it stands."""
    return next(found for found in register.records(register.stood(CASE)) if found.name == record)


def test_a_notification_goes_from_nothing_to_its_close(filled: Register) -> None:
    states = [standing(filled, NOTIFICATION).state]
    for move, by, unit in (
        ("create", KIM, ""), ("submit", KIM, ""), ("approve", IDA, ""), ("transfer", KIM, "Tweed"), ("close", IDA, ""),
    ):  # fmt: skip
        take(filled, NOTIFICATION, move, by, unit=unit)
        states.append(standing(filled, NOTIFICATION).state)

    assert states == ["not begun", "in progress", "submitted for approval", "approved", "handed over", "closed"]
    assert filled.first_broken() is None


@ON_A_FILE
def test_an_incident_report_goes_from_nothing_to_endorsed_and_its_investigation_to_its_report(filled: Register) -> None:
    for record, move, by in (
        (REPORT, "create", SAM), (REPORT, "submit", SAM), (REPORT, "review", LEE), (REPORT, "endorse", LEE),
        (INQUIRY, "require", LEE), (INQUIRY, "begin", SAM), (INQUIRY, "report", SAM),
    ):  # fmt: skip
        take(filled, record, move, by)

    assert (standing(filled, REPORT).state, standing(filled, INQUIRY).state) == ("endorsed", "reported")


@ON_A_FILE
def test_what_a_move_has_done_is_not_owed_any_more(filled: Register) -> None:
    def open_acts(stood: Stood) -> set[str]:
        return {owed.clock.id for owed in due_list(stood.decisions) if owed.program == "qld-child-safety"}

    before = open_acts(filled.stood(CASE))
    after = open_acts(take(filled, NOTIFICATION, "approve", IDA))
    assert before - after == {"approve"}


@pytest.mark.parametrize(
    ("record", "move", "by", "clause"),
    [
        (REPORT, "endorse", SAM, "vic/reporting/endorsement"),
        (REPORT, "endorse", LEE, "vic/reporting/endorsement"),
        (NOTIFICATION, "approve", KIM, "qld/record-notification/to-the-approver"),
        (NOTIFICATION, "transfer", KIM, "qld/transfer/same-timeframes"),
    ],
    ids=["left to others", "nothing to endorse", "not the approver", "not approved"],
)
def test_a_move_that_is_not_allowed_is_refused_with_its_clause(
    filled: Register, record: str, move: str, by: Signed, clause: str
) -> None:
    with pytest.raises(RefusedError) as refused:
        take(filled, record, move, by, unit="Tweed" if move == "transfer" else "")

    assert clause in refused.value.clauses
    assert clause in str(refused.value)
    assert filled.head().number == 1


@ON_A_FILE
def test_names_that_are_not_there_are_told_with_those_that_are(filled: Register) -> None:
    for record, move, by, said in (
        ("notification:border", "submit", KIM, "Did you mean 'notification:border-house'"),
        (NOTIFICATION, "submitt", KIM, "Did you mean 'submit'"),
        (NOTIFICATION, "submit", SAM, "Known: child-safety-officer, senior-team-leader"),
    ):
        with pytest.raises(UnknownNameError, match=said):
            take(filled, record, move, by)


def workflows(rulebook: Rulebook) -> list[tuple[str, Workflow]]:
    """Every workflow of the programs, with its program."""
    return [(id, workflow) for id in PROGRAMS for workflow in rulebook.program(id).program.workflows]


def way_to(workflow: Workflow, state: str) -> tuple[str, ...]:
    """Moves that lead from the beginning to a state."""
    ways = {workflow.states[0]: ()}
    while state not in ways:
        ways |= {
            move.to: (*ways[old], move.move) for old in [*ways] for move in workflow.moves
            if old in move.from_ and move.to not in ways and workflow.move_from(old, move.move) is move
        }  # fmt: skip
    return ways[state]


@ON_A_FILE
def test_every_move_in_every_state_by_every_role_is_as_the_workflow_has_it(
    filled: Register, rulebook: Rulebook
) -> None:
    """Whatever clauses forbid is refused, and whatever is refused names a clause where the workflow has any."""
    stood, tried, let = filled.stood(CASE), 0, 0
    blank = History(case=CASE, acts=(), document="{}")
    for program, workflow in workflows(rulebook):
        decision = attrs.evolve(stood.decisions[0], program=program, points=(), governed_by=())
        for state in workflow.states:
            moves = tuple(MoveEntry(move=name) for name in way_to(workflow, state))
            record = RecordStanding(
                case=CASE, name=f"{workflow.kind}:c1", program=program, workflow=workflow, acts=(), says=(),
                entry=RecordEntry(id=f"{workflow.kind}:c1", kind=workflow.kind, moves=moves),
            )  # fmt: skip
            for move in workflow.names:
                for role in workflow.roles:
                    step = workflow.move_from(state, move)
                    forbidden = any(no.move == move and state in no.from_ for no in workflow.refusals)
                    unit = "x" if step and step.effect is Effect.HANDS_OVER else ""
                    asked = Step(record=record.name, move=move, reason="because", unit=unit)
                    signed = Signed(person="Kim Example", role=role)
                    tried += 1
                    if step and not forbidden and (not step.by or role in step.by):
                        refuse_unless_allowed(asked, signed, record, decision, blank, rulebook)
                        let += 1
                    else:
                        with pytest.raises(RefusedError) as refused:
                            refuse_unless_allowed(asked, signed, record, decision, blank, rulebook)
                        assert refused.value.clauses or not workflow.cites or "no source says it" in str(refused.value)
    assert tried > 300
    assert 0.2 < let / tried < 0.8


@ON_A_FILE
def test_nobody_approves_what_they_prepared_whatever_their_role(filled: Register) -> None:
    take(filled, NOTIFICATION, "submit", Signed(person="Noa Example", role=KIM.role))
    for person in (KIM.person, "Noa Example", "noa  example"):
        with pytest.raises(RefusedError, match=f"{person} prepared {NOTIFICATION}"):
            take(filled, NOTIFICATION, "approve", Signed(person=person, role=IDA.role))
    take(filled, REPORT, "submit", SAM)
    take(filled, REPORT, "review", LEE)  # a step that is the approver's own prepares nothing
    take(filled, REPORT, "endorse", LEE)
    take(filled, NOTIFICATION, "return", IDA, reason="say who saw it")  # nor does who sends it back prepare anything
    take(filled, NOTIFICATION, "submit", KIM)
    take(filled, NOTIFICATION, "approve", IDA)


@ON_A_FILE
def test_a_role_that_explicitly_may_approves_its_own(filled: Register, rulebook: Rulebook) -> None:
    stood = filled.stood(CASE)
    record = next(found for found in filled.records(stood) if found.name == NOTIFICATION)
    assert record.workflow is not None
    own = tuple(
        attrs.evolve(move, of_own=(IDA.role,)) if move.effect is Effect.APPROVES else move
        for move in record.workflow.moves
    )
    small = attrs.evolve(record, workflow=attrs.evolve(record.workflow, moves=own))
    step, by = Step(record=NOTIFICATION, move="approve"), Signed(person=KIM.person, role=IDA.role)

    refuse_unless_allowed(step, by, small, stood.decisions[0], stood.history, rulebook)
    with pytest.raises(RefusedError, match="prepared"):
        refuse_unless_allowed(step, by, record, stood.decisions[0], stood.history, rulebook)


@ON_A_FILE
def test_a_return_needs_a_reason_which_is_kept(filled: Register) -> None:
    take(filled, REPORT, "submit", SAM)
    with pytest.raises(ReasonNeededError, match="'return' of incident-report:c1 needs a reason"):
        take(filled, REPORT, "return", LEE)
    stood = take(filled, REPORT, "return", LEE, reason="say who saw it")

    assert stood.history.acts[-1].reason == "say who saw it"
    assert standing(filled, REPORT).state == "returned"


def test_a_record_changes_hands_only_when_the_other_side_takes_it(filled: Register) -> None:
    filled.answer(CASE, NOTIFICATION, "Intake", KIM)
    take(filled, NOTIFICATION, "approve", IDA)
    with pytest.raises(ReasonNeededError, match="say to which unit"):
        take(filled, NOTIFICATION, "transfer", KIM)
    take(filled, NOTIFICATION, "transfer", KIM, unit="Tweed")
    assert (standing(filled, NOTIFICATION).owner, standing(filled, NOTIFICATION).offered_to) == ("Intake", "Tweed")

    with pytest.raises(RefusedError, match="handed over to Tweed, not to Logan"):
        filled.answer(CASE, NOTIFICATION, "Logan", IDA)
    with pytest.raises(ReasonNeededError, match="Tweed declines"):
        filled.answer(CASE, NOTIFICATION, "Tweed", IDA, accepted=False)
    filled.answer(CASE, NOTIFICATION, "Tweed", IDA, accepted=False, reason="the family lives in Logan")
    assert (standing(filled, NOTIFICATION).owner, standing(filled, NOTIFICATION).offered_to) == ("Intake", "")
    with pytest.raises(RefusedError, match="Intake has notification:border-house, and has not handed it over"):
        filled.answer(CASE, NOTIFICATION, "Tweed", IDA)


@ON_A_FILE
def test_a_record_that_is_handed_over_goes_to_whoever_takes_it(filled: Register) -> None:
    take(filled, NOTIFICATION, "approve", IDA)
    take(filled, NOTIFICATION, "transfer", KIM, unit="Tweed")
    assert standing(filled, NOTIFICATION).owner == ""
    filled.answer(CASE, NOTIFICATION, "Tweed", IDA)
    assert (standing(filled, NOTIFICATION).owner, standing(filled, NOTIFICATION).offered_to) == ("Tweed", "")
    with pytest.raises(RefusedError, match="not handed over to anybody"):
        filled.answer(CASE, REPORT, "Tweed", IDA, accepted=False, reason="not ours")
    with pytest.raises(RefusedError, match="'submit' hands nothing over"):
        take(filled, REPORT, "submit", SAM, unit="Tweed")


def told(case: Case, text: str) -> Case:
    """The case with a text for its concern."""
    return attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], text=text),))


@ON_A_FILE
def test_what_is_approved_is_frozen(filled: Register, case: Case) -> None:
    filled.add(told(case, "as it was"), KIM, seen=1)
    take(filled, NOTIFICATION, "approve", IDA)

    with pytest.raises(RefusedError, match=r"takes back concerns\[0\]\.text") as refused:
        filled.add(told(case, "otherwise"), KIM, seen=3)
    approval = ("qld/approve/who-approves", "qld/record-notification/to-the-approver", "qld/approve/24-hour")
    assert refused.value.clauses == approval
    with pytest.raises(RefusedError, match=r"takes back concerns\[0\]\.text"):
        filled.add(case, KIM, seen=3)
    gone = attrs.evolve(told(case, "as it was"), decisions=case.decisions[1:])
    with pytest.raises(RefusedError, match="takes back decisions"):
        filled.add(gone, KIM, seen=3)
    assert filled.history(CASE).version == 3


@ON_A_FILE
def test_a_correction_may_add_to_what_is_approved_but_change_no_approved_record(filled: Register, case: Case) -> None:
    take(filled, NOTIFICATION, "approve", IDA)
    filled.add(told(case, "said later"), KIM, seen=2)
    (person, *others), stays = case.people, case.residences
    visitor = attrs.evolve(person, id="visitor", born=dt.date(2014, 1, 1))
    more = attrs.evolve(
        told(case, "said later"), people=(person, *others, visitor),
        residences=(*stays, attrs.evolve(stays[0], person="visitor")),
    )  # fmt: skip
    with pytest.raises(RefusedError, match="changes what is decided of it"):
        filled.add(more, KIM, seen=3)


@ON_A_FILE
def test_before_approval_anything_may_be_corrected(filled: Register, case: Case) -> None:
    take(filled, NOTIFICATION, "submit", KIM)
    stood = filled.add(told(case, "otherwise"), KIM, seen=2)

    assert standing(filled, NOTIFICATION).state == "submitted for approval"  # a correction keeps the moves
    assert stood.case.concerns[0].text == "otherwise"


@ON_A_FILE
def test_a_move_needs_the_answers_that_the_workflow_says_it_needs(register: Register, case: Case) -> None:
    register.add(attrs.evolve(case, facts=tuple(f for f in case.facts if f.question != "vic-cims/incident-type")), KIM)
    with pytest.raises(RefusedError, match="'submit' needs the answer to a question"):
        take(register, REPORT, "submit", SAM)


def test_nothing_is_taken_before_it_happens_or_over_what_was_not_seen(filled: Register) -> None:
    with pytest.raises(RefusedError, match="still to come"):
        take(filled, NOTIFICATION, "submit", KIM, hours=24 * 30)
    take(filled, NOTIFICATION, "submit", KIM)
    with pytest.raises(OvertakenError, match="Kim Example, child-safety-officer, was faster"):
        take(filled, NOTIFICATION, "approve", IDA, seen=1)
    with pytest.raises(OvertakenError, match="was faster"):
        filled.answer(CASE, NOTIFICATION, "Intake", IDA, seen=1)


def test_when_it_happened_and_when_it_was_known_are_two_times(filled: Register) -> None:
    take(filled, NOTIFICATION, "submit", KIM, hours=2)
    (act,) = (act for act in filled.history(CASE).acts if act.record)

    assert act.happened == "2025-03-03T12:00+10:00"
    assert act.known == MONDAY + dt.timedelta(days=4)
    early = filled.stood(CASE, known=MONDAY + dt.timedelta(days=3))
    assert {record.state for record in filled.records(early)} == {"not begun"}


@ON_A_FILE
def test_the_trays_say_what_waits_for_whom(filled: Register) -> None:
    take(filled, REPORT, "submit", SAM)
    take(filled, NOTIFICATION, "approve", IDA)
    take(filled, NOTIFICATION, "transfer", KIM, unit="Tweed")
    filled.answer(CASE, REPORT, "House 1", SAM)
    trays = filled.lists.trays()

    assert {tray.title: [waiting.thing for waiting in tray.items] for tray in trays[:-1]} == {
        "For approval by the authorised delegate": [REPORT],
        "Handed over to Tweed, and not answered": [NOTIFICATION],
        "To be allocated": [INQUIRY],
    }
    assert trays[-1].title == "Waiting for an answer"
    assert all(waiting.says for waiting in trays[-1].items)
    assert filled.lists.counts_by_state() == {
        ("qld-child-safety", "handed over"): 1, ("vic-cims", "not begun"): 1, ("vic-cims", "submitted"): 1,
    }  # fmt: skip


@ON_A_FILE
def test_every_refusal_is_an_error_of_ours(filled: Register) -> None:
    with pytest.raises(CimsError):
        take(filled, REPORT, "submit", SAM, seen=9)
