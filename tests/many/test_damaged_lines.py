"""Many lines, one in a hundred damaged, decided in two processes that are interrupted and gone on with.

`CIMSCORE_LINES` sets how many lines there are in the long run. Each case has one person, so that the run is about
lines: its rate says nothing of mixed cases, whose rate `test_impact_of_many.py` prints.
"""

from __future__ import annotations

import functools
import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from cimscore.cli.exits import Exit

CASES = ("ndis-incidents", "qld-child-safety", "vic-cims")


def lines(count: int) -> Iterator[tuple[bytes, bool]]:
    """Yield cases of one person as lines, and whether each is damaged."""
    chance = random.Random(count)
    damaged = {*chance.sample(range(count), count // 100)}
    for number in range(count):
        person = {"id": "kai", "born": f"{chance.randint(1990, 2024)}-0{chance.randint(1, 9)}-11"}
        document = {"cimscore": 1, "id": f"c{number}", "programs": [chance.choice(CASES)], "people": [person]}
        text = json.dumps(document).encode()
        ways = (text[: len(text) // 2], text.replace(b"people", b"peopel"), b"[]", b"\xff" + text, text + b"}")
        yield (chance.choice(ways), True) if number in damaged else (text, False)


def interrupted(typed: list[str], out: Path, times: int) -> int:
    """Run a command over again until it ends by itself, and interrupt it so many times once it has begun to write."""
    heeding = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    for _ in range(times):
        before = out.stat().st_size if out.exists() else 0
        again = [*typed, *(["--resume"] if before else [])]
        # Where the tests run in the background Ctrl-C is ignored, and a process that they start would ignore it too.
        process = subprocess.Popen(again, stderr=subprocess.DEVNULL, preexec_fn=heeding)  # noqa: PLW1509
        while process.poll() is None and not (out.exists() and out.stat().st_size > before):
            time.sleep(0.02)
        process.send_signal(signal.SIGINT)
        assert process.wait(timeout=60) == Exit.INTERRUPTED
    return subprocess.run([*typed, "--resume"], stderr=subprocess.DEVNULL, check=False).returncode


@pytest.mark.long
def test_each_damaged_line_is_told_and_no_other_is_lost_however_often_it_is_interrupted(tmp_path: Path) -> None:
    """Of fewer lines, `test_rows.py` and the tests of `assess-many` state the same in every run."""
    count = int(os.environ.get("CIMSCORE_LINES", "100000"))
    made = [*lines(count)]
    cases, out = tmp_path / "cases.jsonl", tmp_path / "rows.jsonl"
    cases.write_bytes(b"".join(text + b"\n" for text, _ in made))
    typed = [sys.executable, "-m", "cimscore", "assess-many", str(cases), "--out", str(out), "--workers", "2"]

    assert interrupted(typed, out, times=2) == Exit.DOCUMENT

    states: list[bool] = []
    with out.open("rb") as file:
        for number, text in enumerate(file, 1):
            row = json.loads(text)
            assert row["number"] == number
            assert row["state"] == "refused" or row["assessment"]["case"] == f"c{number - 1}"
            states.append(row["state"] == "refused")
    assert states == [damaged for _, damaged in made]
    assert sum(states) == count // 100
