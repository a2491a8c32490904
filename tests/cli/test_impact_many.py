"""``cimscore impact-many``: what moves in many cases, as a table, as a picture, and the cases behind each number."""

from __future__ import annotations

import csv
import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cimscore.cli.exits import Exit

CASES = Path(__file__).parents[2] / "examples"
SCHEMAS = Path(__file__).parents[2] / "schemas"
READING = ("--reading", "qld-child-safety/hundred-days=business-from-decision")
CLAUSE = "qld/no-identifying-information/100-days"
Run = Callable[..., Any]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three examples, of which two move under the reading, and a file that is no case."""
    made = tmp_path / "cases"
    made.mkdir()
    for name in ("two-homes.yaml", "both-programs.yaml", "december-gap.yaml"):
        (made / name).write_bytes((CASES / name).read_bytes())
    (made / "zero.yaml").write_text("people: [")
    return made


def test_what_moves_is_counted_by_clause_with_the_cases_behind_each_number(
    run: Run, folder: Path, tmp_path: Path
) -> None:
    out, table, picture = (tmp_path / name for name in ("moves.jsonl", "moves.csv", "moves.svg"))
    ran = run("impact-many", folder, *READING, "--out", out, "--table", table, "--picture", picture)
    rows = [json.loads(line) for line in out.read_text().splitlines()]

    assert ran.code == Exit.DOCUMENT
    assert ran.err.startswith("4 cases: 2 moves, 1 refused, 1 same; ")
    assert "3 cases compared; something moves in 2." in ran.out
    assert "Not compared, refused: 1 case (zero.yaml)." in ran.out
    assert f"{CLAUSE}: 2 cases\n" in ran.out
    assert [(row["name"], row["state"]) for row in rows] == [
        ("both-programs.yaml", "moves"), ("two-homes.yaml", "moves"), ("zero.yaml", "refused"),
    ]  # fmt: skip
    behind = {
        row["name"] for row in rows for move in row.get("moved", ())
        if (CLAUSE in move["clauses"], move["address"].partition("@")[0]) == (True, "qld-child-safety/clock/finish")
    }  # fmt: skip
    (told,) = [
        row for row in csv.DictReader(table.read_text("utf-8").splitlines())
        if (row["Clause"], row["Outcome"]) == (CLAUSE, "qld-child-safety/clock/finish")
    ]  # fmt: skip
    assert (int(told["Cases"]), told["Change"]) == (len(behind), "changed") == (2, "changed")


def test_the_picture_says_each_number_in_words(run: Run, folder: Path, tmp_path: Path) -> None:
    run("impact-many", folder, *READING, "--picture", tmp_path / "moves.svg")
    picture = ET.fromstring((tmp_path / "moves.svg").read_text("utf-8"))  # noqa: S314 - the file of this test
    said = [node.text for node in picture.iter("{http://www.w3.org/2000/svg}text")]

    assert said[0] == "What moves in 2 of 3 cases, by clause"
    assert said.index(f"{CLAUSE}: 2 cases") < said.index("qld-child-safety/hundred-at, gained")
    assert said.count("2") == len(
        [line for line in said if line and line.endswith((", changed", ", gained", ", lost"))]
    )


def test_machines_read_the_same_as_json(run: Run, folder: Path) -> None:
    told = json.loads(run("impact-many", folder, *READING, "--json").out)

    assert told["cases"] == {"moves": 2, "refused": 1, "same": 1}
    assert {move["cases"] for move in told["moves"]} == {2}
    assert {move["clause"] for move in told["moves"]} >= {CLAUSE}


def test_one_version_is_saved_and_another_is_held_against_it(run: Run, folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "before.jsonl.gz"
    assert run("impact-many", folder, "--save", saved).code == Exit.DOCUMENT
    (folder / "zero.yaml").unlink()

    same = run("impact-many", folder, "--against", saved, "--check")
    moved = run("impact-many", folder, "--against", saved, *READING, "--check")

    assert (same.code, moved.code) == (Exit.DONE, Exit.PROBLEMS)
    assert "3 cases compared; something moves in 0." in same.out
    assert "Not compared, there once only: 1 case (zero.yaml)." in same.out
    assert "3 cases compared; something moves in 2." in moved.out


def test_no_file_is_written_over_and_what_is_typed_wrongly_begins_none(run: Run, folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "moves.jsonl"
    for typed in ((), ("--reading", "qld-child-safety/hundred-day=x"), ("--edition", "vic=1999")):
        assert run("impact-many", folder, *typed, "--out", out).code == Exit.USAGE
    assert run("impact-many", tmp_path / "nothing", *READING, "--out", out).code == Exit.USAGE
    assert not out.exists()

    out.write_text("kept\n")
    assert run("impact-many", folder, *READING, "--out", out).code == Exit.USAGE
    assert run("impact-many", folder, "--save", out).code == Exit.USAGE
    assert run("impact-many", folder, "--save", tmp_path / "x", "--against", out).code == Exit.USAGE
    assert out.read_text() == "kept\n"


def test_other_cases_than_were_saved_are_told(run: Run, folder: Path, tmp_path: Path) -> None:
    saved = tmp_path / "before.jsonl"
    run("impact-many", folder, "--save", saved)
    (folder / "both-programs.yaml").unlink()

    ran = run("impact-many", folder, "--against", saved)
    assert ran.code == Exit.USAGE
    assert "Where the case both-programs.yaml was" in ran.err


@pytest.mark.parametrize("kept", ["--out", "--save"])
def test_a_run_that_was_interrupted_is_gone_on_with(kept: str, run: Run, folder: Path, tmp_path: Path) -> None:
    whole, file = tmp_path / "whole.jsonl", tmp_path / "rows.jsonl"
    chosen = READING if kept == "--out" else ()
    first = run("impact-many", folder, *chosen, kept, whole)
    text = whole.read_bytes()
    for size in (0, 9, len(text) // 2, len(text) - 1, len(text)):
        file.write_bytes(text[:size])
        again = run("impact-many", folder, *chosen, kept, file, "--resume")

        assert file.read_bytes() == text
        assert again.out == first.out
    assert run("impact-many", folder, *chosen, kept, file).code == Exit.USAGE


def test_rows_that_are_of_something_else_are_not_gone_on_with(run: Run, folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "rows.jsonl"
    run("impact-many", folder, *READING, "--out", file)
    first, *_, last = file.read_bytes().splitlines(keepends=True)
    for damaged in (b"{}\n", first + b"{}\n" + last, last + first):
        file.write_bytes(damaged)
        ran = run("impact-many", folder, *READING, "--out", file, "--resume")

        assert ran.code == Exit.USAGE and "Begin a new file." in ran.err
        assert file.read_bytes() == damaged


@pytest.mark.parametrize(
    "typed", [(), ("--save", "x.jsonl.gz"), ("--against", "x.jsonl", "--out", "y.jsonl")], ids=" ".join
)
def test_what_cannot_be_gone_on_with_is_refused(typed: tuple[str, ...], run: Run, folder: Path) -> None:
    chosen = () if "--save" in typed else READING
    ran = run("impact-many", folder, *chosen, *typed, "--resume")

    assert ran.code == Exit.USAGE
    assert "gone on with" in ran.err or "Name it with --out, or with --save." in ran.err


def kept_schema(run: Run, name: str) -> Draft202012Validator:
    """The schema that is kept, which is the one that the command prints."""
    kept = (SCHEMAS / f"{name}-1.schema.json").read_text("utf-8")
    assert run("schema", f"--{name}").out == kept
    return Draft202012Validator(json.loads(kept))


def test_what_is_written_fits_the_schemas_that_are_kept(run: Run, folder: Path, tmp_path: Path) -> None:
    out, saved = tmp_path / "rows.jsonl", tmp_path / "saved.jsonl"
    table = json.loads(run("impact-many", folder, *READING, "--out", out, "--json").out)
    run("impact-many", folder, "--save", saved)
    rows, cases = ([json.loads(line) for line in file.read_text().splitlines()] for file in (out, saved))

    assert {row["state"] for row in rows} == {"moves", "refused"} and {case["state"] for case in cases} > {"noted"}
    for name, documents in (("impact-row", rows), ("noted", cases), ("impact-table", [table])):
        schema = kept_schema(run, name)
        schema.check_schema(schema.schema)
        for document in documents:
            assert list(schema.iter_errors(document)) == []
            assert list(schema.iter_errors({**document, "notifier": "Wren Example"}))
            assert list(schema.iter_errors({**document, "format": "row/1"}))
