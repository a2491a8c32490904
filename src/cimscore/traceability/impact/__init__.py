"""Behavioural impact: which outcomes of stored cases move under another edition, reading or version of a program."""

from cimscore.traceability.impact.moves import Moved, OutcomeChange, SnapshotChanges, compare_snapshots
from cimscore.traceability.impact.snapshots import (
    Snapshot,
    StoredCase,
    read_snapshot,
    stored_example,
    take_snapshot,
    write_snapshot,
)
from cimscore.traceability.impact.tally import ImpactTally, TalliedMove
from cimscore.traceability.impact.told import Concluded

__all__ = [
    "Concluded",
    "ImpactTally",
    "Moved",
    "OutcomeChange",
    "Snapshot",
    "SnapshotChanges",
    "StoredCase",
    "TalliedMove",
    "compare_snapshots",
    "read_snapshot",
    "stored_example",
    "take_snapshot",
    "write_snapshot",
]  # fmt: skip
