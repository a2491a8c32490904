"""A record's moves folded through its workflow, graded over every order in which they may have happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar
from zoneinfo import ZoneInfo

import attrs

from cimscore.case import Unknown
from cimscore.clocks.moves import Forbidden, Illegal, Move, WorkflowRow
from cimscore.clocks.orders import Path, in_order, paths
from cimscore.grades import CERTAIN, POSSIBLE, PROVISIONAL

NOT_ALL_TRIED = "not all orders of the moves were tried"

T = TypeVar("T")


@attrs.frozen
class MovesOutcome:
    """Possible outcome of the moves of a record.

    Attributes:
        state: State after the moves.
        took: Legal moves.
        illegal: Illegal moves.
        roles_fit: True if every unknown role may have been one that is allowed to take the move.
    """

    state: str
    took: tuple[Move, ...]
    illegal: tuple[Illegal, ...]
    roles_fit: bool = True


@attrs.frozen
class Sum:
    """Sum of the amounts of legal moves with one name, such as the days of extensions.

    Attributes:
        first: Smallest sum.
        last: Largest sum; None if there is no limit.
        working: Working value: the smallest sum in the working order.
    """

    first: int
    last: int | None
    working: int


@attrs.frozen
class Folded:
    """Moves of a record, checked against its workflow.

    Every answer has a grade: 3 if all orders of the moves and all unknown roles give it, 2 if the working order does, 1
    if another order does. The working order has the fewest illegal moves.

    Attributes:
        moves: The moves, in a fixed order that does not depend on the order of the list.
        outcomes: Different outcomes, the working one first.
        complete: True if every order was tried. If not, nothing is certain and nothing is ruled out.
        steps: Rows of the workflow.
        start: State before the first move.
    """

    moves: tuple[Move, ...]
    outcomes: tuple[MovesOutcome, ...]
    complete: bool
    steps: tuple[WorkflowRow, ...]
    start: str

    @property
    def working(self) -> MovesOutcome:
        """Return how the moves went in the working order."""
        return self.outcomes[0]

    def stands_at(self) -> dict[str, int]:
        """Return each state that the record may be in, with its grade."""
        states = (self.start, *(step.to for step in self.steps))
        return self._graded(lambda outcome: (outcome.state,), states)

    def took(self, name: str) -> dict[Move, int]:
        """Return each legal move of a name."""
        return self._graded(lambda outcome: _named(outcome.took, name), _named(self.moves, name))

    def illegal(self) -> dict[Illegal, int]:
        """Return each illegal move, with its reason and clauses."""
        untried = [Illegal(move=move, why=NOT_ALL_TRIED) for move in self.moves]
        return self._graded(lambda outcome: outcome.illegal, untried)

    def times(self, name: str) -> dict[int, int]:
        """Return how many legal moves of a name there can be; one of the numbers holds."""
        numbers = range(len(_named(self.moves, name)) + 1)
        return self._graded(lambda outcome: (len(_named(outcome.took, name)),), numbers)

    def total(self, name: str) -> Sum:
        """Return what the legal moves of a name add up to."""
        # The same move may have several rows with different limits. The largest one is the safe bound.
        most = max((step.most or 0 for step in self.steps if step.move == name), default=0) or None
        sums = [_sum(_named(outcome.took, name), most) for outcome in self.outcomes]
        if not self.complete:
            # Orders that were not tried may have all of these moves legal, or none of them.
            sums += [(0, 0), _sum(_named(self.moves, name), most)]
        open_ended = any(last is None for _, last in sums)
        last = None if open_ended else max(last for _, last in sums if last is not None)
        return Sum(min(first for first, _ in sums), last, sums[0][0])

    def roles_open(self) -> tuple[Move, ...]:
        """Return the moves whose unknown role makes a difference."""
        if self.complete and len(self.outcomes) == 1:
            return ()
        left = {step.move for step in self.steps if step.by}
        return tuple(move for move in self.moves if isinstance(move.role, Unknown) and move.move in left)

    def order_open(self) -> bool:
        """Return True if the order of the moves can make a difference, whoever took them."""
        fits = [outcome for outcome in self.outcomes if outcome.roles_fit]
        return not self.complete or len(fits) > 1

    def unsettled(self) -> tuple[str, ...]:
        """Return what leaves the moves open, in sentences."""
        return (
            *dict.fromkeys(f"It is not known who took the move {move.move!r}." for move in self.roles_open()),
            *(["The order of the moves is not known."] if self.order_open() else []),
            *([] if self.complete else [f"{NOT_ALL_TRIED.capitalize()}."]),
        )

    def _graded(self, values: Callable[[MovesOutcome], Iterable[T]], untried: Iterable[T]) -> dict[T, int]:
        held = [set(values(outcome)) for outcome in self.outcomes]
        found = dict.fromkeys((value for outcome in self.outcomes for value in values(outcome)), POSSIBLE)
        if not self.complete:
            # An order that was not tried may give any of these, so nothing may be ruled out.
            found |= dict.fromkeys((value for value in untried if value not in found), POSSIBLE)
        for value in held[0]:
            certain = self.complete and all(value in values_there for values_there in held)
            found[value] = CERTAIN if certain else PROVISIONAL
        return found


def fold(
    moves: Iterable[Move],
    steps: Sequence[WorkflowRow],
    start: str,
    zone: ZoneInfo,
    forbidden: Sequence[Forbidden] = (),
) -> Folded:
    """Check the moves of a record against its workflow, in every order that their moments allow, or as it lists them.

    An illegal move leaves the state unchanged. A move with an unknown role may have been allowed or not. Both are
    followed; allowed is the working one.

    Args:
        moves: The moves, in any order: each names the one that its record lists before it.
        steps: The rows of the workflow.
        start: The state before the first move.
        zone: Time zone in which a day begins.
        forbidden: The rows that forbid a move.
    """
    ordered = in_order(list(moves), steps, zone)
    found, complete = paths(ordered, steps, forbidden, start, zone)
    # Paths differ in their order even if their results are equal. dict.fromkeys keeps the working one first.
    outcomes = tuple(dict.fromkeys(_outcome(path, ordered) for path in found))
    return Folded(ordered, outcomes, complete, tuple(steps), start)


def _outcome(path: Path, moves: Sequence[Move]) -> MovesOutcome:
    return MovesOutcome(
        path.state,
        # A path keeps the moves that it took as bits, so that equal sets of them are found at once.
        tuple(move for number, move in enumerate(moves) if path.took >> number & 1),
        tuple(illegal for _, illegal in sorted(path.illegal, key=lambda pair: pair[0])),
        path.working,
    )


def _named(moves: Iterable[Move], name: str) -> tuple[Move, ...]:
    return tuple(move for move in moves if move.move == name)


def _sum(moves: Sequence[Move], most: int | None) -> tuple[int, int | None]:
    """Return the least and the most that moves add up to; of an amount not said, from 1 to the most allowed."""
    known = sum(move.amount for move in moves if not isinstance(move.amount, Unknown))
    unsaid = sum(isinstance(move.amount, Unknown) for move in moves)
    # An extension adds at least one day, or it would not have been recorded.
    return known + unsaid, known if not unsaid else None if most is None else known + unsaid * most
