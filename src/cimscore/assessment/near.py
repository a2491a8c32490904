"""Near misses: a way in which something nearly holds, and who has no part in a record."""

from __future__ import annotations

import attrs


@attrs.frozen(kw_only=True)
class Failing:
    """One thing that keeps something from holding.

    Attributes:
        says: It in words, as in "Does the department fund the organisation? no".
        clauses: The clauses that ask for it.
    """

    says: str
    clauses: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Near:
    """A way in which something nearly holds.

    Attributes:
        clauses: The clauses of the rows that would give it.
        fails: What keeps it from holding; none where only the edition does.
        stood: The titles of the editions in which its clause stands, where that which governs is none of them.
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
        says: Who they are, who names them, and why they have none.
    """

    person: str
    name: str
    says: str
