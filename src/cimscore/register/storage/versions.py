"""The version of a register's tables: made anew, brought up to date, or refused."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, column, inspect, select, table

from cimscore.register.errors import NotARegisterError, StorageError
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.postgresql import SCHEME, PostgresDatabase, database_at
from cimscore.register.storage.sqlite import SqliteFile

NEWEST: Final = "0003"
"""The version that this version of cimscore writes."""
_MIGRATIONS: Final = Path(__file__).parent / "migrations"
_OURS: Final = (_MIGRATIONS / "versions",)
_VERSIONS: Final = "alembic_version"


def created(place: Path | str) -> Engine:
    """Return a new register in a file of its own, which its owner alone may read, or in a database.

    Args:
        place: Path of the file, or address of a PostgreSQL database.

    Raises:
        NotARegisterError: There is one already, or none can be made.
        StorageError: The database cannot be reached.
    """
    storage = storage_at(place)
    storage.make()
    engine = storage.engine()
    with _disposed_if_refused(engine), writing(engine) as connection:
        if inspect(connection).has_table(_VERSIONS):
            raise NotARegisterError(f"There is a register at {storage} already. Name another database.")
        _upgrade(connection)
    return engine


def opened(place: Path | str) -> Engine:
    """Return the register in a file or a database, brought up to this version.

    Args:
        place: Path of the file, or address of a PostgreSQL database.

    Raises:
        NotARegisterError: There is none, or one of a later version.
        StorageError: The database cannot be reached.
    """
    storage = storage_at(place)
    storage.find()
    engine = storage.engine()
    with _disposed_if_refused(engine):
        version = _version(engine, storage)
        if version > NEWEST:
            raise NotARegisterError(f"{storage} was written by a later version of cimscore. Use that version.")
        if version < NEWEST:
            upgrade(engine)
    return engine


def storage_at(place: Path | str) -> SqliteFile | PostgresDatabase:
    """Return the kind of database that a place names.

    Args:
        place: Path of a file, or address of a PostgreSQL database.

    Raises:
        NotARegisterError: It begins as an address, and is none.
    """
    is_address = isinstance(place, str) and place.startswith(SCHEME)
    return database_at(str(place)) if is_address else SqliteFile(file=Path(place))


def upgrade(engine: Engine, to: str = "head", places: Sequence[Path] = _OURS) -> None:
    """Bring the tables to a version, in one transaction.

    Args:
        engine: The database.
        to: The version.
        places: Folders of migrations.
    """
    with writing(engine) as connection:
        _upgrade(connection, to, places)


def _upgrade(connection: Connection, to: str = "head", places: Sequence[Path] = _OURS) -> None:
    # Imported here: a register that is up to date needs none of it, and it takes long.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, places)))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


@contextlib.contextmanager
def _disposed_if_refused(engine: Engine) -> Iterator[None]:
    """Leave no connection open where a register is refused."""
    try:
        yield
    except BaseException:
        engine.dispose()
        raise


def _version(engine: Engine, storage: SqliteFile | PostgresDatabase) -> str:
    try:
        with reading(engine) as connection:
            if inspect(connection).has_table(_VERSIONS):
                told: str | None = connection.scalar(select(column("version_num")).select_from(table(_VERSIONS)))
                if told:
                    return told
    except StorageError:
        # What SQLite says of a file may hold what the file holds. A server that cannot be reached says so.
        if isinstance(storage, PostgresDatabase):
            raise
    raise NotARegisterError(f"{storage} is not a register, or its making was interrupted. Name another.") from None
