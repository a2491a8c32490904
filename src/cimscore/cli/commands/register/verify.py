"""``cimscore register verify``: the proof that nothing was changed."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, library, opened
from cimscore.cli.exits import Exit
from cimscore.cli.output import show
from cimscore.cli.streams import progress


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
    for done, case in enumerate(register.cases() if arguments.lists else (), 1):
        progress(f"cases held to their lists: {done}")
        if register.lists.differ_for(case):
            show(
                f"Every entry holds, and the lists say something else of case {case} than is decided of it by these "
                f"programs. `cimscore register relist` makes them anew.\n"
            )
            return Exit.PROBLEMS
    head = register.head()
    show(f"Every entry holds, {head.number} in all. Keep this head outside of the register:\n{head}\n")
    return Exit.DONE
