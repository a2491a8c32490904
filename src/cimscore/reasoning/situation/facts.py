"""Facts: what is stated, and what is open with the rows that each of its values would give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import attrs

from cimscore.author.predicates import Relation
from cimscore.reasoning.graded import Tuple
from cimscore.reasoning.points import Point, PointKind

Rows = Iterable[tuple[Relation, Tuple]]


@attrs.frozen
class Fact:
    """One fact that a case leaves open.

    Attributes:
        point: The point that it is, with its values and the one worked with.
        rows: What each value states, as ``(relation's key, things)``.
    """

    point: Point
    rows: Mapping[Any, frozenset[tuple[str, Tuple]]]


@attrs.define
class Notes:
    """What is being written down of a case.

    Attributes:
        stated: The things of which each relation certainly holds.
        open: The facts that the case leaves open.
    """

    stated: dict[str, set[Tuple]] = attrs.field(factory=dict)
    open: list[Fact] = attrs.field(factory=list)

    def state(self, relation: Relation, *things: Any) -> None:
        """Write down that a relation holds of some things."""
        self.stated.setdefault(relation.key, set()).add(things)

    def leave_open(
        self,
        address: str,
        asks: str,
        values: Mapping[Any, Rows],
        working: Any,
        why: str,
        words: Mapping[Any, str] | None = None,
        kind: PointKind = PointKind.FACT,
    ) -> None:
        """Write down that a fact is open; a fact with one value only is stated.

        Args:
            address: Its address, for example ``born@flo``.
            asks: The question, for people.
            values: What each value states. Values must leave nothing out: the true one is always among them.
            working: The value worked with.
            why: The reason for that.
            words: The values in words.
            kind: What kind of point it is.
        """
        if len(values) == 1:
            for relation, things in next(iter(values.values())):
                self.state(relation, *things)
            return
        rows = {
            value: frozenset((relation.key, things) for relation, things in given) for value, given in values.items()
        }
        point = Point(
            address=address, kind=kind, asks=asks, values=tuple(values), working=working, why=why, words=words or {}
        )
        self.open.append(Fact(point, rows))

    def one_by_one(
        self, address: str, asks: str, relation: Relation, options: Sequence[tuple[str, Tuple]], why: str
    ) -> None:
        """Write down a yes or no of its own for each of many things; no is worked with.

        Args:
            address: The address, to which each thing's name is added.
            asks: The question with a place for the name: ``"Is {} …?"``.
            relation: What yes states.
            options: The name of each thing, and what the relation would hold of.
            why: The reason for no.
        """
        for name, things in options:
            self.leave_open(
                f"{address}@{name}", asks.format(name), {False: (), True: [(relation, things)]}, working=False, why=why
            )
