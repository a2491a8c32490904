"""Description of a command, for the parser of all commands."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable

import attrs

from cimscore.cli.exits import Exit

Options = Callable[[argparse.ArgumentParser], None]
Run = Callable[[argparse.Namespace], Exit]


@attrs.frozen(kw_only=True)
class Command:
    """One command of the command line.

    Attributes:
        teaches: What a reader has to know to use it, in a paragraph.
        example: A line to try.
        options: Adds its arguments to a parser.
        run: Carries it out and says how it ended.
    """

    teaches: str
    example: str
    options: Options
    run: Run


def add_actions(parser: argparse.ArgumentParser, actions: Iterable[tuple[str, str, Options, Run]]) -> None:
    """Add the actions of a command: the name of each, what it does, its arguments and the function that runs it."""
    known = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, said, options, run in actions:
        action = known.add_parser(name, help=said, description=said, allow_abbrev=False)
        options(action)
        action.set_defaults(act=run)


def run_action(arguments: argparse.Namespace) -> Exit:
    """Run the action that was typed."""
    act: Run = arguments.act
    return act(arguments)
