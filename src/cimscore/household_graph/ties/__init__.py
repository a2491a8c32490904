"""Ties of a case: everything that joins two of its things, stated or left open."""

from __future__ import annotations

from cimscore.household_graph.facts import Facts
from cimscore.household_graph.ties.concerns import tie_concerns
from cimscore.household_graph.ties.entered import Entered
from cimscore.household_graph.ties.files import exists_fact, tie_files
from cimscore.household_graph.ties.kin import tie_kin
from cimscore.household_graph.ties.outcomes import LIVING, StayOutcome, with_another_day
from cimscore.household_graph.ties.stays import address_of_stay, tie_stays
from cimscore.household_graph.ties.strangers import of_any_stranger
from cimscore.household_graph.ties.tie import NodeKind, Tie, TieKind

__all__ = [
    "LIVING",
    "Entered",
    "NodeKind",
    "StayOutcome",
    "Tie",
    "TieKind",
    "address_of_stay",
    "exists_fact",
    "of_any_stranger",
    "ties_of",
    "with_another_day",
]


def ties_of(entered: Entered) -> Facts[Tie]:
    """Return everything that joins two things of a case, and what of it is open.

    Args:
        entered: The case, as it is read.
    """
    ties: Facts[Tie] = Facts()
    tie_kin(ties, entered)
    tie_stays(ties, entered)
    tie_concerns(ties, entered)
    tie_files(ties, entered)
    return ties
