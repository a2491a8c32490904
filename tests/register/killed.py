"""A process that does the week in children of its own and kills each of them somewhere in it.

``python killed.py FOLDER SEED POINTS``: each child is killed after a random number of steps of the database's machine,
and then the parent looks at what it left, and does the rest of the week.
"""

from __future__ import annotations

import os
import random
import signal
import sys
from pathlib import Path

from sqlalchemy import Engine, event
from week import check_whole, run_through

from cimscore.register.storage.versions import created, opened


def counting(engine: Engine, until: int) -> list[int]:
    """Count the steps of the database's machine, and end this process hard at the one given; 0 for never."""
    done = [0]

    def step() -> int:
        done[0] += 1
        if done[0] == until:
            os.kill(os.getpid(), signal.SIGKILL)
        return 0

    event.listen(engine, "connect", lambda connection, _: connection.set_progress_handler(step, 1))
    return done


def week_until(file: Path, until: int, told: int) -> int:
    """Do the week and write a byte for each entry that is acknowledged; return the steps it took."""
    engine = opened(file)
    engine.dispose()
    steps = counting(engine, until)
    for _ in run_through(engine):
        os.write(told, b".")
    engine.dispose()
    return steps[0]


def killed_at(file: Path, until: int) -> int:
    """Do the week in a child that is killed at a step, and return how many entries it acknowledged."""
    created(file).dispose()
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        week_until(file, until, write)
        os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        acknowledged = len(told.read())
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) == (until > 0), status
    return acknowledged


def main(folder: Path, seed: int, points: int) -> None:
    """Kill the week at that many points."""
    whole = folder / "whole.db"
    created(whole).dispose()
    steps = week_until(whole, 0, os.open(os.devnull, os.O_WRONLY))
    chance = random.Random(seed)
    for point in range(points):
        file = folder / f"{point}.db"
        acknowledged = killed_at(file, chance.randint(1, steps))
        engine = opened(file)
        length = check_whole(engine, acknowledged)
        assert [*run_through(engine, skip=length)][-1:] in ([], [16])
        assert check_whole(engine, 16) == 16
        engine.dispose()
        print(acknowledged)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))
