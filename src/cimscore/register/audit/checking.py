"""The proof that a register is whole: every entry is checked again, and the first that does not hold is named."""

from __future__ import annotations

import heapq
import itertools
import re
from collections.abc import Iterator
from typing import Any, Final

import attrs
from sqlalchemy import Connection, Table, select

from cimscore.register.audit.digests import FIRST, link_of, seal_of
from cimscore.register.audit.vault import is_intact
from cimscore.register.errors import NotARegisterError
from cimscore.register.storage.tables import ACT, DOCUMENT, ENTRY, HEAD, SEALED, VAULT

_ANCHOR: Final = re.compile(r"(\d{1,18}):([0-9a-f]{64})")
_ROWS_AT_ONCE: Final = 500
_Rows = list[tuple[str, dict[str, Any]]]


@attrs.frozen(kw_only=True)
class ChainHead:
    """The last entry of a chain. Kept outside of the register, it proves that nothing before it was changed.

    Attributes:
        number: Its number; 0 if there is none.
        digest: Its digest.
    """

    number: int
    digest: str

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"


@attrs.frozen(kw_only=True)
class BrokenEntry:
    """First entry that does not hold.

    Attributes:
        number: Its number.
        why: What does not hold, in words that tell nothing of anybody.
    """

    number: int
    why: str

    def __str__(self) -> str:
        return f"Entry {self.number}: {self.why}."


def head_from(text: str) -> ChainHead:
    """Return a head as it was written down.

    Raises:
        NotARegisterError: It is none.
    """
    found = _ANCHOR.fullmatch(text.strip())
    if found is None:
        raise NotARegisterError(f"{text!r} is no head of a register. It is a number, a colon and 64 letters or digits.")
    return ChainHead(number=int(found[1]), digest=found[2])


def head_of(connection: Connection) -> ChainHead:
    """Return the head that a register says it has."""
    row = connection.execute(select(HEAD.c.number, HEAD.c.digest)).first()
    return ChainHead(number=row.number, digest=row.digest) if row else ChainHead(number=0, digest=FIRST)


def first_broken(connection: Connection, anchor: ChainHead | None = None) -> BrokenEntry | None:
    """Return the first entry that does not hold, or None.

    Args:
        connection: The register.
        anchor: A head that was kept outside.
    """
    digest, number = FIRST, 0
    for number, (entry, rows) in enumerate(entries_of(connection), 1):
        why = _why_broken(connection, number, entry, rows, digest)
        if why:
            return BrokenEntry(number=number, why=why)
        digest = entry["digest"]
        if anchor and anchor.number == number and anchor.digest != digest:
            return BrokenEntry(number=number, why="it is not the one whose head was kept outside")
    if head_of(connection) != ChainHead(number=number, digest=digest):
        return BrokenEntry(number=number + 1, why="the head names another last entry than there is")
    if anchor and anchor.number > number:
        why = f"it is gone: the head that was kept outside is of entry {anchor.number}"
        return BrokenEntry(number=number + 1, why=why)
    return None


def _why_broken(connection: Connection, number: int, entry: dict[str, Any], rows: _Rows, before: str) -> str:
    """Return why an entry does not hold; empty if it does."""
    if entry.get("number") != number:
        return "it is missing, or what belongs to it is"
    acts = [row for table, row in rows if table == ACT.name]
    if len(acts) != 1:
        return "it does not say who did it, of which case"
    if seal_of(acts[0]["salt"], [(table, row) for table, row in rows if table != VAULT.name]) != entry["seal"]:
        return f"what it says is not what was sealed (a {entry['kind']})"
    if link_of(before, entry) != entry["digest"]:
        return "its digest does not follow from the entry before it"
    documents = [row for table, row in rows if table == DOCUMENT.name]
    vaults = sum(table == VAULT.name for table, _ in rows)
    if vaults != len(documents) or not all(is_intact(connection, number, row["notifier_seal"]) for row in documents):
        return "what the vault holds for it is not what was sealed"
    return ""


def entries_of(connection: Connection) -> Iterator[tuple[dict[str, Any], _Rows]]:
    """Yield each entry with its rows, in order of their numbers, without holding them all."""
    every = heapq.merge(
        *(_of_table(connection, table) for table in (ENTRY, *SEALED, VAULT)), key=lambda pair: pair[1]["number"]
    )
    for _, held in itertools.groupby(every, key=lambda pair: pair[1]["number"]):
        rows = list(held)
        entry = next((row for table, row in rows if table == ENTRY.name), {})
        yield entry, [(table, row) for table, row in rows if table != ENTRY.name]


def _of_table(connection: Connection, table: Table) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the rows of a table in order; of the vault no more than which documents it is of."""
    columns = (VAULT.c.number,) if table is VAULT else tuple(table.c)
    query = select(*columns).order_by(table.c.number).execution_options(yield_per=_ROWS_AT_ONCE)
    with connection.execute(query) as found:  # whoever stops at a broken entry leaves no cursor open
        yield from ((table.name, dict(row)) for row in found.mappings())
