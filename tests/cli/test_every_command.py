"""Every command on the example: it ends well, prints something, and says the same on every run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from invented_program import declared, install

from cimscore.cli.commands import SUMMARIES, load_command
from cimscore.cli.exits import MEANING, Exit

ROOT = Path(__file__).parents[2]
EXAMPLE = str(ROOT / "examples" / "two-homes.yaml")
ON_A_CASE = ["assess", "explain", "possible", "sensitivity", "check"]
LISTS = ["programs", "rules", "questions", "readings", "clauses", "timeline"]
ON_THEIR_OWN = ["draw", "form", "notifier", "schema", "coverage", "where"]
TESTED_ELSEWHERE = {
    "assess-many", "check-plugin", "compare", "due", "from-fhir", "graph", "impact", "impact-many", "interview", "new",
    "register", "sign-off", "site", "sources", "trace", "workflow",
}  # fmt: skip

Run = Callable[..., Any]


def test_every_command_is_tested_here() -> None:
    assert {*ON_A_CASE, *LISTS, *ON_THEIR_OWN} == set(SUMMARIES) - TESTED_ELSEWHERE


@pytest.mark.parametrize("name", ON_A_CASE)
def test_a_command_on_a_case_prints_text_or_json(name: str, run: Run) -> None:
    text, plain = run(name, EXAMPLE), run(name, EXAMPLE, "--json")

    assert (text.code, plain.code, text.err, plain.err) == (Exit.DONE, Exit.DONE, "", "")
    assert text.out.strip()
    assert json.loads(plain.out) or name == "sensitivity"


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_for_one_program_or_all_in_text_or_json(name: str, run: Run) -> None:
    every, one = run(name, "--json"), run(name, "--program", "qld-child-safety", "--json")

    assert len(json.loads(every.out)) >= len(json.loads(one.out)) > 0
    assert run(name).out.strip()


def test_the_picture_and_its_table_go_where_they_are_asked_to(tmp_path: Path, run: Run) -> None:
    drawn = run("draw", EXAMPLE, "-o", tmp_path / "homes.svg", "--table", "-")

    assert (tmp_path / "homes.svg").read_text(encoding="utf-8").startswith("<svg")
    assert "Ari Example" in drawn.out
    assert "harm household" in drawn.out
    assert run("draw", EXAMPLE, "-o", "-").out == (tmp_path / "homes.svg").read_text(encoding="utf-8")
    rows = json.loads(run("draw", EXAMPLE, "--json").out)
    assert [row["person"] for row in rows] == ["Ari Example", "Mia Example", "Leo Example"]


def test_all_that_speaks_of_a_word_is_found_with_its_place(run: Run) -> None:
    found = run("where", "ON A VISIT", "--program", "qld-child-safety")
    places = json.loads(run("where", "on a visit", "--json").out)

    assert found.code == Exit.DONE
    assert "qld-child-safety/subjects.is_harmed_on_a_visit (subjects.py:" in found.out
    assert {place["name"] for place in places} >= {"qld-child-safety/subjects.is_harmed_on_a_visit"}
    assert all("on a visit" in f"{place['says']} {place['name']}".casefold() for place in places)


def test_a_word_of_which_nothing_speaks_is_said_to_be_none(run: Run) -> None:
    found = run("where", "zebra")

    assert found.code == Exit.PROBLEMS
    assert "Nothing speaks of 'zebra'" in found.out


def test_schemas_are_printed_for_all_programs_one_or_none(run: Run) -> None:
    every, none = run("schema").out, run("schema", "--no-programs").out

    assert "qld-child-safety/response" in every
    assert "qld-child-safety" not in none
    assert "qld-child-safety/response" in run("schema", "--program", "qld-child-safety").out
    assert json.loads(run("schema", "--assessment").out)["title"] == "An assessment by cimscore"


@pytest.mark.parametrize("name", ["", *SUMMARIES])
def test_help_teaches_and_is_never_empty(name: str, run: Run) -> None:
    said = run(*filter(None, [name, "--help"]))

    assert said.code == Exit.DONE
    assert len(said.out) > 300
    if name:
        assert load_command(name).example in said.out


def test_help_names_every_command_and_every_exit_code(run: Run) -> None:
    said = run("--help").out

    assert all(name in said for name in SUMMARIES)
    assert all(f"{code.value}  {meaning}" in said for code, meaning in MEANING.items())
    assert set(MEANING) == set(Exit)


def in_a_process(seed: str, *arguments: str) -> bytes:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "100"}
    command = [sys.executable, "-c", "import sys; from cimscore.cli import main; sys.exit(main())", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, check=True).stdout


@pytest.mark.long
@pytest.mark.parametrize("arguments", [("assess",), ("assess", "--json"), ("draw", "-o", "-")], ids=" ".join)
def test_the_bytes_are_the_same_whatever_the_hash_seed(arguments: tuple[str, ...]) -> None:
    name, *options = arguments

    assert len({in_a_process(seed, name, EXAMPLE, *options) for seed in ("1", "7")}) == 1


def test_help_imports_neither_the_engine_nor_what_it_needs() -> None:
    code = "import sys; from cimscore.cli import main; main(['--help']); print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True).stdout.split()

    assert {"networkx", "holidays", "yaml", "pluggy"} & set(loaded) == set()


def test_a_reader_that_stops_reading_is_met_in_silence() -> None:
    code = "import sys; from cimscore.cli import main; sys.exit(main(['clauses']))"
    reader, writer = os.pipe()
    os.close(reader)
    ran = subprocess.run([sys.executable, "-c", code], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)

    assert (ran.returncode, ran.stderr) == (Exit.PIPE_CLOSED, b"")


def test_the_command_line_runs_as_a_module_too() -> None:
    ran = subprocess.run([sys.executable, "-m", "cimscore", "--version"], capture_output=True, text=True, check=True)
    assert ran.stdout.startswith("cimscore ")


def test_one_of_a_kind_is_told_in_the_singular(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    install(monkeypatch, declared())
    out = run("programs").out
    assert "1 rule," in out and "1 rules" not in out
