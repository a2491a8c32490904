"""``cimscore register relist``: the lists are made anew."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, opened
from cimscore.cli.exits import Exit
from cimscore.cli.output import show
from cimscore.cli.streams import progress


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the register."""
    add_register(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Decide each case as of its last entry, and list what follows."""
    done = 0
    for done, _ in enumerate(opened(arguments).lists.make_anew(), 1):
        progress(f"cases listed: {done}")
    show(f"The lists are made anew, of {done} case{'s' * (done != 1)}.\n")
    return Exit.DONE
