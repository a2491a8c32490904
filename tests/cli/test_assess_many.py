"""``cimscore assess-many``: rows to a file or to standard output, gone on with, never written over."""

from __future__ import annotations

import functools
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from tests.each_nth import spread

from cimscore.cli.exits import Exit

ROOT = Path(__file__).parents[2]
CASES = ROOT / "examples"
Run = Callable[..., Any]


def rows(text: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text.splitlines()]


def test_a_folder_comes_out_as_rows(run: Run) -> None:
    ran = run("assess-many", CASES, "--at", "2025-03-10")

    names = [file.relative_to(CASES).as_posix() for file in sorted(CASES.rglob("*.yaml"))]
    assert [row["file"] for row in rows(ran.out)] == names
    assert f"{len(names)} cases: " in ran.err


def test_a_row_is_what_assess_says_in_json(run: Run) -> None:
    (row,) = [row for row in rows(run("assess-many", CASES).out) if row["file"] == "two-homes.yaml"]

    assert row["assessment"] == json.loads(run("assess", CASES / "two-homes.yaml", "--json").out)


@pytest.mark.spread
def test_every_row_fits_the_schema_that_is_kept(run: Run, tmp_path: Path) -> None:
    kept = (ROOT / "schemas" / "row-1.schema.json").read_text("utf-8")
    validator = jsonschema.Draft202012Validator(json.loads(kept))
    for file in spread(sorted((ROOT / "tests" / "cases" / "documents").glob("*.yaml")), 8):
        shutil.copy(file, tmp_path)
    (tmp_path / "damaged.yaml").write_text("people: [", encoding="utf-8")
    found = rows(run("assess-many", tmp_path).out)

    assert run("schema", "--row").out == kept
    assert {"final", "provisional", "refused"} <= {row["state"] for row in found}
    assert [error.message for row in found for error in validator.iter_errors(row)] == []


def test_a_refused_case_is_told_by_the_exit_code(run: Run, tmp_path: Path) -> None:
    (tmp_path / "cases.jsonl").write_text("{\n")
    ran = run("assess-many", tmp_path / "cases.jsonl")

    assert ran.code == Exit.DOCUMENT
    assert ran.err.startswith("1 case: 1 refused; ")


def test_a_file_of_rows_is_never_written_over(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    out.write_text("kept\n")
    ran = run("assess-many", CASES, "--out", out)

    assert ran.code == Exit.USAGE
    assert "it is there already" in ran.err
    assert out.read_text() == "kept\n"


def test_what_is_typed_wrongly_begins_no_file(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "rows.jsonl"
    for typed in (("--program", "nowhere"), ("--reading", "nowhere/x=y"), ("--workers", "0"), ("--workers", "many")):
        assert run("assess-many", CASES, "--out", out, *typed).code == Exit.USAGE
    assert run("assess-many", tmp_path / "nothing", "--out", out).code == Exit.USAGE
    assert run("assess-many", CASES, "--resume").code == Exit.USAGE
    assert not out.exists()


def test_a_run_that_is_interrupted_is_gone_on_with(run: Run, tmp_path: Path) -> None:
    line = json.dumps({"cimscore": 1, "id": "x", "programs": ["qld-child-safety"], "people": []})
    cases, out = tmp_path / "cases.jsonl", tmp_path / "rows.jsonl"
    cases.write_text(f"{line}\n" * 199 + "{\n" + f"{line}\n" * 200)
    typed = [sys.executable, "-m", "cimscore", "assess-many", str(cases), "--out", str(out), "--workers", "2"]
    # Where the tests run in the background Ctrl-C is ignored, and a process that they start would ignore it too.
    heeding = functools.partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
    process = subprocess.Popen(typed, stderr=subprocess.PIPE, text=True, preexec_fn=heeding)  # noqa: PLW1509
    while not (out.exists() and out.stat().st_size):
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=60)

    assert process.returncode == Exit.INTERRUPTED
    assert "Traceback" not in told
    assert 0 < out.read_bytes().count(b"\n") < 400
    gone_on = run("assess-many", cases, "--out", out, "--resume")
    assert gone_on.code == Exit.DOCUMENT
    assert "rows are there already" in gone_on.err
    first, *more = found = rows(out.read_text())
    assert [row["number"] for row in found] == [*range(1, 401)]
    assert [row["number"] for row in more if row | {"number": 1} != first] == [200]
    assert found[199]["state"] == "refused"


def test_lines_are_read_from_standard_input(tmp_path: Path) -> None:
    typed = [sys.executable, "-m", "cimscore", "assess-many", "-"]
    ran = subprocess.run(typed, input=b"{\n\n[]\n", capture_output=True, check=False, env={**os.environ})

    assert ran.returncode == Exit.DOCUMENT
    assert [row["number"] for row in rows(ran.stdout.decode())] == [1, 3]


def test_processes_use_the_programs_that_were_named(run: Run) -> None:
    overlay = CASES / "overlay"
    typed = ("assess-many", overlay, "--plugin", overlay / "harbour_care", "--at", "2025-03-04T12:00+11:00")
    one, two = (run(*typed, "--workers", workers) for workers in (1, 2))

    assert '"program":"harbour-care"' in one.out
    assert one.out == two.out
