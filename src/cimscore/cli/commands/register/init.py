"""``cimscore register init``: a new register."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, created
from cimscore.cli.exits import Exit
from cimscore.cli.output import show

add_options = add_register


def run(arguments: argparse.Namespace) -> Exit:
    """Make the file, or the tables of the database, which the owner alone may read."""
    created(arguments)
    show("The register is made, for its owner alone.\n")
    return Exit.DONE
