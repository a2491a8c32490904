"""``cimscore register export``: everything that a register holds, without the notifiers."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, opened
from cimscore.cli.exits import Exit
from cimscore.cli.output import show_json


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the register. Everything is written to standard output."""
    add_register(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Write each entry of the chain with what belongs to it."""
    show_json(opened(arguments).exported(), by_line=True)
    return Exit.DONE
