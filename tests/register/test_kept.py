"""What is kept: every document as it was handed over, who did what and when, and the case as it stood at any time."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from cluster import Cluster
from sqlalchemy import event, select

from cimscore.case import Case, Moment
from cimscore.errors import UnknownNameError
from cimscore.register import (
    Kind,
    NotARegisterError,
    OvertakenError,
    Register,
    Signed,
    StorageError,
    create_register,
    open_register,
)
from cimscore.register.audit import chain, vault
from cimscore.register.storage import postgresql
from cimscore.register.storage.engines import reading
from cimscore.register.storage.tables import DECISION
from cimscore.rulebook import Rulebook

EXAMPLES = Path(__file__).parents[2] / "examples"
KIM = Signed(person="Kim Example", role="child-safety-officer")
LEE = Signed(person="Lee Example", role="senior team leader")
MONDAY = dt.datetime(2025, 3, 3, 9, tzinfo=dt.UTC)


@pytest.fixture
def case(rulebook: Rulebook) -> Case:
    return rulebook.read_case(EXAMPLES / "two-homes.yaml")


def at(register: Register, hours: float) -> Register:
    """The register at some time after Monday morning."""
    return attrs.evolve(register, now=lambda: MONDAY + dt.timedelta(hours=hours))


def corrected(case: Case) -> Case:
    """The case with another area for a home."""
    first, *rest = case.households
    return attrs.evolve(case, households=(attrs.evolve(first, area="Ipswich"), *rest))


def test_a_document_is_read_back_as_it_was_handed_over(register: Register, case: Case) -> None:
    stood = register.add(case, KIM)

    assert stood.case == case
    assert register.cases() == ("two-homes",)
    assert [decision.program for decision in stood.decisions] == ["qld-child-safety"]


def test_a_correction_is_a_new_row_and_the_case_as_it_was_known_stays(register: Register, case: Case) -> None:
    at(register, 0).add(case, KIM)
    at(register, 24).add(corrected(case), LEE, seen=1)

    assert register.stood("two-homes").case == corrected(case)
    assert register.stood("two-homes", known=MONDAY + dt.timedelta(hours=23)).case == case
    with pytest.raises(UnknownNameError, match=f"by then .* came in at {MONDAY:%Y-%m-%d %H:%M} UTC"):
        register.stood("two-homes", known=MONDAY - dt.timedelta(seconds=1))
    with pytest.raises(UnknownNameError, match="Did you mean 'two-homes'"):
        register.stood("two-home", known=MONDAY)
    acts = register.history("two-homes").acts
    assert [(act.kind, act.by, act.version, act.known) for act in acts] == [
        (Kind.DOCUMENT, KIM, 1, MONDAY),
        (Kind.DOCUMENT, LEE, 2, MONDAY + dt.timedelta(hours=24)),
    ]


def test_each_decision_is_kept_with_its_receipt(register: Register, case: Case) -> None:
    at(register, 0).add(case, KIM)

    with reading(register.engine) as connection:
        (kept,) = [json.loads(text) for text in connection.scalars(select(DECISION.c.text))]
    assert kept["case"] == "two-homes"
    assert kept["receipt"]["at"] == "2025-03-03T09:00+00:00"
    assert {"cimscore", "rules", "editions", "case"} <= kept["receipt"].keys()


def test_time_in_the_register_never_goes_back(register: Register, case: Case) -> None:
    at(register, 5).add(case, KIM)
    at(register, 2).add(corrected(case), KIM, seen=1)

    first, second = register.history("two-homes").acts
    assert second.known == first.known == MONDAY + dt.timedelta(hours=5)


def test_a_case_of_the_same_name_is_no_new_case(register: Register, case: Case) -> None:
    register.add(case, KIM)
    with pytest.raises(OvertakenError, match="version 1 of the case 'two-homes' already, from Kim Example"):
        register.add(case, LEE)
    assert len(register.history("two-homes").acts) == 1


def test_a_name_that_is_nearly_one_is_told(register: Register, case: Case) -> None:
    register.add(case, KIM)
    with pytest.raises(UnknownNameError, match="Did you mean 'two-homes'"):
        register.history("two-home")


def test_an_odd_text_is_kept_as_it_is(register: Register, case: Case) -> None:
    first, *rest = case.concerns
    odd = attrs.evolve(case, concerns=(attrs.evolve(first, text="D'Aguilar \U0001f3e0 \\ \" %s ; --"), *rest))
    assert register.add(odd, KIM).case == odd
    assert register.first_broken() is None


def test_a_register_is_made_once_and_opened_as_often_as_one_likes(
    place: Path | str, rulebook: Rulebook, case: Case
) -> None:
    made = create_register(place, rulebook)
    made.add(case, KIM)
    made.engine.dispose()

    with pytest.raises(NotARegisterError, match=r"No register can be made at|There is a register at .* already"):
        create_register(place, rulebook)
    again = open_register(place, rulebook)
    assert again.cases() == ("two-homes",)
    again.engine.dispose()


def test_a_new_file_is_for_its_owner_alone(file_register: Register, tmp_path: Path) -> None:
    assert (tmp_path / "register.db").stat().st_mode & 0o077 == 0


def test_a_database_that_is_no_register_or_cannot_be_reached_is_told_without_its_password(
    cluster: Cluster, rulebook: Rulebook
) -> None:
    address = cluster.database()
    elsewhere = address.replace(f":{cluster.port}", ":1")
    wrong = address.replace(cluster.password, "guessed")
    said = []
    for place, error, words in (
        (address, NotARegisterError, "is not a register"),
        (elsewhere, StorageError, "Connection refused|connection failed"),
        (wrong, StorageError, "password authentication failed"),
        ("postgresql://kim:secret@:x/", NotARegisterError, "no address of a database"),
    ):
        with pytest.raises(error, match=words) as told:
            open_register(place, rulebook)
        said.append(str(told.value))
    assert not [words for words in said if cluster.password in words or "guessed" in words or "secret" in words]


def test_an_older_server_is_refused(cluster: Cluster, rulebook: Rulebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgresql, "_OLDEST", 99)
    with pytest.raises(StorageError, match="needs PostgreSQL 99 or newer"):
        create_register(cluster.database(), rulebook)


def test_both_kinds_of_database_keep_the_same(
    places: dict[str, Callable[[], Path | str]], rulebook: Rulebook, case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the same salts, the same acts have the same seals, and the same head."""
    monkeypatch.setattr(chain, "salted", lambda: "0" * 32)
    monkeypatch.setattr(vault, "salted", lambda: "1" * 32)
    told = []
    for kind in ("postgresql", "sqlite"):
        register = create_register(places[kind](), rulebook)
        at(register, 0).add(case, KIM)
        at(register, 24).add(corrected(case), LEE, seen=1)
        at(register, 25).notifiers("two-homes", KIM, "a court asks")
        told.append((register.head(), register.exported(), register.stood("two-homes", at=Moment(MONDAY))))
        register.engine.dispose()

    assert told[0] == told[1]


