"""A situation: relations built from facts, and built anew where one fact is given another value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from cimscore.reasoning.graded import CERTAIN, POSSIBLE, PROVISIONAL, Graded, Tuple
from cimscore.reasoning.points import Point
from cimscore.reasoning.situation.facts import Fact


@attrs.define(eq=False)
class Stated:
    """What a case says, as graded relations.

    Attributes:
        stated: The things of which each relation certainly holds, by the relation's key.
        open: The facts left open, by address.
        settled: Values given to some of them, by address.
        base: Each relation.
    """

    stated: Mapping[str, Mapping[Tuple, int]]
    open: Mapping[str, Fact]
    settled: Mapping[str, Any] = attrs.field(factory=dict)
    base: dict[str, Graded] = attrs.field(init=False)
    _sources: dict[tuple[str, Tuple], list[str]] = attrs.field(init=False, repr=False)
    _facts_of: dict[str, list[str]] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self._sources, self._facts_of = {}, {}
        for address, fact in self.open.items():
            named = {row for rows in fact.rows.values() for row in rows}
            for row in named:
                self._sources.setdefault(row, []).append(address)
            for key in {key for key, _ in named}:
                self._facts_of.setdefault(key, []).append(address)
        self.base = {key: self._relation(key) for key in {*self.stated, *self._facts_of}}

    @property
    def points(self) -> Mapping[str, Point]:
        """Each fact left open, as a point."""
        return {address: fact.point for address, fact in self.open.items()}

    def sources(self, key: str, things: Tuple) -> tuple[str, ...]:
        """Return the addresses of the open facts on which the grade of some things hangs."""
        if things in self.stated.get(key, {}):
            return ()
        return tuple(address for address in self._sources.get((key, things), ()) if address not in self.settled)

    def answered(self, address: str, value: Any) -> Stated:
        """Return the situation in which a fact has a value; relations that stay the same are the same objects."""
        fact = self.open.get(address)
        if fact is None:
            return self
        other = object.__new__(Stated)
        other.stated, other.open, other.settled = self.stated, self.open, {**self.settled, address: value}
        other._sources, other._facts_of = self._sources, self._facts_of
        other.base = dict(self.base)
        for key in {key for rows in fact.rows.values() for key, _ in rows}:
            relation = other._relation(key)
            if not relation.same_as(self.base[key]):
                other.base[key] = relation
        return other

    def _relation(self, key: str) -> Graded:
        rows = dict(self.stated.get(key, {}))
        for address in self._facts_of.get(key, ()):
            for things, grade in self._grades(self.open[address], key).items():
                if grade > rows.get(things, 0):
                    rows[things] = grade
        return Graded(rows)

    def _grades(self, fact: Fact, key: str) -> dict[Tuple, int]:
        address = fact.point.address
        if address in self.settled:
            return {things: CERTAIN for name, things in fact.rows[self.settled[address]] if name == key}
        found: dict[Tuple, int] = {}
        for value, rows in fact.rows.items():
            grade = PROVISIONAL if value == fact.point.working else POSSIBLE
            for name, things in rows:
                if name == key and grade > found.get(things, 0):
                    found[things] = grade
        for things in found:
            if all((key, things) in rows for rows in fact.rows.values()):
                found[things] = CERTAIN
        return found
