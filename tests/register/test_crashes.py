"""Nothing that was acknowledged is lost, and nothing is half done, wherever the process is killed."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from week import check_whole, run_through

from cimscore.register.storage.versions import created, opened

HERE = Path(__file__).parent
ENTRIES = 16
WRITES = ("pwrite64", "fdatasync", "fsync", "ftruncate", "unlink")


def killed(folder: Path, seed: int, points: int) -> list[int]:
    """How many entries each week had acknowledged when it was killed."""
    command = [sys.executable, HERE / "killed.py", folder, str(seed), str(points)]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return [int(line) for line in ran.stdout.split()]


def test_a_week_that_is_killed_loses_nothing_and_goes_on(tmp_path: Path) -> None:
    acknowledged = killed(tmp_path, seed=1, points=20)

    assert len(acknowledged) == 20
    assert len(set(acknowledged)) > 5  # the points lie all over the week


@pytest.mark.long
def test_a_week_that_is_killed_at_two_hundred_points_loses_nothing(tmp_path: Path) -> None:
    acknowledged = killed(tmp_path, seed=2, points=200)

    assert set(acknowledged) == set(range(ENTRIES))


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
