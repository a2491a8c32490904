"""A program of one row, whose comparison fails: for tests of what is told then."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from cimscore.policy import Policy
from cimscore.rules import Comparison, Concern, Conclusion, Topic
from cimscore.rules.assembling import program
from cimscore.rules.program import Program
from cimscore.rules.vocabulary import is_concern

concern: Final = Concern("concern")


def fails(_: object) -> bool:
    """Fail, whatever it is given."""
    raise LookupError("nothing is found")


def leaves(_: object) -> bool:
    """Try to end the whole program."""
    raise SystemExit(0)


FAILS: Final = Conclusion("found", (concern,), "{concern} [is] found", topic=Topic.SCOPE)
FAILS.row("a-row", concern, when=is_concern(concern) & Comparison("{0} [is] findable", fails)(concern), cites=["doc/a"])
LEAVES: Final = Conclusion("left", (concern,), "{concern} [is] left", topic=Topic.SCOPE)
LEAVES.row("a-row", concern, when=is_concern(concern) & Comparison("{0} [is] gone", leaves)(concern), cites=["doc/a"])


def failing_program() -> Program:
    """Return the program."""
    import failing_rows  # noqa: PLC0415 - a program is gathered from its modules, and this is one

    return program(
        "small", "A small program", ZoneInfo("Australia/Brisbane"), Policy(sources=(), clauses=()), [failing_rows]
    )
