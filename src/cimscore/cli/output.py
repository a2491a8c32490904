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


class NotTextError(OutputError):
    """What is to be written has half a character in it: correct that character where it comes from."""

    def __init__(self, what: str, error: UnicodeEncodeError) -> None:
        half = ord(error.object[error.start])
        super().__init__(
            what,
            f"its text has half a character in it (U+{half:04X}), which no file in UTF-8 can hold",
            f"Look for it where the text comes from, perhaps written \\u{half:04x}, and write the whole character.",
        )


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
        NotTextError: The text cannot be written to any file.
    """
    if path == STANDARD_OUTPUT:
        show(text)
        return
    try:
        data = text.encode()
    except UnicodeEncodeError as error:
        raise NotTextError(path, error) from None
    try:
        Path(path).write_bytes(data)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be a file's"
        raise OutputError(path, why, "Name a file in a folder that you may write to.") from None
