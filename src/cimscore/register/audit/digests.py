"""Digests of rows. Each part stands behind its length, so that no two different rows give one text."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import Any, Final

Row = Mapping[str, Any]
"""A row of a table by column."""
FIRST: Final = ""
"""The digest before the first entry."""


def seal_of(salt: str, rows: Iterable[tuple[str, Row]]) -> str:
    """Return the seal of an entry's rows. Without the salt nobody can try what they may say.

    A column without a value is left out, so that the seal stays as it is when a later version adds a column.

    Args:
        salt: A random text that stands beside the rows.
        rows: Each row, with its table.
    """
    parts = [
        _prefixed(table, *(_prefixed(name, _typed(row[name])) for name in sorted(row) if row[name] is not None))
        for table, row in rows
    ]
    return _hashed(salt, *sorted(parts))


def link_of(before: str, entry: Row) -> str:
    """Return the digest of an entry, which rests on that of the entry before it."""
    return _hashed(before, str(entry["number"]), entry["kind"], entry["at"], entry["seal"])


def _hashed(*parts: str) -> str:
    return hashlib.sha256(_prefixed(*parts).encode("utf-8", "surrogatepass")).hexdigest()


def _prefixed(*parts: str) -> str:
    return "".join(f"{len(part)}:{part}" for part in parts)


def _typed(value: Any) -> str:
    return f"{type(value).__name__} {value}"
