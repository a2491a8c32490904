"""Holding workflows and relations together: states, roles, clauses and questions that they name must exist."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from cimscore.errors import Problem
from cimscore.ids import did_you_mean
from cimscore.rulebook.declarations import Declarations
from cimscore.rulebook.workflows import NOT_BEGUN, Refusal, Workflow, WorkflowMove


def problems_of_workflows(one: Declarations, clauses: Collection[str]) -> Iterator[Problem]:
    """Yield everything wrong with the workflows of a program, and with its relations to other programs."""
    for workflow in one.workflows:
        where = f"{one.identity.id}/{workflow.id}"
        yield from _of_states(workflow, where)
        for move in workflow.moves:
            yield from _of_move(move, workflow, where, clauses)
        for refusal in workflow.refusals:
            yield from _of_refusal(refusal, workflow, where, clauses)
    for relation in one.relations:
        where = f"{one.identity.id}, relation {relation.id}"
        yield from _unknown("clause", where, relation.cites, clauses)
        if one.identity.id not in relation.programs:
            yield Problem(where=where, found=" and ".join(relation.programs), expected=f"{one.identity.id} among them")


def _of_states(workflow: Workflow, where: str) -> Iterator[Problem]:
    if workflow.states[:1] != (NOT_BEGUN,):
        yield Problem(where=where, found="another first state", expected=repr(NOT_BEGUN))
    left = [(move.move, state) for move in workflow.moves for state in move.from_]
    for move, state in sorted({pair for pair in left if left.count(pair) > 1}):
        yield Problem(where=where, found=f"{move!r} out of {state!r} more than once", expected="one move of a name")


def _of_move(move: WorkflowMove, workflow: Workflow, where: str, clauses: Collection[str]) -> Iterator[Problem]:
    at = f"{where}, move {move.move}"
    yield from _unknown("state", at, (*move.from_, move.to), workflow.states)
    yield from _unknown("role", at, move.by, workflow.roles)
    yield from _unknown("clause", at, move.cites, clauses)
    if move.reserved and not move.cites:
        yield Problem(where=at, found="reserved without a clause", expected="the clause that leaves it to these roles")


def _of_refusal(refusal: Refusal, workflow: Workflow, where: str, clauses: Collection[str]) -> Iterator[Problem]:
    at = f"{where}, refusal of {refusal.move}"
    yield from _unknown("state", at, refusal.from_, workflow.states)
    yield from _unknown("clause", at, refusal.cites, clauses)
    if not refusal.cites:
        yield Problem(where=at, found="no clause", expected="the clause that forbids it")


def _unknown(noun: str, where: str, names: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            yield Problem(where=where, found=f"the {noun} {name!r}", expected=f"a {noun} that is declared", hint=hint)
