"""A register as plain values, without the notifiers. Whoever has them can check the chain again."""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection

from cimscore.register.audit.checking import entries_of, head_of

FORMAT: Final = "register/1"


def exported(connection: Connection) -> dict[str, Any]:
    """Return every entry with its rows, by table.

    Args:
        connection: The register.
    """
    head = head_of(connection)
    return {
        "format": FORMAT,
        "head": str(head),
        "entries": [_plain(entry, rows) for entry, rows in entries_of(connection)],
    }


def _plain(entry: dict[str, Any], rows: list[tuple[str, dict[str, Any]]]) -> dict[str, Any]:
    """Return an entry with its rows. Documents stay the texts that were sealed."""
    tables: dict[str, list[dict[str, Any]]] = {}
    for table, row in rows:
        if table != "vault":
            tables.setdefault(table, []).append({name: value for name, value in row.items() if value is not None})
    return {**entry, "rows": tables}
