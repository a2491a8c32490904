"""``cimscore register move``: a step of a record."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_record, add_seen, add_signed, library, opened, refusing, signed
from cimscore.cli.commands.register.told import taken_told
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_kept, add_time


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the record, the step, who takes it and what has to be said."""
    add_record(parser)
    parser.add_argument("move", metavar="MOVE", help="the step; `cimscore workflow` lists them")
    add_signed(parser)
    add_seen(parser, "refuse the step if the case has another version than this one")
    add_time(parser, "--when", "when it was taken: a day, or a time with its offset (default: now)")
    parser.add_argument("--why", metavar="TEXT", default="", help="the reason; a return needs one")
    parser.add_argument("--to", metavar="UNIT", default="", help="the unit that the record is handed over to")
    add_kept(parser)


@refusing
def run(arguments: argparse.Namespace) -> Exit:
    """Take the step, if the workflow allows it."""
    register = opened(arguments)
    step = library().Step(
        record=arguments.record, move=arguments.move, happened=arguments.when, reason=arguments.why, unit=arguments.to
    )
    stood = register.move(arguments.case, step, signed(arguments), seen=arguments.seen)
    return taken_told(register, stood, arguments)
