"""Going on where an earlier run ended: the rows that a file has already, and whether they are of the same cases."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

import attrs

from cimscore.errors import CimsError
from cimscore.many.lines import CaseLine
from cimscore.many.rows import CaseRow


class OtherRowsError(CimsError):
    """The rows of the file are not what these cases come to: name another file, or what was named before."""


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
    lines: Iterable[CaseLine], done: RowsSoFar, decide: Callable[[Iterable[CaseLine]], Iterator[CaseRow]]
) -> Iterator[CaseLine]:
    """Return the cases that have no row yet.

    The first and the last row are decided once more, so that no file goes on with other cases, programs or choices.

    Args:
        lines: Every case.
        done: The rows that there are.
        decide: Decides some cases.

    Raises:
        OtherRowsError: A row is not what its case comes to.
    """
    waiting = iter(lines)
    for place in range(1, done.count + 1):
        line = next(waiting, None)
        expected = done.first if place == 1 else done.last
        if line is None or (place in (1, done.count) and _row(decide, line) != expected):
            raise OtherRowsError(
                f"Row {place:,} is not what the case in that place comes to now. The cases, the programs or what was "
                "chosen for them differ from what the file was begun with; a moment that was `now` is another one by "
                "now. Begin a new file."
            )
    return waiting


def _row(decide: Callable[[Iterable[CaseLine]], Iterator[CaseRow]], line: CaseLine) -> bytes:
    return next(decide([line])).text.encode()
