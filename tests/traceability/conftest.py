"""Lets the tests of this folder import the invented program beside them, and run the commands on it."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cimscore.cli import main, tracing
from cimscore.cli.commands import SUMMARIES, impact
from cimscore.cli.commands.sources import check as sources_check
from cimscore.cli.commands.sources import draft_edition, fingerprint
from cimscore.cli.commands.trace import check, clear, export, read
from cimscore.traceability import Exercise, RecordedTest, Result, Way, read_upkeep, write_tests
from cimscore.traceability.lining_up import fingerprints

sys.path.insert(0, str(Path(__file__).parent))

import lamps


@pytest.fixture
def book(monkeypatch, tmp_path):
    """What the commands take for the installed programs, with its files in a folder of the test's own."""
    installed = {"rulebook": lamps.rulebook(), "folder": tmp_path / "program" / "policy" / "upkeep"}
    for module in (tracing, check, clear, export, read, sources_check, draft_edition, fingerprint, impact):
        monkeypatch.setattr(module, "load_rulebook", lambda: installed["rulebook"], raising=False)
    monkeypatch.setattr(tracing, "load_upkeep", lambda _: read_upkeep([installed["folder"]]))
    for module in (tracing, fingerprints):
        monkeypatch.setattr(module, "upkeep_folder", lambda _: installed["folder"])
    for name in ("trace", "sources", "impact"):
        monkeypatch.setitem(SUMMARIES, name, "as under test")
    return installed


@pytest.fixture
def run(book, capsys, monkeypatch):
    """Runs a command and gives its exit code with what it printed."""
    monkeypatch.setenv("COLUMNS", "120")

    def running(*typed: object) -> tuple[int, str]:
        code = main([str(word) for word in typed])
        said = capsys.readouterr()
        return code, said.out + said.err

    return running


@pytest.fixture
def tests_file(book, tmp_path) -> Path:
    """A record in which one test applied every rule."""
    rules = book["rulebook"].rules.values()
    exercised = tuple(Exercise(rule=rule.address, way=Way.APPLIED, digest=rule.digest) for rule in rules)
    test = RecordedTest(id="t.py::test", file="t.py", line=1, digest="", result=Result.PASSED, exercised=exercised)
    write_tests(tmp_path / "tests.json", [test])
    return tmp_path / "tests.json"
