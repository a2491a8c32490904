"""``cimscore impact-many``: what moves in many cases under another edition, another reading or another version."""

from __future__ import annotations

import argparse
import contextlib
import gc
import itertools
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Final

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook, loading_again
from cimscore.cli.many import (
    WORST,
    NothingToResumeError,
    Seen,
    add_cases,
    add_workers,
    many_cases,
    refuse_written,
    rows_to,
)
from cimscore.cli.options import add_json
from cimscore.cli.output import STANDARD_OUTPUT, save, show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.sides import NothingToCompareError, Sides, add_sides, sides_of
from cimscore.cli.streams import tell
from cimscore.cli.tracing import writing
from cimscore.many import CaseLine, Choices, OtherRowsError
from cimscore.many.impact import (
    ImpactRow,
    NotedCase,
    compare_many,
    compare_noted,
    note_many,
    read_noted,
    write_noted,
)
from cimscore.many.impact.comparing import COMPARED, SAME, impact_row_from
from cimscore.many.impact.noted_files import is_packed
from cimscore.many.impact.schema import TABLE_FORMAT
from cimscore.publishing.pictures import draw_moves
from cimscore.publishing.pictures.moves import NO_CLAUSE
from cimscore.publishing.spreadsheets import csv_text, impact_sheet
from cimscore.rules.english.nouns import counted
from cimscore.traceability.impact import ImpactTally
from cimscore.wire import to_plain

_FIRST: Final = 5


