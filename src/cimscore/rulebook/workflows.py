"""Workflows as data: the states of a record, and who may take it from one to another, each with its clause."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from cimscore.case import Actor, RecordEntry, Unknown
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean
from cimscore.policy import Clause
from cimscore.rules import Question

NOT_BEGUN = "not begun"
"""The state of a record that has taken no step."""

Stands = Callable[[str], bool]
"""Whether a clause stands in the edition that matters."""


class Legality(enum.StrEnum):
    """What the sources say of a move."""

    LEGAL = "legal"
    ILLEGAL = "illegal"
    NOT_IN_SOURCE = "not in the source"


@attrs.frozen(kw_only=True)
class WorkflowMove:
    """A move from some states to another.

    Attributes:
        move: Its name, as documents write it.
        from_: The states it leaves.
        to: The state it leads to.
        by: The roles that may take it, by its clauses.
        cites: Ids of the clauses that say so; empty for a move that practice knows and no source names.
        reserved: Whether its clauses leave the move to `by` alone, so that it is illegal for every other role.
        needs: Questions whose answers it needs.
        starts: Acts whose clocks it starts.
        stops: Acts whose clocks it stops.
    """

    move: str
    from_: tuple[str, ...]
    to: str
    by: tuple[str, ...] = ()
    cites: tuple[str, ...] = ()
    reserved: bool = False
    needs: tuple[Question[Any], ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Refusal:
    """A move that clauses forbid in some states, whoever takes it.

    Attributes:
        move: The move.
        from_: The states in which it is forbidden.
        cites: Ids of the clauses that forbid it.
    """

    move: str
    from_: tuple[str, ...]
    cites: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Workflow:
    """How the records of one kind go from state to state.

    Attributes:
        id: Unique within its program.
        kind: The kind of record.
        title: For people.
        states: Every state, `NOT_BEGUN` first.
        roles: Every role that a move is asked about.
        moves: The moves there are.
        refusals: The moves that clauses forbid.
    """

    id: str
    kind: str
    title: str
    states: tuple[str, ...]
    roles: tuple[str, ...]
    moves: tuple[WorkflowMove, ...]
    refusals: tuple[Refusal, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """The name of every move, each once."""
        named = (*(move.move for move in self.moves), *(refusal.move for refusal in self.refusals))
        return tuple(dict.fromkeys(named))

    def move_from(self, state: str, move: str) -> WorkflowMove | None:
        """The move of that name out of a state; None where there is none."""
        return next((it for it in self.moves if it.move == move and state in it.from_), None)


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