def test_what_is_no_register_is_refused_by_name(tmp_path: Path, rulebook: Rulebook) -> None:
    (tmp_path / "notes.txt").write_text("a note about nobody, long enough to be read as a file" * 90, encoding="utf-8")
    (tmp_path / "empty.db").touch()

    with pytest.raises(NotARegisterError, match="There is no register at"):
        open_register(tmp_path / "none.db", rulebook)
    for name in ("notes.txt", "empty.db"):
        with pytest.raises(NotARegisterError, match="is not a register, or its making was interrupted"):
            open_register(tmp_path / name, rulebook)


def test_a_full_disk_is_told_and_keeps_nothing_by_halves(file_register: Register, case: Case) -> None:
    register = file_register
    register.add(case, KIM)
    event.listen(register.engine, "begin", lambda connection: connection.exec_driver_sql("PRAGMA max_page_count = 1"))
    register.engine.dispose()
    big = attrs.evolve(case, concerns=(attrs.evolve(case.concerns[0], text="x" * 9_000), *case.concerns[1:]))

    def fill() -> None:
        for seen in range(1, 99):
            register.add(big, KIM, seen=seen)

    with pytest.raises(StorageError, match="cannot be read or written: database or disk is full"):
        fill()
    assert register.first_broken() is None


def test_the_page_for_developers_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (EXAMPLES.parent / "site" / "docs" / "developer" / "register.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"^```python\n(.*?)^```$", page, flags=re.MULTILINE | re.DOTALL)
    (tmp_path / "examples").symlink_to(EXAMPLES)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {}
    exec(compile(code, "register.md", "exec"), names)  # noqa: S102 - a page's code is meant to be run

    assert names["register"].first_broken() is None
    assert names["register"].cases() == ("two-homes",)
    names["register"].engine.dispose()
