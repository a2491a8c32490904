"""``cimscore register notifier``: the notifier of a case, for a purpose that is kept."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, add_signed, opened, refusing, signed
from cimscore.cli.exits import Exit
from cimscore.cli.output import show_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add who reads it, and what for."""
    add_register(parser, case=True)
    parser.add_argument("--purpose", metavar="TEXT", required=True, help="what it is read for")
    add_signed(parser)


@refusing
def run(arguments: argparse.Namespace) -> Exit:
    """Write the notifier of each document of the case. The look is an entry before anything is written."""
    told = opened(arguments).notifiers(arguments.case, signed(arguments), arguments.purpose)
    show_json([{"version": version, "notifier": notifier} for version, notifier in told])
    return Exit.DONE
