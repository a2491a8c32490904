"""The notifier: in the vault and nowhere else, read for a purpose, and no sign of whether there is one."""

from __future__ import annotations

import datetime as dt
import json
import logging
import traceback
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import attrs
import pytest
from cluster import STORAGES, Cluster
from sqlalchemy import Engine, MetaData, create_engine, insert, inspect, select

from cimscore.case import Case
from cimscore.errors import UnknownNameError
from cimscore.register import Kind, OvertakenError, ReasonNeededError, Register, Signed, StorageError, create_register
from cimscore.register.audit import chain, vault
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.tables import TABLES, VAULT
from cimscore.rulebook import Rulebook

EXAMPLE = Path(__file__).parents[2] / "examples" / "two-homes.yaml"
CANARIES = ("Quillfeather", "canary-0417", "aunt-next-door")
NOTIFIER = {"name": f"{CANARIES[0]} Example", "phone": CANARIES[1], "profession": CANARIES[2]}
KIM = Signed(person="Kim Example", role="child-safety-officer")
MONDAY = dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC)


def document(rulebook: Rulebook, folder: Path, notifier: object = None) -> Case:
    """The example, with a notifier or without."""
    file = folder / f"case-{notifier is None}.yaml"
    told = f"notifier: {json.dumps(notifier)}\n" if notifier else ""
    file.write_text(EXAMPLE.read_text(encoding="utf-8") + told, encoding="utf-8")
    return rulebook.read_case(file)


def filled(register: Register, case: Case) -> Register:
    """The register with the case and a correction of it."""
    fixed = attrs.evolve(register, now=lambda: MONDAY)
    fixed.add(case, KIM)
    fixed.add(case, KIM, seen=1)
    return fixed


def rows(engine: Engine) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """Every row of every table, the database's own too, but those of the vault."""
    with reading(engine) as connection:
        every = MetaData()
        every.reflect(connection)
        for table in every.sorted_tables:
            if table.name != VAULT.name:
                yield from ((table.name, tuple(row)) for row in connection.execute(select(table)))
        of_server = "SELECT * FROM pg_indexes ORDER BY schemaname, indexname"
        made = "SELECT * FROM sqlite_master" if engine.dialect.name == "sqlite" else of_server
        yield from (("indexes", tuple(row)) for row in connection.exec_driver_sql(made))


def test_the_notifier_is_read_for_a_purpose_and_that_is_an_entry(
    register: Register, rulebook: Rulebook, tmp_path: Path
) -> None:
    filled(register, document(rulebook, tmp_path, NOTIFIER))

    assert register.notifiers("two-homes", KIM, "a court asks") == ((1, NOTIFIER), (2, NOTIFIER))
    (look,) = register.history("two-homes").of_kind(Kind.READING)
    assert (look.by, look.reason, look.version) == (KIM, "a court asks", None)
    assert register.history("two-homes").version == 2  # a look is no new version: nobody is overtaken by it
    assert register.first_broken() is None


def test_without_a_purpose_or_a_case_nothing_is_read(register: Register, rulebook: Rulebook, tmp_path: Path) -> None:
    filled(register, document(rulebook, tmp_path, NOTIFIER))

    with pytest.raises(ReasonNeededError, match="purpose"):
        register.notifiers("two-homes", KIM, "  ")
    with pytest.raises(UnknownNameError):
        register.notifiers("other", KIM, "a court asks")
    assert register.head().number == 2


def test_a_look_is_the_same_whether_or_not_there_is_a_notifier(
    register: Register, rulebook: Rulebook, tmp_path: Path
) -> None:
    filled(register, document(rulebook, tmp_path))
    assert register.notifiers("two-homes", KIM, "a court asks") == ((1, None), (2, None))


