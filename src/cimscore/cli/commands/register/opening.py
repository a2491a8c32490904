"""Options and the opening of a register, shared by the actions of ``cimscore register``."""

from __future__ import annotations

import argparse
import contextlib
from functools import wraps
from typing import TYPE_CHECKING, Any

from cimscore.case import kept_in
from cimscore.cli.command import Run, run_action
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook, optional
from cimscore.cli.output import keep_back
from cimscore.cli.streams import tell

if TYPE_CHECKING:
    from cimscore.register import Register, Signed, Stood


def add_register(parser: argparse.ArgumentParser, *, case: bool = False) -> None:
    """Add where the register is, and the id of a case in it."""
    parser.add_argument("register", metavar="REGISTER", help="its file, or its database: postgresql://USER@HOST/NAME")
    if case:
        parser.add_argument("case", metavar="CASE", help="the id of a case in it")


def add_record(parser: argparse.ArgumentParser) -> None:
    """Add where the register is, and a record of a case in it."""
    add_register(parser, case=True)
    parser.add_argument("record", metavar="RECORD", help="the address of a record, such as notification:north")


def add_signed(parser: argparse.ArgumentParser) -> None:
    """Add who does it, and as which role."""
    parser.add_argument("--by", metavar="NAME", required=True, help="who does it")
    parser.add_argument("--as", metavar="ROLE", dest="role", required=True, help="the role as which they do it")


def add_seen(parser: argparse.ArgumentParser, says: str) -> None:
    """Add the version of the case that was seen."""
    parser.add_argument("--seen", metavar="VERSION", type=int, help=says)


def signed(arguments: argparse.Namespace) -> Signed:
    """Return who does it."""
    by: Signed = library().Signed(person=arguments.by, role=arguments.role)
    return by


def library() -> Any:
    """Return the room of registers."""
    return optional("register", "A register")


def opened(arguments: argparse.Namespace) -> Register:
    """Return the register that was named.

    Raises:
        NotARegisterError: There is none, or none that this version can use.
    """
    return _closed_later(library().open_register(arguments.register, load_rulebook()), arguments)


def created(arguments: argparse.Namespace) -> Register:
    """Return a new register where one was named.

    Raises:
        NotARegisterError: There is one already, or none can be made.
    """
    return _closed_later(library().create_register(arguments.register, load_rulebook()), arguments)


def run_and_close(arguments: argparse.Namespace) -> Exit:
    """Run the action that was typed, and close its register."""
    with contextlib.ExitStack() as arguments.closing:
        return run_action(arguments)


def _closed_later(register: Register, arguments: argparse.Namespace) -> Register:
    arguments.closing.callback(register.close)
    return register


def keep_back_of(stood: Stood, arguments: argparse.Namespace) -> None:
    """Show nothing of what is kept from somebody, unless that is asked for."""
    if not arguments.show_kept:
        keep_back(kept_in(stood.case))


def refusing(run: Run) -> Run:
    """Return an action that ends with its own exit code where the register refuses a step."""

    @wraps(run)
    def running(arguments: argparse.Namespace) -> Exit:
        refusals = library().REFUSALS
        try:
            return run(arguments)
        except refusals as error:
            tell(f"cimscore: {error}\n")
            return Exit.REFUSED

    return running
