"""Parts that sessions share: where things are, how the projects are installed, what a command or the tests said."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import nox
from nox.project import dependency_groups, load_toml

ROOT = Path(__file__).parents[1]
PROJECT = load_toml(ROOT / "pyproject.toml")
PLUGINS = sorted(ROOT.glob("plugins/*/"))
PINS = ROOT / "constraints.txt"
OF_PROGRAMS = ROOT / "build" / "tests.json"


def install(session: nox.Session, *groups: str, pins: Path | None = PINS) -> None:
    """Install the core and all plugins, editable, with some dependency groups."""
    pinned = ["-c", str(pins)] if pins else []
    checkouts = [part for path in (ROOT, *PLUGINS) for part in ("-e", str(path))]
    session.install(*pinned, *checkouts, *dependency_groups(PROJECT, *groups))


def recorded(session: nox.Session, record: Path = OF_PROGRAMS, folders: Iterable[str] = ("plugins",)) -> Path:
    """Run tests, the programs' own if no folders are named, and return the record of what they really exercised."""
    session.run("pytest", "-q", "-n", "2", *folders, *recording(record))
    return record


def recording(record: Path) -> tuple[str, ...]:
    """Return the options with which pytest writes a record."""
    return ("-p", "cimscore.pytest_plugin", "--cimscore-trace", str(record))


def output(session: nox.Session, *command: str) -> str:
    """Return what a command says."""
    return str(session.run(*command, silent=True, stderr=None, env={"COLUMNS": "100"}))
