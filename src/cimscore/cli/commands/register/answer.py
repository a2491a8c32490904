"""``cimscore register answer``: a unit takes a record, or declines it."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import (
    add_register,
    add_seen,
    add_signed,
    keep_back_of,
    opened,
    refusing,
    signed,
)
from cimscore.cli.commands.register.told import failures_told, told_of
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_kept
from cimscore.cli.output import show


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the record, the unit and its answer."""
    add_register(parser, case=True)
    parser.add_argument("record", metavar="RECORD", help="the address of a record, such as notification:north")
    parser.add_argument("--unit", metavar="UNIT", required=True, help="the unit that answers")
    parser.add_argument("--decline", action="store_true", help="decline it; whoever had it keeps it")
    parser.add_argument("--why", metavar="TEXT", default="", help="the reason; to decline needs one")
    add_signed(parser)
    add_seen(parser, "refuse the answer if the case has another version than this one")
    add_kept(parser)


@refusing
def run(arguments: argparse.Namespace) -> Exit:
    """Keep the answer. Only an accepted record changes hands."""
    register = opened(arguments)
    stood = register.answer(
        arguments.case, arguments.record, arguments.unit, signed(arguments),
        accepted=not arguments.decline, reason=arguments.why, seen=arguments.seen,
    )  # fmt: skip
    keep_back_of(stood, arguments)
    show(told_of(register, stood, arguments.record))
    return failures_told(stood)
