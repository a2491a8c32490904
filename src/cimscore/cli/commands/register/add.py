"""``cimscore register add``: a case document is kept."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, add_seen, add_signed, opened, refusing, signed
from cimscore.cli.commands.register.told import failures_told, told_of
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import open_case
from cimscore.cli.options import add_case
from cimscore.cli.output import show


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the document, and who hands it over."""
    add_register(parser)
    add_case(parser)
    add_signed(parser)
    add_seen(parser, "for a correction: the version of the case that you saw")


@refusing
def run(arguments: argparse.Namespace) -> Exit:
    """Keep the document, with what each program decides of it."""
    register = opened(arguments)
    case = open_case(arguments, register.rulebook).case
    stood = register.add(case, signed(arguments), seen=arguments.seen or 0)
    show(told_of(register, stood))
    return failures_told(stood)
