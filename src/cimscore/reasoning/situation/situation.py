"""A situation: what a case says as graded relations, and the same with one fact given another value."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any

import attrs

from cimscore.case import Moment
from cimscore.household_graph.facts import Facts, OpenFact
from cimscore.reasoning.graded import Graded, Tuple
from cimscore.reasoning.points.points import Point, PointKind
from cimscore.reasoning.situation.notes import Notes, Row
from cimscore.reasoning.situation.reading import RECEIPT, Asked, received_at, written_down
from cimscore.reasoning.situation.supposing import Reopened, reopened


def situation_of(asked: Asked) -> Stated:
    """Return the statements of a case, and every fact that it leaves open.

    Args:
        asked: The case, and what rules ask of it.
    """
    notes = written_down(asked)
    return Stated(asked, notes.facts, notes.spans)


@attrs.define(eq=False, slots=False)
class Stated:
    """Statements of a case.

    Attributes:
        asked: Case, with what rules ask of it.
        facts: Every row, with the open facts that it depends on.
        spans: Address of each row whose moment is only a span.
        settled: Values given to open facts, by address.
        base: Each relation by its key, graded.
    """

    asked: Asked
    facts: Facts[Row]
    spans: Mapping[Row, str]
    settled: Mapping[str, Any] = attrs.field(factory=dict)
    base: dict[str, Graded] = attrs.field(init=False, repr=False)

    def __attrs_post_init__(self) -> None:
        self.base = {key: self._relation(key) for key in self._things}

    @functools.cached_property
    def points(self) -> Mapping[str, Point]:
        """Return each open fact as a point, in the order of their addresses."""
        return {address: point_of(self.facts.open[address]) for address in sorted(self.facts.open)}

    @functools.cached_property
    def _things(self) -> Mapping[str, list[Tuple]]:
        """Return the things for which each relation is true or may be true."""
        found: dict[str, list[Tuple]] = {}
        for key, things in (*self.facts.stated, *self.facts.needs):
            found.setdefault(key, []).append(things)
        return found

    @functools.cached_property
    def _keys_of(self) -> Mapping[str, frozenset[str]]:
        """Return the keys of the relations that depend on each open fact."""
        found: dict[str, set[str]] = {}
        for row in self.facts.needs:
            for address in self.facts.addresses(row):
                found.setdefault(address, set()).add(row[0])
        for row, address in self.spans.items():
            found.setdefault(address, set()).add(row[0])
        return {address: frozenset(keys) for address, keys in found.items()}

    def sources(self, key: str, things: Tuple) -> tuple[str, ...]:
        """Return the addresses of the open facts that the grade of some things depends on."""
        row = key, things
        within = (self.spans[row],) if row in self.spans else ()
        found = (*within, *self.facts.addresses(row))
        return tuple(address for address in found if address not in self.settled)

    def answered(self, address: str, value: Any) -> Stated:
        """Return the situation in which a fact has a value. Relations that do not change are the same objects.

        Args:
            address: Address of an open fact, or of one that the case states.
            value: One of its values.

        Raises:
            KeyError: The case has no such fact.
        """
        if address == RECEIPT and isinstance(value, Moment):  # Ages and stays hang on it, too.
            asked = received_at(self.asked, value)
            return self._read_anew(asked, written_down(asked), {})
        if address in self.facts.open:
            return self._with_settled({address: value})
        opened = self._reopened(address)
        return self._read_anew(opened.asked, opened.notes, {**opened.stated, address: value})

    def _read_anew(self, asked: Asked, notes: Notes, stated: Mapping[str, Any]) -> Stated:
        """Return the situation of a changed case; relations that stay the same are the same objects."""
        settled = {address: value for address, value in self.settled.items() if address in notes.facts.open}
        other = Stated(asked, notes.facts, notes.spans, {**settled, **stated})
        for key, relation in self.base.items():
            if key in other.base and relation.same_as(other.base[key]):
                other.base[key] = relation
        return other

    def known(self, address: str) -> Point:
        """Return a fact that the case states as a point, with every value that it could have instead.

        Raises:
            KeyError: The case states no such fact.
        """
        opened = self._reopened(address)
        point = point_of(opened.notes.facts.open[address])
        stated = opened.stated[address]
        values = point.values if stated in point.values else (stated,)
        return attrs.evolve(point, values=values, working=stated, why="it is stated", known=True)

    def _reopened(self, address: str) -> Reopened:
        return reopened(self.asked, address, self.facts)

    def _with_settled(self, values: Mapping[str, Any]) -> Stated:
        """Return the situation in which several open facts have values."""
        other = object.__new__(Stated)
        other.__dict__.update(self.__dict__)
        other.settled = {**self.settled, **values}
        other.base = dict(self.base)
        for key in sorted({key for address in values for key in self._keys_of.get(address, ())}):
            relation = other._relation(key)
            if not relation.same_as(self.base[key]):
                other.base[key] = relation
        return other

    def _relation(self, key: str) -> Graded:
        facts, settled = self.facts, self.settled
        rows: dict[Tuple, int] = {}
        for things in self._things.get(key, ()):
            grade = facts.grade((key, things), settled)
            if grade:
                rows[self._with_moment(key, things) if self.spans else things] = grade
        return Graded(rows)

    def _with_moment(self, key: str, things: Tuple) -> Tuple:
        """Return the things of a row, with the moment that was given in place of a span."""
        address = self.spans.get((key, things), "")
        return (*things[:-1], self.settled[address]) if address in self.settled else things


def point_of(fact: OpenFact) -> Point:
    """Return an open fact as a point."""
    return Point(
        address=fact.address, kind=PointKind.FACT, asks=fact.asks, values=fact.values, working=fact.working,
        why=fact.why, words=fact.words,
    )  # fmt: skip
