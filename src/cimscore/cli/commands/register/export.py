"""``cimscore register export``: everything that a register holds, without the notifiers."""

from __future__ import annotations

import argparse
import json
from typing import TYPE_CHECKING

from cimscore.cli.commands.register.opening import add_register, library, opened
from cimscore.cli.exits import Exit
from cimscore.cli.output import STANDARD_OUTPUT, json_by_line, save

if TYPE_CHECKING:
    from cimscore.register import Register


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the form, and where it goes."""
    add_register(parser)
    parser.add_argument(
        "--rows", action="store_true", help="a row for each act in each line, which `cimscore register import` takes"
    )
    parser.add_argument(
        "-o", "--output", metavar="FILE", default=STANDARD_OUTPUT, help="where it goes (default: standard output)"
    )


def run(arguments: argparse.Namespace) -> Exit:
    """Write each entry of the chain with what belongs to it, or a row for each act."""
    save(_rows(opened(arguments)) if arguments.rows else json_by_line(opened(arguments).exported()), arguments.output)
    return Exit.DONE


def _rows(register: Register) -> str:
    return "".join(f"{json.dumps(row)}\n" for row in library().give_out(register))
