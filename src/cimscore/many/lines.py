"""Many cases as they are handed over, one after another: lines of a file of JSON Lines, or files of a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, Final

import attrs

from cimscore.case import Moment
from cimscore.errors import CimsError
from cimscore.limits import LONGEST_DOCUMENT

_MOST: Final = 4 * LONGEST_DOCUMENT + 4
"""Bytes of a line that are kept: a character more than any document may have, so that the reader refuses it."""
_DOCUMENTS: Final = frozenset({".json", ".yaml", ".yml"})
STANDARD_INPUT: Final = "-"


class NoCasesError(CimsError):
    """There is no such file or folder, or it cannot be read: name another."""


@attrs.frozen
class CaseLine:
    """One case as it was handed over.

    Attributes:
        number: Its place in the input, from 1: the line of the file, or the place in the folder or in the register.
        case: The text of the line, or the file.
        until: How much of the input is read with it: bytes of a file, files of a folder, cases of a register.
        name: Name of the file within the folder; empty for whatever is no file.
        reference: Id under which a register has the case; empty elsewhere.
        at: Moment to decide it for, unless one is chosen for all cases.
    """

    number: int
    case: bytes | Path
    until: int
    name: str = ""
    reference: str = ""
    at: Moment | None = None

    @property
    def called(self) -> str:
        """Return what the case is called in the input: its reference, its file, or its number."""
        return self.reference or self.name or str(self.number)


@attrs.frozen
class Input:
    """Cases, and how much there is of them.

    Attributes:
        lines: Each case, read when it is its turn.
        size: Bytes of the file, files of the folder or cases of the register; 0 where nobody can know.
    """

    lines: Iterator[CaseLine]
    size: int


def cases_in(source: str) -> Input:
    """Return the cases of a file, of a folder or of standard input.

    Args:
        source: Path of a file of JSON Lines, with a case document in each line; of a folder of case documents, in the
            order of their names; or ``-`` for JSON Lines on standard input.

    Raises:
        NoCasesError: There is no such file or folder, or it cannot be read.
    """
    if source == STANDARD_INPUT:
        return Input(_lines(sys.stdin.buffer), 0)
    path = Path(source)
    try:
        if path.is_dir():
            files = sorted(file for file in path.rglob("*") if file.suffix in _DOCUMENTS and file.is_file())
            return Input(_files(path, files), len(files))
        return Input(_lines(path.open("rb")), path.stat().st_size)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "its name cannot be a file's"
        raise NoCasesError(
            f"{source} cannot be read: {why}. Name a file of JSON Lines, or a folder of case documents."
        ) from None


def _files(folder: Path, files: list[Path]) -> Iterator[CaseLine]:
    for number, file in enumerate(files, 1):
        yield CaseLine(number, file, number, file.relative_to(folder).as_posix())


def _lines(file: BinaryIO) -> Iterator[CaseLine]:
    """Yield the lines that hold something; of one that is longer than any document only its beginning is kept."""
    number = until = 0
    with file:
        while text := file.readline(_MOST):
            number, until = number + 1, until + len(text)
            rest = text
            while len(rest) == _MOST and not rest.endswith(b"\n"):
                rest = file.readline(_MOST)
                until += len(rest)
            if text.strip():
                yield CaseLine(number, text.rstrip(b"\r\n"), until)
