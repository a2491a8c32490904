"""Whatever is changed behind the register's back is found, and the first entry that does not hold is named."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Connection, Engine, Integer, Table, delete, insert, select, text, update
from sqlalchemy.exc import DatabaseError
from week import run_through

from cimscore.register.audit.checking import ChainHead, first_broken, head_from, head_of
from cimscore.register.errors import NotARegisterError, StorageError
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.tables import ACT, DERIVED, ENTRY, HEAD, TABLES

KEPT = [table for table in TABLES.sorted_tables if table is not HEAD and table not in DERIVED]
CHAINED = [*KEPT, HEAD]


@pytest.fixture
def full(engine: Engine) -> Engine:
    """A register with a week in it, whose triggers and foreign keys somebody has taken away."""
    assert [*run_through(engine)] == list(range(1, 17))
    return engine


def unguarded(engine: Engine) -> Iterator[Connection]:
    """Yield transactions in which anything can be changed. Nothing of it is kept."""
    with engine.connect() as connection:
        connection.exec_driver_sql("ROLLBACK")
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            for (name,) in connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).all():
                connection.exec_driver_sql(f"DROP TRIGGER {name}")
        else:
            connection.exec_driver_sql("SET session_replication_role = replica")
        while True:
            connection.exec_driver_sql("SAVEPOINT before")
            yield connection
            connection.exec_driver_sql("ROLLBACK TO before")


def one_of(connection: Connection, table: Table, chance: random.Random) -> dict[str, Any]:
    """A row of a table by chance."""
    return dict(chance.choice(connection.execute(select(table)).mappings().all()))


def is_row(table: Table, row: dict[str, Any]) -> Any:
    """The condition of being that row."""
    keys = [column for column in table.c if column.primary_key]
    return [column == row[column.name] for column in keys]


def change(connection: Connection, chance: random.Random) -> int:
    """Change a cell, and return the number of the first entry that cannot hold any more."""
    table = chance.choice(CHAINED)
    row = one_of(connection, table, chance)
    columns = [column for column in table.c if column.name not in ("id", "number")]
    column = chance.choice([*columns, *([table.c.number] if table is HEAD else [])])
    if isinstance(column.type, Integer):
        new: Any = (row[column.name] or 0) + chance.randint(100, 10_000)
    else:
        old = row[column.name] or ""
        at = chance.randrange(len(old) + 1)
        new = f"{old[:at]}{chance.choice('abcXYZ 019')}{old[at + chance.randint(0, 1) :]}"
        new = new if new != old else f"{old}x"
    connection.execute(update(table).where(*is_row(table, row)).values({column.name: new}))
    return 17 if table is HEAD else int(row["number"])


def remove(connection: Connection, chance: random.Random) -> int:
    """Remove a row."""
    table = chance.choice(KEPT)
    row = one_of(connection, table, chance)
    connection.execute(delete(table).where(*is_row(table, row)))
    return int(row["number"])


def double(connection: Connection, chance: random.Random) -> int:
    """Put a row in a second time, under another number."""
    table = chance.choice([table for table in KEPT if table is not ENTRY])
    row = one_of(connection, table, chance)
    taken = {number for (number,) in connection.execute(select(table.c.number))}
    number = chance.choice([number for number in range(1, 25) if number not in taken] or [25])
    again = {**row, "number": number, **({"version": None} if table is ACT else {})}
    connection.execute(insert(table), again)
    return min(number, 17)


def cut_off(connection: Connection, chance: random.Random) -> int:
    """Remove the last entries with everything that belongs to them."""
    number = chance.randint(1, 16)
    for table in KEPT:
        connection.execute(delete(table).where(table.c.number >= number))
    return number


WAYS: tuple[Callable[[Connection, random.Random], int], ...] = (change, change, change, remove, double, cut_off)


IN_ONE_TRANSACTION = 500
"""A transaction of PostgreSQL runs out of room for its locks beyond some thousands."""


def tamper(engine: Engine, times: int, seed: int) -> None:
    """Tamper many times, each with the register as it was."""
    chance = random.Random(seed)
    for done in range(0, times, IN_ONE_TRANSACTION):
        tamper_some(engine, min(times - done, IN_ONE_TRANSACTION), chance)


def tamper_some(engine: Engine, times: int, chance: random.Random) -> None:
    done = 0
    for connection in unguarded(engine):
        try:
            expected = chance.choice(WAYS)(connection, chance)
        except DatabaseError:  # the tables themselves refused it
            continue
        found = first_broken(connection)
        assert found is not None
        assert found.number == expected, (found, expected)
        done += 1
        if done == times:
            return


def test_tamperings_are_found_and_named(full: Engine) -> None:
    tamper(full, 300 if full.dialect.name == "sqlite" else 60, seed=3)


@pytest.mark.long
def test_ten_thousand_tamperings_are_found_and_named(full: Engine) -> None:
    tamper(full, 10_000, seed=4)


def test_a_register_that_nobody_touched_is_whole(full: Engine) -> None:
    for connection in unguarded(full):
        assert first_broken(connection) is None
        break


def test_a_register_cut_off_with_its_head_is_found_by_the_head_kept_outside(full: Engine) -> None:
    with reading(full) as connection:
        kept = head_from(str(head_of(connection)))
        assert first_broken(connection, kept) is None
    for connection in unguarded(full):
        for table in KEPT:
            connection.execute(delete(table).where(table.c.number > 10))
        digest = connection.scalar(select(ENTRY.c.digest).where(ENTRY.c.number == 10))
        connection.execute(update(HEAD).values(number=10, digest=digest))
        assert first_broken(connection) is None
        assert str(first_broken(connection, kept)).startswith("Entry 11: it is gone")
        other = ChainHead(number=5, digest="0" * 64)
        assert str(first_broken(connection, other)) == "Entry 5: it is not the one whose head was kept outside."
        break


@pytest.mark.parametrize("table", KEPT, ids=lambda table: table.name)
def test_no_row_can_be_changed_or_removed_through_the_database(full: Engine, table: Table) -> None:
    cut_off = [text(f"TRUNCATE {table.name} CASCADE")] if full.dialect.name == "postgresql" else []
    for change in (update(table).values(number=99), delete(table), *cut_off):
        with pytest.raises(StorageError, match="only added"), writing(full) as connection:
            connection.execute(change)


@pytest.mark.parametrize("said", ["", "17", "x:y", f"1:{'0' * 63}"])
def test_a_head_that_is_none_is_refused(said: str) -> None:
    with pytest.raises(NotARegisterError, match="no head"):
        head_from(said)
