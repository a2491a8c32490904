"""The version of a register's tables: made anew, brought up to date, or refused."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import DatabaseError

from cimscore.register.errors import NotARegisterError, StorageError
from cimscore.register.storage.engines import engine_of, reading, writing

NEWEST: Final = "0001"
"""The version that this version of cimscore writes."""
_MIGRATIONS: Final = Path(__file__).parent / "migrations"
_OURS: Final = (_MIGRATIONS / "versions",)
_FOR_THE_OWNER_ALONE: Final = 0o600


def created(file: Path) -> Engine:
    """Return a new register in a file of its own, which its owner alone may read.

    Raises:
        NotARegisterError: The file is there already, or cannot be made.
    """
    try:
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, _FOR_THE_OWNER_ALONE))
    except OSError as error:
        raise NotARegisterError(f"No register can be made at {file}: {error.strerror}. Name another file.") from None
    engine = engine_of(file)
    upgrade(engine)
    return engine


def opened(file: Path) -> Engine:
    """Return the register in a file, brought up to this version.

    Raises:
        NotARegisterError: The file is no register, or one of a later version.
    """
    if not file.is_file():
        raise NotARegisterError(f"There is no register at {file}. `cimscore register init {file}` makes one.")
    engine = engine_of(file)
    version = _version(engine, file)
    if version > NEWEST:
        raise NotARegisterError(f"{file} was written by a later version of cimscore. Use that version.")
    if version < NEWEST:
        upgrade(engine)
    return engine


def upgrade(engine: Engine, to: str = "head", places: Sequence[Path] = _OURS) -> None:
    """Bring the tables to a version, in one transaction.

    Args:
        engine: The database.
        to: The version.
        places: Folders of migrations.
    """
    # Imported here: a register that is up to date needs none of it, and it takes long.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    config.set_main_option("version_locations", "\n".join(map(str, places)))
    with writing(engine) as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, to)


def _version(engine: Engine, file: Path) -> str:
    try:
        with reading(engine) as connection:
            return _read(connection)
    except (DatabaseError, StorageError, LookupError):
        # From None: what the database says may hold what the file holds.
        raise NotARegisterError(f"{file} is not a register, or its making was interrupted. Name another.") from None


def _read(connection: Connection) -> str:
    (version,) = connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() or [None]
    if version is None:
        raise LookupError
    return str(version)
