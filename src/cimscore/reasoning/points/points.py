"""Open points: everything that could be otherwise, with its values and the working one."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Protocol

import attrs

from cimscore.clocks import Span
from cimscore.reasoning.graded import Graded


class PointKind(enum.StrEnum):
    """Kinds of open point."""

    FACT = "fact"
    DECISION = "decision"
    READING = "reading"
    EDITION = "edition"
    GRANTED = "granted"


ADOPTED = frozenset({PointKind.READING, PointKind.GRANTED})
"""Points that are told once and not graded: their working value holds, until another is tried."""


@attrs.frozen(kw_only=True)
class Point:
    """Fact, answer, reading or edition that could be otherwise.

    Attributes:
        address: Its address: ``born@flo``, ``qld-child-safety/response@c1``, ``qld-child-safety/three-days``.
        kind: Kind of point.
        asks: Question for people.
        values: Every possible value, or one for each class of values that no rule distinguishes.
        working: Working value until it is known, one of `values`.
        why: Reason for the working value.
        words: Each value in words, if the value is not words already.
        decided_by: Role of the person who decides; empty for a fact.
        known: True if the document states it, so that another value is only a supposition.
        text: The question as its author wrote it, with a place for each thing; empty for a point of the document.
        things: The thing for each place of the text.
        of_things: True if a value may be the id of a thing of the case, or words that hold one.
    """

    address: str
    kind: PointKind
    asks: str
    values: tuple[Any, ...]
    working: Any
    why: str = ""
    words: Mapping[Any, str] = attrs.field(factory=dict)
    decided_by: str = ""
    known: bool = False
    text: str = ""
    things: Mapping[str, Any] = attrs.field(factory=dict)
    of_things: bool = True

    @property
    def adopted(self) -> bool:
        """Return True if it is stated once and not graded."""
        return self.known or self.kind in ADOPTED

    @property
    def moment(self) -> Span | None:
        """Return the time within which its moment lies, if it is one moment that nobody knows."""
        span = self.values[0] if len(self.values) == 1 else None
        return span if isinstance(span, Span) else None

    def in_words(self, value: Any) -> str:
        """Return a value as people say it."""
        return self.words.get(value, "yes" if value is True else "no" if value is False else str(value))


class Situation(Protocol):
    """Statements of a case, as graded relations, with the points that it leaves open."""

    @property
    def base(self) -> Mapping[str, Graded]:
        """Return each base relation by its key, for example ``relation:lives-in``."""

    @property
    def points(self) -> Mapping[str, Point]:
        """Return each open point of the document by its address."""

    def answered(self, address: str, value: Any) -> Situation:
        """Return the situation in which a point has a value. Relations that do not change are the same objects."""

    def known(self, address: str) -> Point:
        """Return a fact that the case states as a point, with every value that it could have instead.

        Raises:
            KeyError: The case states no such fact.
        """

    def sources(self, key: str, things: tuple[Any, ...]) -> tuple[str, ...]:
        """Return the addresses of the points that the grade of a tuple depends on."""
