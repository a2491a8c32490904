"""``cimscore register answer``: a unit takes a record, or declines it."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_record, add_seen, add_signed, opened, refusing, signed
from cimscore.cli.commands.register.told import taken_told
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_kept


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the record, the unit and its answer."""
    add_record(parser)
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
    return taken_told(register, stood, arguments)
