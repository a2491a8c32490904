"""``cimscore register import``: rows of another system are kept, each whole or not at all."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import TYPE_CHECKING, Any

from cimscore.cli.commands.register.opening import add_register, library, opened
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json
from cimscore.cli.output import show
from cimscore.cli.page import TextPage
from cimscore.cli.streams import progress
from cimscore.many import cases_in

if TYPE_CHECKING:
    from cimscore.register import TakenRow

_REFUSED = "refused"


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the rows, and whether those with nothing wrong are kept beside others."""
    add_register(parser)
    parser.add_argument(
        "rows", metavar="ROWS",
        help="a file with a row as JSON in each line, a folder of such rows, or - for standard input",
    )  # fmt: skip
    parser.add_argument(
        "--all-or-nothing", action="store_true",
        help="keep nothing if a row is refused (default: each row with nothing wrong is kept)",
    )  # fmt: skip
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Keep each row, and tell everything that is wrong with those that are refused."""
    register, states, failed = opened(arguments), Counter[str](), False
    for row in library().take_in(register, cases_in(arguments.rows).lines, whole=arguments.all_or_nothing):
        states[row.state] += 1
        failed = failed or bool(row.failures)
        progress(f"rows read: {states.total()}")
        if arguments.json:
            sys.stdout.write(f"{json.dumps(_document(row))}\n")
        elif row.problems or row.failures:
            show(_told(row))
    if not arguments.json:
        told = ", ".join(f"{state} {count}" for state, count in states.items())
        show(f"Rows: {states.total()}{f'; {told}' if told else ''}.\n")
    return Exit.DOCUMENT if states[_REFUSED] else Exit.FAILED if failed else Exit.DONE


def _told(row: TakenRow) -> TextPage:
    page = TextPage()
    for problem in row.problems:
        page.line(f"Row {row.number}, {problem}", mark="-")
    for failure in row.failures:
        page.line(f"Row {row.number} is kept, and something went wrong in a plugin: {failure}", mark="-")
    return page


def _document(row: TakenRow) -> dict[str, Any]:
    problems = [
        {"column": problem.where, "found": problem.found, "expected": problem.expected, "hint": problem.hint}
        for problem in row.problems
    ]
    failures = [str(failure) for failure in row.failures]
    return {"row": row.number, "case": row.case, "state": row.state, "problems": problems, "failures": failures}
