"""`assess-many` reads cases from Parquet and writes rows to it: the rows that it writes as lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from cimscore.arrow import rows_schema
from cimscore.cli import main
from cimscore.cli.exits import Exit


@pytest.fixture
def typed(cases: list[str], tmp_path: Path) -> Path:
    """A Parquet file of cases, in groups of four."""
    file = tmp_path / "cases.parquet"
    pq.write_table(pa.table({"mine": [*map(str, range(len(cases)))], "case": cases}), file, row_group_size=4)
    return file


def run(*arguments: object) -> int:
    return int(main([*map(str, arguments)]))


def test_cases_in_parquet_come_out_as_the_rows_of_their_lines(typed: Path, cases: list[str], tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text("\n".join(cases))
    assert run("assess-many", typed, "--out", tmp_path / "one.jsonl") == Exit.DOCUMENT
    assert run("assess-many", tmp_path / "cases.jsonl", "--out", tmp_path / "other.jsonl") == Exit.DOCUMENT

    assert (tmp_path / "one.jsonl").read_bytes() == (tmp_path / "other.jsonl").read_bytes()


def test_rows_in_parquet_hold_what_the_lines_hold(typed: Path, tmp_path: Path) -> None:
    run("assess-many", typed, "--out", tmp_path / "rows.jsonl")
    run("assess-many", typed, "--out", tmp_path / "rows.parquet")
    lines = [json.loads(line) for line in (tmp_path / "rows.jsonl").read_text().splitlines()]
    table = pq.read_table(tmp_path / "rows.parquet")

    assert table.schema.equals(rows_schema())
    for line, row in zip(lines, table.to_pylist(), strict=True):
        assert (row["number"], row["state"]) == (line["number"], line["state"])
        decisions: list[Any] = (row["assessment"] or {}).get("decisions", [])
        assert [each["state"] for each in decisions] == [
            each["state"] for each in line.get("assessment", {}).get("decisions", [])
        ]


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda file: file.write_text("no Parquet"), "Name a Parquet file with a column `case`"),
        (lambda file: pq.write_table(pa.table({"document": ["{}"]}), file), "no column `case`"),
        (lambda file: file.mkdir(), "cannot be read"),
    ],
    ids=["another file", "another column", "a folder"],
)
def test_what_holds_no_cases_is_refused_before_anything_is_written(make, says, tmp_path, capsys) -> None:
    make(tmp_path / "cases.parquet")

    assert run("assess-many", tmp_path / "cases.parquet", "--out", tmp_path / "rows.parquet") == Exit.USAGE
    assert says in " ".join(capsys.readouterr().err.split())
    assert not (tmp_path / "rows.parquet").exists()


def test_a_file_that_is_there_is_never_written_over_and_no_parquet_file_is_gone_on_with(
    typed, tmp_path, capsys
) -> None:
    (tmp_path / "rows.parquet").write_text("mine")

    assert run("assess-many", typed, "--out", tmp_path / "rows.parquet") != Exit.DONE
    assert run("assess-many", typed, "--out", tmp_path / "rows.parquet", "--resume") == Exit.USAGE
    assert "holds no rows to go on with" in capsys.readouterr().err
    assert (tmp_path / "rows.parquet").read_text() == "mine"
