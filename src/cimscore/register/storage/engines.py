"""The database of a register, and its transactions: what is read is of one moment, what is written is written whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import OperationalError

from cimscore.register.errors import StorageError

_WRITES: Final = "writes"
_SECONDS_TO_WAIT: Final = 60
_SETTINGS: Final = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF")


def engine_of(file: Path) -> Engine:
    """Return the database in a file, with the settings under which nothing that was acknowledged is lost."""
    engine = create_engine(
        URL.create("sqlite", database=str(file)), connect_args={"timeout": _SECONDS_TO_WAIT}, hide_parameters=True
    )
    event.listen(engine, "connect", _settle)
    event.listen(engine, "begin", _begin)
    return engine


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read in one transaction, so that everything is of one moment."""
    with _telling(), engine.connect() as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write in one transaction that no other writer is beside: all of it is kept, or nothing."""
    with _telling(), engine.execution_options(**{_WRITES: True}).begin() as connection:
        yield connection


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    """Raise what the database cannot do as an error of ours, without what was to be written."""
    try:
        yield
    except OperationalError as error:
        raise StorageError(f"The register cannot be read or written: {error.orig}. Nothing of it was kept.") from None


def _settle(connection: Any, _: object) -> None:
    connection.isolation_level = None  # Python's driver would begin its own transactions, and begin them too late.
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and then writes could be refused in the middle. A writer takes its place at once.
    writes = connection.get_execution_options().get(_WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
