"""``cimscore register verify``: the proof that nothing was changed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from cimscore.cli.commands.register.opening import add_register, library, opened
from cimscore.cli.exits import Exit
from cimscore.cli.output import show
from cimscore.cli.streams import progress

if TYPE_CHECKING:
    from cimscore.register import Register


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the head that was kept outside."""
    add_register(parser)
    parser.add_argument("--head", metavar="HEAD", help="a head that this command printed before, and you kept outside")
    parser.add_argument(
        "--lists", action="store_true", help="decide each case anew, and hold what the lists say of it to that"
    )


def run(arguments: argparse.Namespace) -> Exit:
    """Check every entry, and print the head."""
    register = opened(arguments)
    broken = register.first_broken(library().head_from(arguments.head) if arguments.head else None)
    if broken:
        show(f"{broken} What stands from there on cannot be relied upon.\n")
        return Exit.PROBLEMS
    differ = _of_the_lists(register) if arguments.lists else ""
    if differ:
        show(f"Every entry holds, and the lists {differ}. `cimscore register relist` makes them anew.\n")
        return Exit.PROBLEMS
    head = register.head()
    show(f"Every entry holds, {head.number} in all. Keep this head outside of the register:\n{head}\n")
    return Exit.DONE


def _of_the_lists(register: Register) -> str:
    """Return what the lists say otherwise than is decided of the cases; empty if they say the same."""
    for done, case in enumerate(register.cases(), 1):
        progress(f"cases held to their lists: {done}")
        if register.lists.differ_for(case):
            return f"say something else of case {case} than is decided of it by these programs"
    return "tell another number than they hold" if register.lists.is_miscounted() else ""
