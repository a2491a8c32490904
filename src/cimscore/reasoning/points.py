"""Open points: everything that could be otherwise, with its values and the one worked with."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any, Protocol

import attrs

from cimscore.reasoning.graded import Graded


class PointKind(enum.StrEnum):
    """What could be otherwise."""

    FACT = "fact"
    DECISION = "decision"
    READING = "reading"
    EDITION = "edition"
    GRANTED = "granted"


ADOPTED = frozenset({PointKind.READING, PointKind.GRANTED})
"""Points that are told once and not graded: their working value holds, until another is tried."""


@attrs.frozen(kw_only=True)
class Point:
    """One thing that could be otherwise.

    Attributes:
        address: Its address: ``born@flo``, ``qld-child-safety/response@c1``, ``qld-child-safety/three-days``.
        kind: What it is.
        asks: The question, for people.
        values: Every value it can have, or one for each class of values that no rule tells apart.
        working: The value worked with until it is known, one of `values`.
        why: The reason for that one.
        words: Each value in words, where it is not its own word.
        decided_by: The role of the person who decides; empty for a fact.
        known: Whether the document states it, so that another value is a supposition only.
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

    @property
    def adopted(self) -> bool:
        """Return True if it is told once and not graded."""
        return self.known or self.kind in ADOPTED

    def in_words(self, value: Any) -> str:
        """Return a value as people say it."""
        return self.words.get(value, "yes" if value is True else "no" if value is False else str(value))


class Situation(Protocol):
    """What a case says, as graded relations, and the points that it leaves open."""

    @property
    def base(self) -> Mapping[str, Graded]:
        """Each base relation by its key, as in ``relation:lives-in``."""

    @property
    def points(self) -> Mapping[str, Point]:
        """Each open point of the document by its address."""

    def answered(self, address: str, value: Any) -> Situation:
        """Return the situation in which a point has a value; relations that stay the same are the same objects."""

    def known(self, address: str) -> Point:
        """Return a fact that the case states as a point, with every value that it could have instead.

        Raises:
            KeyError: The case states no such fact.
        """

    def sources(self, key: str, things: tuple[Any, ...]) -> tuple[str, ...]:
        """Return the addresses of the points on which the grade of a tuple hangs."""
