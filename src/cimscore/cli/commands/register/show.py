"""``cimscore register show``: the trays of a register, or one case with its records and history."""

from __future__ import annotations

import argparse
from typing import Any

from cimscore.cli.commands.register.documents import case_document, trays_document
from cimscore.cli.commands.register.lists import add_first, tell_parts_kept, write_parts
from cimscore.cli.commands.register.opening import add_register, keep_back_of, opened
from cimscore.cli.commands.register.told import failures_told, history_told, told_of
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json, add_kept, add_moment, add_time
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.errors import CimsError


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the case, and by what was known when."""
    add_register(parser)
    parser.add_argument("case", metavar="CASE", nargs="?", help="the id of a case (default: the trays of all cases)")
    add_time(parser, "--known", "a case by what the register knew at this time, with its offset")
    add_moment(parser)
    add_first(parser)
    add_kept(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Show one case, or the trays."""
    register = opened(arguments)
    if arguments.case is None:
        _refuse_of_all(arguments)
        return _trays(register, arguments)
    known = arguments.known.instant if arguments.known else None
    stood = register.stood(arguments.case, known=known, at=arguments.at)
    keep_back_of(stood, arguments)
    if arguments.json:
        show_json(case_document(register, stood))
    else:
        show(f"{told_of(register, stood)}\n{history_told(stood)}")
    return failures_told(stood)


def _refuse_of_all(arguments: argparse.Namespace) -> None:
    """Refuse a time where no case is named: the trays are always of now.

    Raises:
        CimsError: A time is named.
    """
    named = [option for option in ("known", "at") if getattr(arguments, option) is not None]
    if named:
        raise CimsError(f"--{named[0]} is of one case, and the trays are of now: name a CASE, or leave it out.")


def _trays(register: Any, arguments: argparse.Namespace) -> Exit:
    first = None if arguments.json else arguments.first
    trays, counts = register.lists.trays(first=first, show_kept=arguments.show_kept), register.lists.counts_by_state()
    if arguments.json:
        show_json(trays_document(trays, counts))
        tell_parts_kept(trays)
        return Exit.DONE
    page = TextPage()
    write_parts(page, trays)
    if counts:
        page.heading("Records by state")
    for (program, state), count in counts.items():
        page.line(f"{program}, {state}: {count}", mark="-")
    if not page.lines:
        page.line("The register has no case yet.")
    show(page)
    return Exit.DONE
