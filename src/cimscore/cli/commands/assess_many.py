"""``cimscore assess-many``: a row for each of many cases."""

from __future__ import annotations

import argparse
import contextlib
import gc
import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook, loading_again
from cimscore.cli.many import (
    WORST,
    NothingToResumeError,
    Seen,
    add_cases,
    add_workers,
    arrow,
    is_parquet,
    many_cases,
    refuse_written,
    rows_to,
    write_row,
)
from cimscore.cli.options import add_choices
from cimscore.cli.streams import tell
from cimscore.cli.tracing import writing
from cimscore.many import CaseLine, CaseRow, Choices, assess_many

Decide = partial[Iterator[CaseRow]]


def _options(parser: argparse.ArgumentParser) -> None:
    add_cases(parser)
    parser.add_argument(
        "--out",
        metavar="FILE",
        help="where to write the rows, as JSON Lines or to a .parquet file (default: standard output)",
    )
    parser.add_argument(
        "--resume", action="store_true", help="go on with the rows that the file of --out has from a run that ended"
    )
    add_workers(parser)
    add_choices(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    if arguments.resume and not arguments.out:
        raise NothingToResumeError("--resume goes on with the rows of a file. Name it with --out.")
    if arguments.resume and is_parquet(arguments.out):
        raise NothingToResumeError("A Parquet file that is not whole holds no rows to go on with. Begin a new one.")
    rulebook = load_rulebook()
    under = Choices(at=arguments.at, readings=dict(arguments.readings), programs=tuple(arguments.programs) or None)
    decide = partial(assess_many, rulebook=rulebook, under=under)
    gc.freeze()  # The rulebook stays, so nobody need look through it again.
    decide([])  # What was typed is refused before a file is begun
    with many_cases(arguments.cases, rulebook) as cases, _rows(arguments, cases.lines, decide) as (waiting, keep):
        seen = Seen(cases.size)
        for row in decide(seen.taken(waiting), workers=arguments.workers, load=loading_again()):
            keep(row)
            seen.has(row.state)
    tell(f"{seen}\n")
    return next((code for state, code in WORST if seen.states[state]), Exit.DONE)


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
        yield lines, partial(write_row, sys.stdout.buffer)
        return
    path = Path(arguments.out)
    if is_parquet(path):
        refuse_written(path)
        with writing(arguments.out), arrow().parquet_rows(path) as keep:
            yield lines, keep
        return
    with rows_to(path, lines, decide, resume=arguments.resume) as opened:
        yield opened


COMMAND = Command(
    teaches="The rows are lines of JSON in the order of the cases: the compact assessment of each, or why it is "
    "refused, with every problem and its place. One bad case stops no other. A file of rows is never written over: "
    "what a run that was interrupted has written is gone on with by --resume, after its first and last row are decided "
    "once more and found to be the same.",
    example="cimscore assess-many cases.jsonl --out rows.jsonl --workers 2",
    options=_options,
    run=_run,
)
