"""Going on where an earlier run ended: rows that a file has already, and a check that they are of the same cases."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, Protocol

import attrs

from cimscore.errors import CimsError
from cimscore.many.lines import CaseLine


class OtherRowsError(CimsError):
    """The rows of the file are not what these cases come to: name another file, or what was named before."""


class RowOfCase(Protocol):
    """Row of a case, with its number in it."""

    @property
    def text(self) -> str:
        """Return the row as a line of JSON, in ASCII and without its end."""


@attrs.frozen
class RowsSoFar:
    """Rows that a file has already.

    Attributes:
        count: How many there are.
        size: Bytes that they take. What follows is half a row.
        first: The first of them, without its end; empty if there is none.
        last: The last of them.
    """

    count: int = 0
    size: int = 0
    first: bytes = b""
    last: bytes = b""


def rows_so_far(file: BinaryIO) -> RowsSoFar:
    """Return the whole rows of a file, read from its beginning."""
    count = size = 0
    first = last = b""
    for row in file:
        if not row.endswith(b"\n"):
            break
        count, size, last = count + 1, size + len(row), row.rstrip(b"\n")
        first = first or last
    return RowsSoFar(count, size, first, last)


def rest_of(
    lines: Iterable[CaseLine], done: RowsSoFar, decide: Callable[[Iterable[CaseLine]], Iterator[RowOfCase]]
) -> Iterator[CaseLine]:
    """Return the cases behind the one of the last row.

    The cases of the first and the last row are decided once more, so that no file goes on with other cases, programs or
    choices. Not every case before the last need have a row.

    Args:
        lines: Every case.
        done: The rows that there are.
        decide: Decides some cases.

    Raises:
        OtherRowsError: A row is not what its case comes to.
    """
    waiting = iter(lines)
    for row in dict.fromkeys(filter(None, (done.first, done.last))):
        number = _number(row)
        line = next((line for line in waiting if line.number >= number), None)
        if line is None or line.number != number or next(decide([line])).text.encode() != row:
            raise OtherRowsError(
                f"Row {number:,} is not what the case in that place comes to now. The cases, the programs or what was "
                "chosen for them differ from what the file was begun with; a moment that was `now` is another one by "
                "now. Begin a new file."
            )
    return waiting


def _number(row: bytes) -> int:
    """Return the number of a row; 0 if it is none."""
    try:
        return int(json.loads(row)["number"])
    except (LookupError, TypeError, ValueError):
        return 0
