"""Comparing two snapshots: which outcomes move, and on which clauses that rests."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterator, Mapping

import attrs

from cimscore.traceability.impact.snapshots import Snapshot
from cimscore.traceability.impact.told import Concluded


class OutcomeChange(enum.StrEnum):
    """Kinds of change to an outcome."""

    GAINED = "gained"
    LOST = "lost"
    CHANGED = "changed"


@attrs.frozen(kw_only=True, order=True)
class Moved:
    """An outcome that differs.

    Attributes:
        case: The case.
        address: What is told and of what, or ``open:`` and the question that is open.
        change: How it differs.
        before: What it was, in words; empty where it was not there.
        after: What it is then; empty where it is gone.
        clauses: The clauses it rests on, before or after.
    """

    case: str
    address: str
    change: OutcomeChange
    before: str
    after: str
    clauses: tuple[str, ...]


@attrs.frozen(kw_only=True)
class SnapshotChanges:
    """Differences between two snapshots.

    Attributes:
        moved: Every outcome that differs, by case and address.
        cases: The cases that both have.
        gained: Cases that only the later one has.
        lost: Cases that only the earlier one has.
    """

    moved: tuple[Moved, ...]
    cases: tuple[str, ...]
    gained: tuple[str, ...]
    lost: tuple[str, ...]

    def by_clause(self) -> Mapping[str, tuple[Moved, ...]]:
        """Return the differences under every clause they rest on; under an empty id if there is none."""
        found = defaultdict[str, list[Moved]](list)
        for moved in self.moved:
            for clause in moved.clauses or ("",):
                found[clause].append(moved)
        return {clause: tuple(found[clause]) for clause in sorted(found)}


def compare_snapshots(before: Snapshot, after: Snapshot) -> SnapshotChanges:
    """Return the changes from one snapshot to another. Cases in only one of them are named, not compared."""
    both = sorted(before.cases.keys() & after.cases.keys())
    return SnapshotChanges(
        moved=tuple(moved for case in both for moved in _moved(case, before.cases[case], after.cases[case])),
        cases=tuple(both),
        gained=tuple(sorted(after.cases.keys() - before.cases.keys())),
        lost=tuple(sorted(before.cases.keys() - after.cases.keys())),
    )


def _moved(case: str, before: Mapping[str, Concluded], after: Mapping[str, Concluded]) -> Iterator[Moved]:
    for address in sorted(before.keys() | after.keys()):
        was, then = before.get(address), after.get(address)
        if _said(was) != _said(then):
            yield Moved(
                case=case,
                address=address,
                change=OutcomeChange.GAINED
                if was is None
                else OutcomeChange.LOST
                if then is None
                else OutcomeChange.CHANGED,
                before=_said(was),
                after=_said(then),
                clauses=tuple(sorted({clause for outcome in (was, then) if outcome for clause in outcome.clauses})),
            )


def _said(concluded: Concluded | None) -> str:
    if concluded is None:
        return ""
    return f"{concluded.summary} (provisional)" if concluded.provisional else concluded.summary
