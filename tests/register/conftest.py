"""Registers for the tests of this folder: empty ones of each kind of database, and one with a whole week in it."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import cimscore
from cimscore.rulebook import Rulebook

sys.path.insert(0, str(Path(__file__).parent))
from cluster import STORAGES, Cluster, started, why_not
from sqlalchemy import Engine

from cimscore.register import Register
from cimscore.register.storage.versions import created

Place = Path | str
_LOADED = functools.cache(cimscore.load_rulebook)


@pytest.fixture
def rulebook() -> Rulebook:
    """The installed programs, loaded once."""
    return _LOADED()


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    """A PostgreSQL server of the session's own. Where there can be none, its tests are skipped, and say why."""
    if why_not():
        pytest.skip(why_not())
    with started() as server:
        yield server


@pytest.fixture
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[dict[str, Callable[[], Place]]]:
    """Names a place for a new register, by kind of database."""
    count, borrowed = iter(range(99)), list[str]()

    def on_the_server() -> str:
        borrowed.append(request.getfixturevalue("cluster").borrowed())
        return borrowed[-1]

    yield {"sqlite": lambda: tmp_path / f"register{next(count)}.db", "postgresql": on_the_server}
    for address in borrowed:
        request.getfixturevalue("cluster").take_back(address)


@pytest.fixture(params=STORAGES)
def place(request: pytest.FixtureRequest, places: dict[str, Callable[[], Place]]) -> Place:
    """A place for a new register, of each kind."""
    return places[request.param]()


@pytest.fixture
def engine(place: Place) -> Iterator[Engine]:
    """A new register's database, of each kind."""
    made = created(place)
    yield made
    made.dispose()


@pytest.fixture
def file_engine(tmp_path: Path) -> Iterator[Engine]:
    """A new register's database in a file, for what only a file has."""
    made = created(tmp_path / "register.db")
    yield made
    made.dispose()


@pytest.fixture
def server_engine(cluster: Cluster) -> Iterator[Engine]:
    """A new register's database on a server, for what only a server has."""
    made = created(cluster.database())
    yield made
    made.dispose()


@pytest.fixture
def register(engine: Engine, rulebook: Rulebook) -> Register:
    """A new register."""
    return Register(engine=engine, rulebook=rulebook)


@pytest.fixture
def file_register(file_engine: Engine, rulebook: Rulebook) -> Register:
    """A new register in a file."""
    return Register(engine=file_engine, rulebook=rulebook)
