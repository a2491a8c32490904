"""Spark hands cases over and gets the rows that one process gives, on several workers and with one killed."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

import cimscore
from cimscore.arrow import ColumnError, assess_batches
from cimscore.wire import write_case

pytest.importorskip("pyspark", reason="pyspark is not installed: cimscore[spark]")
pytest.importorskip("pandas", reason="pandas is not installed: cimscore[spark]")
if shutil.which("java") is None:
    pytest.skip("there is no Java, which Spark runs on", allow_module_level=True)

from pyspark.sql import SparkSession

from cimscore.arrow.spark import assess_frame

pytestmark = pytest.mark.long
EXAMPLES = sorted((Path(__file__).parents[2] / "examples").glob("*.yaml"))
BROKEN = '{"cimscore": 1, "id": '


@pytest.fixture(scope="module", params=["local[2]", "local-cluster[2,1,1536]"])
def spark(request: pytest.FixtureRequest) -> Iterator[SparkSession]:
    address = "127.0.0.1"
    os.environ["SPARK_LOCAL_IP"] = address
    builder = SparkSession.builder.master(request.param).config("spark.ui.enabled", "false")
    paths = os.environ.get("PYTHONPATH", "")
    builder = builder.config("spark.driver.bindAddress", address).config("spark.driver.host", address)
    session = builder.config("spark.executorEnv.PYTHONPATH", paths).getOrCreate()
    yield session
    session.stop()


def documents(times: int) -> list[str]:
    rulebook = cimscore.load_rulebook()
    return [json.dumps(write_case(rulebook.read_case(path))) for path in EXAMPLES] * times + [BROKEN]


def directly(texts: list[str]) -> list[dict[str, Any]]:
    """Return the rows that one process gives, without the number of the case in its batch."""
    table = pa.table({"mine": list(range(len(texts))), "case": texts})
    batches = assess_batches(table.to_batches(), cimscore.load_rulebook())
    return [without_number(row) for batch in batches for row in batch.to_pylist(maps_as_pydicts="strict")]


def without_number(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "number"}


def in_spark(spark: SparkSession, texts: list[str], parts: int) -> list[dict[str, Any]]:
    frame = spark.createDataFrame(list(enumerate(texts)), ["mine", "case"]).repartition(parts)
    rows = assess_frame(frame).collect()
    return sorted((without_number(row.asDict(recursive=True)) for row in rows), key=lambda row: row["mine"])


def test_a_frame_has_the_rows_of_one_process(spark: SparkSession) -> None:
    texts = documents(10)
    assert in_spark(spark, texts, parts=4) == directly(texts)


def test_a_frame_without_cases_is_refused_at_once(spark: SparkSession) -> None:
    with pytest.raises(ColumnError):
        assess_frame(spark.createDataFrame([(1,)], ["mine"]))


def test_an_executor_that_is_killed_loses_no_row(spark: SparkSession) -> None:
    if spark.sparkContext.master.startswith("local["):
        pytest.skip("everything runs in one process here")
    texts = documents(40)
    frame = spark.createDataFrame(list(enumerate(texts)), ["mine", "case"]).repartition(12)
    killed: list[int] = []
    rows = []
    for row in assess_frame(frame).toLocalIterator(prefetchPartitions=True):
        rows.append(without_number(row.asDict(recursive=True)))
        if not killed:
            killed.append(an_executor())
            os.kill(killed[0], signal.SIGKILL)

    assert killed
    assert sorted(rows, key=lambda row: row["mine"]) == directly(texts)


def an_executor() -> int:
    """Return the process of one of the executors that this test has started."""
    listed = subprocess.run(["ps", "-ww", "-eo", "pid,args"], capture_output=True, text=True, check=True).stdout
    lines = [line.split(None, 1) for line in listed.splitlines() if "CoarseGrainedExecutorBackend" in line]
    return min(int(pid) for pid, _ in lines)
