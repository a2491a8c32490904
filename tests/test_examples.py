"""The example documents: what is said of each, the same on every Python and for every hash seed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.each_nth import each_nth

from cimscore.cli import main

ROOT = Path(__file__).parents[1]
EXAMPLES = sorted((ROOT / "examples").glob("*.yaml"))
EXPECTED = ROOT / "examples" / "expected"


def run(*arguments: str, seed: str = "0") -> str:
    code = "import sys; from cimscore.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "PYTHONHASHSEED": seed, "COLUMNS": "100"}
    command = [sys.executable, "-c", code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT, env=environment)
    return done.stdout


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_what_is_said_of_an_example_is_what_is_committed(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """`nox -s examples` writes it anew. It is the same text on every Python."""
    monkeypatch.setenv("COLUMNS", "100")
    monkeypatch.chdir(ROOT)
    assert main(["assess", f"examples/{path.name}"]) == 0
    assert (EXPECTED / f"{path.stem}.txt").read_text(encoding="utf-8") == capsys.readouterr().out


def test_every_expectation_has_its_example() -> None:
    assert {path.stem for path in EXPECTED.glob("*.txt")} == {path.stem for path in EXAMPLES}


@pytest.mark.parametrize(
    "arguments", each_nth(["assess --json", "assess --all", "explain", "possible", "sensitivity"], 5)
)
def test_the_same_bytes_for_every_hash_seed(arguments: str) -> None:
    command, *options = arguments.split()
    outputs = {run(command, "examples/two-homes.yaml", *options, seed=seed) for seed in ("0", "20250303")}
    assert len(outputs) == 1


def test_the_picture_in_the_readme_is_the_picture_drawn(tmp_path: Path) -> None:
    assert main(["draw", str(ROOT / "examples" / "two-homes.yaml"), "-o", str(tmp_path / "two-homes.svg")]) == 0
    assert (ROOT / "examples" / "two-homes.svg").read_bytes() == (tmp_path / "two-homes.svg").read_bytes()
