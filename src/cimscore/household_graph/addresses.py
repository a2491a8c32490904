"""Ties of the graph, each with the entry that states it and the address of its fact."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from cimscore.case import Case
from cimscore.household_graph.ties import Tie, TieKind

_OF_CONCERN = {
    TieKind.ABOUT: "about",
    TieKind.ASKED_ABOUT: "about",
    TieKind.CONCERNS_HOME: "concerns-home",
    TieKind.PRESENT: "present",
    TieKind.RESPONSIBLE: "responsible",
    TieKind.HAPPENED_IN: "place",
    TieKind.HAPPENED_AT: "place",
}
_STAYS = frozenset({TieKind.LIVES_IN, TieKind.VISITS, TieKind.STAYS_BY_CHOICE, TieKind.LIVED_IN})


def entry_and_address(tie: Tie, case: Case) -> tuple[Any, str]:
    """Return the entry that states a tie, None where nothing does, and the address of the fact.

    Args:
        tie: The tie.
        case: The case.
    """
    kind, start, end = tie
    if kind in _STAYS:
        return _stay(start, end, case)
    if kind is TieKind.SLEEPS_AT:
        return _with_id(case.people, start), f"home@{start}"
    if kind in _OF_CONCERN:
        return _with_id(case.concerns, start), f"{_OF_CONCERN[kind]}@{start}"
    if kind is TieKind.FILE_ABOUT:
        return _with_id(case.records, start), f"household@{start}"
    if kind is TieKind.RECORDED_IN:
        return _with_id(case.records, end), f"recorded-as@{start}@{end}"
    return _kin(tie, case)


def _stay(person: str, home: str, case: Case) -> tuple[Any, str]:
    """Return the entry of a stay; that of the mother, for an unborn child."""
    entry = _with_id(case.people, person)
    whose = person if entry is None or entry.unborn is None else str(entry.unborn.mother)
    rows = sorted((row for row in case.residences if (row.person, row.household) == (whose, home)), key=str)
    return (rows[0] if rows else None), f"stay@{whose}@{home}"


def _kin(tie: Tie, case: Case) -> tuple[Any, str]:
    kind, start, end = tie
    rows = [row for row in case.relationships if (row.from_, row.to) == (start, end)]
    entry = next((row for row in rows if row.kind == kind.value), rows[0] if rows else None)
    if entry is not None:
        return entry, f"relationship@{start}->{end}"
    child = _with_id(case.people, end)
    return (child.unborn, f"mother@{end}") if child is not None and child.unborn else (None, f"parents@{end}")


def _with_id(entries: Iterable[Any], id: str) -> Any:
    return next((entry for entry in entries if entry.id == id), None)
