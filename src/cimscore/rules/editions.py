"""Editions: which one of a document governs, and what a condition may ask of them."""

from __future__ import annotations

from typing import Any, Final

import attrs

from cimscore.rules.asked import Predicate
from cimscore.rules.conclusions import Conclusion, Topic
from cimscore.rules.conditions import Condition
from cimscore.rules.things import Value, Variable

source: Final[Value[str]] = Value("source", str)
edition: Final[Value[str]] = Value("edition", str)


@attrs.frozen(eq=False)
class Covers(Predicate):
    """An edition of a document may be in force at a moment. It lists editions of a given document and moment."""

    @property
    def key(self) -> str:
        """The text by which it is known."""
        return "covers"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """The document's id, the moment, the edition's id."""
        return (Value, Value, Value)

    @property
    def lists(self) -> frozenset[int]:
        """The edition only."""
        return frozenset({2})

    def __call__(self, document: Any, moment: Any, edition: Any) -> Condition:
        return self.holds(document, moment, edition)


covers: Final = Covers()


def editions_table() -> Conclusion:
    """Return a program's table of which edition of each document governs; its clauses stand where these editions do."""
    says = "{source} [goes] by the edition {edition}"
    return Conclusion("edition", (source, edition), says, topic=Topic.EDITIONS, one=(source,))
