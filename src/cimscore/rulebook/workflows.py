"""What the sources say of each move of a workflow: legal, illegal, or not in the source."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping

import attrs

from cimscore.case import Actor, RecordEntry, Unknown
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause
from cimscore.rules.workflows import Workflow, WorkflowMove

Stands = Callable[[str], bool]
"""Whether a clause stands in the edition that matters."""


class Legality(enum.StrEnum):
    """What the sources say of a move."""

    LEGAL = "legal"
    ILLEGAL = "illegal"
    NOT_IN_SOURCE = "not in the source"


@attrs.frozen(kw_only=True)
class Ruling:
    """What the sources say of one move in one state by one role.

    Attributes:
        state: The state.
        move: The move.
        role: Who takes it; empty where that is not known.
        legality: Legal, illegal, or not in the source.
        to: The state it leads to; empty where it leads nowhere.
        clauses: Ids of the clauses that decide it; empty where none does.
    """

    state: str
    move: str
    role: str
    legality: Legality
    to: str
    clauses: tuple[str, ...]


def always(_: str) -> bool:
    """That a clause stands, whatever the edition."""
    return True


def standing_in(editions: Mapping[str, str], clauses: Mapping[str, Clause]) -> Stands:
    """Whether a clause stands in the edition of its source.

    Args:
        editions: The edition of each source, by source; a source without one counts as it always does.
        clauses: Every clause, by id.
    """

    def stands(clause: str) -> bool:
        found = clauses[clause]
        return editions.get(found.source, found.editions[0] if found.editions else "") in found.editions

    return stands


def ruling(workflow: Workflow, state: str, move: str, role: str, stands: Stands = always) -> Ruling:
    """What the sources say of a move in a state by a role.

    Args:
        workflow: The workflow.
        state: One of its states.
        move: Any move, also one that the workflow does not have.
        role: Any role; empty where it is not known.
        stands: Whether a clause stands in the edition that matters; a clause that does not decides nothing.

    Raises:
        UnknownNameError: The workflow has no such state.
    """
    if state not in workflow.states:
        raise UnknownNameError(f"state of {workflow.id}", state, workflow.states, did_you_mean(state, workflow.states))
    taken = workflow.move_from(state, move)
    to = taken.to if taken else ""
    refused = next((it for it in workflow.refusals if it.move == move and state in it.from_), None)
    if refused and all(map(stands, refused.cites)):
        return Ruling(state=state, move=move, role=role, legality=Legality.ILLEGAL, to="", clauses=refused.cites)
    legality, clauses = _by_role(workflow, taken, move, role, stands)
    return Ruling(state=state, move=move, role=role, legality=legality, to=to, clauses=clauses)


def rulings(workflow: Workflow, stands: Stands = always) -> Iterator[Ruling]:
    """What the sources say of every state, move and role of a workflow."""
    for state in workflow.states:
        for move in workflow.names:
            for role in workflow.roles:
                yield ruling(workflow, state, move, role, stands)


def progress(workflow: Workflow, record: RecordEntry, stands: Stands = always) -> tuple[Ruling, ...]:
    """A record's own moves, each held against the workflow in the state it was taken in.

    A move that the workflow does not have in that state leaves the state as it was.
    """
    state, found = workflow.states[0], []
    for entry in record.moves:
        by = entry.by.role if isinstance(entry.by, Actor) else entry.by
        role = "" if isinstance(by, Unknown) else by
        found.append(ruling(workflow, state, entry.move, role, stands))
        taken = workflow.move_from(state, entry.move)
        state = taken.to if taken else state
    return tuple(found)


def state_of(workflow: Workflow, record: RecordEntry) -> str:
    """The state a record is in after its moves."""
    state = workflow.states[0]
    for entry in record.moves:
        taken = workflow.move_from(state, entry.move)
        state = taken.to if taken else state
    return state


def rulings_table(workflow: Workflow, stands: Stands = always) -> str:
    """Every ruling of a workflow as a table in text, one row for each state, move and role."""
    rows = [("state", "move", "role", "ruling", "leads to", "clauses")]
    rows += [
        (it.state, it.move, it.role, it.legality, it.to, ", ".join(it.clauses)) for it in rulings(workflow, stands)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines) + "\n"


def _by_role(
    workflow: Workflow, taken: WorkflowMove | None, move: str, role: str, stands: Stands
) -> tuple[Legality, tuple[str, ...]]:
    """What the clauses of a move say of a role, in this state or, where they reserve the move, in any."""
    if taken and taken.cites and role in taken.by and all(map(stands, taken.cites)):
        return Legality.LEGAL, taken.cites
    reserved = next((it for it in workflow.moves if it.move == move and it.reserved), None)
    if reserved and role and role not in reserved.by and all(map(stands, reserved.cites)):
        return Legality.ILLEGAL, reserved.cites
    return Legality.NOT_IN_SOURCE, ()
