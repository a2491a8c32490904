"""Versions of a register: the tables are those of the newest, an older file is brought up to date and stays whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from cluster import Cluster
from sqlalchemy import Engine, text
from week import KIM, MONDAY, check_whole, move

from cimscore.register import NotARegisterError
from cimscore.register.audit.chain import append
from cimscore.register.audit.checking import ChainHead, first_broken, head_from
from cimscore.register.kept.history import cases_in, history_of
from cimscore.register.storage import versions
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.tables import TABLES
from cimscore.register.storage.versions import created, opened, upgrade

KEPT = Path(__file__).parent / "kept"
WRITTEN = sorted(file.stem for file in KEPT.glob("*.db"))
NEXT = '''
"""A version that is not there yet: a column for a move, and a table."""
import sqlalchemy as sql
from alembic import op
revision, down_revision = "0004", "0003"


def upgrade():
    op.add_column("move", sql.Column("note", sql.Text))
    op.create_table("tag", sql.Column("number", sql.Integer, primary_key=True), sqlite_strict=True)
'''


@pytest.fixture(params=WRITTEN)
def written(request: pytest.FixtureRequest) -> str:
    """Each version that wrote a register which is kept."""
    return str(request.param)


@pytest.fixture
def kept(written: str, tmp_path: Path) -> Path:
    """A copy of the register that a version wrote."""
    return Path(shutil.copy(KEPT / f"{written}.db", tmp_path / "kept.db"))


@pytest.fixture
def head(written: str) -> ChainHead:
    """The head that was written down of it."""
    return head_from((KEPT / f"{written}.head").read_text(encoding="utf-8"))


def test_the_migrations_make_the_tables_that_the_code_reads(engine: Engine) -> None:
    with reading(engine) as connection:
        assert compare_metadata(MigrationContext.configure(connection), TABLES) == []


def test_tables_of_a_file_are_strict(file_engine: Engine) -> None:
    with reading(file_engine) as connection:
        strict = connection.execute(text("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'")).all()
    assert {name for name, is_strict in strict if not is_strict} == {"sqlite_schema", "alembic_version"}


def test_the_newest_version_is_the_last_migration() -> None:
    scripts = ScriptDirectory(str(Path(versions.__file__).parent / "migrations"))
    assert scripts.get_heads() == [versions.NEWEST]


def test_each_version_has_left_a_register() -> None:
    scripts = ScriptDirectory(str(Path(versions.__file__).parent / "migrations"))
    assert sorted(script.revision for script in scripts.walk_revisions()) == WRITTEN


def test_settings_are_those_under_which_nothing_is_lost(file_engine: Engine) -> None:
    with reading(file_engine) as connection:
        told = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys", "trusted_schema")
        }
    assert told == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "trusted_schema": 0}


def test_settings_of_a_server_are_those_under_which_nothing_is_lost(cluster: Cluster) -> None:
    address = cluster.database()
    cluster.administer(f"ALTER DATABASE {address.rpartition('/')[2]} SET synchronous_commit = off")
    engine = created(address)
    asked = ("synchronous_commit", "TimeZone", "transaction_isolation", "transaction_read_only")
    told = []
    for transaction in (reading, writing):
        with transaction(engine) as connection:
            told.append([connection.exec_driver_sql(f"SHOW {name}").scalar() for name in asked])
    assert told == [["on", "UTC", "repeatable read", "on"], ["on", "UTC", "read committed", "off"]]
    engine.dispose()


def test_a_register_that_any_version_wrote_opens_is_whole_and_goes_on(kept: Path, head: ChainHead) -> None:
    engine = opened(kept)
    with reading(engine) as connection:
        assert first_broken(connection, head) is None
        assert cases_in(connection) == ("c1", "c2", "c3")
        assert [act.said for act in history_of(connection, "c1").acts] == [
            "", "submit", "", "endorse", "accepted", "",
        ]  # fmt: skip
    assert check_whole(engine, 16) == 16
    with writing(engine) as connection:
        append(connection, move("c1", 5, "note", KIM), MONDAY)
    with reading(engine) as connection:
        assert first_broken(connection, head) is None
    engine.dispose()


def test_a_next_version_keeps_every_seal(kept: Path, head: ChainHead, tmp_path: Path) -> None:
    engine = opened(kept)
    (tmp_path / "versions").mkdir()
    (tmp_path / "versions" / "next.py").write_text(NEXT, encoding="utf-8")
    ours = Path(versions.__file__).parent / "migrations" / "versions"
    upgrade(engine, "0004", (ours, tmp_path / "versions"))

    with reading(engine) as connection:
        assert connection.scalar(text("SELECT count(*) FROM move WHERE note IS NULL")) == 6
        assert first_broken(connection, head) is None
    engine.dispose()
    with pytest.raises(NotARegisterError, match="later version of cimscore"):
        opened(kept)


def test_an_older_register_is_brought_up_to_date_as_it_is_opened(kept: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought: list[Engine] = []
    monkeypatch.setattr(versions, "NEWEST", "0004")
    monkeypatch.setattr(versions, "upgrade", brought.append)
    engine = opened(kept)
    assert brought == [engine]
    engine.dispose()
