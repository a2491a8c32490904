"""What the sessions share: where things are, how the projects are installed, what a command or the tests said."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import nox
from nox.project import dependency_groups, load_toml

ROOT = Path(__file__).parents[1]
PROJECT = load_toml(ROOT / "pyproject.toml")
PLUGINS = sorted(ROOT.glob("plugins/*/"))
PINS = ROOT / "constraints.txt"
EVERY_TEST = ROOT / "build" / "every-test.json"


def install(session: nox.Session, *groups: str, pins: Path | None = PINS) -> None:
    """Install the core and all plugins, editable, with some dependency groups."""
    pinned = ["-c", str(pins)] if pins else []
    checkouts = [part for path in (ROOT, *PLUGINS) for part in ("-e", str(path))]
    session.install(*pinned, *checkouts, *dependency_groups(PROJECT, *groups))


def recorded(session: nox.Session, name: str = "tests.json", folders: Iterable[str] = ("plugins",)) -> Path:
    """What tests really exercised, with their results: the programs' own, if no folders are named."""
    record = ROOT / "build" / name
    session.run("pytest", "-q", "-n", "2", *folders, *recording(record))
    return record


def recording(record: Path) -> tuple[str, ...]:
    """Return the options with which pytest writes a record."""
    return ("-p", "cimscore.pytest_plugin", "--cimscore-trace", str(record))


def of_programs(record: Path) -> Path:
    """Return the part of a record that the programs' own tests have made."""
    told = json.loads(record.read_text(encoding="utf-8"))
    told["tests"] = [test for test in told["tests"] if test["file"].startswith("plugins/")]
    own = record.with_name("tests.json")
    own.write_text(json.dumps(told), encoding="utf-8")
    return own


def output(session: nox.Session, *command: str) -> str:
    """Return what a command says."""
    return str(session.run(*command, silent=True, stderr=None, env={"COLUMNS": "100"}))
