"""``cimscore register roles``: what staff may do in a PostgreSQL database, and who may read the vault."""

from __future__ import annotations

import argparse

from cimscore.cli.commands.register.opening import add_register, library, opened
from cimscore.cli.exits import Exit
from cimscore.cli.output import show


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the two roles of the server."""
    add_register(parser)
    parser.add_argument("--staff", metavar="ROLE", required=True, help="adds to the register and never sees the vault")
    parser.add_argument("--vault", metavar="ROLE", required=True, help="reads the vault after a look that is kept")
    parser.add_argument("--check", action="store_true", help="try as each role what it must do and must not")


def run(arguments: argparse.Namespace) -> Exit:
    """Write the statements, for whoever owns the tables to run; or try whether they hold."""
    register = opened(arguments)
    roles = library().Roles(staff=arguments.staff, vault=arguments.vault)
    if not arguments.check:
        show("".join(f"{statement};\n" for statement in roles.statements()))
        return Exit.DONE
    problems = roles.problems(register.engine)
    show("".join(f"{problem}\n" for problem in problems) or "Each role can do what it must, and nothing else.\n")
    return Exit.PROBLEMS if problems else Exit.DONE
