"""The transactions of a register: what is read is of one moment, what is written is written whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Final, TypeAlias

import attrs
from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from cimscore.register.errors import StorageError

WRITES: Final = "writes"
"""The option of a transaction that writes."""


@attrs.frozen
class Within:
    """A transaction that writes, in the place of the database: what is done within it is kept with it, or not at all.

    Attributes:
        connection: The transaction.
    """

    connection: Connection

    def dispose(self) -> None:
        """Leave the database open: whoever began the transaction ends it."""


Storage: TypeAlias = Engine | Within


@contextlib.contextmanager
def reading(storage: Storage) -> Iterator[Connection]:
    """Read in one transaction, so that everything is of one moment."""
    if isinstance(storage, Within):
        yield storage.connection
        return
    with _telling(), storage.connect() as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def writing(storage: Storage) -> Iterator[Connection]:
    """Write in one transaction that no other writer is beside: all of it is kept, or nothing."""
    if isinstance(storage, Within):
        with _telling(), storage.connection.begin_nested():
            yield storage.connection
        return
    with _telling(), storage.execution_options(**{WRITES: True}).begin() as connection:
        yield connection


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    """Raise what the database cannot do as an error of ours, without what was to be written."""
    try:
        yield
    except DBAPIError as error:
        # PostgreSQL says what is wrong in a first line, and shows the row behind it.
        said = getattr(getattr(error.orig, "diag", None), "message_primary", None) or str(error.orig)
        raise StorageError(f"The register cannot be read or written: {said}. Nothing of it was kept.") from None
