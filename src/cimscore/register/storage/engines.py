"""The transactions of a register: what is read is of one moment, what is written is written whole."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Final

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError

from cimscore.register.errors import StorageError

WRITES: Final = "writes"
"""The option of a transaction that writes."""


@contextlib.contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Read in one transaction, so that everything is of one moment."""
    with _telling(), engine.connect() as connection, connection.begin():
        yield connection


@contextlib.contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Write in one transaction that no other writer is beside: all of it is kept, or nothing."""
    with _telling(), engine.execution_options(**{WRITES: True}).begin() as connection:
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
