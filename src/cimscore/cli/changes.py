"""Changes to a decision by one different answer, as several commands show them."""

from __future__ import annotations

from cimscore.assessment import Difference
from cimscore.cli.page import TextPage

_MOST = 8
"""So many sentences are shown of each; all of them are in the JSON."""


def write_changes(page: TextPage, changes: Difference, indent: int) -> None:
    """Write what a change brings and what it takes.

    Args:
        page: The page.
        changes: What changes.
        indent: How many steps it is indented.
    """
    for lead, told in (("then", changes.adds), ("no longer", changes.takes)):
        for says in told[:_MOST]:
            page.line(f"{lead}: {says}", indent)
        if len(told) > _MOST:
            page.line(f"{lead}: {len(told) - _MOST} more, which --json tells", indent)
    if not changes:
        page.line("nothing changes", indent)


def plain_changes(changes: Difference) -> dict[str, list[str]]:
    """Return what a change brings and takes as plain values."""
    return {"adds": list(changes.adds), "takes": list(changes.takes)}
