"""Packs: scripts that hold binary files as text, so that a page loads them from a file share as from a web host."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.packing import engine
from cimscore.packing.compiling import files_of, zipped
from cimscore.packing.programs import PackedPart, archive, own_parts, programs_installed, required_parts

_PACK: Final = '(globalThis.cimscorePacks??={})[%s]="%s";\n'
LICENCES: Final = "licences.txt"
_ENGINE_LICENCES: Final = (
    f"Pyodide {engine.VERSION}: MPL-2.0, https://mozilla.org/MPL/2.0/. Its source is at "
    f"https://github.com/pyodide/pyodide/tree/{engine.VERSION}.\n\n"
    "Python and its library: PSF-2.0, https://docs.python.org/3/license.html. A part of it is packed, compiled.\n"
)
_OF_THE_PAGE: Final = (
    "engine.js",
    "made.js",
    "fields.js",
    "answer.js",
    "form.js",
    "report.js",
    "case.js",
    "try-it.css",
)
_MANIFEST: Final = "globalThis.cimscoreManifest=%s;\n"
Compile = Callable[[Path, bytes, bytes, Sequence[Mapping[str, Any]]], engine.Browsable]


@attrs.frozen(kw_only=True)
class Packed:
    """Scripts of a page that decides cases, and what is in them.

    Attributes:
        scripts: Each file by its name: scripts of the page, a manifest with the packs that it lists, and licences.
        contents: Name, version and licence of everything in them.
    """

    scripts: Mapping[str, str]
    contents: tuple[tuple[str, str, str], ...]

    @property
    def size(self) -> int:
        """Return the size of all scripts together, in bytes."""
        return sum(len(script.encode()) for script in self.scripts.values())

    @property
    def told(self) -> str:
        """Return what is in them, with versions and licences, in a line."""
        return ", ".join(f"{name} {version} ({licence})" for name, version, licence in self.contents)


def packed(folder: Path, trials: Sequence[Mapping[str, Any]], compiling: Compile = engine.compiled) -> Packed:
    """Return Pyodide, cimscore and the installed programs as scripts: the same bytes for the same files.

    Args:
        folder: The folder of Pyodide.
        trials: Documents of cases that are decided first, to see that they can be.
        compiling: What compiles packages for Pyodide.

    Raises:
        NoEngineError: The folder is not Pyodide's, or there is nothing to run it.
        UnpackableError: A program cannot be used in a browser.
    """
    engine.check_engine(folder)
    own = list(own_parts(programs_installed()))
    required = sorted(required_parts(part.name for part in own), key=lambda part: part.name.lower())
    made = compiling(folder, archive(required), archive(own), trials)
    modules = {path.removesuffix(".pyc") for path, _ in files_of(made.packages)}
    needed = [part for part in required if not modules.isdisjoint(part.modules)]
    gone = tuple(f"{part.described}/" for part in required if part not in needed)
    packages = zipped((path, data) for path, data in files_of(made.packages) if not path.startswith(gone))
    binaries = {
        **{name: (folder / name).read_bytes() for name in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")},
        "stdlib.zip": made.stdlib, "packages.zip": packages, "programs.zip": made.programs,
    }  # fmt: skip
    packs = {f"{name}.js": _pack(name, data) for name, data in binaries.items()}
    info = json.loads((folder / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    sizes = {name: len(packs[f"{name}.js"]) for name in binaries}
    manifest = {"packs": sizes, "info": info, "worker": _browser("worker.mjs")}
    page = {name: _browser(name) for name in _OF_THE_PAGE}
    licences = _licences([*own, *needed])
    return Packed(
        scripts={"manifest.js": _MANIFEST % json.dumps(manifest), **page, **packs, LICENCES: licences},
        contents=(
            ("Pyodide", engine.VERSION, "MPL-2.0"), ("Python", made.python, "PSF-2.0"),
            *((part.name, part.version, part.licence) for part in (*own, *needed)),
        ),
    )  # fmt: skip


def _licences(parts: Iterable[PackedPart]) -> str:
    """Return the licences of everything packed, each in full where its distribution has it."""
    texts = (f"{part.name} {part.version}: {part.licence}\n\n{part.licence_text}" for part in parts)
    return f"\n{'-' * 78}\n\n".join([_ENGINE_LICENCES, *texts])


def _browser(name: str) -> str:
    return (files("cimscore.try_it") / "browser" / name).read_text(encoding="utf-8")


def _pack(name: str, data: bytes) -> str:
    return _PACK % (json.dumps(name), base64.b64encode(gzip.compress(data, 9, mtime=0)).decode())
