"""Notes: the base relations of a case row by row, as they are written down."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from cimscore.case import UNKNOWN
from cimscore.clocks import Span
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.reasoning.graded import Tuple
from cimscore.rules.conditions.predicates import Relation

Row = tuple[str, Tuple]
"""The key of a base relation, and the things of which it may hold."""
Statements = Iterable[tuple[Relation, Tuple]]


@attrs.define
class Notes:
    """Notes of a case, while they are being written.

    Attributes:
        facts: Rows, and the facts that the case leaves open.
        spans: Address of each row whose moment is only a span. The row is true at whichever moment.
    """

    facts: Facts[Row] = attrs.field(factory=Facts)
    spans: dict[Row, str] = attrs.field(factory=dict)

    def state(self, relation: Relation, *things: Any) -> None:
        """Write down that a relation holds of some things."""
        self.facts.state((relation.key, things))

    def leave_open(
        self,
        address: str,
        asks: str,
        values: Mapping[Any, Statements],
        working: Any,
        why: str,
        words: Mapping[Any, str] | None = None,
    ) -> None:
        """Write an open fact. A fact with a single value is stated.

        Args:
            address: Its address, for example ``kind@c1``.
            asks: Question for people.
            values: Statements for each value. The true value is always among them.
            working: Working value.
            why: Reason for it.
            words: Values in words.
        """
        fact = OpenFact(address=address, asks=asks, values=tuple(values), working=working, why=why, words=words or {})
        rows = {value: [(relation.key, things) for relation, things in stated] for value, stated in values.items()}
        self.facts.leave_open(fact, rows)

    def leave_within(self, address: str, asks: str, relation: Relation, *things: Any, span: Span, why: str) -> None:
        """Write that a relation is true at a moment of which only a span is known.

        Args:
            address: Address of the moment, for example ``occurred@c1``.
            asks: Question for people.
            relation: The relation.
            things: Its things, before the moment.
            span: Span of the moment.
            why: Reason for the working moment.
        """
        self._leave(address, asks, (relation.key, (*things, span)), why)

    def leave_unbounded(self, address: str, asks: str, relation: Relation, *things: Any, why: str) -> None:
        """Write that a relation is true at a moment of which nothing at all is known.

        Args:
            address: Address of the moment.
            asks: Question for people.
            relation: The relation.
            things: Its things, before the moment.
            why: Reason for there being no working moment.
        """
        self._leave(address, asks, (relation.key, (*things, UNKNOWN)), why)

    def _leave(self, address: str, asks: str, row: Row, why: str) -> None:
        moment = row[1][-1]
        self.facts.state(row)
        self.facts.open[address] = OpenFact(address=address, asks=asks, values=(moment,), working=moment, why=why)
        self.spans[row] = address
