"""A new program is green at once: alone, beside the shipped ones, under a linter, and from its wheel."""

from __future__ import annotations

import importlib
import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
import yaml

import cimscore
from cimscore.plugins import Plugin, installed_plugins
from cimscore.policy import Disposition
from cimscore.scaffold import NewProgram, Taken, name_of, new_program
from cimscore.testing import check_example, unsound
from cimscore.wire import load_examples

ROOT = Path(__file__).parents[2]
PROGRAM = new_program(name_of("night-shelter", Taken()))
Import = Callable[[NewProgram], ModuleType]


def test_every_blank_is_filled_in_and_no_file_is_of_one_place() -> None:
    assert {path: text for path, text in PROGRAM.files.items() if "<<" in text or "__id__" in path} == {}
    assert not any("__package__" in path or path.endswith(".template") for path in PROGRAM.files)


def test_it_has_what_the_issue_of_a_first_hour_asks_for(imported: Import) -> None:
    rulebook = cimscore.load_rulebook([imported(PROGRAM)])
    one = rulebook.program("night-shelter")
    (source,), (calendar,) = one.declared.sources, one.declared.calendars
    years = {day.year for day in calendar.holidays}

    assert len(source.editions) == 2
    assert len(one.program.questions) == len(one.program.clocks) == 1
    assert years == set(range(calendar.first_year, calendar.last_year + 1))
    assert {clause.disposition for clause in one.declared.clauses} >= {
        Disposition.ENCODED, Disposition.LEFT_TO_A_PERSON, Disposition.GUIDANCE,
    }  # fmt: skip
    assert {"LICENSE", "README.md", "pyproject.toml", ".github/workflows/tests.yml"} <= PROGRAM.files.keys()


def test_its_examples_hold_show_every_encoded_clause_and_are_sound(imported: Import) -> None:
    rulebook = cimscore.load_rulebook([imported(PROGRAM)])
    examples = load_examples(rulebook)
    shown = {clause for example in examples for clause in example.shows}
    encoded = {clause.id for clause in rulebook.clauses.values() if clause.disposition.by_rules}

    assert [check_example(example, rulebook) for example in examples] == [()] * 3
    assert encoded - shown == set()
    assert [line for example in examples for line in unsound(example.case, rulebook)] == []


def test_it_lives_beside_every_installed_program(imported: Import) -> None:
    beside = [plugin.source for plugin in installed_plugins() if isinstance(plugin, Plugin)]
    rulebook = cimscore.load_rulebook([imported(PROGRAM), *beside])

    assert [check_example(example, rulebook) for example in load_examples(rulebook, "night-shelter")] == [()] * 3


def test_its_own_tests_pass(imported: Import, tmp_path: Path) -> None:
    imported(PROGRAM)
    folder = tmp_path / "night-shelter"
    paths = os.pathsep.join([str(folder / "src"), *sys.path])
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=folder, env={**os.environ, "PYTHONPATH": paths}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert ran.returncode == 0, ran.stdout


@pytest.mark.parametrize("tool", ["check", "format --check --line-length 120"])
def test_it_is_tidy(tool: str, imported: Import, tmp_path: Path) -> None:
    if importlib.util.find_spec("ruff") is None:
        pytest.skip("ruff comes with nox -s lint")
    imported(PROGRAM)
    command = [sys.executable, "-m", "ruff", *tool.split(), "--no-cache", "--isolated"]
    ran = subprocess.run(command, cwd=tmp_path / "night-shelter", capture_output=True, text=True, check=False)

    assert ran.returncode == 0, ran.stdout


def test_its_file_for_continuous_integration_can_be_read_and_names_no_registry() -> None:
    text = PROGRAM.files[".github/workflows/tests.yml"]
    steps = yaml.safe_load(text)["jobs"]["tests"]["steps"]

    assert "python -m pytest" in [step.get("run") for step in steps]
    assert re.findall(r"https?://", text) == []
