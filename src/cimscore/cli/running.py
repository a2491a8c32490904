"""The way in: understands what was typed, runs the command, and turns every error into sentences and an exit code."""

from __future__ import annotations

import argparse
import os
import sys
import textwrap
import traceback
from collections.abc import Sequence
from contextvars import copy_context
from importlib import metadata
from typing import Final

from cimscore.cli.command import Command
from cimscore.cli.commands import SUMMARIES, load_command
from cimscore.cli.exits import Exit, exit_codes_in_words, exit_for
from cimscore.cli.failures import TRACEBACK, in_short, tell_way_to, telling_what_is_left_out
from cimscore.cli.loading import actions_of, add_plugins, use_plugins
from cimscore.cli.output import keep_inputs
from cimscore.cli.streams import forget_output, open_streams, tell, why_unwritten
from cimscore.errors import CimsError, Problem

_TEACHES = """\
Decides cases about children, households and incidents by the rules of the installed programs, and says why.
Nothing is sent anywhere, and nothing is stored but in a register that you name.

  cimscore assess CASE       what follows from a case, on one page for each program, and what is still open
  cimscore explain CASE      why, step by step
  cimscore possible CASE     what each answer to an open question leads to
  cimscore COMMAND --help    what a command does, with an example
"""
_TEXT_WIDTH: Final = 78
_AS_WRITTEN: Final = argparse.RawDescriptionHelpFormatter  # an example is to be pasted, so it is not wrapped


def run_command(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    Args:
        argv: What was typed after ``cimscore``; the process's own arguments when not given.
    """
    open_streams()
    try:
        code = copy_context().run(_run, argv)  # what is kept back of one case is kept back of no other
        sys.stdout.flush()
    except BrokenPipeError:
        forget_output()
        # `cimscore … | head` closes the pipe early: no error of anybody.
        return Exit.PIPE_CLOSED
    except KeyboardInterrupt:
        return Exit.INTERRUPTED
    except OSError as error:
        return _unwritten(why_unwritten(error) or str(error))
    return code


def _unwritten(why: str) -> Exit:
    """Say that not everything was printed, and return the exit code for it."""
    forget_output()
    tell(f"cimscore: Standard output cannot be written: {why}. What was printed is not everything.\n")
    return Exit.UNWRITTEN


def parser(typed: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of all commands. Only the command that was typed knows its arguments."""
    root = argparse.ArgumentParser(
        prog="cimscore",
        description=_TEACHES,
        epilog=exit_codes_in_words(),
        formatter_class=_AS_WRITTEN,
    )
    root.add_argument("--version", action="version", version=f"cimscore {metadata.version('cimscore')}")
    root.add_argument(
        TRACEBACK,
        action="store_true",
        help="show the whole way to an error in a plugin, which may hold words of the case; after a command too",
    )
    commands = root.add_subparsers(title="commands", metavar="COMMAND", required=True)
    wanted = next((word for word in typed if not word.startswith("-")), "")
    for name, summary in SUMMARIES.items():
        known = commands.add_parser(name, help=summary, allow_abbrev=False, formatter_class=_AS_WRITTEN)
        if name == wanted:
            _teach(known, summary, load_command(name))
    return root


def _teach(parser: argparse.ArgumentParser, summary: str, command: Command) -> None:
    parser.description = textwrap.fill(f"{summary[0].upper()}{summary[1:]}. {command.teaches}", _TEXT_WIDTH)
    parser.epilog = f"example:\n  {command.example}"
    command.options(parser)
    add_plugins(parser)
    parser.set_defaults(run=command.run)


def _run(argv: Sequence[str] | None) -> int:
    typed = sys.argv[1:] if argv is None else argv
    whole, told = TRACEBACK in typed, dict[str, tuple[Problem, ...]]()
    try:
        arguments = _understood([word for word in typed if word != TRACEBACK])
        arguments.traceback = whole
        keep_inputs(arguments)
        use_plugins(arguments)
        with telling_what_is_left_out(told):
            return Exit(arguments.run(arguments))
    except SystemExit as done:  # argparse has said what it had to say
        return done.code if isinstance(done.code, int) else Exit.USAGE
    except CimsError as error:
        tell(f"cimscore: {in_short(error, told)}\n")
        if whole:
            tell_way_to(error)
        elif error.__cause__ is not None and exit_for(error) in (Exit.RULEBOOK, Exit.FAILED):
            tell(f"cimscore: {TRACEBACK} shows the way there.\n")
        return exit_for(error)
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the last net: a person gets a sentence, whatever happened
        why = why_unwritten(error)
        if why:
            return _unwritten(why)
        tell(_internal(error))
        if whole:
            tell_way_to(error)
        return Exit.INTERNAL


def _understood(typed: Sequence[str]) -> argparse.Namespace:
    """Return what was typed as arguments; a list of things to name may go on behind an option."""
    root = parser(typed)
    arguments, rest = root.parse_known_args(typed)
    # argparse ends a list at the first option. What stands behind it is put back, unless it is an option misspelt.
    if rest and (not hasattr(arguments, "named") or any(word.startswith("-") for word in rest)):
        _innermost(root, typed).error(f"unrecognized arguments: {' '.join(rest)}")
    if rest:
        arguments.named = [*arguments.named, *rest]
    return arguments


def _innermost(parser: argparse.ArgumentParser, typed: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser of the command or action that was typed: its usage lists what it understands."""
    for word in typed:
        parser = next((action for action in actions_of(parser) if action.prog.endswith(f" {word}")), parser)
    return parser


def _internal(error: Exception) -> str:
    """Return the message for an error of our own: where it is, and nothing about the data."""
    last = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{os.path.basename(last.filename)}, line {last.lineno}"  # noqa: PTH119 - a name in a traceback, not a path
    return (
        f"cimscore: a mistake in cimscore itself ({type(error).__name__} in {where}). Please report this line; "
        "it holds nothing of the case.\n"
    )
