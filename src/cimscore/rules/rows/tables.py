"""Tables of the policy: what a rule looks up."""

from __future__ import annotations

from typing import Any, Generic, TypeVar

import attrs

from cimscore.policy import Row
from cimscore.rules.conditions.asked import Predicate, refuse_unless_one_of
from cimscore.rules.conditions.conditions import Condition
from cimscore.rules.conditions.things import Value, Variable

K = TypeVar("K")
V = TypeVar("V")


@attrs.frozen(eq=False)
class Table(Predicate, Generic[K, V]):
    """A table of the policy: a look-up with a clause for each line.

    Attributes:
        id: Unique within its program.
        title: What the table decides, for people.
        rows: Its lines.
    """

    id: str
    title: str
    rows: tuple[Row[K, V], ...]

    @property
    def key(self) -> str:
        """Return its key, the text that identifies it."""
        return f"table:{self.id}"

    @property
    def columns(self) -> tuple[type[Variable] | Variable, ...]:
        """Return the key, then the value."""
        return (Value, Value)

    def __call__(self, key: Any, value: Any) -> Condition:
        """Return the condition that the table has a value for a key; a variable lists either.

        Raises:
            AuthorError: The key or the value is a constant that no line has.
        """
        refuse_unless_one_of(f"table {self.id}, key", key, [row.key for row in self.rows])
        refuse_unless_one_of(f"table {self.id}, value", value, [row.value for row in self.rows])
        return self.holds(key, value)
