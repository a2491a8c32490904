"""Nothing that was acknowledged is lost, and nothing is half done, wherever the process is killed."""

from __future__ import annotations

import contextlib
import random
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cluster import Cluster, started, why_not
from sqlalchemy import Connection, Engine, event
from week import check_whole, run_through

from cimscore.register import StorageError
from cimscore.register.storage.versions import created, opened

HERE = Path(__file__).parent
ENTRIES = 16
WRITES = ("pwrite64", "fdatasync", "fsync", "ftruncate", "unlink")


@pytest.fixture
def own_cluster() -> Iterator[Cluster]:
    """A server that no other test is beside."""
    if why_not():
        pytest.skip(why_not())
    with started() as server:
        yield server


def killed(folder: Path, seed: int, points: int) -> list[int]:
    """How many entries each week had acknowledged when it was killed."""
    command = [sys.executable, HERE / "killed.py", folder, str(seed), str(points)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return [int(line) for line in ran.stdout.split()]


def test_a_week_that_is_killed_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    acknowledged = killed(tmp_path, seed=1, points=8)

    assert len(acknowledged) == 8
    assert len(set(acknowledged)) > 3  # the points lie all over the week


@pytest.mark.long
def test_a_week_that_is_killed_at_two_hundred_points_loses_nothing(tmp_path: Path) -> None:
    acknowledged = killed(tmp_path, seed=2, points=200)

    assert set(acknowledged) == set(range(ENTRIES))


def strike(engine: Engine, until: int, hit: Callable[[int], None]) -> list[int]:
    """Count the statements that are sent; at the one given, hit the process that serves them. 0 is for never."""
    sent = [0]

    def sending(connection: Connection, *_: object) -> None:
        sent[0] += 1
        if sent[0] == until:
            hit(connection.connection.dbapi_connection.info.backend_pid)  # type: ignore[union-attr]

    event.listen(engine, "before_cursor_execute", sending)
    event.listen(engine, "commit", sending)
    return sent


def week_until(address: str, until: int, hit: Callable[[int], None]) -> tuple[int, int]:
    """Do the week until the server is hit; return how many entries were acknowledged, and how many statements sent."""
    engine = opened(address)
    sent, acknowledged = strike(engine, until, hit), 0
    with contextlib.suppress(StorageError):
        for number in run_through(engine):
            acknowledged = number
    engine.dispose()
    return acknowledged, sent[0]


def hit_at(cluster: Cluster, points: int, seed: int) -> list[int]:
    """How many entries each week had acknowledged when the server was hit, by turns in one backend or as a whole."""
    chance, found = random.Random(seed), list[int]()
    address = cluster.database()
    created(address).dispose()
    _, statements = week_until(address, 0, lambda _: None)
    for point in range(points):
        address = cluster.database()
        created(address).dispose()

        # A moment later: what is hit is in the middle of the statement or of the commit, or just past it.
        late, hitting = chance.uniform(0, 0.004), list[threading.Timer]()
        blow = cluster.shut_down if point % 2 else cluster.kill_backend

        def hit(backend: int, late: float = late, blow: Any = blow, hitting: Any = hitting) -> None:
            hitting.append(threading.Timer(late, blow, [backend]))
            hitting[0].start()

        acknowledged, _ = week_until(address, chance.randint(1, statements), hit)
        hitting[0].join()
        cluster.start_again()
        engine = opened(address)
        length = check_whole(engine, acknowledged)
        list(run_through(engine, skip=length))
        assert check_whole(engine, ENTRIES) == ENTRIES
        engine.dispose()
        found.append(acknowledged)
    return found


def test_a_server_that_is_killed_or_shut_down_at_once_loses_nothing_and_goes_on(own_cluster: Cluster) -> None:
    acknowledged = hit_at(own_cluster, points=4, seed=1)

    assert any(0 < number < ENTRIES for number in acknowledged)


@pytest.mark.long
def test_a_server_that_is_hit_at_two_hundred_points_loses_nothing(own_cluster: Cluster) -> None:
    acknowledged = hit_at(own_cluster, points=200, seed=2)

    assert len(set(acknowledged)) > ENTRIES / 2


def writes_of(folder: Path) -> int:
    """How many calls of a whole week write, sync, cut off or remove."""
    file, told = folder / "counted.db", folder / "calls.txt"
    created(file).dispose()
    trace = ["strace", "-f", "-e", f"trace={','.join(WRITES)}", "-o", told, sys.executable, HERE / "one_week.py", file]
    subprocess.run(trace, capture_output=True, check=True)
    return len(re.findall(rf"^\d+ +(?:{'|'.join(WRITES)})\(", told.read_text(encoding="utf-8"), flags=re.MULTILINE))


@pytest.mark.long
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed: no write can be met in the middle")
def test_a_week_that_is_killed_at_a_write_or_sync_loses_nothing(tmp_path: Path) -> None:
    """Killed as the n-th call of each kind begins, for each n and kind there is, as far as a week has any."""
    met = 0
    for call in WRITES:
        for nth in range(1, 1 + writes_of(tmp_path)):
            file = tmp_path / f"{call}-{nth}.db"
            created(file).dispose()
            inject = ["strace", "-f", "-e", f"trace={call}", "-e", f"inject={call}:signal=SIGKILL:when={nth}"]
            week = [*inject, "-o", tmp_path / "trace.txt", sys.executable, HERE / "one_week.py", file]
            ran = subprocess.run(week, capture_output=True, text=True, check=False)
            if ran.returncode == 0:
                break
            met += 1
            engine = opened(file)
            length = check_whole(engine, len(ran.stdout.split()))
            list(run_through(engine, skip=length))
            assert check_whole(engine, ENTRIES) == ENTRIES
            engine.dispose()
    print(f"killed at {met} writes and syncs")
    assert met >= ENTRIES
