"""Registers for the tests of this folder: empty ones, and one with a whole week in it."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cimscore
from cimscore.rulebook import Rulebook

sys.path.insert(0, str(Path(__file__).parent))
from sqlalchemy import Engine

from cimscore.register import Register
from cimscore.register.storage.versions import created

STORAGES = {"sqlite": created}
"""Each kind of database, with the function that makes a new register in a folder. Every test of a contract takes it."""
_LOADED = functools.cache(cimscore.load_rulebook)


@pytest.fixture
def rulebook() -> Rulebook:
    """The installed programs, loaded once."""
    return _LOADED()


@pytest.fixture(params=sorted(STORAGES))
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """A new register's database, of each kind."""
    made = STORAGES[request.param](tmp_path / "register.db")
    yield made
    made.dispose()


@pytest.fixture
def register(engine: Engine, rulebook: Rulebook) -> Register:
    """A new register."""
    return Register(engine=engine, rulebook=rulebook)


@pytest.fixture
def new(tmp_path: Path) -> Iterator[Callable[[str], Engine]]:
    """Makes registers in files by name."""
    made: list[Engine] = []

    def making(name: str) -> Engine:
        made.append(created(tmp_path / name))
        return made[-1]

    yield making
    for each in made:
        each.dispose()
