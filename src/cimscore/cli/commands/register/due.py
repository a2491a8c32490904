"""``cimscore register due``: what is due in all cases of a register."""

from __future__ import annotations

import argparse

from cimscore.assessment.documents.due_list import FORMAT
from cimscore.cli.commands.register.lists import add_first, add_instant, tell_parts_kept, write_parts
from cimscore.cli.commands.register.opening import add_register, library, opened
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json, add_kept
from cimscore.cli.output import save, show, show_json
from cimscore.cli.page import TextPage


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the moment, how much is told, and output for machines."""
    add_register(parser)
    add_instant(parser)
    add_first(parser)
    parser.add_argument(
        "--calendar", metavar="FILE", help="write what has a day as iCalendar (.ics), to standard output for -"
    )
    add_kept(parser)
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """List it, by the last decision of each case."""
    register = opened(arguments)
    first = None if arguments.json or arguments.calendar else arguments.first
    parts = register.lists.due(arguments.at, first=first, show_kept=arguments.show_kept)
    of_each = {name: [item for part in parts if part.list == name for item in part.items] for name in _DOCUMENT}
    if arguments.calendar:
        save(library().calendar_of(parts, register.now()), arguments.calendar)
        tell_parts_kept(parts)
    elif arguments.json:
        told = {name: [item.detail for item in of_each[kind]] for kind, name in _DOCUMENT.items()}
        show_json({"format": FORMAT, **told}, by_line=True)
        tell_parts_kept(parts)
    else:
        page = TextPage()
        write_parts(page, parts)
        if not parts:
            page.line("Nothing is due.")
        elif arguments.at is None:
            page.blank()
            page.line("Which are overdue: the same command with --at now")
        show(page)
    return Exit.FAILED if of_each["failed"] else Exit.DONE


_DOCUMENT = {"due": "due", "may start": "may_start", "failed": "failures"}
