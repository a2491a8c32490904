"""Pyodide, which is Python for a browser: its files in a folder, and what it does before anything is packed."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.errors import CimsError

VERSION: Final = "314.0.7"
"""The version whose files are known to work from a file share: how it is started is no promise of Pyodide."""
_FILES: Final = (
    "pyodide.mjs",
    "pyodide.asm.mjs",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
    "package.json",
)
_HOW: Final = f"Run `npm ci` in a checkout, or `npm install pyodide@{VERSION}`, and name its node_modules/pyodide."


class NoEngineError(CimsError):
    """Pyodide is not there, or cannot be run: install it, and Node.js."""


class UnpackableError(CimsError):
    """A program does not run in a browser: leave it out, or take out what only runs elsewhere."""


@attrs.frozen(kw_only=True)
class Browsable:
    """Python's library, packages and programs, compiled for a page.

    Attributes:
        stdlib: ZIP of Python's own library.
        packages: ZIP of the packages that were needed.
        programs: ZIP of cimscore and the programs, with their source.
        python: The version of Python.
    """

    stdlib: bytes
    packages: bytes
    programs: bytes
    python: str


def check_engine(folder: Path) -> None:
    """Refuse a folder that does not have Pyodide in the version that is known to work.

    Raises:
        NoEngineError: It does not.
    """
    missing = [name for name in _FILES if not (folder / name).is_file()]
    if missing:
        raise NoEngineError(f"{folder} is not a folder of Pyodide: {', '.join(missing)} is missing. {_HOW}")
    version = json.loads((folder / "package.json").read_text(encoding="utf-8")).get("version")
    if version != VERSION:
        raise NoEngineError(f"{folder} has Pyodide {version}, and only {VERSION} is known to work. {_HOW}")


def compiled(folder: Path, packages: bytes, programs: bytes, trials: Sequence[Mapping[str, Any]]) -> Browsable:
    """Return packages and programs compiled by Pyodide, with as much of the packages as the trials needed.

    Args:
        folder: The folder of Pyodide.
        packages: ZIP of the packages.
        programs: ZIP of cimscore and the programs.
        trials: Documents of cases that are decided first.

    Raises:
        NoEngineError: There is no Node.js to run it.
        UnpackableError: A program cannot be used there, or a trial cannot be decided.
    """
    node = shutil.which("node")
    if node is None:
        raise NoEngineError(
            "Compiling for a browser needs Node.js, which is not installed. Install it (Debian: nodejs)."
        )
    with tempfile.TemporaryDirectory() as name, as_file(files("cimscore.packing")) as own:
        at = Path(name)
        given = {"packages.zip": packages, "programs.zip": programs, "trials.json": json.dumps(list(trials)).encode()}
        for file, data in {**given, "compiling.py": (own / "compiling.py").read_bytes()}.items():
            (at / file).write_bytes(data)
        command = [node, str(own / "compile.mjs"), str(folder.resolve()), name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - a script of this package
        if done.returncode:
            raise UnpackableError(f"The programs do not run in a browser: {done.stderr.strip().splitlines()[-1]}")
        told = json.loads((at / "told.json").read_text(encoding="utf-8"))
        refuse_failed(told)
        made = {part: (at / f"{part}.out").read_bytes() for part in ("stdlib", "packages", "programs")}
        return Browsable(**made, python=told["python"])


def refuse_failed(told: Mapping[str, Any]) -> None:
    """Refuse what does not work in a browser.

    Raises:
        UnpackableError: A program is left out there, or a case that is decided here is not decided there.
    """
    for program, why in told["left_out"].items():
        raise UnpackableError(f"{program} cannot be used in a browser. {why}")
    for problems in told["wrong"]:
        raise UnpackableError(f"A case that is decided here cannot be decided in a browser: {problems[0]}")
