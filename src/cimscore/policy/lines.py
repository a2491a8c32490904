"""The line of a policy file that a problem is about. It is looked for only once something is wrong."""

from __future__ import annotations

import re
from importlib.resources.abc import Traversable
from typing import Final

import attrs

from cimscore.errors import Problem

_PLACE: Final = re.compile(r"(?P<files>\S+\.toml(?: and \S+\.toml)*): (?P<what>.+)")
_KEY: Final = re.compile(r"(?P<name>.+)\.(?P<key>[a-z-]+)(?:\[[0-9]+\])*")


def with_line(problem: Problem, folder: Traversable) -> Problem:
    """Return a problem with the line of its statement: of the key, or else of the clause or source it belongs to.

    Args:
        problem: A problem whose place begins with the file, or files.
        folder: The folder of the policy.
    """
    place = _PLACE.fullmatch(problem.where)
    if place is None:
        return problem
    files = (f"{file}{_after(file, place['what'], folder)}" for file in place["files"].split(" and "))
    return attrs.evolve(problem, where=f"{' and '.join(files)}: {place['what']}")


def _after(file: str, what: str, folder: Traversable) -> str:
    """Return a colon and the line in a file; nothing if the file has no such statement."""
    found = folder
    for name in file.split("/"):
        found = found.joinpath(name)
    lines = found.read_text(encoding="utf-8").splitlines()
    keyed = _KEY.fullmatch(what)
    line = (keyed and _line(lines, keyed["name"], keyed["key"])) or _line(lines, what, "")
    return f":{line}" if line else ""


def _line(lines: list[str], name: str, key: str) -> int:
    """Return the line of a key in a table, or of the table's name; 0 if the table is not in the file."""
    named = re.compile(rf"""\s*(id\s*=\s*["']{re.escape(name)}["']|\[{re.escape(name)}\])\s*(#.*)?""")
    keyed = re.compile(rf"\s*{re.escape(key)}\s*=")
    first = next((number for number, line in enumerate(lines) if named.fullmatch(line)), None)
    if first is None:
        return 0
    for number in range(first + 1, len(lines)):
        if lines[number].startswith("["):
            break
        if key and keyed.match(lines[number]):
            return number + 1
    return first + 1
