"""Moves of many cases, counted by the clause they rest on and by what it is that moves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

import attrs

from cimscore.traceability.impact.moves import Moved, OutcomeChange

_FIRST: Final = 5
"""Cases that are named for a number: what is held must not grow with the cases."""


@attrs.frozen(kw_only=True)
class TalliedMove:
    """A kind of move, with the cases in which it is found.

    Attributes:
        clause: The clause it rests on; empty if it rests on none of its own. A move counts under each of its clauses.
        outcome: What is told, or ``open:`` and what is asked, without the people and homes that it is of.
        change: How it differs.
        cases: Number of cases.
        moves: Number of moves in them.
        first: The first of the cases.
    """

    clause: str
    outcome: str
    change: OutcomeChange
    cases: int
    moves: int
    first: tuple[str, ...]


class ImpactTally:
    """Counts the moves of one case after another. It grows with the kinds of moves, and not with the cases.

    Attributes:
        cases: Number of cases in which anything moves.
    """

    def __init__(self) -> None:
        self.cases = 0
        self._moves: Counter[tuple[str, str, OutcomeChange]] = Counter()
        self._cases_of: Counter[tuple[str, str, OutcomeChange]] = Counter()
        self._first: dict[tuple[str, str, OutcomeChange], tuple[str, ...]] = {}
        self._of_clause: Counter[str] = Counter()

    def add(self, case: str, moved: Iterable[Moved]) -> None:
        """Count the moves of a case.

        Args:
            case: What it is called.
            moved: What moves in it.
        """
        kinds = Counter(
            (clause, move.address.partition("@")[0], move.change) for move in moved for clause in move.clauses or ("",)
        )
        self.cases += bool(kinds)
        self._moves.update(kinds)
        self._cases_of.update(kinds.keys())
        self._of_clause.update({clause for clause, _, _ in kinds})
        for kind in kinds:
            named = self._first.get(kind, ())
            if len(named) < _FIRST:
                self._first[kind] = (*named, case)

    def of_clause(self, clause: str) -> int:
        """Return the number of cases in which something moves that rests on a clause."""
        return self._of_clause[clause]

    @property
    def moves(self) -> tuple[TalliedMove, ...]:
        """Return each kind of move by clause, the clause with the most cases first, and so within a clause."""
        found = [
            TalliedMove(
                clause=clause, outcome=outcome, change=change, cases=cases,
                moves=self._moves[clause, outcome, change], first=self._first[clause, outcome, change],
            )
            for (clause, outcome, change), cases in self._cases_of.items()
        ]  # fmt: skip
        return tuple(sorted(found, key=self._most_first))

    def _most_first(self, move: TalliedMove) -> tuple[int, str, int, str, str]:
        return -self._of_clause[move.clause], move.clause, -move.cases, move.outcome, move.change
