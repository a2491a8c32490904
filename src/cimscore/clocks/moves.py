"""Moves of a record, as recorded, and the rows of the workflow that apply to them."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from cimscore.case import UNKNOWN, Unknown
from cimscore.clocks.spans import When


@attrs.frozen(kw_only=True)
class Move:
    """Move of a record.

    Attributes:
        move: Its name.
        at: Time of the move, to the minute or the day, as a span, or unknown.
        role: Role of the person who took it.
        person: Person who took it.
        amount: Amount that it adds, such as the days of an extension; 0 if none.
        id: Id that separates two otherwise equal moves. It does not depend on their place in the list.
        after: Id of the move that the record lists before it; empty if that is not known.
    """

    move: str
    at: When | Unknown = UNKNOWN
    role: str | Unknown = UNKNOWN
    person: str | Unknown = UNKNOWN
    amount: int | Unknown = 0
    id: str = ""
    after: str = ""


@attrs.frozen(kw_only=True)
class WorkflowRow:
    """Row of a workflow: a move from some states to another.

    Attributes:
        move: The name of the move.
        from_: States before the move.
        to: State after the move.
        by: Roles that may take it; empty if anyone may.
        most: Largest amount of one such move, such as 60 days; None if there is no limit.
        clauses: Ids of the clauses behind the row.
    """

    move: str
    from_: tuple[str, ...]
    to: str
    by: tuple[str, ...] = ()
    most: int | None = None
    clauses: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Forbidden:
    """Row of a workflow: a move that clauses forbid in some states, for everyone.

    Attributes:
        move: The name of the move.
        from_: States in which it is forbidden.
        clauses: Ids of the clauses that forbid it.
    """

    move: str
    from_: tuple[str, ...]
    clauses: tuple[str, ...]


class Why(enum.StrEnum):
    """Why a move was not open."""

    FORBIDDEN = "forbidden"
    LEADS_NOWHERE = "leads nowhere"
    LEFT_TO_OTHERS = "left to others"
    TOO_MUCH = "too much"
    NOT_TRIED = "not tried"


@attrs.frozen(kw_only=True)
class Illegal:
    """Move that the person's role or the state did not allow.

    Attributes:
        move: The move.
        why: Reason, in words.
        clauses: Ids of the clauses behind it. For a move that does not start in the state, the clauses that say where
            it starts.
        state: State at the time of the move; empty if unknown.
        kind: Kind of reason, in one word.
    """

    move: Move
    why: str
    state: str = ""
    kind: Why = Why.NOT_TRIED
    clauses: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class MoveResult:
    """Result of the rows for one move in one state.

    Attributes:
        to: State after the move; empty if the move is certainly illegal.
        illegal: Reason why it is illegal, or may be; None if it is certainly legal.
    """

    to: str = ""
    illegal: Illegal | None = None


def rule(move: Move, state: str, steps: Sequence[WorkflowRow], forbidden: Sequence[Forbidden] = ()) -> MoveResult:
    """Return the result of the rows for a move. It covers both outcomes if an unknown role decides.

    Args:
        move: The move.
        state: State at the time of the move.
        steps: The rows of the workflow.
        forbidden: The rows that forbid a move.
    """
    # A prohibition comes before any permission: clauses that forbid a move do so for everyone.
    for row in forbidden:
        if row.move == move.move and state in row.from_:
            return _refused(move, state, Why.FORBIDDEN, f"forbidden while {state}", row.clauses)
    named = [step for step in steps if step.move == move.move]
    leading = [step for step in named if state in step.from_]
    if not leading:
        why = f"no {move.move} leads on from {state}"
        return _refused(move, state, Why.LEADS_NOWHERE, why, _clauses(named))
    open_to = [step for step in leading if not step.by or move.role in step.by]
    if not open_to:
        return _left_to_others(move, state, leading)
    return _within(move, state, open_to[0])


def _refused(move: Move, state: str, kind: Why, why: str, clauses: tuple[str, ...]) -> MoveResult:
    return MoveResult(illegal=Illegal(move=move, why=why, state=state, kind=kind, clauses=clauses))


def _left_to_others(move: Move, state: str, leading: Sequence[WorkflowRow]) -> MoveResult:
    roles = " or ".join(dict.fromkeys(role.replace("-", " ") for step in leading for role in step.by))
    refused = _refused(move, state, Why.LEFT_TO_OTHERS, f"left to the {roles}", _clauses(leading))
    if not isinstance(move.role, Unknown):
        return refused
    # The role is unknown, so the move may have been legal or not. An amount above the limit is illegal either way.
    within = _within(move, state, leading[0])
    return within if within.illegal else MoveResult(to=leading[0].to, illegal=refused.illegal)


def _within(move: Move, state: str, step: WorkflowRow) -> MoveResult:
    if step.most is None or isinstance(move.amount, Unknown) or move.amount <= step.most:
        return MoveResult(to=step.to)
    return _refused(move, state, Why.TOO_MUCH, f"{move.amount} is more than {step.most}", step.clauses)


def _clauses(steps: Sequence[WorkflowRow]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause for step in steps for clause in step.clauses))
