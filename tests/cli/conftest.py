"""Runs the command line as a console does, and lets the tests of this folder share their documents."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest

import cimscore
from cimscore.cli import inputs, main
from cimscore.cli.commands import coverage, form, schema

sys.path.insert(0, str(Path(__file__).parent))


@attrs.frozen
class Ran:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str


_LOADED = functools.cache(cimscore.load_rulebook)


@pytest.fixture(autouse=True)
def installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Build the rulebook of the installed plugins once for all tests: it never changes."""
    for module in (inputs, coverage, form, schema):
        monkeypatch.setattr(module, "load_rulebook", _LOADED)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """Runs a command: ``run("assess", "case.yaml")``."""
    monkeypatch.setenv("COLUMNS", "100")

    def running(*arguments: object) -> Ran:
        code = main([str(argument) for argument in arguments])
        printed = capsys.readouterr()
        assert "Traceback" not in printed.out + printed.err
        return Ran(code, printed.out, printed.err)

    return running
