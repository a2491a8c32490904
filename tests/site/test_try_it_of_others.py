"""A program of somebody else, installed beside the shipped ones: packed, published and decided in a real browser."""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cimscore.scaffold import Taken, name_of, new_program

PYODIDE = Path(__file__).parents[2] / "node_modules" / "pyodide"
MKDOCS = """\
site_name: Night shelter
theme: material
use_directory_urls: false
plugins: []
"""

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(importlib.util.find_spec("material") is None, reason="MkDocs is not installed"),
    pytest.mark.skipif(not PYODIDE.is_dir(), reason="Pyodide is not installed: run `npm ci`"),
]


def run(folder: Path, *command: str) -> str:
    """Run a command in a folder in which the new program is installed."""
    found = os.pathsep.join(filter(None, (str(folder / "installed"), os.environ.get("PYTHONPATH"))))
    environment = {**os.environ, "PYTHONPATH": found, "COLUMNS": "100", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if "No matching distribution found for hatchling" in done.stderr:
        pytest.skip("no build backend is at hand")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_new_program_is_packed_and_decides_its_examples_in_a_browser(
    tmp_path: Path, script: Callable[..., Any]
) -> None:
    new_program(name_of("night-shelter", Taken())).write(tmp_path / "night-shelter")
    run(tmp_path, "pip", "install", "-q", "--no-deps", "--target", "installed", "./night-shelter")
    publish = ("--program", "night-shelter", "--out", "docs", "--without-worlds", "--try-it", str(PYODIDE))
    told = run(tmp_path, "cimscore", "site", "generate", *publish)
    (tmp_path / "mkdocs.yml").write_text(MKDOCS, encoding="utf-8")
    run(tmp_path, "mkdocs", "build", "-q")

    given = {"program": "night-shelter", "start": ["usual", "urgent"]}
    seen = script("try_it.mjs", str(tmp_path / "site"), json.dumps(given))["examples"]

    assert "night-shelter 0.1.0 (MIT)" in told
    for decided in seen.values():
        (tmp_path / "case.yaml").write_text(decided["yaml"], encoding="utf-8")
        assert decided["page"] == run(tmp_path, "cimscore", "assess", "case.yaml")
    assert len({decided["page"] for decided in seen.values()}) == len(given["start"])
