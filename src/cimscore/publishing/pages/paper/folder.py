"""The folder that holds the pages: written whole, compared byte by byte, and never at the cost of a file of others."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from cimscore.errors import CimsError
from cimscore.publishing.pages.paper.markdown import Page

LIST: Final = "generated-pages.txt"
"""The file that names every page written, so that a page that is no longer made can be taken away."""


class OccupiedError(CimsError):
    """A page would overwrite a file that was not generated: choose another folder, or move that file."""


def write_pages(pages: Iterable[Page], folder: Path) -> None:
    """Write pages, and take away those written before that are no longer made. Other files stay as they are.

    Raises:
        OccupiedError: A file stands in the way that was not generated.
    """
    files, before = _files(pages), _written_before(folder)
    strangers = sorted(path for path in files.keys() - before if (folder / path).exists())
    if strangers:
        raise OccupiedError(
            f"{folder}: {', '.join(strangers[:5])} would be overwritten and was not generated. "
            "Choose another folder with --out, or move what is there."
        )
    folder.mkdir(parents=True, exist_ok=True)
    (folder / LIST).write_bytes(_listing(before | files.keys()))  # first, so that a run broken off can be repeated
    for path in before - files.keys():
        (folder / path).unlink(missing_ok=True)
    for path, content in files.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def stale_pages(pages: Iterable[Page], folder: Path) -> tuple[str, ...]:
    """Return the differences between a folder and newly generated pages, in sentences; empty if there are none."""
    files = _files(pages)
    found = [
        f"{path}: no longer generated" for path in _written_before(folder) - files.keys() if (folder / path).exists()
    ]
    for path, content in files.items():
        file = folder / path
        if not file.is_file():
            found.append(f"{path}: missing")
        elif file.read_bytes() != content:
            found.append(f"{path}: differs")
    return tuple(sorted(found))


def _files(pages: Iterable[Page]) -> dict[str, bytes]:
    files: dict[str, bytes] = {}
    for page in pages:
        if page.path in files:
            raise OccupiedError(f"Two things have the page {page.path}. Give one of them another id or file name.")
        files[page.path] = page.data or page.text.encode()
    return {**files, LIST: _listing({*files, LIST})}


def _listing(paths: Iterable[str]) -> bytes:
    return "".join(f"{path}\n" for path in sorted(paths)).encode()


def _written_before(folder: Path) -> set[str]:
    listing = folder / LIST
    return set(listing.read_text(encoding="utf-8").split("\n")) - {""} if listing.is_file() else set()
