"""Compiling packages by the Python that will run them. It runs within that Python, and needs nothing but it.

Of a library, only those folders are kept that were loaded while a case was decided.
"""

from __future__ import annotations

import io
import sys
import zipfile
from collections.abc import Iterable, Iterator
from importlib._bootstrap_external import _code_to_hash_pyc  # type: ignore[attr-defined]
from typing import Final

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)
_UNCHECKED: Final = b"\0" * 8


def lean(archive: bytes, root: str, loaded: frozenset[str]) -> bytes:
    """Return the ZIP of a library compiled, without its source and without the folders that were not loaded.

    Args:
        archive: The ZIP.
        root: The folder that it was unpacked to, or the ZIP itself where Python reads from it.
        loaded: The folders from which something was loaded.
    """
    kept = ((path, data) for path, data in files_of(archive) if _folder(root, path) in loaded or ".dist-info/" in path)
    return zipped((f"{path}c", _compiled(path, data)) if path.endswith(".py") else (path, data) for path, data in kept)


def with_compiled(files: Iterable[tuple[str, bytes]], root: str) -> bytes:
    """Return a ZIP of programs with each file's compiled form beside it: rules and errors are told by the source.

    Args:
        files: The files, by path.
        root: The ZIP as Python will find it, from which it reads without unpacking it.
    """
    return zipped(beside for path, data in files for beside in _beside(root, path, data))


def loaded_folders() -> frozenset[str]:
    """Return the folders of every module that is loaded."""
    files = (getattr(module, "__file__", None) or "" for module in tuple(sys.modules.values()))
    return frozenset(file.rpartition("/")[0] for file in files) | frozenset(
        path for module in tuple(sys.modules.values()) for path in map(str, getattr(module, "__path__", ()))
    )


def _folder(root: str, path: str) -> str:
    return f"{root}/{path}".rpartition("/")[0]


def _beside(root: str, path: str, data: bytes) -> Iterator[tuple[str, bytes]]:
    yield path, data
    if path.endswith(".py"):
        yield f"{path}c", _compiled(f"{root}/{path}", data)


def _compiled(path: str, data: bytes) -> bytes:
    return bytes(_code_to_hash_pyc(compile(data, path, "exec", dont_inherit=True, optimize=0), _UNCHECKED, False))


def files_of(archive: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a ZIP, by path."""
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        for name in sorted(packed.namelist()):
            if not name.endswith("/"):
                yield name, packed.read(name)


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Return files as a ZIP that is not compressed: the same bytes for the same files."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packing:
        for path, data in files:
            packing.writestr(zipfile.ZipInfo(path, _EARLIEST), data)
    return written.getvalue()
