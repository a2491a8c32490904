"""Explanation of reports owed under two regimes. The logic is in `rules.scope`."""

from __future__ import annotations

from typing import Final

from cimscore.rulebook import ProgramRelation

RELATION: Final = ProgramRelation(
    id="dual-reporting",
    programs=("vic-cims", "ndis-incidents"),
    text="Since 1 July 2019 an organisation that both the department and the NDIS fund owes a report to each, by each "
    "one's own clock; one does not stand in for the other. An organisation that only the NDIS funds reports to the "
    "NDIS Commission alone.",
    cites=("vic/ndis/dual-funded",),
)
