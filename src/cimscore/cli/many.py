"""Many cases for a command: from whatever was named, with how far it is."""

from __future__ import annotations

import argparse
import contextlib
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

from cimscore.cli.exits import Exit
from cimscore.cli.inputs import is_register
from cimscore.cli.loading import optional
from cimscore.cli.output import OutputError
from cimscore.cli.streams import tell
from cimscore.cli.tracing import writing
from cimscore.errors import CimsError
from cimscore.many import CaseLine, Input, cases_in, rest_of, rows_so_far
from cimscore.many.going_on import RowOfCase
from cimscore.rulebook import Rulebook
from cimscore.rules.english.nouns import counted


class NothingToResumeError(CimsError):
    """It is not said which rows to go on with, or they cannot be gone on with: name a file of JSON Lines."""


_MOST_WORKERS: Final = 64
_PAUSE: Final = 1.0
"""Seconds from one word on the progress to the next."""
WORST: Final = (("broken", Exit.INTERNAL), ("failed", Exit.FAILED), ("refused", Exit.DOCUMENT))
"""Exit code if there is a case of that state, the worst first."""
_PARQUET: Final = ".parquet"


def add_cases(parser: argparse.ArgumentParser) -> None:
    """Add where the cases are."""
    parser.add_argument(
        "cases", metavar="CASES",
        help="a file with a case document as JSON in each line, a folder of case documents, a .parquet file with such "
        "documents in the column `case`, a register, or - for such lines on standard input",
    )  # fmt: skip


def add_workers(parser: argparse.ArgumentParser) -> None:
    """Add the number of processes."""
    parser.add_argument(
        "--workers", metavar="N", type=_workers, default=1, help="how many processes decide (default: 1)"
    )


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {_MOST_WORKERS}")
    return int(text)


@contextlib.contextmanager
def many_cases(source: str, rulebook: Rulebook) -> Iterator[Input]:
    """Open the cases that were named.

    Args:
        source: Path of a file or a folder; or a register.
        rulebook: The programs by which a register is read.

    Raises:
        CimsError: There are none, or they cannot be read.
    """
    if is_register(source):
        library = optional("register", "A register")
        with contextlib.closing(library.open_register(source, rulebook)) as register:
            yield library.cases_in_register(register)
    elif is_parquet(source):
        yield arrow().cases_in_parquet(Path(source))
    else:
        yield cases_in(source)


@contextlib.contextmanager
def rows_to(
    path: Path, lines: Iterable[CaseLine], decide: Callable[[Iterable[CaseLine]], Iterator[RowOfCase]], *, resume: bool
) -> Iterator[tuple[Iterable[CaseLine], Callable[[RowOfCase], object]]]:
    """Open a file of rows, and give the cases that are still to be decided and what keeps a row.

    Args:
        path: The file, which is not there yet unless it is to go on.
        lines: Every case.
        decide: Decides some cases.
        resume: True to go on with the rows that it has.

    Raises:
        OtherRowsError: It is to go on, and its rows are not what these cases come to.
        OutputError: It is there already, or cannot be written.
    """
    refuse_written(path, resume=resume)
    with writing(str(path)), path.open("r+b" if path.exists() else "x+b") as file:
        yield _behind(file, lines, decide) if resume else lines, partial(write_row, file)


def refuse_written(path: Path, *, resume: bool = False) -> None:
    """Refuse to write over a file.

    Args:
        path: The file.
        resume: True if it is to go on.

    Raises:
        OutputError: It is there already.
    """
    if path.exists() and not resume:
        raise OutputError(str(path), "it is there already", "Name a new file, or go on with it by --resume.")


def write_row(file: BinaryIO, row: RowOfCase) -> None:
    """Write a row as a line."""
    file.write(row.text.encode() + b"\n")


def _behind(
    file: BinaryIO, lines: Iterable[CaseLine], decide: Callable[[Iterable[CaseLine]], Iterator[RowOfCase]]
) -> Iterator[CaseLine]:
    """Return the cases behind the last row, and cut off half a row that the file may end with."""
    done = rows_so_far(file)
    waiting = rest_of(lines, done, decide)
    file.seek(done.size)
    file.truncate()
    tell(f"cimscore: {done.count:,} rows are there already.\n")
    return waiting


def is_parquet(named: str | Path) -> bool:
    """Return True if a file is one of Parquet, by its name."""
    return Path(named).suffix == _PARQUET


def arrow() -> Any:
    """Return the room that reads and writes Parquet."""
    return optional("arrow", "Parquet")


class Seen:
    """The cases decided so far, told to whoever waits."""

    def __init__(self, size: int) -> None:
        """Begin to count.

        Args:
            size: How much there is of them, as an `Input` says.
        """
        self.states: Counter[str] = Counter()
        self._size = size
        self._taken: deque[int] = deque()
        self._from = 0
        self._began = self._told = time.monotonic()

    def taken(self, lines: Iterable[CaseLine]) -> Iterator[CaseLine]:
        """Yield the same cases, and note how far the input is read with each."""
        for line in lines:
            if not self._taken and not self.states:
                self._from, self._began = line.until, time.monotonic()
            self._taken.append(line.until)
            yield line

    def has(self, state: str) -> None:
        """Count a case by the state of its row, and tell how far it is now and then."""
        self.states[state] += 1
        until, now = self._taken.popleft() if self._taken else self._size, time.monotonic()
        # Progress is for a person who waits. A log would only fill up with it.
        if now - self._told >= _PAUSE and sys.stderr.isatty():
            self._told = now
            tell(f"\r{self}{self._left(until, now)}\033[K")

    def __str__(self) -> str:
        count = self.states.total()
        states = ", ".join(f"{number:,} {state}" for state, number in sorted(self.states.items()))
        rate = count / max(time.monotonic() - self._began, 1e-9)
        return f"{counted(count, 'case')}{f': {states}; {rate:,.0f} a second' if count else ''}."

    def _left(self, until: int, now: float) -> str:
        if until <= self._from or not self._size:
            return ""
        seconds = (now - self._began) / (until - self._from) * (self._size - until)
        return f" About {seconds / 60:,.0f} minutes left." if seconds >= 90 else f" About {seconds:.0f} seconds left."
