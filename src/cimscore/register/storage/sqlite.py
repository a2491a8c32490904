"""A register in a file: SQLite, with the settings under which nothing that was acknowledged is lost."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Final

import attrs
from sqlalchemy import URL, Connection, Engine, create_engine, event

from cimscore.register.errors import NotARegisterError
from cimscore.register.storage.engines import WRITES

_FOR_THE_OWNER_ALONE: Final = 0o600
_SECONDS_TO_WAIT: Final = 60
_SETTINGS: Final = ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", "trusted_schema = OFF")


@attrs.frozen(kw_only=True)
class SqliteFile:
    """A file.

    Attributes:
        file: Its path.
    """

    file: Path

    def __str__(self) -> str:
        return str(self.file)

    def make(self) -> None:
        """Make an empty file, which its owner alone may read.

        Raises:
            NotARegisterError: The file is there already, or cannot be made.
        """
        try:
            os.close(os.open(self.file, os.O_CREAT | os.O_EXCL | os.O_RDWR, _FOR_THE_OWNER_ALONE))
        except OSError as error:
            said = f"No register can be made at {self}: {error.strerror}. Name another file."
            raise NotARegisterError(said) from None

    def find(self) -> None:
        """Raise an error if there is no such file."""
        if not self.file.is_file():
            raise NotARegisterError(f"There is no register at {self}. `cimscore register init {self}` makes one.")

    def engine(self) -> Engine:
        """Return the database in the file."""
        engine = create_engine(
            URL.create("sqlite", database=str(self.file)),
            connect_args={"timeout": _SECONDS_TO_WAIT},
            hide_parameters=True,
        )
        event.listen(engine, "connect", _settle)
        event.listen(engine, "begin", _begin)
        return engine


def _settle(connection: Any, _: object) -> None:
    connection.isolation_level = None  # Python's driver would begin its own transactions, and begin them too late.
    for setting in _SETTINGS:
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    # A transaction that reads first and then writes could be refused in the middle. A writer takes its place at once.
    writes = connection.get_execution_options().get(WRITES)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
