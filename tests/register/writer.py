"""A process that writes beside others: ``python writer.py PLACE NAME COUNT`` adds to its own case and to one of all.

It prints the version of the shared case that each of its acts made there.
"""

from __future__ import annotations

import sys

from week import MONDAY, document, move

from cimscore.register import OvertakenError
from cimscore.register.audit.chain import append
from cimscore.register.kept.history import history_of
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.versions import opened

engine = opened(sys.argv[1])
name, count = sys.argv[2], int(sys.argv[3])


def shared() -> int:
    """Return the version that a move of the shared case made, however often somebody was faster."""
    while True:
        with reading(engine) as connection:
            seen = history_of(connection, "shared").version
        try:
            with writing(engine) as connection:
                append(connection, move("shared", seen, name), MONDAY)
        except OvertakenError:
            continue
        return seen + 1


with writing(engine) as connection:
    append(connection, document(name, 0), MONDAY)
for done in range(1, count):
    if done % 5 == 0:
        print(shared(), flush=True)
    else:
        with writing(engine) as connection:
            append(connection, move(name, done - done // 5, "note"), MONDAY)
