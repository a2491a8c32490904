"""Approved content is frozen: a correction may add to what was approved, and takes nothing of it back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cimscore.register.errors import RefusedError
from cimscore.register.workflow.records import RecordStanding


def refuse_if_frozen(
    approved: Iterable[RecordStanding], after: Iterable[RecordStanding], said: object, says: object
) -> None:
    """Refuse a correction that takes back something approved, or changes what is decided of an approved record.

    Args:
        approved: Records of the case as it stood.
        after: The same records, with the correction.
        said: The document that stood.
        says: The document that is to stand.

    Raises:
        RefusedError: It does; with the clauses of the approval.
    """
    now = {(record.program, record.name): record for record in after}
    for record in approved:
        approval = record.approved_by
        if approval is None:
            continue
        taken_back = sorted(_taken_back(said, says, ""))
        if taken_back:
            where = ", ".join(taken_back[:3])
            raise RefusedError(f"{record.name} is approved, and the correction takes back {where}.", approval.cites)
        new = now.get((record.program, record.name))
        if new is None or new.says != record.says:
            raise RefusedError(
                f"{record.name} is approved, and the correction changes what is decided of it.", approval.cites
            )


def _taken_back(old: object, new: object, where: str) -> Iterator[str]:
    """Yield each place of a document whose content is not there any more."""
    match old, new:
        case Mapping(), Mapping():
            for key, value in old.items():
                yield from _taken_back(value, new.get(key), f"{where}.{key}".lstrip("."))
        case list(), list():
            for index, entry in enumerate(old):
                yield from _entry_taken_back(entry, new, f"{where}[{index}]")
        case _:
            if old != new:
                yield where


def _entry_taken_back(entry: Any, among: list[Any], where: str) -> Iterator[str]:
    """Yield what one entry of a list lacks: in the entry of its id or, without one, in every other."""
    id = entry.get("id") if isinstance(entry, Mapping) else None
    if id is not None:
        same = next(
            (candidate for candidate in among if isinstance(candidate, Mapping) and candidate.get("id") == id), None
        )
        yield from _taken_back(entry, same, where)
    elif all(any(_taken_back(entry, candidate, where)) for candidate in among):
        yield where
