"""``cimscore register move``: a step of a record."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import (
    add_register,
    add_seen,
    add_signed,
    keep_back_of,
    library,
    opened,
    refusing,
    signed,
)
from cimscore.cli.commands.register.told import failures_told, told_of
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_kept, add_time
from cimscore.cli.output import show


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the record, the step, who takes it and what has to be said."""
    add_register(parser, case=True)
    parser.add_argument("record", metavar="RECORD", help="the address of a record, such as notification:north")
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
    keep_back_of(stood, arguments)
    show(told_of(register, stood, arguments.record))
    return failures_told(stood)
