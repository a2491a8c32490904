"""Near misses: ways in which something is nearly true, and people without a part in a record."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Failing:
    """One thing that keeps something from holding.

    Attributes:
        says: It in words, as in "Does the department fund the organisation? no".
        clauses: The clauses that ask for it.
        asked: Address of the question that it answers; empty for anything else.
    """

    says: str
    clauses: tuple[str, ...]
    asked: str = ""


@attrs.frozen(kw_only=True)
class Near:
    """Way in which something is nearly true.

    Attributes:
        clauses: Clauses of the rows that would give it.
        fails: Reasons against it; none if only the edition prevents it.
        stood: Titles of the editions that have its clause, if the governing one does not.
    """

    clauses: tuple[str, ...]
    fails: tuple[Failing, ...] = ()
    stood: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Unplaced:
    """Somebody in the case who has neither a role nor a profile in a record.

    Attributes:
        person: Their id.
        name: What they are called.
        why: Why they have none, and who names them.
    """

    person: str
    name: str
    why: str

    @property
    def says(self) -> str:
        """Return who they are, who names them, and why they have none."""
        return f"{self.name}, {self.why}"
