"""The guides run: every block of code in them is carried out, in order, as a reader would."""

from __future__ import annotations

import datetime as dt
import importlib
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.each_nth import EVERYTHING, each_nth

import cimscore
from cimscore.case import Moment
from cimscore.cli import main
from cimscore.cli.commands import site
from cimscore.testing import check_example, unsound
from cimscore.wire import load_examples

ROOT = Path(__file__).parents[2]
GUIDES = ROOT / "site" / "docs" / "guides"
_BLOCK = re.compile(r"^```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
_FILE = re.compile(r"# file: (?P<path>\S+)\n")
MKDOCS = importlib.util.find_spec("material") is not None


def blocks(guide: str, language: str = "") -> list[str]:
    """The blocks of code of a guide."""
    found = _BLOCK.finditer((GUIDES / guide).read_text(encoding="utf-8"))
    return [block["text"] for block in found if language in ("", block["language"])]


def blocks_in_line(guide: str) -> list[str]:
    """The blocks that are carried out one after another; a program in a file of its own is run in `test_embedding`."""
    return [text for text in blocks(guide, "python") if not _FILE.match(text)]


def test_deciding_a_case_works_as_the_guide_says(monkeypatch: pytest.MonkeyPatch) -> None:
    if "qld-child-safety" not in cimscore.load_rulebook().programs:
        pytest.skip("the program of the guide's example is not installed: pip install -e plugins/qld-child-safety")
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}

    for block in blocks_in_line("embed.md"):
        exec(compile(block, "embed.md", "exec"), names)  # noqa: S102 - a guide is code that is meant to be run

    assert {"rulebook", "case", "decision", "kept"} <= names.keys()
    assert "Pat Example" not in str(names["from_rows"])


def test_deciding_tables_of_cases_works_as_the_guide_says(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    monkeypatch.chdir(ROOT)
    names: dict[str, Any] = {}

    for block in blocks_in_line("many-cases.md"):
        exec(compile(block, "many-cases.md", "exec"), names)  # noqa: S102 - a guide is code that is meant to be run

    states, clocks = names["states"].fetchall(), names["clocks"].fetchall()
    assert sum(count for _, _, count in states) == len(names["cases"]) > 5
    assert names["tally"].of_clause("qld/no-identifying-information/100-days") > 1
    assert {program for program, *_ in clocks} >= {"qld-child-safety", "vic-cims"}


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The programs of the guides, written to files as the guides name them; forgotten when the test is over."""
    guides = ("write-a-program.md", "more-of-a-program.md", "what-a-row-can-say.md", "add-to-a-program.md")
    for block in [block for guide in guides for block in blocks(guide)]:
        named = _FILE.match(block)
        if named:
            file = tmp_path / named["path"]
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(block[named.end() :], encoding="utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    _forget_programs()
    yield tmp_path
    _forget_programs()


def _forget_programs() -> None:
    """Forget what was imported: the folder of examples has an overlay of the same name."""
    own = ("after_school", "home_visits", "safe_plan", "same_day", "respite", "harbour_care")
    packages = (*own, *(f"test_{name}" for name in own))
    for name in [name for name in sys.modules if name.partition(".")[0] in packages]:
        del sys.modules[name]


@pytest.mark.parametrize("package", ["after_school", "home_visits", "safe_plan", "same_day", "respite"])
def test_the_program_of_a_guide_decides_its_example(written: Path, package: str) -> None:
    rulebook = cimscore.load_rulebook([importlib.import_module(package)])
    examples = load_examples(rulebook)

    assert examples
    assert [check_example(example, rulebook) for example in examples] == [()] * len(examples)


@pytest.mark.parametrize(
    "package",
    ["test_after_school", "test_home_visits", "test_safe_plan", "test_same_day", "test_respite", "test_harbour_care"],
)
def test_the_tests_of_a_guide_pass(written: Path, package: str) -> None:
    told = importlib.import_module(package)
    tests = [name for name in vars(told) if name.startswith("test_")]

    for name in tests:
        getattr(told, name)()
    assert len(tests) >= 2


_IMPORT = re.compile(r"^from (cimscore[.\w]*) import (?:\(([^)]*)\)|([^\n(]*))", re.MULTILINE)


def test_the_guide_says_how_many_names_a_first_program_takes() -> None:
    program = [text for text in blocks("write-a-program.md", "python") if "# file: test_" not in text]
    imports = [found for text in program for found in _IMPORT.findall(text)]
    names = {(module, name) for module, *lists in imports for name in re.findall(r"\w+", " ".join(lists))}

    assert f"It takes {len(names)} names of\n`cimscore`" in (GUIDES / "write-a-program.md").read_text(encoding="utf-8")
    assert all(hasattr(importlib.import_module(module), name) for module, name in names)


SAYINGS = (
    "hearing", "month-end", "visits-and-reviews", "after-hours", "friday-afternoon", "some-signs", "no-answer",
    "no-home",
)  # fmt: skip


@pytest.mark.spread
@pytest.mark.parametrize("example", each_nth(SAYINGS, 6))
def test_what_a_row_can_say_is_sound(written: Path, example: str) -> None:
    """Nothing is certain without a fact that another value of the fact denies."""
    rulebook = cimscore.load_rulebook([importlib.import_module("safe_plan")])
    (meant,) = (each for each in load_examples(rulebook) if each.id == example)

    assert list(unsound(meant.case, rulebook, at=meant.at)) == []
    late = meant.at or Moment(dt.datetime(2025, 4, 25, 9, tzinfo=dt.UTC))
    assert list(unsound(meant.case, rulebook, at=late, pairs=True, most=20 if EVERYTHING else 5)) == []


@pytest.mark.skipif(not MKDOCS, reason="mkdocs-material comes with nox -s site-browser")
def test_the_pages_of_the_guides_program_become_a_site_by_the_guides_own_settings(
    written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rulebook = cimscore.load_rulebook([importlib.import_module("after_school")])
    monkeypatch.setattr(site, "load_rulebook", lambda: rulebook)
    monkeypatch.chdir(written)

    assert main(["site", "generate", "--program", "after-school", "--out", "build/pages"]) == 0
    command = [sys.executable, "-m", "mkdocs", "build", "--strict"]
    built = subprocess.run(
        command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, capture_output=True, text=True, check=False
    )

    assert built.returncode == 0, built.stderr
    assert "<svg" in (written / "build" / "site" / "programs" / "after-school.html").read_text(encoding="utf-8")