def _options(parser: argparse.ArgumentParser) -> None:
    add_cases(parser)
    add_sides(parser)
    parser.add_argument(
        "--out", metavar="FILE", type=Path,
        help="where to write each case that moves or is not compared, with what moves in it, as a line of JSON",
    )  # fmt: skip
    parser.add_argument(
        "--resume", action="store_true",
        help="go on with the file of --out or of --save, from a run that ended",
    )  # fmt: skip
    parser.add_argument("--table", metavar="FILE.csv", help="where the table goes; - for standard output")
    parser.add_argument("--picture", metavar="FILE.svg", help="where its picture goes; - for standard output")
    add_workers(parser)
    add_json(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    sides = sides_of(arguments, rulebook)
    if sides.save and (sides.before or sides.against):
        raise NothingToCompareError(
            "--save keeps what the cases come to under --edition and --reading, and compares nothing. Compare later, "
            "by --against."
        )
    if arguments.resume:
        _refuse_unless_resumable(arguments, sides)
    gc.freeze()  # The rulebook stays, so nobody need look through it again.
    processes = {"workers": arguments.workers, "load": loading_again()}
    noting = partial(note_many, rulebook=rulebook, under=sides.after or Choices())
    with many_cases(arguments.cases, rulebook) as cases:
        seen = Seen(cases.size)
        if sides.save:
            _save(sides.save, cases.lines, noting, seen, processes, resume=arguments.resume)
            tell(f"{seen}\n")
            return _worst(seen.states)
        comparing = partial(
            compare_many, rulebook=rulebook, before=sides.before or Choices(), after=sides.after or Choices()
        )
        comparing([])  # What was typed is refused before a file is begun
        found, lines = _Found(), _TakenCases(cases.lines)
        with _kept(arguments.out, lines, comparing, found, resume=arguments.resume) as (waiting, keep):
            taken = seen.taken(waiting)
            against = sides.against and compare_noted(read_noted(sides.against), noting(taken, **processes))
            for row in against or comparing(taken, **processes):
                keep(row)
                found.add(row)
                seen.has(row.state)
    tell(f"{seen}\n")
    _write(arguments, found)
    return Exit.PROBLEMS if arguments.check and found.tally.cases else _worst(found.states)


def _refuse_unless_resumable(arguments: argparse.Namespace, sides: Sides) -> None:
    if not (sides.save or arguments.out):
        raise NothingToResumeError("--resume goes on with the rows of a file. Name it with --out, or with --save.")
    if sides.against:
        raise NothingToResumeError("What is held against a saved file is not gone on with. Begin a new file.")
    if sides.save and is_packed(sides.save):
        raise NothingToResumeError("A packed file that is not whole is not gone on with. Begin a new one.")


def _save(
    path: Path,
    lines: Iterable[CaseLine],
    noting: Callable[..., Iterator[NotedCase]],
    seen: Seen,
    processes: Mapping[str, Any],
    *,
    resume: bool,
) -> None:
    """Write what the cases come to into a new file, or go on with it."""
    if is_packed(path):
        refuse_written(path)
        with writing(str(path)):
            for case in write_noted(path, noting(seen.taken(lines), **processes)):
                seen.has(case.state)
        return
    with rows_to(path, lines, noting, resume=resume) as (waiting, keep):
        for case in noting(seen.taken(waiting), **processes):
            keep(case)
            seen.has(case.state)


@contextlib.contextmanager
def _kept(
    path: Path | None,
    lines: _TakenCases,
    comparing: Callable[[Iterable[CaseLine]], Iterator[ImpactRow]],
    found: _Found,
    *,
    resume: bool,
) -> Iterator[tuple[Iterable[CaseLine], Callable[[ImpactRow], object]]]:
    """Open the file of the cases behind the numbers, if one is named, and count the cases of an earlier run in it."""
    if path is None:
        yield lines, lambda _: None
        return
    with rows_to(path, lines, comparing, resume=resume) as (waiting, keep):
        found.add_earlier(path, lines.count)
        yield waiting, lambda row: row.state == SAME or keep(row)


class _TakenCases:
    """Cases, with the number of those taken so far."""

    def __init__(self, lines: Iterator[CaseLine]) -> None:
        self.count = 0
        self._lines = lines

    def __iter__(self) -> Iterator[CaseLine]:
        for line in self._lines:
            self.count += 1
            yield line


def _worst(states: Mapping[str, int]) -> Exit:
    return next((code for state, code in WORST if states.get(state)), Exit.DONE)


class _Found:
    """Counts of what was found in the cases, and a few names."""

    def __init__(self) -> None:
        self.tally = ImpactTally()
        self.states: Counter[str] = Counter()
        self.left_out: dict[str, list[str]] = {}

    def add(self, row: ImpactRow) -> None:
        """Count a case."""
        self.states[row.state] += 1
        self.tally.add(row.name, row.moved)
        if row.state not in COMPARED and len(named := self.left_out.setdefault(row.state, [])) < _FIRST:
            named.append(row.name)

    def add_earlier(self, path: Path, cases: int) -> None:
        """Count the cases of an earlier run, of which those that move or are not compared have a row.

        Args:
            path: The file of their rows.
            cases: How many there are.

        Raises:
            OtherRowsError: It holds something else.
        """
        with path.open("rb") as file:
            for number, text in enumerate(file, 1):
                try:
                    self.add(impact_row_from(text))
                except ValueError:
                    raise OtherRowsError(
                        f"Line {number:,} of {path} is no row of impact-many. Begin a new file."
                    ) from None
        self.states[SAME] += cases - self.states.total()

    @property
    def compared(self) -> int:
        """Return the number of cases that were compared."""
        return sum(self.states[state] for state in COMPARED)


def _write(arguments: argparse.Namespace, found: _Found) -> None:
    """Write what was found: for people or for machines, and into the files that were named."""
    if arguments.table:
        save(csv_text(impact_sheet(found.tally.moves)), arguments.table)
    if arguments.picture:
        save(draw_moves(found.tally, found.compared), arguments.picture)
    if arguments.json:
        states = dict(sorted(found.states.items()))
        show_json({"format": TABLE_FORMAT, "cases": states, "moves": to_plain(found.tally.moves)}, by_line=True)
    elif STANDARD_OUTPUT not in (arguments.table, arguments.picture):
        show(_page(found, named=bool(arguments.out)))


def _page(found: _Found, *, named: bool) -> TextPage:
    page, tally = TextPage(), found.tally
    page.line(f"{counted(found.compared, 'case')} compared; something moves in {tally.cases:,}.")
    for state, names in sorted(found.left_out.items()):
        page.line(
            f"Not compared, {state}: {counted(found.states[state], 'case')} ({_some(names, found.states[state])})."
        )
    for clause, moves in itertools.groupby(tally.moves, key=lambda move: move.clause):
        page.heading(f"{clause or NO_CLAUSE}: {counted(tally.of_clause(clause), 'case')}")
        for move in moves:
            some = _some(move.first, move.cases)
            page.line(f"{move.outcome}, {move.change}: {counted(move.cases, 'case')} ({some})", mark="-")
    if not named and (tally.cases or found.left_out):
        page.blank()
        page.line("Which cases, and what moves in each: the same command with --out FILE")
    return page


def _some(names: Sequence[str], count: int) -> str:
    more = f" and {count - len(names):,} more" if count > len(names) else ""
    return f"{', '.join(names)}{more}"


COMMAND = Command(
    teaches="Decides each case twice, once as it is and once under the editions or readings named, and counts what "
    "moves: by the clauses that it rests on, by what is told, and by how it differs. The cases behind each number go "
    "to the file of --out. For two versions of a program: --save with the one installed, then --against with the "
    "other, over the same cases; a file whose name ends in .gz is packed. A run that was interrupted is gone on with "
    "by --resume, unless its file is packed or it is held against a saved one. One bad case stops no other. Nobody is "
    "named but by an id, and nothing of a notifier is told.",
    example="cimscore impact-many cases.jsonl --reading qld-child-safety/hundred-days=business-from-decision "
    "--picture moves.svg",
    options=_options,
    run=_run,
)
