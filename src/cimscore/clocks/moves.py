"""The moves of a record as they were written down, and the rows of a workflow that they are held against."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import attrs

from cimscore.case import UNKNOWN, Unknown
from cimscore.clocks.spans import When


@attrs.frozen(kw_only=True)
class Move:
    """A move that a record has taken.

    Attributes:
        move: Its name.
        at: When, to the minute or the day, as a span, or not known.
        role: The role of who took it.
        person: The person who took it.
        amount: What it adds up, as the days of an extension; 0 for a move that adds nothing.
        id: Tells two moves apart that are alike in everything else; where one is written down changes nothing else.
    """

    move: str
    at: When | Unknown = UNKNOWN
    role: str | Unknown = UNKNOWN
    person: str | Unknown = UNKNOWN
    amount: int | Unknown = 0
    id: str = ""


@attrs.frozen(kw_only=True)
class Step:
    """A row of a workflow: a move out of some states to another.

    Attributes:
        move: The name of the move.
        from_: The states that it leaves.
        to: The state that it leads to.
        by: The roles to which its clauses leave it; empty for anyone.
        most: The most that one such move may add, as 60 days; None where nothing limits it.
        clauses: Ids of the clauses that say so.
    """

    move: str
    from_: tuple[str, ...]
    to: str
    by: tuple[str, ...] = ()
    most: int | None = None
    clauses: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Forbidden:
    """A row of a workflow: a move that clauses forbid in some states, whoever takes it.

    Attributes:
        move: The name of the move.
        from_: The states in which it is forbidden.
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
    """A move that was not open to whoever took it, in the state in which it was taken.

    Attributes:
        move: The move.
        why: Why not, in words.
        clauses: Ids of the clauses that say so; of a move that does not lead out of the state, those that say where
            it does.
        state: The state in which it was taken; empty where that is not known.
        kind: Why not, in a word.
    """

    move: Move
    why: str
    state: str = ""
    kind: Why = Why.NOT_TRIED
    clauses: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Ruling:
    """What the rows say of one move in one state.

    Attributes:
        to: The state that it leads to; empty where it is certainly illegal.
        illegal: Why it is illegal, or would be; None where it is certainly legal.
    """

    to: str = ""
    illegal: Illegal | None = None


def rule(move: Move, state: str, steps: Sequence[Step], forbidden: Sequence[Forbidden] = ()) -> Ruling:
    """Return what the rows say of a move; both ways where it depends on a role that is not known.

    Args:
        move: The move.
        state: The state in which it is taken.
        steps: The rows of the workflow.
        forbidden: The rows that forbid a move.
    """
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


def _refused(move: Move, state: str, kind: Why, why: str, clauses: tuple[str, ...]) -> Ruling:
    return Ruling(illegal=Illegal(move=move, why=why, state=state, kind=kind, clauses=clauses))


def _left_to_others(move: Move, state: str, leading: Sequence[Step]) -> Ruling:
    roles = " or ".join(dict.fromkeys(role for step in leading for role in step.by))
    refused = _refused(move, state, Why.LEFT_TO_OTHERS, f"left to the {roles}", _clauses(leading))
    if not isinstance(move.role, Unknown):
        return refused
    within = _within(move, state, leading[0])
    return within if within.illegal else Ruling(to=leading[0].to, illegal=refused.illegal)


def _within(move: Move, state: str, step: Step) -> Ruling:
    if step.most is None or isinstance(move.amount, Unknown) or move.amount <= step.most:
        return Ruling(to=step.to)
    return _refused(move, state, Why.TOO_MUCH, f"{move.amount} is more than {step.most}", step.clauses)


def _clauses(steps: Sequence[Step]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(clause for step in steps for clause in step.clauses))
