"""What is a table in the policy is a table here, so that each row keeps its own clause."""

from __future__ import annotations

from typing import Generic, TypeVar

import attrs

K = TypeVar("K")
V = TypeVar("V")


@attrs.frozen
class Row(Generic[K, V]):
    """One line of a table: what it is for, what it says, and the clause that says so."""

    key: K
    value: V
    clause: str


@attrs.frozen(kw_only=True, eq=False)
class Table(Generic[K, V]):
    """A table of the policy, read with ``facts.look_up``.

    Attributes:
        id: Unique within its program.
        title: What the table decides, for people.
        rows: Its lines; no key twice.
    """

    id: str
    title: str
    rows: tuple[Row[K, V], ...]

    def row(self, key: K) -> Row[K, V] | None:
        """The line for `key`, or None where the table has none."""
        return next((row for row in self.rows if row.key == key), None)