def test_no_table_index_value_or_log_holds_a_word_of_the_notifier(
    register: Register, rulebook: Rulebook, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    filled(register, document(rulebook, tmp_path, NOTIFIER))
    told = [repr(row) for row in rows(register.engine)]
    with reading(register.engine) as connection:
        indexes = inspect(connection).get_indexes("vault")
    stood = register.stood("two-homes")
    told += [repr(stood), repr(register), repr(register.history("two-homes")), str(register.head()), caplog.text]

    assert [canary for canary in CANARIES for words in told if canary in words] == []
    assert indexes == []


def test_no_error_holds_a_word_of_the_notifier(register: Register, rulebook: Rulebook, tmp_path: Path) -> None:
    case = document(rulebook, tmp_path, NOTIFIER)
    filled(register, case)
    with reading(register.engine) as connection:
        row = dict(connection.execute(select(VAULT)).mappings().first() or {})

    with pytest.raises(StorageError, match=r"(?i)unique") as twice, writing(register.engine) as connection:
        connection.execute(insert(VAULT), row)
    with pytest.raises(StorageError, match=r"(?i)null") as half, writing(register.engine) as connection:
        connection.execute(insert(VAULT), {**row, "salt": None})
    with pytest.raises(OvertakenError) as late:
        register.add(case, KIM, seen=1)
    said = ["".join(traceback.format_exception(error.value)) for error in (twice, half, late)]
    assert row and all(said)
    assert [canary for canary in CANARIES for words in said if canary in words] == []


@pytest.mark.parametrize("kind", STORAGES)
def test_nothing_but_the_vault_depends_on_the_notifier(
    places: dict[str, Callable[[], Path | str]],
    kind: str,
    rulebook: Rulebook,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """With the same salts, all rows are the same but for the seal that covers the notifier with a salt of the vault."""
    left: list[Any] = []
    for notifier in (NOTIFIER, None):
        monkeypatch.setattr(chain, "salted", lambda: "0" * 32)
        monkeypatch.setattr(vault, "_seal", lambda *_: "1" * 64)
        place = places[kind]()
        register = filled(create_register(place, rulebook), document(rulebook, tmp_path, notifier))
        register.engine.dispose()
        size = place.stat().st_size if isinstance(place, Path) else 0
        left.append(([*rows(register.engine)], size))
        register.engine.dispose()

    assert left[0] == left[1]


def test_the_seal_of_the_notifier_cannot_be_tried_out(register: Register, rulebook: Rulebook, tmp_path: Path) -> None:
    """The same notifier has another seal each time: whoever guesses has nothing to hold the guess to."""
    filled(register, document(rulebook, tmp_path))
    with reading(register.engine) as connection:
        seals = connection.scalars(select(TABLES.tables["document"].c.notifier_seal)).all()
        lengths = {len(words) for words in connection.scalars(select(VAULT.c.text))}
    assert len(set(seals)) == 2
    assert lengths == {1024}


def test_the_whole_file_holds_the_notifier_only_where_the_vault_is(
    file_register: Register, rulebook: Rulebook, tmp_path: Path
) -> None:
    """Without the vault's rows, no page of the file has a word of it."""
    register = file_register
    filled(register, document(rulebook, tmp_path, NOTIFIER))
    bare = create_engine(f"sqlite:///{tmp_path / 'bare.db'}")
    with register.engine.connect() as connection, bare.connect() as copy:
        connection.connection.backup(copy.connection.driver_connection)  # type: ignore[attr-defined]
        assert any(canary.encode() in (tmp_path / "bare.db").read_bytes() for canary in CANARIES)
        copy.exec_driver_sql("DROP TABLE vault")
        copy.commit()
        copy.exec_driver_sql("VACUUM")
    bare.dispose()

    assert [canary for canary in CANARIES if canary.encode() in (tmp_path / "bare.db").read_bytes()] == []


def test_the_log_of_a_server_holds_no_word_of_the_notifier(
    cluster: Cluster, server_engine: Engine, rulebook: Rulebook, tmp_path: Path
) -> None:
    """Not even where a statement with it fails because the row is there already, at the server's usual settings."""
    register, before = Register(engine=server_engine, rulebook=rulebook), (cluster.folder / "log").stat().st_size
    filled(register, document(rulebook, tmp_path, NOTIFIER))
    with reading(server_engine) as connection:
        row = dict(connection.execute(select(VAULT)).mappings().first() or {})
    with pytest.raises(StorageError), writing(server_engine) as connection:
        connection.execute(insert(VAULT), row)
    told = (cluster.folder / "log").read_bytes()[before:].decode()

    assert "duplicate key" in told
    assert [canary for canary in CANARIES if canary in told] == []
