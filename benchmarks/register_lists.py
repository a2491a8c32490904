"""Times of the lists of a large register: ``python benchmarks/register_lists.py PLACE [COUNT] [lists]``.

With COUNT it fills a new register at PLACE, a file or a PostgreSQL database, with that many reports; without, it times
the lists of the register there. The reports are the examples again and again, under other ids and on other days. With
``lists`` it fills the lists alone, which are all that is read: the chain of a hundred thousand reports takes longer.
"""

from __future__ import annotations

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select

import cimscore
from cimscore.register import Register, Signed, create_register, open_register
from cimscore.register.audit.chain import Deed, Kind, append
from cimscore.register.audit.vault import sealed_notifier
from cimscore.register.storage.engines import reading, writing
from cimscore.register.storage.tables import DECISION, DOCUMENT, LISTED
from cimscore.register.trays.lists import rows_in
from cimscore.rulebook import Rulebook

EXAMPLES = Path(__file__).parents[1] / "examples"
KIM = Signed(person="Kim Example", role="child-safety-officer")
MONDAY = dt.datetime(2025, 3, 3, 2, tzinfo=dt.UTC)
AT_ONCE = 500
DAYS = 700
RUNS = 15
CHAINED = "lists" not in sys.argv


def samples(folder: Path, rulebook: Rulebook) -> list[tuple[str, dict[str, Any], list[dict[str, Any]]]]:
    """Return the rows of each example: its id, those of its document and decisions, and those of the lists."""
    register = create_register(folder / "samples.db", rulebook)
    found = []
    for example in sorted(EXAMPLES.glob("*.yaml")):
        stood = register.add(rulebook.read_case(example), KIM)
        number = stood.history.acts[-1].number
        with reading(register.engine) as connection:
            text = connection.scalar(select(DOCUMENT.c.text).where(DOCUMENT.c.number == number))
            query = select(DECISION.c.program, DECISION.c.text).where(DECISION.c.number == number)
            decisions = [dict(row) for row in connection.execute(query).mappings()]
            notifier, seal = sealed_notifier(stood.case)
            kept = {"document": [{"text": text, "notifier_seal": seal}], "vault": [notifier], "decision": decisions}
            found.append((stood.case.id, kept, rows_in(connection, stood.case.id)))
    register.close()
    return found


def filled(register: Register, count: int, every: list[tuple[str, dict[str, Any], list[dict[str, Any]]]]) -> None:
    """Fill a register, several reports in one transaction each time."""
    for first in range(0, count, AT_ONCE):
        listed = []
        with writing(register.engine) as connection:
            for number in range(first, min(first + AT_ONCE, count)):
                case, kept, rows = every[number % len(every)]
                name = f"{case}-{number}"
                deed = Deed(kind=Kind.DOCUMENT, case=name, by=KIM, seen=0, rows=kept)
                came = append(connection, deed, MONDAY) if CHAINED else number
                listed += [{**row, "came": came} for row in _moved(rows, name, dt.timedelta(days=number % DAYS))]
            connection.execute(insert(LISTED), listed)
        print(f"{min(first + AT_ONCE, count)} of {count}", file=sys.stderr)


def _moved(rows: list[dict[str, Any]], case: str, by: dt.timedelta) -> Iterator[dict[str, Any]]:
    for row in rows:
        times = {name: _later(row[name], by) for name in ("due", "late_from")}
        yield {**row, "case_id": case, **times}


def _later(told: str | None, by: dt.timedelta) -> str | None:
    return (dt.datetime.fromisoformat(told) + by).isoformat(timespec="microseconds") if told else None


def measured(register: Register) -> dict[str, str]:
    """Return the milliseconds that each list takes, in the middle of several times."""
    lists, now = register.lists, MONDAY + dt.timedelta(days=DAYS // 2)
    told = {
        "due, the first 100 of each part": lambda: lists.due(now, first=100),
        "trays, the first 100 of each": lambda: lists.trays(first=100),
        "records by state": lists.counts_by_state,
    }
    return {name: _middle([_taken(work) for _ in range(RUNS)]) for name, work in told.items()}


def _taken(work: Callable[[], object]) -> tuple[float, float]:
    """Return the milliseconds of this process, and those on the wall, that some work takes."""
    ours, wall = time.process_time(), time.perf_counter()
    work()
    return (time.process_time() - ours) * 1000, (time.perf_counter() - wall) * 1000


def _middle(taken: list[tuple[float, float]]) -> str:
    ours, wall = (sorted(times)[RUNS // 2] for times in zip(*taken, strict=True))
    return f"{ours:.0f} ms of this process, {wall:.0f} ms on the wall"


def main() -> None:
    """Fill a register that is not there yet, or measure one that is."""
    place, count = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 0
    rulebook = cimscore.load_rulebook()
    if count:
        with tempfile.TemporaryDirectory() as folder:
            every = samples(Path(folder), rulebook)
        register = create_register(place, rulebook)
        began = time.perf_counter()
        filled(register, count, every)
        print(f"{count} reports, filled in {time.perf_counter() - began:.0f} s")
    else:
        register = open_register(place, rulebook)
        for name, took in measured(register).items():
            print(f"{name}: {took}")
        lists = register.lists
        print({part.title: part.count for part in (*lists.due(MONDAY, first=0), *lists.trays(first=0))})
    register.close()


if __name__ == "__main__":
    main()
