"""Several writers at once: no entry is lost, none is told twice, and the chain has one end."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine
from week import KIM, MONDAY, document, move

from cimscore.register import OvertakenError
from cimscore.register.audit.chain import append
from cimscore.register.audit.checking import first_broken, head_of
from cimscore.register.kept.history import history_of
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.versions import created

WRITER = Path(__file__).parent / "writer.py"


def write_beside(place: Path | str, writers: int, each: int) -> None:
    """Let some processes append beside each other, and hold what they left to what they were told."""
    engine = created(place)
    with writing(engine) as connection:
        append(connection, document("shared", 0), MONDAY)
    commands = [[sys.executable, WRITER, place, f"w{number}", str(each)] for number in range(writers)]
    running = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for command in commands
    ]
    ended = [(*process.communicate(), process.returncode) for process in running]
    assert [error for _, error, code in ended if code] == []
    told = sorted(int(version) for out, _, _ in ended for version in out.split())
    with reading(engine) as connection:
        assert first_broken(connection) is None
        assert head_of(connection).number == 1 + writers * each
        assert told == list(range(2, 2 + writers * ((each - 1) // 5)))
        for number in range(writers):
            own = history_of(connection, f"w{number}")
            assert [act.version for act in own.acts] == list(range(1, 1 + each - (each - 1) // 5))
    engine.dispose()


def test_two_writers_lose_nothing(place: Path | str) -> None:
    write_beside(place, 2, 40)


@pytest.mark.long
def test_eight_writers_lose_nothing(place: Path | str) -> None:
    write_beside(place, 8, 1_000)


def test_whoever_is_slower_is_told_who_was_faster(engine: Engine) -> None:
    with writing(engine) as connection:
        append(connection, document("c1", 0), MONDAY)
        append(connection, move("c1", 1, "submit"), MONDAY)
    said = rf"{KIM.person}, {KIM.role}, was faster: the move of 2025-03-03T09:00:00 UTC made version 2 .* version 1 was"
    with pytest.raises(OvertakenError, match=said), writing(engine) as connection:
        append(connection, move("c1", 1, "submit"), MONDAY)
    with pytest.raises(OvertakenError, match="has version 2 of the case 'c1' already"), writing(engine) as connection:
        append(connection, document("c1", 0), MONDAY)
    with pytest.raises(OvertakenError, match="no case 'c9'"), writing(engine) as connection:
        append(connection, move("c9", 1, "submit"), MONDAY)
    with reading(engine) as connection:
        assert head_of(connection).number == 2
