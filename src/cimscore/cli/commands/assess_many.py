"""``cimscore assess-many``: a row for each of many cases."""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Final

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook, loading_again, optional
from cimscore.cli.options import add_choices
from cimscore.cli.output import OutputError
from cimscore.cli.streams import tell
from cimscore.cli.tracing import writing
from cimscore.errors import CimsError
from cimscore.many import CaseLine, CaseRow, Input, assess_many, cases_in, rest_of, rows_so_far

Decide = partial[Iterator[CaseRow]]

_MOST_WORKERS: Final = 64
_PAUSE: Final = 1.0
"""Seconds from one word on the progress to the next."""
_WORST: Final = (("broken", Exit.INTERNAL), ("failed", Exit.FAILED), ("refused", Exit.DOCUMENT))
"""Exit code if there is a row of that state, the worst first."""
_PARQUET: Final = ".parquet"


class NothingToResumeError(CimsError):
    """It is not said which rows to go on with, or they cannot be gone on with: name a file of JSON Lines with --out."""


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "cases", metavar="CASES",
        help="a file with a case document as JSON in each line, a folder of case documents, a .parquet file with such "
        "documents in the column `case`, or - for such lines on standard input",
    )  # fmt: skip
    parser.add_argument(
        "--out",
        metavar="FILE",
        help="where to write the rows, as JSON Lines or to a .parquet file (default: standard output)",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the rows that the file of --out has from a run that ended"
    )
    parser.add_argument(
        "--workers", metavar="N", type=_workers, default=1, help="how many processes decide (default: 1)"
    )
    add_choices(parser)


def _workers(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= _MOST_WORKERS:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to {_MOST_WORKERS}")
    return int(text)


def _run(arguments: argparse.Namespace) -> Exit:
    if arguments.resume and not arguments.out:
        raise NothingToResumeError("--resume goes on with the rows of a file. Name it with --out.")
    if arguments.resume and _is_parquet(arguments.out):
        raise NothingToResumeError("A Parquet file that is not whole holds no rows to go on with. Begin a new one.")
    rulebook = load_rulebook()
    decide = partial(
        assess_many, rulebook=rulebook, at=arguments.at, readings=dict(arguments.readings),
        programs=arguments.programs or None,
    )  # fmt: skip
    cases = _cases(arguments.cases)
    seen = _Seen(cases.size)
    gc.freeze()  # The rulebook stays, so nobody need look through it again.
    decide([])  # What was typed is refused before a file is begun
    with _rows(arguments, cases.lines, decide) as (waiting, keep):
        for row in decide(seen.taken(waiting), workers=arguments.workers, load=loading_again()):
            keep(row)
            seen.has(row)
    tell(f"{seen}\n")
    return next((code for state, code in _WORST if seen.states[state]), Exit.DONE)


def _cases(source: str) -> Input:
    if not _is_parquet(source):
        return cases_in(source)
    cases: Input = _arrow().cases_in_parquet(Path(source))
    return cases


@contextlib.contextmanager
def _rows(
    arguments: argparse.Namespace, lines: Iterable[CaseLine], decide: Decide
) -> Iterator[tuple[Iterable[CaseLine], Callable[[CaseRow], object]]]:
    """Open what the rows are written to, and give the cases without a row and what keeps one.

    It is never a file that is there already, unless it is to go on.

    Raises:
        OutputError: It cannot be written.
    """
    if not arguments.out:
        yield lines, partial(_write, sys.stdout.buffer)
        return
    path = Path(arguments.out)
    if path.exists() and not arguments.resume:
        raise OutputError(arguments.out, "it is there already", "Name a new file, or go on with it by --resume.")
    if _is_parquet(path):
        with writing(arguments.out), _arrow().parquet_rows(path) as keep:
            yield lines, keep
        return
    with writing(arguments.out), path.open("r+b" if path.exists() else "x+b") as file:
        yield _rest(file, lines, decide) if arguments.resume else lines, partial(_write, file)


def _write(file: BinaryIO, row: CaseRow) -> None:
    file.write(row.text.encode() + b"\n")


def _is_parquet(named: str | Path) -> bool:
    return Path(named).suffix == _PARQUET


def _arrow() -> Any:
    """Return the room that reads and writes Parquet."""
    return optional("arrow", "Parquet")


def _rest(file: BinaryIO, lines: Iterable[CaseLine], decide: Decide) -> Iterator[CaseLine]:
    """Return the cases without a row, and cut off half a row that the file may end with."""
    done = rows_so_far(file)
    waiting = rest_of(lines, done, decide)
    file.seek(done.size)
    file.truncate()
    tell(f"cimscore: {done.count:,} rows are there already.\n")
    return waiting


class _Seen:
    """The cases decided so far, told to whoever waits."""

    def __init__(self, size: int) -> None:
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

    def has(self, row: CaseRow) -> None:
        """Count a row, and tell how far it is now and then."""
        self.states[row.state] += 1
        until, now = self._taken.popleft(), time.monotonic()
        # Progress is for a person who waits. A log would only fill up with it.
        if now - self._told >= _PAUSE and sys.stderr.isatty():
            self._told = now
            tell(f"\r{self}{self._left(until, now)}\033[K")

    def __str__(self) -> str:
        count = self.states.total()
        states = ", ".join(f"{number:,} {state}" for state, number in sorted(self.states.items()))
        rate = count / max(time.monotonic() - self._began, 1e-9)
        return f"{count:,} case{'s' * (count != 1)}{f': {states}; {rate:,.0f} a second' if count else ''}."

    def _left(self, until: int, now: float) -> str:
        if until <= self._from or not self._size:
            return ""
        seconds = (now - self._began) / (until - self._from) * (self._size - until)
        return f" About {seconds / 60:,.0f} minutes left." if seconds >= 90 else f" About {seconds:.0f} seconds left."


COMMAND = Command(
    teaches="The rows are lines of JSON in the order of the cases: the compact assessment of each, or why it is "
    "refused, with every problem and its place. One bad case stops no other. A file of rows is never written over: "
    "what a run that was interrupted has written is gone on with by --resume, after its first and last row are decided "
    "once more and found to be the same.",
    example="cimscore assess-many cases.jsonl --out rows.jsonl --workers 2",
    options=_options,
    run=_run,
)
