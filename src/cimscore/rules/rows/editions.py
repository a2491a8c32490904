"""Editions: which one of a document governs, and what a condition may ask of them."""

from __future__ import annotations

from typing import Any, Final

import attrs

from cimscore.rules.conditions.asked import Predicate
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Value, Variable
from cimscore.rules.rows.conclusions import Conclusion, Topic

source: Final[Value[str]] = Value("source", str)
edition: Final[Value[str]] = Value("edition", str)


@attrs.frozen(eq=False)
class Covers(Predicate):
    """An edition of a document may be in force at a moment. It lists editions of a given document and moment."""

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return "covers"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the document's id, the moment, and the edition's id."""
        return (Value, Value, Value)

    @property
    def lists(self) -> frozenset[int]:
        """Return the place of the edition only."""
        return frozenset({2})

    def __call__(self, document: Any, moment: Any, edition: Any) -> Condition:
        return self.holds(document, moment, edition)


covers: Final = Covers()


def editions_table() -> Conclusion:
    """Return a program's table of the editions that govern. Its clauses are in force in those editions."""
    says = "{source} [goes] by the edition {edition}"
    return Conclusion("edition", (source, edition), says, topic=Topic.EDITIONS, one=(source,))
