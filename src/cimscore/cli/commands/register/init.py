"""``cimscore register init``: a new register."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, library
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook
from cimscore.cli.output import show

add_options = add_register


def run(arguments: argparse.Namespace) -> Exit:
    """Make the file, which its owner alone may read."""
    library().create_register(arguments.register, load_rulebook())
    show(f"{arguments.register}: a new register, for its owner alone.\n")
    return Exit.DONE
