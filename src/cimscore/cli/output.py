"""Writing results: to standard output or a file, as text or as JSON, always in UTF-8 and with the same bytes."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from cimscore.errors import CimsError

STANDARD_OUTPUT = "-"


class OutputError(CimsError):
    """The output cannot be written where it was asked for: name another file."""

    def __init__(self, what: str, why: str, hint: str) -> None:
        super().__init__(f"{what} cannot be written: {why}. {hint}")


def show(text: object) -> None:
    """Write text for people to standard output."""
    sys.stdout.write(str(text))


def show_json(value: object) -> None:
    """Write a plain value to standard output as JSON."""
    show(json_text(value))


def json_text(value: object) -> str:
    """A plain value as JSON in ASCII, so that no terminal or file misreads it."""
    return json.dumps(value, indent=2, ensure_ascii=True) + "\n"


def save(text: str, path: str) -> None:
    """Write text to a file, or to standard output for ``-``.

    Raises:
        OutputError: The file cannot be written.
    """
    if path == STANDARD_OUTPUT:
        show(text)
        return
    try:
        Path(path).write_bytes(text.encode())
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be a file's"
        raise OutputError(path, why, "Name a file in a folder that you may write to.") from None
