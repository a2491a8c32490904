"""What no file of this project may say: unfinished work, registry hosts, paths of one machine."""

from __future__ import annotations

import fnmatch
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# Put together from parts, so that this file passes its own test.
UNFINISHED = re.compile("|".join(rf"\b{a}{b}\b" for a, b in [("TO", "DO"), ("FIX", "ME"), ("NotImplemented", "Error")]))
REGISTRY = re.compile(
    "|".join(["py" + r"pi\.(org|io)", "python" + "hosted", r"registry\.npm" + r"js", "--index" + "-url"])
)
MACHINE = re.compile(r"(?<![\w.~*{}/-])/(home|root|Users|tmp|work|opt|mnt)/\w")
# The licence is not ours to word; this file's own examples have to say what they forbid.
EXEMPT = {"LICENSE", "tests/workshop/test_wording.py"}


def project_files() -> Iterator[Path]:
    """Every file of the project, whether or not it is committed yet; what git ignores is not one."""
    ignored = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split()] + [".git"]
    for folder, folders, names in os.walk(ROOT):
        folders[:] = [name for name in folders if not any(fnmatch.fnmatch(name, pattern) for pattern in ignored)]
        yield from (Path(folder, name) for name in names if not any(fnmatch.fnmatch(name, one) for one in ignored))


def text_of(path: Path) -> str:
    """The text of a file; nothing for pictures and other bytes."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def places(pattern: re.Pattern[str]) -> list[str]:
    """Each line of the project that the pattern finds."""
    return [
        f"{path.relative_to(ROOT)}:{number}: {line.strip()}"
        for path in sorted(project_files())
        if str(path.relative_to(ROOT)) not in EXEMPT
        for number, line in enumerate(text_of(path).splitlines(), 1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("pattern", [UNFINISHED, REGISTRY, MACHINE], ids=["unfinished", "registry", "machine"])
def test_no_file_says(pattern: re.Pattern[str]) -> None:
    assert places(pattern) == []


@pytest.mark.parametrize(
    ("pattern", "line", "expected"),
    [
        (UNFINISHED, "# TO" + "DO: later", True),
        (UNFINISHED, "a to-do list", False),
        (MACHINE, "read /home/kim/cases", True),
        (MACHINE, "https://www.example.org/home/page", False),
        (MACHINE, "tests/opt/file", False),
        (REGISTRY, "see https://py" + "pi.org/project/x", True),
    ],
    ids=["mark", "list", "home", "address", "relative", "registry"],
)
def test_the_patterns_find_what_they_are_for(pattern: re.Pattern[str], line: str, *, expected: bool) -> None:
    assert bool(pattern.search(line)) is expected
