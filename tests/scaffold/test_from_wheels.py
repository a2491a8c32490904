"""A new program is green from wheels alone, in an environment that holds nothing but the core and itself."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from cimscore.scaffold import Taken, name_of, new_program

ROOT = Path(__file__).parents[2]
PROGRAM = new_program(name_of("night-shelter", Taken()))


@pytest.fixture
def fresh(tmp_path: Path) -> Path:
    """A folder with the new program, its wheel and the core's, and an environment that holds these two alone."""
    pytest.importorskip("pip", reason="no pip is at hand")
    PROGRAM.write(tmp_path / "night-shelter")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path / "venv")], check=True)
    wheels = tmp_path / "wheels"
    built = pip(tmp_path, "wheel", "-q", "--no-deps", "-w", wheels, ROOT, "./night-shelter")
    if "No matching distribution found for hatchling" in built.stderr:
        pytest.skip("no build backend is at hand")
    assert built.returncode == 0, built.stderr
    installed = pip(tmp_path, "install", "-q", "--no-compile", *sorted(wheels.glob("*.whl")), "pytest")
    assert installed.returncode == 0, installed.stderr
    return tmp_path


def pip(where: Path, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Let the pip at hand work in the fresh environment, which needs none of its own."""
    command = [sys.executable, "-m", "pip", "--python", where / "venv" / "bin" / "python", *arguments]
    return in_a_process(where, map(str, command))


def run(where: Path, program: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a program of the fresh environment, which knows nothing of this checkout."""
    environment = next(folder for folder in (where, *where.parents) if (folder / "venv").is_dir()) / "venv"
    return in_a_process(where, [str(environment / "bin" / program), *map(str, arguments)])


def in_a_process(where: Path, command: Iterable[str]) -> subprocess.CompletedProcess[str]:
    """Run a command without what was said to this process about paths and compiled files."""
    outside = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    return subprocess.run([*command], cwd=where, env=outside, capture_output=True, text=True, check=False)


def test_it_is_whole_tested_found_and_published_from_the_wheels_alone(fresh: Path) -> None:
    """One environment serves all of it, since making one takes longest."""
    (wheel,) = (fresh / "wheels").glob("night_shelter-*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    assert {path.removeprefix("src/") for path in PROGRAM.files if path.startswith("src/")} - packed == set()

    tested = run(fresh / "night-shelter", "python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
    assert tested.returncode == 0, tested.stdout + tested.stderr

    programs = run(fresh, "cimscore", "programs")
    assert (programs.returncode, "night-shelter: Night shelter" in programs.stdout) == (0, True), programs.stderr

    held = run(fresh, "cimscore", "check-plugin", "night-shelter", "--facts", "6")
    assert (held.returncode, "Nothing is wrong" in held.stdout) == (0, True), held.stdout + held.stderr

    site = run(fresh, "cimscore", "site", "generate", "--program", "night-shelter", "--out", "pages")
    assert site.returncode == 0, site.stderr
    assert (fresh / "pages" / "programs" / "night-shelter.md").is_file()

    again = run(fresh, "cimscore", "new", "night-shelter", "--out", "elsewhere")
    assert (again.returncode, (fresh / "elsewhere").exists()) == (2, False)
    assert "has that name already" in again.stderr
