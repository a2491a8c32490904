"""Moves of each record, checked against its workflow in a run: moves taken, and moves that do not count.

A clause that reserves or forbids a move applies if it is in the edition that governs. If that is not certain, the moves
are followed with it and without it.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import UNKNOWN, Unknown
from cimscore.clocks import Folded, Forbidden, Illegal, Move, Why, WorkflowRow, fold
from cimscore.grades import CERTAIN, POSSIBLE, PROVISIONAL
from cimscore.reasoning.graded import Graded, Tuple
from cimscore.rules.conditions.predicates import Held, Relation
from cimscore.rules.conditions.things import File, Record, RecordName
from cimscore.rules.rows.workflows import Workflow
from cimscore.rules.vocabulary import entered, entered_after, entered_at, entered_by, file_kind

Known = dict[tuple[Any, ...], Folded]
"""Foldings that have been made, of one case."""
Base = Callable[[Relation], Graded]
"""What a base relation holds of."""
Force = Callable[[str], int]
"""The grade with which a clause stands."""


@attrs.frozen(eq=False)
class Histories:
    """Moves of the records of a case.

    Attributes:
        workflows: The workflows, by kind of record.
        base: Tuples of each base relation.
        force: Function that returns the grade of a clause being in force.
        zone: Time zone in which a day begins.
        known: Foldings computed so far.
    """

    workflows: Mapping[str, Workflow]
    base: Base
    force: Force
    zone: ZoneInfo
    known: Known

    def held(self, relation: Held) -> Graded:
        """Return what a part of the histories holds of."""
        of_files, of_records = relation.kinds[0] is not Record, relation.kinds[0] is not File
        found: dict[Tuple, int] = {}
        for record in sorted({row[0] for row in self.base(entered).rows}, key=str):
            if of_records if isinstance(record, RecordName) else of_files:
                for things, grade in self._part(record, relation.part).items():
                    found[record, *things] = grade
        return Graded(found)

    def _part(self, record: RecordName | str, part: str) -> dict[Tuple, int]:
        workflow = self.workflows.get(self._kind(record))
        if workflow is None:
            return _as_written(self._moves(record), part)
        roles = self._roles(record)
        held = _together([_graded(folded, part, workflow, roles, self.force) for folded in self._foldings(record)])
        if part != "refused" or isinstance(record, RecordName):
            return held
        return {things: grade for things, grade in held.items() if things[0] not in workflow.read_on_file}

    def _kind(self, record: RecordName | str) -> str:
        if isinstance(record, RecordName):
            return record.kind
        return next((row[1] for row in self.base(file_kind).rows if row[0] == record), "")

    def _foldings(self, record: RecordName | str) -> list[Folded]:
        """Return the moves of a record folded once for each set of clauses that may be in force, likeliest first."""
        workflow = self.workflows.get(self._kind(record))
        return [] if workflow is None else [self._folded(record, workflow, stand) for stand in self._standing(workflow)]

    def _folded(self, record: RecordName | str, workflow: Workflow, standing: frozenset[str]) -> Folded:
        moves = self._moves(record)
        key = (workflow.id, moves, standing)
        found = self.known.get(key)
        if found is None:
            steps, forbidden = _steps(workflow, standing), _forbidden(workflow, standing)
            found = self.known[key] = fold(moves, steps, workflow.states[0], self.zone, forbidden)
        return found

    def _standing(self, workflow: Workflow) -> Iterator[frozenset[str]]:
        deciding = [move.cites for move in workflow.moves if move.reserved]
        deciding += [refusal.cites for refusal in workflow.refusals]
        grades = {clause: self.force(clause) for cites in deciding for clause in cites}
        ways = [_ways(clause, grade) for clause, grade in sorted(grades.items())]
        for chosen in itertools.product(*ways):
            yield frozenset(clause for clause in chosen if clause)

    def _roles(self, record: RecordName | str) -> Mapping[str, Collection[str]]:
        """Return each possible role for a move, by its entry; empty for a move without a role."""
        said = self._of(record, entered_by)
        return {entry: _possible(said.get(entry, [])) for entry in self._of(record, entered)}

    def _moves(self, record: RecordName | str) -> tuple[Move, ...]:
        names, moments, before, roles = (
            self._of(record, relation) for relation in (entered, entered_at, entered_after, entered_by)
        )
        return tuple(
            Move(
                move=names[entry][0][0],
                at=moments[entry][0][0] if entry in moments else UNKNOWN,
                role=_role(roles.get(entry, [])),
                id=entry,
                after=before[entry][0][0] if entry in before else "",
            )
            for entry in sorted(names)
        )

    def _of(self, record: RecordName | str, relation: Relation) -> dict[str, list[tuple[Any, int]]]:
        """Return what a relation says of each entry of a record, with its grade."""
        found: dict[str, list[tuple[Any, int]]] = {}
        for (named, entry, value), grade in self.base(relation).rows.items():
            if named == record and grade:
                found.setdefault(entry, []).append((value, grade))
        return found


def _possible(roles: Sequence[tuple[Any, int]]) -> Collection[str]:
    """Return the possible roles. If none is certain, include the empty one."""
    certain = [role for role, grade in roles if grade == CERTAIN]
    return certain or ["", *(role for role, _ in roles)]


def _role(roles: Sequence[tuple[Any, int]]) -> str | Unknown:
    """Return the role in which a move was made; empty if nobody names one, unknown while it is open."""
    return next((role for role, grade in roles if grade == CERTAIN), UNKNOWN if roles else "")


def _ways(clause: str, grade: int) -> tuple[str, ...]:
    """Return the clause if it is in force, nothing if not, and both, likelier first, if that is open."""
    if grade == CERTAIN:
        return (clause,)
    return (clause, "") if grade == PROVISIONAL else ("", clause) if grade else ("",)


def _steps(workflow: Workflow, standing: frozenset[str]) -> tuple[WorkflowRow, ...]:
    return tuple(
        WorkflowRow(
            move=move.move,
            from_=move.from_,
            to=move.to,
            by=move.by if move.reserved and standing.issuperset(move.cites) else (),
            clauses=move.cites,
        )
        for move in workflow.moves
    )


def _forbidden(workflow: Workflow, standing: frozenset[str]) -> tuple[Forbidden, ...]:
    return tuple(
        Forbidden(move=refusal.move, from_=refusal.from_, clauses=refusal.cites)
        for refusal in workflow.refusals
        if standing.issuperset(refusal.cites)
    )


def _as_written(moves: Iterable[Move], part: str) -> dict[Tuple, int]:
    """Return moves as recorded, without a workflow to check them against."""
    match part:
        case "took":
            return {(move.move, move.at): CERTAIN for move in moves if not isinstance(move.at, Unknown)}
        case "has-taken":
            return {(move.move,): CERTAIN for move in moves}
        case _:
            return {}


def _graded(
    folded: Folded, part: str, workflow: Workflow, roles: Mapping[str, Collection[str]], force: Force
) -> dict[Tuple, int]:
    match part:
        case "took":
            took = ((move, grade) for move, grade in _took(folded) if not isinstance(move.at, Unknown))
            return _most(((move.move, move.at), grade) for move, grade in took)
        case "has-taken":
            return _most(((move.move,), grade) for move, grade in _took(folded))
        case "stands-at":
            return {(state,): grade for state, grade in folded.stands_at().items()}
        case _:
            illegal = folded.illegal().items()
            told = ((refused, grade, roles[refused.move.id]) for refused, grade in illegal)
            return _most((row, grade) for refused, grade, of in told for row in _findings(refused, workflow, of, force))


def _took(folded: Folded) -> Iterator[tuple[Move, int]]:
    for name in dict.fromkeys(move.move for move in folded.moves):
        yield from folded.took(name).items()


def _most(graded: Iterable[tuple[Tuple, int]]) -> dict[Tuple, int]:
    found: dict[Tuple, int] = {}
    for things, grade in graded:
        found[things] = max(grade, found.get(things, 0))
    return found


def _findings(illegal: Illegal, workflow: Workflow, roles: Collection[str], force: Force) -> Iterator[Tuple]:
    """Yield each step that does not count, the reason, and each clause that may say so.

    The finding does not depend on other open facts. It depends on who took the move only if that is the reason, and
    then there is one for each role in which it may have been taken. No clause says that a move does not lead on from a
    state. The clauses of the move say so, or those of the whole workflow if the move has none or they may not be in
    force.
    """
    move, state, clauses = illegal.move.move, f"the state '{illegal.state}'", illegal.clauses
    match illegal.kind:
        case Why.FORBIDDEN:
            reasons = [f"it is forbidden in {state}"]
        case Why.LEFT_TO_OTHERS:
            named = {_one(role) if role in workflow.roles else "somebody in another role" for role in roles}
            reasons = [f"{who} took it in {state}, and it is {illegal.why}" for who in sorted(named)]
        case _:
            leads_nowhere = f"it does not lead on from {state}" if move in workflow.names else _no_step(workflow)
            reasons = [leads_nowhere if illegal.kind is Why.LEADS_NOWHERE else illegal.why]
            if not clauses or any(force(clause) < CERTAIN for clause in clauses):
                clauses = workflow.cites
    yield from ((move, reason, clause) for reason in reasons for clause in clauses)


def _no_step(workflow: Workflow) -> str:
    return f"it is none of the steps of such a record, which are {', '.join(workflow.names)}"


def _one(role: str) -> str:
    return f"{'an' if role[:1] in 'aeiou' else 'a'} {role.replace('-', ' ')}"


def _together(ways: Sequence[dict[Tuple, int]]) -> dict[Tuple, int]:
    """Return grades over several possibilities. Exactly one is true, and the first is the working one."""
    found: dict[Tuple, int] = {}
    for things in dict.fromkeys(things for way in ways for things in way):
        # Certain only if each way agrees; the first way is the working one, so it alone makes a thing provisional.
        grades = [way.get(things, 0) for way in ways]
        working = PROVISIONAL if grades[0] >= PROVISIONAL else POSSIBLE
        found[things] = CERTAIN if min(grades) == CERTAIN else working
    return found
