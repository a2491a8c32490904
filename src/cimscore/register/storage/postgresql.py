"""A register in a PostgreSQL database, with the settings under which nothing that was acknowledged is lost."""

from __future__ import annotations

from typing import Any, Final

import attrs
from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from cimscore.register.errors import NotARegisterError, StorageError
from cimscore.register.storage.engines import WRITES

SCHEME: Final = "postgresql://"
"""How an address of such a database begins."""
_OLDEST: Final = 15
_SETTINGS: Final = (
    "SET lock_timeout = '60s'",
    "SET TimeZone = 'UTC'",
    # Whoever asked the server for more than this keeps it.
    (
        "SELECT set_config('synchronous_commit', 'on', false)"
        " WHERE current_setting('synchronous_commit') IN ('off', 'local', 'remote_write')"
    ),
)
_READS: Final = "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
_WRITES_ALONE: Final = (
    "SET TRANSACTION ISOLATION LEVEL READ COMMITTED READ WRITE",
    "SELECT pg_advisory_xact_lock(hashtext('cimscore register'))",
)
"""Each statement after the lock sees all that the writers before have kept."""


@attrs.frozen(kw_only=True)
class PostgresDatabase:
    """A database, or a schema of one if its `options` name it in a `search_path`.

    Attributes:
        url: Its address.
    """

    url: URL

    def __str__(self) -> str:
        return self.url.set(drivername="postgresql").render_as_string(hide_password=True)

    def make(self) -> None:
        """Leave it as it is: whoever runs the server makes databases."""

    def find(self) -> None:
        """Leave it: whether there is a register in it is seen when it is read."""

    def engine(self) -> Engine:
        """Return the database.

        Raises:
            StorageError: The driver is not installed.
        """
        try:
            # A connection whose server has ended since is noticed before it is used.
            engine = create_engine(self.url, pool_pre_ping=True, hide_parameters=True)
        except ModuleNotFoundError as error:
            raise StorageError(
                f"A register in PostgreSQL needs {error.name}, which is not installed. Install cimscore[postgresql]."
            ) from None
        event.listen(engine, "connect", _settle)
        event.listen(engine, "begin", _begin)
        return engine


def database_at(address: str) -> PostgresDatabase:
    """Return the database at an address.

    Raises:
        NotARegisterError: It is no address.
    """
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        # From None: an address may hold a password.
        raise NotARegisterError("That is no address of a database: postgresql://USER@HOST/DATABASE.") from None
    return PostgresDatabase(url=url.set(drivername="postgresql+psycopg"))


def _settle(connection: Any, _: object) -> None:
    if connection.info.server_version < _OLDEST * 10_000:
        raise StorageError(f"A register needs PostgreSQL {_OLDEST} or newer.")
    connection.autocommit = True
    for setting in _SETTINGS:
        connection.execute(setting)
    connection.autocommit = False


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES)
    for statement in _WRITES_ALONE if writes else (_READS,):
        connection.exec_driver_sql(statement)
