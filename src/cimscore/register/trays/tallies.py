"""Numbers of rows in the lists. They are kept beside them, so that no list is slow because it is long."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import Connection, delete, func, insert, select, tuple_

from cimscore.register.storage.tables import LISTED, TALLY

_DAY: Final = len("2025-03-03")
_KEY: Final = (TALLY.c.list, TALLY.c.title, TALLY.c.day)


def count_changed(connection: Connection, before: Iterable[Any], after: Iterable[Mapping[str, Any]]) -> None:
    """Count rows that take the place of others.

    Args:
        connection: A transaction that writes.
        before: The rows that there were, each with its list, title and `late_from`.
        after: The rows in their place.
    """
    changes = Counter(_key(row["list"], row["title"], row["late_from"]) for row in after)
    changes.subtract(_key(*row) for row in before)
    changed = {key: by for key, by in changes.items() if by}
    if not changed:
        return
    of_these = tuple_(*_KEY).in_([*changed])
    counted = {(row.list, row.title, row.day): row.many for row in connection.execute(select(TALLY).where(of_these))}
    connection.execute(delete(TALLY).where(of_these))
    _insert(connection, {key: counted.get(key, 0) + by for key, by in changed.items()})


def count_anew(connection: Connection) -> None:
    """Count everything that is listed.

    Args:
        connection: A transaction that writes.
    """
    counted = _counted(connection)
    connection.execute(delete(TALLY))
    _insert(connection, counted)


def is_miscounted(connection: Connection) -> bool:
    """Return True if another number is kept than there are rows."""
    kept = {(row.list, row.title, row.day): row.many for row in connection.execute(select(TALLY))}
    return kept != _counted(connection)


def many_by_title(connection: Connection, name: str) -> dict[str, int]:
    """Return how many rows a list holds, by title."""
    query = select(TALLY.c.title, func.sum(TALLY.c.many).label("many")).where(TALLY.c.list == name)
    return {row.title: int(row.many) for row in connection.execute(query.group_by(TALLY.c.title))}


def many_late(connection: Connection, name: str, now: str) -> int:
    """Return how many rows of a list without titles are late.

    Args:
        connection: The register.
        name: The list.
        now: The moment as the rows have it; empty for before everything.
    """
    today = now[:_DAY]
    before = select(func.sum(TALLY.c.many)).where(TALLY.c.list == name, TALLY.c.title == "", TALLY.c.day != "")
    of_list = select(func.count()).where(LISTED.c.list == name, LISTED.c.title == "")
    since = of_list.where(LISTED.c.late_from >= today, LISTED.c.late_from <= now)
    return int(connection.scalar(before.where(TALLY.c.day < today)) or 0) + int(connection.scalar(since) or 0)


def many_dated(connection: Connection, name: str) -> int:
    """Return how many rows of a list without titles have a day."""
    query = select(func.sum(TALLY.c.many)).where(TALLY.c.list == name, TALLY.c.title == "", TALLY.c.day != "")
    return int(connection.scalar(query) or 0)


def _counted(connection: Connection) -> dict[tuple[str, str, str], int]:
    day = func.coalesce(func.substr(LISTED.c.late_from, 1, _DAY), "")
    query = select(LISTED.c.list, LISTED.c.title, day, func.count()).group_by(LISTED.c.list, LISTED.c.title, day)
    return {(name, title, on): many for name, title, on, many in connection.execute(query)}


def _insert(connection: Connection, counted: Mapping[tuple[str, str, str], int]) -> None:
    rows = [
        {"list": name, "title": title, "day": day, "many": many} for (name, title, day), many in counted.items() if many
    ]
    if rows:
        connection.execute(insert(TALLY), rows)


def _key(name: str, title: str, late_from: str | None) -> tuple[str, str, str]:
    return name, title, (late_from or "")[:_DAY]
