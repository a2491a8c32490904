"""``cimscore trace export``: the whole trace in a file."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from cimscore.cli.exits import Exit
from cimscore.cli.loading import ends, load_rulebook
from cimscore.cli.output import save
from cimscore.cli.tracing import add_tests, trace_of, writing
from cimscore.errors import CimsError
from cimscore.publishing.spreadsheets import all_sheets, matrix_sheet, write_csv, write_xlsx
from cimscore.traceability import Trace, trace_text


class UnknownKindError(CimsError):
    """A file was asked for of a kind that cannot be written: give its name another ending."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add what may be said about an export."""
    parser.add_argument("--out", metavar="FILE", required=True, help="a .json, .csv or .xlsx file")
    add_tests(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Write the trace."""
    kind = Path(arguments.out).suffix.lower()
    if kind not in _WRITERS:
        raise UnknownKindError(f"{arguments.out} cannot be written: end its name in .json, .csv or .xlsx.")
    rulebook = load_rulebook()
    trace = trace_of(arguments, rulebook)
    with writing(arguments.out):
        _WRITERS[kind](trace, arguments.out)
    return ends(right=True, rulebook=rulebook)


_WRITERS: Final[Mapping[str, Callable[[Trace, str], None]]] = {
    ".json": lambda trace, out: save(trace_text(trace), out),
    ".csv": lambda trace, out: write_csv(Path(out), matrix_sheet(trace)),
    ".xlsx": lambda trace, out: write_xlsx(Path(out), all_sheets(trace)),
}
