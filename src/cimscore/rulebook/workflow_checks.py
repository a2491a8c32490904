"""Holding workflows and relations together: states, roles, clauses and questions that they name must exist."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator

from cimscore.errors import Problem
from cimscore.ids import did_you_mean, nearest
from cimscore.reasoning.compiling.compiled import Compiled
from cimscore.rulebook.declarations import Declarations
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.predicates import Held, asked_by
from cimscore.rules.program import Program
from cimscore.rules.rows.duties import DutyWords
from cimscore.rules.rows.workflows import NOT_BEGUN, Refusal, Workflow, WorkflowMove


def problems_of_workflows(declarations: Declarations, clauses: Collection[str]) -> Iterator[Problem]:
    """Yield everything wrong with the workflows of a program, and with its relations to other programs."""
    for workflow in declarations.workflows:
        where = f"{declarations.identity.id}/{workflow.id}"
        yield from _of_states(workflow, where)
        for move in workflow.moves:
            yield from _of_move(move, workflow, where, clauses)
        for refusal in workflow.refusals:
            yield from _of_refusal(refusal, workflow, where, clauses)
    for relation in declarations.relations:
        where = f"{declarations.identity.id}, relation {relation.id}"
        yield from unknown_names("clause", where, relation.cites, clauses)
        if declarations.identity.id not in relation.programs:
            yield Problem(
                where=where, found=" and ".join(relation.programs), expected=f"{declarations.identity.id} among them"
            )


def problems_of_acts(declarations: Declarations, compiled: Compiled) -> Iterator[Problem]:
    """Yield the acts and kinds of record that nobody has, and clocks that read none of the moves said to start them.

    Args:
        declarations: What the plugin declares.
        compiled: Its rules, put together.
    """
    clocks = {clock.id: clock for clock in compiled.program.clocks}
    acts = {*clocks, *(words.act for words in _duties(compiled.program))}
    for workflow in declarations.workflows:
        if workflow.kind not in compiled.kinds and nearest(workflow.kind, compiled.kinds):
            # A kind that is like none may be one that only the file has.
            where = f"{declarations.identity.id}/{workflow.id}"
            yield from unknown_names("kind of record", where, (workflow.kind,), compiled.kinds)
        for move in workflow.moves:
            at = f"{declarations.identity.id}/{workflow.id}, move {move.move}"
            yield from unknown_names("act", at, (*move.starts, *move.stops), acts)
            started = ((act, "starts", clocks[act].starts) for act in move.starts if act in clocks)
            stopped = ((act, "stops", clocks[act].stops) for act in move.stops if act in clocks)
            for act, verb, condition in itertools.chain[tuple[str, str, Condition | None]](started, stopped):
                if not _reads_moves(condition, compiled):
                    yield Problem(
                        where=at,
                        found=f"it {verb} the clock {act}, which reads no move that was duly taken",
                        expected=f"record_took(…) or took(…) below what {verb} that clock",
                    )


def _duties(program: Program) -> Iterator[DutyWords]:
    notes = (row.notes for conclusion in program.conclusions for row in conclusion.rows)
    return (words for words in notes if isinstance(words, DutyWords))


def _reads_moves(condition: Condition | None, compiled: Compiled) -> bool:
    asked = () if condition is None else asked_by(condition)
    below = (key for predicate in asked for key in compiled.reads(compiled.program.predicates[predicate.key]))
    return any(isinstance(compiled.program.predicates[key], Held) for key in below)


def _of_states(workflow: Workflow, where: str) -> Iterator[Problem]:
    if workflow.states[:1] != (NOT_BEGUN,):
        yield Problem(where=where, found="another first state", expected=repr(NOT_BEGUN))
    left = [(move.move, state) for move in workflow.moves for state in move.from_]
    for move, state in sorted({pair for pair in left if left.count(pair) > 1}):
        yield Problem(where=where, found=f"{move!r} out of {state!r} more than once", expected="one move of a name")


def _of_move(move: WorkflowMove, workflow: Workflow, where: str, clauses: Collection[str]) -> Iterator[Problem]:
    at = f"{where}, move {move.move}"
    yield from unknown_names("state", at, (*move.from_, move.to), workflow.states)
    yield from unknown_names("role", at, (*move.by, *move.of_own), workflow.roles)
    yield from unknown_names("clause", at, move.cites, clauses)
    if move.reserved and not move.cites:
        yield Problem(where=at, found="reserved without a clause", expected="the clause that leaves it to these roles")


def _of_refusal(refusal: Refusal, workflow: Workflow, where: str, clauses: Collection[str]) -> Iterator[Problem]:
    at = f"{where}, refusal of {refusal.move}"
    yield from unknown_names("state", at, refusal.from_, workflow.states)
    yield from unknown_names("clause", at, refusal.cites, clauses)
    if not refusal.cites:
        yield Problem(where=at, found="no clause", expected="the clause that forbids it")


def unknown_names(noun: str, where: str, names: Iterable[str], known: Collection[str]) -> Iterator[Problem]:
    """Yield a problem for each name that is not among the known ones.

    Args:
        noun: Noun for what is named.
        where: Place of the problem.
        names: The names.
        known: The names that are declared.
    """
    article = "an" if noun[0] in "aeiou" else "a"
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known)
            yield Problem(
                where=where, found=f"the {noun} {name!r}", expected=f"{article} {noun} that is declared", hint=hint
            )
