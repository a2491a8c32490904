"""Many different cases, decided in every way: the same rows, at what rate, in how much memory; told in their guide.

``python benchmarks/at_scale/page.py --cases 1000000`` takes hours; each way shows its progress.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import json
import os
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet as pq

sys.path.insert(0, str(Path(__file__).parents[1]))

from at_scale.mixed import ROOT, mixed_cases
from at_scale.ways import PROCESSES, WAYS, command

from cimscore.arrow.forms import batch_of
from cimscore.cli.exits import Exit
from cimscore.many import CaseRow

GUIDE: Final = ROOT / "site" / "docs" / "guides" / "many-cases.md"
HEAD: Final = (
    "| Way | Rows as in one process | Cases a second | MB at a tenth | MB at all |\n| --- | --- | --- | --- | --- |"
)
TABLE: Final = re.compile(re.escape(HEAD) + r"\n(\|.*\n)*\n.*\n")
TOGETHER: Final = 500
Digests = dict[int, bytes]
"""Each row as a digest, by the place of its case."""


class Cases(NamedTuple):
    """The same cases as JSON Lines and as a table, and how many there are."""

    count: int
    lines: Path
    table: Path


class Measured(NamedTuple):
    """What a way came to: its rows, the seconds it took, and the MB of its largest process."""

    rows: Digests
    seconds: float
    memory: float


def written(folder: Path, count: int) -> Cases:
    """Write so many cases into two files, a few at a time."""
    cases = Cases(count, folder / "cases.jsonl", folder / "cases.parquet")
    made = enumerate(mixed_cases(count), 1)
    schema = pa.schema([("mine", pa.int64()), ("case", pa.string())])
    with cases.lines.open("w", encoding="utf-8") as lines, pq.ParquetWriter(cases.table, schema) as table:
        while some := [*itertools.islice(made, TOGETHER)]:
            lines.writelines(f"{case}\n" for _, case in some)
            table.write_batch(pa.RecordBatch.from_arrays([*map(pa.array, zip(*some, strict=True))], schema=schema))
    return cases


def measured(way: str, cases: Cases, folder: Path) -> Measured:
    """Decide cases in one way, and read the rows that it has written.

    Raises:
        SystemExit: The way ended in another way than with its rows.
    """
    rows = folder / ("rows.jsonl" if way in PROCESSES else "rows")
    begun = time.monotonic()
    typed = command(way, cases.lines, cases.table, rows)
    # What it and those that it began have used, and no other process: a Popen would not tell.
    _, status, usage = os.wait4(os.posix_spawn(typed[0], typed, os.environ), 0)
    seconds = time.monotonic() - begun
    if os.waitstatus_to_exitcode(status) not in (Exit.DONE, Exit.DOCUMENT):
        raise SystemExit(f"{way} failed")
    found = dict(digests(rows))
    return Measured(found, seconds, usage.ru_maxrss / 1024)


def digests(rows: Path) -> Iterator[tuple[int, bytes]]:
    """Yield each row that is written in a file or a folder, by the place of its case."""
    for row in _read(rows):
        number = row.pop("number")  # An engine that has the cases in parts counts within each.
        text = json.dumps({name: value for name, value in row.items() if name != "mine"}, sort_keys=True)
        yield row.get("mine", number), hashlib.sha256(text.encode()).digest()[:12]


def _read(rows: Path) -> Iterator[dict[str, Any]]:
    if rows.suffix == ".jsonl":
        with rows.open(encoding="utf-8") as file:
            lines = (line.rstrip("\n") for line in file)
            while some := [*itertools.islice(lines, TOGETHER)]:
                told = [CaseRow(row["number"], row["state"], text) for text in some if (row := json.loads(text))]
                yield from batch_of(told).to_pylist(maps_as_pydicts="strict")
    else:
        for batch in pyarrow.dataset.dataset(rows, format="parquet").to_batches(batch_size=TOGETHER):
            yield from batch.to_pylist(maps_as_pydicts="strict")


def table(count: int) -> str:
    """Return the table of what each way came to with so many cases."""
    first: Digests = {}
    lines = []
    for way in WAYS if shutil.which("java") else (*PROCESSES, "DuckDB"):  # Java is what Spark runs on.
        tenth, whole = (_in_a_folder(way, cases) for cases in (count // 10, count))
        first = first or whole.rows
        same = sum(whole.rows.get(place) == row for place, row in first.items())
        rate = count / whole.seconds
        lines.append(f"| {way} | {same:,} of {count:,} | {rate:.0f} | {tenth.memory:.0f} | {whole.memory:.0f} |\n")
        print(lines[-1], end="", flush=True)
    busy = f"{os.getloadavg()[0]:.0f} processes waited for {os.cpu_count()} cores"
    return f"{HEAD}\n{''.join(lines)}\nMeasured while {busy}; the MB are those of the largest Python process.\n"


def _in_a_folder(way: str, count: int) -> Measured:
    with tempfile.TemporaryDirectory() as folder:
        return measured(way, written(Path(folder), count), Path(folder))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=10_000, help="how many cases; 10,000 unless said")
    told = table(parser.parse_args().cases)
    GUIDE.write_text(TABLE.sub(lambda _: told, GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
