"""Writing results: to standard output or a file, as text or as JSON, always in UTF-8 and with the same bytes."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from contextvars import ContextVar
from pathlib import Path
from typing import Any, Final

from cimscore.case import Kept
from cimscore.case.kept import HOW_TO_SHOW
from cimscore.cli.colour import coloured, wants_colour
from cimscore.errors import CimsError

STANDARD_OUTPUT = "-"
_OUTPUTS: Final = ("output", "table", "save", "out", "calendar", "picture")
"""The options that name what a command writes; whatever else names a file is read."""
_NOTHING: Final = Kept()
_LINES_BELOW: Final = 4
"""So deep in a document that is written by the line, everything stands in one line: the entries of a decision."""
_KEPT: Final[ContextVar[Kept]] = ContextVar("what is kept back", default=_NOTHING)


class OutputError(CimsError):
    """The output cannot be written where it was asked for: name another file."""

    def __init__(self, what: str, why: str, hint: str) -> None:
        super().__init__(f"{what} cannot be written: {why}. {hint}")


class NotTextError(OutputError):
    """The output has half a character in it: correct that character where it comes from."""

    def __init__(self, what: str, error: UnicodeEncodeError) -> None:
        half = ord(error.object[error.start])
        super().__init__(
            what,
            f"its text has half a character in it (U+{half:04X}), which no file in UTF-8 can hold",
            f"Look for it where the text comes from, perhaps written \\u{half:04x}, and write the whole character.",
        )


def keep_back(kept: Kept) -> None:
    """Show nothing of what is kept back of a case, whatever is written from here on; more may be added.

    Args:
        kept: The words that are kept back.
    """
    _KEPT.set(Kept({**_KEPT.get().words, **kept.words}))


def show(text: object) -> None:
    """Write text for people to standard output, and whether something is kept back of it."""
    # Hidden in the finished text: nothing that a page is made of can slip past.
    told = _KEPT.get().told(str(text))
    sys.stdout.write(coloured(told) if wants_colour(sys.stdout) else told)


def show_json(value: object, *, by_line: bool = False) -> None:
    """Write a plain value to standard output as JSON.

    Args:
        value: The value.
        by_line: Whether each entry of a list stands in one line, for documents that are kept and compared.
    """
    sys.stdout.write(json_by_line(value) if by_line else json_text(value))
    tell_of_kept()


def json_text(value: Any) -> str:
    """Return a plain value as JSON in ASCII, so that no terminal or file misreads it; without hidden words."""
    return json.dumps(_KEPT.get().hide_in(value), indent=2, ensure_ascii=True) + "\n"


def json_by_line(value: Any) -> str:
    """Return a plain value as JSON in ASCII, each entry of a list of objects in a line; without what is kept back."""
    return _by_line(_KEPT.get().hide_in(value), 0) + "\n"


def _by_line(value: Any, depth: int) -> str:
    match value:
        case dict() if value and depth < _LINES_BELOW:
            inside = [f"{json.dumps(name)}: {_by_line(held, depth + 1)}" for name, held in value.items()]
            return _block("{}", inside, depth)
        case list() if value and depth < _LINES_BELOW:
            return _block("[]", [_by_line(held, depth + 1) for held in value], depth)
        case _:
            return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _block(ends: str, inside: list[str], depth: int) -> str:
    lines = ",\n".join(f"{' ' * (depth + 1)}{line}" for line in inside)
    return f"{ends[0]}\n{lines}\n{' ' * depth}{ends[1]}"


def tell_of_kept() -> None:
    """Say on standard error that something is kept back, where the output itself has no room for a sentence."""
    if _KEPT.get():
        sys.stderr.write(f"cimscore: {HOW_TO_SHOW}\n")


def keep_inputs(arguments: argparse.Namespace) -> None:
    """Refuse a command that would write over what it reads, or one output over another.

    Raises:
        OutputError: Two of the files that are named are one.
    """
    named = {id: file for id, file in vars(arguments).items() if file is not None}
    outputs = [(id, str(named.pop(id))) for id in _OUTPUTS if id in named]
    files = [Path(file) for _, file in outputs if file != STANDARD_OUTPUT]
    inputs = [Path(name) for held in named.values() for name in _several(held) if isinstance(name, str | Path)]
    for at, file in enumerate(files):
        if any(_is_same(file, read) for read in inputs):
            raise OutputError(str(file), "this command reads it, and would write over it", "Name another file.")
        if file.resolve() in [before.resolve() for before in files[:at]]:
            raise OutputError(str(file), "two outputs would be written to it", "Name a file for each.")


def _several(held: object) -> list[object]:
    return held if isinstance(held, list) else [held]


def _is_same(file: Path, other: Path) -> bool:
    """Return True if two names are of one file that exists."""
    try:
        return file.is_file() and file.samefile(other)
    except (OSError, ValueError):
        return False


def save(text: str, path: str) -> None:
    """Write text to a file, or to standard output for ``-``.

    Raises:
        OutputError: The file cannot be written.
        NotTextError: The text cannot be written to any file.
    """
    if path == STANDARD_OUTPUT:
        sys.stdout.write(text)
        return
    data = _encoded(text, path)
    try:
        Path(path).write_bytes(data)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be a file's"
        raise OutputError(path, why, "Name a file in a folder that you may write to.") from None


def replace(path: str, text: str) -> None:
    """Put a text in the place of a file's, all of it or nothing.

    Raises:
        OutputError: The file cannot be written; it stays as it was.
        NotTextError: The text cannot be written to any file.
    """
    file, data = Path(path).resolve(), _encoded(text, path)
    beside: Path | None = None
    try:
        # Only its owner can read it, under a name that nobody foresees: a document has its notifier.
        with tempfile.NamedTemporaryFile(dir=file.parent, prefix=f".{file.name}.", delete=False) as written:
            beside = Path(written.name)
            written.write(data)
        shutil.copymode(file, beside)
        beside.replace(file)
    except OSError as error:
        if beside is not None:
            beside.unlink(missing_ok=True)
        why = error.strerror or "it cannot be replaced"
        raise OutputError(path, why, "It stays as it was. Let this command write to its folder.") from None


def _encoded(text: str, path: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotTextError(path, error) from None
