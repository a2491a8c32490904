"""Records of a case as they stand: the state of each, who has it, and whether it is approved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from cimscore.assessment import Decision
from cimscore.case import Case, RecordEntry
from cimscore.register.audit.chain import Kind
from cimscore.register.kept.history import History, KeptAct
from cimscore.rulebook import Effect, InstalledProgram, Rulebook, Workflow, WorkflowMove, state_of
from cimscore.rules import RecordName, Topic

ACCEPTED = "accepted"
DECLINED = "declined"


@attrs.frozen(kw_only=True)
class RecordStanding:
    """A record of a case as it stands.

    Attributes:
        case: Id of the case.
        name: Address of the record.
        program: Id of its program.
        workflow: Its workflow; None if its program declares none for its kind.
        entry: The record with all of its moves.
        acts: What was done of it in the register, in order.
        says: What the program decides of it, in sentences.
    """

    case: str
    name: str
    program: str
    workflow: Workflow | None
    entry: RecordEntry
    acts: tuple[KeptAct, ...]
    says: tuple[str, ...]

    @property
    def state(self) -> str:
        """Return its state; empty if it has no workflow."""
        return state_of(self.workflow, self.entry) if self.workflow else ""

    @property
    def steps(self) -> tuple[WorkflowMove, ...]:
        """Return the moves that it has taken, each as its workflow has it."""
        return tuple(_steps(self.workflow, self.entry)) if self.workflow else ()

    @property
    def approved_by(self) -> WorkflowMove | None:
        """Return the move by which it is approved, or None. A return takes the approval away."""
        found = None
        for step in self.steps:
            if step.effect is not None:
                found = {Effect.APPROVES: step, Effect.RETURNS: None}.get(step.effect, found)
        return found

    @property
    def owner(self) -> str:
        """Return the unit that has it; empty if nobody does yet."""
        return next((act.unit for act in reversed(self.acts) if act.said == ACCEPTED and act.kind is Kind.ANSWER), "")

    @property
    def offered_to(self) -> str:
        """Return the unit that it is handed over to and that has not answered; empty if there is none."""
        last = next((act for act in reversed(self.acts) if act.unit), None)
        return last.unit if last and last.kind is Kind.MOVE else ""

    @property
    def leading_on(self) -> tuple[WorkflowMove, ...]:
        """Return the moves that lead on from its state."""
        return tuple(move for move in self.workflow.moves if self.state in move.from_) if self.workflow else ()

    @property
    def waits_for_approval(self) -> bool:
        """Return True if it was handed in: it can be approved, and it can be returned."""
        return {Effect.APPROVES, Effect.RETURNS}.issubset({move.effect for move in self.leading_on})


def records_of(
    case: Case, decisions: Iterable[Decision], history: History, rulebook: Rulebook
) -> tuple[RecordStanding, ...]:
    """Return each record that a program decides on, and each that has moved.

    Args:
        case: The case as it stands.
        decisions: What each program decides of it.
        history: What is kept of it.
        rulebook: The programs.
    """
    entries = {record.id: record for record in case.records}
    told = [(decision.program, name, says) for decision in decisions for name, says in _told(decision).items()]
    # A correction may take away the reason for a record that has moved. It stays, until it is closed.
    gone = dict.fromkeys(act.record for act in history.acts if act.record).keys() - {name for _, name, _ in told}
    told += [(decision.program, name, []) for decision in decisions for name in sorted(gone)]
    return tuple(
        RecordStanding(
            case=case.id, name=name, program=program, workflow=workflow, says=tuple(says),
            entry=entries.get(name) or RecordEntry(id=name, kind=_kind(name)),
            acts=tuple(act for act in history.acts if act.record == name),
        )
        for program, name, says in told
        if (workflow := _workflow(rulebook.program(program), name)) or name not in gone
    )  # fmt: skip


def _told(decision: Decision) -> dict[str, list[str]]:
    """Return what is decided of each record, by its address."""
    told: dict[str, list[str]] = {}
    for conclusion in decision.conclusions:
        is_record = conclusion.topic == Topic.RECORDS and len(conclusion.things) == 1 and not conclusion.marks
        for name in (str(thing) for thing in conclusion.things if isinstance(thing, RecordName)):
            if is_record or name in told:
                told.setdefault(name, []).append(f"{conclusion.address}: {conclusion.says}")
    return told


def _kind(name: str) -> str:
    return name.partition(":")[0]


def _workflow(program: InstalledProgram, name: str) -> Workflow | None:
    return next((workflow for workflow in program.program.workflows if workflow.kind == _kind(name)), None)


def _steps(workflow: Workflow, entry: RecordEntry) -> Iterator[WorkflowMove]:
    state = workflow.states[0]
    for move in entry.moves:
        step = workflow.move_from(state, move.move)
        if step is not None:
            state = step.to
            yield step
