"""Rulings of the sources on each move of a workflow: legal, illegal, or not in the source."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping

import attrs

from cimscore.case import Actor, RecordEntry, Unknown
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause
from cimscore.rules.rows.workflows import Workflow, WorkflowMove

Stands = Callable[[str], bool]
"""Whether a clause stands in the edition that matters."""


class Legality(enum.StrEnum):
    """Rulings that the sources can give on a move."""

    LEGAL = "legal"
    ILLEGAL = "illegal"
    NOT_IN_SOURCE = "not in the source"


@attrs.frozen(kw_only=True)
class Ruling:
    """Ruling of the sources on one move in one state by one role.

    Attributes:
        state: The state.
        move: The move.
        role: Role of the person who takes it; empty if unknown.
        legality: Legal, illegal, or not in the source.
        to: State after it; empty if it leads nowhere.
        clauses: Ids of the clauses that decide it; empty if none does.
    """

    state: str
    move: str
    role: str
    legality: Legality
    to: str
    clauses: tuple[str, ...]


def always(_: str) -> bool:
    """Return True: every clause is in force, whatever the edition."""
    return True


def standing_in(editions: Mapping[str, str], clauses: Mapping[str, Clause]) -> Stands:
    """Return a test of a clause being in force in the edition of its source.

    Args:
        editions: Edition of each source, by source. A source that is missing is taken in its usual edition.
        clauses: Every clause, by id.
    """

    def stands(clause: str) -> bool:
        found = clauses[clause]
        return editions.get(found.source, found.editions[0] if found.editions else "") in found.editions

    return stands


def ruling(workflow: Workflow, state: str, move: str, role: str, stands: Stands = always) -> Ruling:
    """Return the ruling of the sources on a move in a state by a role.

    Args:
        workflow: The workflow.
        state: One of its states.
        move: Any move, even one that the workflow does not have.
        role: Any role; empty if unknown.
        stands: Test of a clause being in force. A clause that is not in force decides nothing.

    Raises:
        UnknownNameError: The workflow has no such state.
    """
    if state not in workflow.states:
        raise UnknownNameError(f"state of {workflow.id}", state, workflow.states, did_you_mean(state, workflow.states))
    taken = workflow.move_from(state, move)
    to = taken.to if taken else ""
    refused = next((refusal for refusal in workflow.refusals if refusal.move == move and state in refusal.from_), None)
    if refused and all(map(stands, refused.cites)):
        return Ruling(state=state, move=move, role=role, legality=Legality.ILLEGAL, to="", clauses=refused.cites)
    legality, clauses = _by_role(workflow, taken, move, role, stands)
    return Ruling(state=state, move=move, role=role, legality=legality, to=to, clauses=clauses)


def rulings(workflow: Workflow, stands: Stands = always) -> Iterator[Ruling]:
    """Yield the ruling of the sources on every state, move and role of a workflow."""
    for state in workflow.states:
        for move in workflow.names:
            for role in workflow.roles:
                yield ruling(workflow, state, move, role, stands)


def progress(workflow: Workflow, record: RecordEntry, stands: Stands = always) -> tuple[Ruling, ...]:
    """Return the ruling on each move of a record, in the state in which it was taken.

    A move that the workflow does not have in that state leaves the state unchanged.
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
    """Return the state of a record after its moves."""
    state = workflow.states[0]
    for entry in record.moves:
        taken = workflow.move_from(state, entry.move)
        state = taken.to if taken else state
    return state


def rulings_table(workflow: Workflow, stands: Stands = always) -> str:
    """Return every ruling of a workflow as a table in text, one row for each state, move and role."""
    rows = [("state", "move", "role", "ruling", "leads to", "clauses")]
    rows += [
        (found.state, found.move, found.role, found.legality, found.to, ", ".join(found.clauses))
        for found in rulings(workflow, stands)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    return "\n".join(lines) + "\n"


def _by_role(
    workflow: Workflow, taken: WorkflowMove | None, move: str, role: str, stands: Stands
) -> tuple[Legality, tuple[str, ...]]:
    """Return the ruling of a move's clauses on a role: in this state or, if they reserve the move, in any."""
    if taken and taken.cites and role in taken.by and all(map(stands, taken.cites)):
        return Legality.LEGAL, taken.cites
    reserved = next((candidate for candidate in workflow.moves if candidate.move == move and candidate.reserved), None)
    if reserved and role and role not in reserved.by and all(map(stands, reserved.cites)):
        return Legality.ILLEGAL, reserved.cites
    return Legality.NOT_IN_SOURCE, ()
