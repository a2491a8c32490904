"""A table of one row, to put into a plugin that a test needs."""

from __future__ import annotations

from typing import Final
from zoneinfo import ZoneInfo

from cimscore.rules import Conclusion, Household, Topic
from cimscore.rules.vocabulary import is_home

CLAUSE: Final = "doc/heading/clause"
BRISBANE: Final = ZoneInfo("Australia/Brisbane")
home: Final = Household("home")


def homes(
    id: str = "seen", *, topic: Topic = Topic.HOUSEHOLDS, cites: tuple[str, ...] = (CLAUSE,), says: str = ""
) -> Conclusion:
    """Return a table that concludes something of every household, by one row."""
    table = Conclusion(id, (home,), says or f"{{home}} [is] {id}", topic=topic)
    table.row("every-home", home, when=is_home(home), cites=cites)
    return table
