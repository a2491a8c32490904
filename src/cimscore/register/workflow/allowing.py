"""Moves that a record may take: by its workflow, by who takes them, and with what has to be said."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

import attrs

from cimscore.assessment import Decision
from cimscore.case import Moment
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean, plainly_written
from cimscore.register.audit.chain import Kind, Signed
from cimscore.register.errors import ReasonNeededError, RefusedError
from cimscore.register.kept.history import History
from cimscore.register.workflow.records import RecordStanding
from cimscore.rulebook import Effect, Legality, Rulebook, Workflow, WorkflowMove, ruling, standing_in

_NOBODYS_OWN: Final = "Nobody approves what they prepared themselves"


@attrs.frozen(kw_only=True)
class Step:
    """A move that somebody wants to take.

    Attributes:
        record: Address of the record.
        move: Name of the move.
        happened: When it was taken; None for now.
        reason: Reason for it; empty where none is given.
        unit: Unit that the record is handed over to; empty if it is not.
    """

    record: str
    move: str
    happened: Moment | None = None
    reason: str = ""
    unit: str = ""


def named(records: Iterable[RecordStanding], name: str) -> tuple[RecordStanding, ...]:
    """Return the record of an address, once for each program that has it.

    Raises:
        UnknownNameError: There is none.
    """
    known = {record.name: record for record in records}
    if name not in known:
        raise UnknownNameError("record of this case", name, known, did_you_mean(name, known))
    return tuple(record for record in records if record.name == name)


def refuse_unless_allowed(
    step: Step, by: Signed, record: RecordStanding, decision: Decision, history: History, rulebook: Rulebook
) -> None:
    """Refuse a move that the record may not take, or this person not.

    Args:
        step: The move.
        by: Who takes it.
        record: The record as it stands.
        decision: What its program decides of the case.
        history: What is kept of the case.
        rulebook: The programs.

    Raises:
        ReasonNeededError: A return without a reason.
        RefusedError: The workflow does not allow it; with its clauses.
        UnknownNameError: The workflow has no such move or role.
    """
    workflow = record.workflow
    if workflow is None:
        raise RefusedError(f"{record.program} has no workflow for {record.name}, so that it takes no moves.")
    _known("move", step.move, workflow.names, workflow)
    _known("role", by.role, workflow.roles, workflow)
    taken = _leading_on(step, by, record, workflow, decision, rulebook)
    _refuse_unless_answered(taken, record, decision)
    _refuse_unless_said(step, taken)
    own = plainly_written(by.person) in _prepared(history, record)
    if own and taken.effect is Effect.APPROVES and by.role not in taken.of_own:
        raise RefusedError(f"{_NOBODYS_OWN}, and {by.person} prepared {record.name}.", taken.cites)


def refuse_answer(record: RecordStanding, unit: str, reason: str, *, accepted: bool) -> None:
    """Refuse an answer to a record that was not handed over to the unit, or that another one has.

    Raises:
        ReasonNeededError: A record is declined without a reason.
        RefusedError: The unit has nothing to answer.
    """
    offered, owner = record.offered_to, record.owner
    if not accepted and not reason:
        raise ReasonNeededError(f"{unit} declines {record.name} for a reason: say it.")
    if offered and offered != unit:
        raise RefusedError(f"{record.name} is handed over to {offered}, not to {unit}.")
    if not offered and owner:
        raise RefusedError(f"{owner} has {record.name}, and has not handed it over.")
    if not offered and not accepted:
        raise RefusedError(f"{record.name} is not handed over to anybody, so that nobody can decline it.")


def _known(kind: str, name: str, names: Collection[str], workflow: Workflow) -> None:
    if name not in names:
        raise UnknownNameError(f"{kind} of {workflow.id}", name, names, did_you_mean(name, names))


def _leading_on(
    step: Step, by: Signed, record: RecordStanding, workflow: Workflow, decision: Decision, rulebook: Rulebook
) -> WorkflowMove:
    """Return the move as the workflow has it.

    Raises:
        RefusedError: It does not lead on, or is left to others.
    """
    editions = {document: edition for document, edition, _ in decision.governed_by}
    stands = standing_in(editions, rulebook.clauses)
    found = ruling(workflow, record.state, step.move, by.role, stands)
    taken = workflow.move_from(record.state, step.move)
    where = f"{record.name} is in the state '{record.state}'"
    if taken is None or not found.to:
        names = ", ".join(dict.fromkeys(move.move for move in record.leading_on)) or "no move"
        own = [clause for move in workflow.moves if move.move == step.move for clause in move.cites]
        clauses = found.clauses or tuple(dict.fromkeys(own)) or workflow.cites
        raise RefusedError(f"{where}, from which '{step.move}' does not lead on; {names} may.", clauses)
    if found.legality is Legality.ILLEGAL or (taken.by and by.role not in taken.by):
        who = " or ".join(taken.by)
        clauses = found.clauses or taken.cites
        known = "" if clauses else " Practice knows that, and no source says it."
        raise RefusedError(f"{where}, and '{step.move}' is left to the {who}.{known}", clauses)
    return taken


def _refuse_unless_answered(taken: WorkflowMove, record: RecordStanding, decision: Decision) -> None:
    """Refuse a move that needs the answer to a question which is open for this record."""
    needed = {f"{record.program}/{question.id}" for question in taken.needs}
    of = {*record.name.split(":")[1:], ""}
    for point in decision.points:
        question, _, about = point.address.partition("@")
        if question in needed and of.intersection(about.split("@")):
            raise RefusedError(f"'{taken.move}' needs the answer to a question: {point.asks}", taken.cites)


def _refuse_unless_said(step: Step, taken: WorkflowMove) -> None:
    if taken.effect is Effect.RETURNS and not step.reason:
        raise ReasonNeededError(f"'{step.move}' of {step.record} needs a reason: say it.")
    if taken.effect is Effect.HANDS_OVER and not step.unit:
        raise ReasonNeededError(f"'{step.move}' hands {step.record} over: say to which unit.")
    if taken.effect is not Effect.HANDS_OVER and step.unit:
        raise RefusedError(f"'{step.move}' hands nothing over, and {step.unit!r} is named.")


def _prepared(history: History, record: RecordStanding) -> frozenset[str]:
    """Return who prepared a record, plainly written: who handed in a document, or took a step not left to approvers.

    Whoever sends a record back has prepared nothing of it.
    """
    workflow = record.workflow
    steps = workflow.moves if workflow else ()
    approvers = {role for step in steps if step.effect is Effect.APPROVES for role in step.by}
    own = {step.move for step in steps if step.effect is Effect.RETURNS or (step.by and approvers.issuperset(step.by))}
    moved = [act for act in record.acts if act.kind is Kind.MOVE and act.said not in own]
    return frozenset(plainly_written(act.by.person) for act in (*history.of_kind(Kind.DOCUMENT), *moved))
