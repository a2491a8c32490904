"""Workflows of records, as a trace describes them."""

from __future__ import annotations

from functools import partial

import attrs

from cimscore.rulebook import Refusal, Ruling, Workflow, WorkflowMove, rulings


@attrs.frozen(kw_only=True)
class TracedMove:
    """A move of a record from some states to another.

    Attributes:
        move: Its name.
        from_: The states it leaves.
        to: The state it leads to; empty for a move that clauses forbid there, whoever takes it.
        by: Who may take it.
        needs: Names of the questions whose answers it needs.
        starts: Acts whose clocks it starts.
        stops: Acts whose clocks it stops.
        clauses: Ids of the clauses that say so; empty where practice knows the move and no source names it.
    """

    move: str
    from_: tuple[str, ...]
    to: str
    by: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()
    stops: tuple[str, ...] = ()
    clauses: tuple[str, ...]


@attrs.frozen(kw_only=True)
class TracedWorkflow:
    """Workflow of the records of one kind.

    Attributes:
        name: ``program/id``.
        program: Its program.
        title: Name for readers.
        kind: The kind of record.
        states: Every state, in order.
        roles: Every role that a move may need.
        moves: Its moves, and those that clauses forbid.
        rulings: Rulings of the sources on every state, move and role.
        clauses: Ids of every clause a move rests on.
    """

    name: str
    program: str
    title: str
    kind: str
    states: tuple[str, ...]
    roles: tuple[str, ...]
    moves: tuple[TracedMove, ...]
    rulings: tuple[Ruling, ...]
    clauses: tuple[str, ...]


def described_workflow(workflow: Workflow, program: str) -> TracedWorkflow:
    """Return a workflow, with the rulings of the sources on every move."""
    moves = (*map(partial(_move, program), workflow.moves), *map(_refused, workflow.refusals))
    return TracedWorkflow(
        name=f"{program}/{workflow.id}",
        program=program,
        title=workflow.title,
        kind=workflow.kind,
        states=workflow.states,
        roles=workflow.roles,
        moves=moves,
        rulings=tuple(rulings(workflow)),
        clauses=tuple(sorted({clause for move in moves for clause in move.clauses})),
    )


def _move(program: str, move: WorkflowMove) -> TracedMove:
    return TracedMove(
        move=move.move, from_=move.from_, to=move.to, by=move.by, starts=move.starts, stops=move.stops,
        needs=tuple(f"{program}/{question.id}" for question in move.needs), clauses=move.cites,
    )  # fmt: skip


def _refused(refusal: Refusal) -> TracedMove:
    return TracedMove(move=refusal.move, from_=refusal.from_, to="", clauses=refusal.cites)
