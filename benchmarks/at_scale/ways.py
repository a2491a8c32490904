"""Ways to decide a file of cases, each in a process of its own: ``python at_scale/ways.py WAY CASES ROWS``."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

ADDRESS: Final = "127.0.0.1"
TOGETHER: Final = 500
"""Cases that an engine hands over at a time."""


def duckdb_way(cases: Path, rows: Path) -> None:
    """Let DuckDB read the cases, and write their rows."""
    import duckdb  # noqa: PLC0415 - no other way needs it
    import pyarrow as pa  # noqa: PLC0415
    import pyarrow.parquet as pq  # noqa: PLC0415

    import cimscore  # noqa: PLC0415
    from cimscore.arrow import assess_batches, rows_schema  # noqa: PLC0415

    handed: pa.RecordBatchReader = duckdb.connect().read_parquet(str(cases)).to_arrow_reader(TOGETHER)
    with pq.ParquetWriter(rows, rows_schema(handed.schema)) as writer:
        for batch in assess_batches(handed, cimscore.load_rulebook()):
            writer.write_batch(batch)


def spark_way(cases: Path, rows: Path, *, killing: bool = False) -> None:
    """Let Spark decide the cases on two workers, and write their rows.

    Args:
        cases: The file of cases.
        rows: The folder of rows, which Spark makes.
        killing: Whether one of its executors is killed once a part of the rows is written.
    """
    from pyspark.sql import SparkSession  # noqa: PLC0415 - no other way needs it

    from cimscore.arrow.spark import assess_frame  # noqa: PLC0415

    os.environ["SPARK_LOCAL_IP"] = ADDRESS
    builder = SparkSession.builder.master("local-cluster[2,1,1536]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.bindAddress", ADDRESS).config("spark.driver.host", ADDRESS)
    builder = builder.config("spark.sql.execution.arrow.maxRecordsPerBatch", str(TOGETHER))
    session = builder.config("spark.executorEnv.PYTHONPATH", os.environ.get("PYTHONPATH", "")).getOrCreate()
    frame = session.read.parquet(str(cases))
    parts = max(8, frame.count() // TOGETHER)
    if killing:
        threading.Thread(target=_kill_an_executor, args=(rows,), daemon=True).start()
    assess_frame(frame.repartition(parts)).write.parquet(str(rows))
    session.stop()


def _kill_an_executor(rows: Path) -> None:
    """Kill one executor of this very session as soon as a part of the rows is written."""
    while not any(rows.rglob("part-*.parquet")):
        time.sleep(0.2)
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    own = f"--driver-url spark://CoarseGrainedScheduler@{ADDRESS}"
    lines = [line.split(None, 1) for line in listed.splitlines() if own in line]
    killed = min(int(pid) for pid, _ in lines)
    os.kill(killed, signal.SIGKILL)
    print(f"killed the executor {killed}", file=sys.stderr)


ENGINES: Final[Mapping[str, Callable[[Path, Path], None]]] = {
    "DuckDB": duckdb_way,
    "Spark": spark_way,
    "Spark, an executor killed": lambda cases, rows: spark_way(cases, rows, killing=True),
}
PROCESSES: Final = {"one process": 1, "two processes": 2}
WAYS: Final = (*PROCESSES, *ENGINES)


def command(way: str, lines: Path, table: Path, rows: Path) -> list[str]:
    """Return the command that decides the cases in one of the ways.

    Args:
        way: One of `WAYS`.
        lines: The cases as JSON Lines.
        table: The same cases as Parquet.
        rows: Where the rows are to be written.
    """
    if way in PROCESSES:
        typed = ["cimscore", "assess-many", str(lines), "--out", str(rows), "--workers", str(PROCESSES[way])]
        return [sys.executable, "-m", *typed]
    return [sys.executable, __file__, way, str(table), str(rows)]


if __name__ == "__main__":
    way, cases, rows = sys.argv[1:]
    ENGINES[way](Path(cases), Path(rows))
