"""Workflows as data: the states of a record, and who may take it from one to another, each with its clause."""

from __future__ import annotations

import enum
from typing import Any, Final

import attrs

from cimscore.rules.refusals import refuse_unless_lists
from cimscore.rules.rows.questions import Question
from cimscore.rules.written import Written, here

NOT_BEGUN: Final = "not begun"
"""The state of a record that has taken no step."""


class Effect(enum.StrEnum):
    """Meaning of a move for whoever keeps the record. No rule reads it.

    A move that approves freezes what the record says, and is not for whoever prepared it. One that returns a record
    needs a reason. One that hands it over changes who has it once the other side has taken it.
    """

    APPROVES = "approves"
    RETURNS = "returns"
    HANDS_OVER = "hands over"


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
        stops: Acts whose clocks it stops; the clock of each reads the move by ``record_took`` in its own ``stops``.
        after: Moves that certainly came before it. A record that lists none of a name has made it by then.
        effect: What it means for whoever keeps the record; None for a step like any other.
        of_own: Roles that may take it even with what they prepared themselves, where it approves.
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
    after: tuple[str, ...] = ()
    effect: Effect | None = None
    of_own: tuple[str, ...] = ()

    def __attrs_post_init__(self) -> None:
        refuse_unless_lists(f"move {self.move}", self)


@attrs.frozen(kw_only=True)
class Refusal:
    """Move that clauses forbid in some states, for everyone.

    Attributes:
        move: The move.
        from_: States in which it is forbidden.
        cites: Ids of the clauses that forbid it.
    """

    move: str
    from_: tuple[str, ...]
    cites: tuple[str, ...]

    def __attrs_post_init__(self) -> None:
        refuse_unless_lists(f"refusal of the move {self.move}", self)


@attrs.frozen(kw_only=True)
class Workflow:
    """The way of the records of one kind from state to state.

    Attributes:
        id: Unique within its program.
        kind: The kind of record.
        title: For people.
        states: Every state, `NOT_BEGUN` first.
        roles: Every role that a move is asked about.
        moves: The moves there are.
        refusals: The moves that clauses forbid.
        read_on_file: Moves of a record on file that change none of these states, and that rules read.
        written: Where an author wrote it.
    """

    id: str
    kind: str
    title: str
    states: tuple[str, ...]
    roles: tuple[str, ...]
    moves: tuple[WorkflowMove, ...]
    refusals: tuple[Refusal, ...] = ()
    read_on_file: tuple[str, ...] = ()
    written: Written = attrs.field(factory=here, eq=False, repr=False)

    def __attrs_post_init__(self) -> None:
        refuse_unless_lists(f"workflow {self.id}", self)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the name of every move, each once."""
        named = (*(move.move for move in self.moves), *(refusal.move for refusal in self.refusals))
        return tuple(dict.fromkeys(named))

    @property
    def cites(self) -> tuple[str, ...]:
        """Return the clauses of all its moves, each once."""
        return tuple(dict.fromkeys(clause for move in self.moves for clause in move.cites))

    def may_take(self, move: str) -> tuple[str, ...]:
        """Return the roles that may take a move, if clauses limit it to some; otherwise nothing."""
        return tuple(
            dict.fromkeys(role for step in self.moves if step.move == move and step.reserved for role in step.by)
        )

    def before(self, move: str) -> tuple[str, ...]:
        """Return the moves that certainly came before one."""
        return tuple(dict.fromkeys(name for step in self.moves if step.move == move for name in step.after))

    def move_from(self, state: str, move: str) -> WorkflowMove | None:
        """Return the move of that name from a state, or None."""
        return next((step for step in self.moves if step.move == move and state in step.from_), None)
