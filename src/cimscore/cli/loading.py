"""Loading for a command: the rulebook, with the modules or files that were named, and what may not be installed."""

from __future__ import annotations

import argparse
import functools
import importlib
import shlex
import warnings
from collections.abc import Callable, Collection, Iterator, Mapping
from contextvars import ContextVar
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

import attrs

from cimscore.cli.exits import Exit
from cimscore.errors import CimsError, LeftOutWarning, Problem, RulebookError

if TYPE_CHECKING:
    from cimscore.rulebook import Rulebook

_NAMED: Final[ContextVar[tuple[str, ...]]] = ContextVar("modules and files that were named", default=())


class MissingPackageError(CimsError):
    """A package that a command needs is not installed: install it."""


def optional(room: str, what: str) -> Any:
    """Return a room of cimscore whose packages come with an extra of its name.

    Args:
        room: Its name.
        what: What needs them, as a sentence begins.

    Raises:
        MissingPackageError: One of them is not installed.
    """
    try:
        return importlib.import_module(f"cimscore.{room}")
    except ModuleNotFoundError as error:
        said = f"{what} needs {error.name}, which is not installed. Install cimscore[{room}]."
    raise MissingPackageError(said)


def add_plugins(parser: argparse.ArgumentParser) -> None:
    """Add the programs that are used besides the installed ones, to a command and to each of its actions."""
    actions = [*actions_of(parser)]
    for command in (parser, *actions):
        before = command is parser and actions  # an action's own list would take the place of the one before it
        command.add_argument(
            "--plugin", metavar="MODULE-OR-FILE", dest="plugins_before" if before else "plugins", action="append",
            default=[],
            help="use this program too, which need not be installed: a module's name, a .py file, or the folder of a "
            "package; may be given several times",
        )  # fmt: skip


def actions_of(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    """Yield the parsers of the commands or actions that may follow."""
    for group in parser._actions:  # noqa: SLF001 - argparse has no other way to the actions of a command
        if isinstance(group, argparse._SubParsersAction):  # noqa: SLF001 - the same
            yield from group.choices.values()


def use_plugins(arguments: argparse.Namespace) -> None:
    """Use the modules and files that were typed, too, whenever this command loads the rulebook."""
    _NAMED.set(tuple(dict.fromkeys([*getattr(arguments, "plugins_before", ()), *arguments.plugins])))


def case_as_typed(arguments: argparse.Namespace) -> str:
    """Return the case as it is typed after a command, behind the modules and files that were named."""
    return shlex.join([*(part for name in _NAMED.get() for part in ("--plugin", name)), arguments.case])


def load_rulebook() -> Rulebook:
    """Return the rulebook of every installed program and of those that were named.

    Raises:
        RulebookError: A module or file cannot be used, or programs do not fit together; every problem at once.
    """
    from cimscore import composition  # noqa: PLC0415 - a command that only helps loads no engine

    modules = _modules()
    try:
        return composition.load_rulebook(also=modules)
    except RulebookError as error:
        files = {f"plugin {module.__name__}": f"plugin {module.__file__}" for module in modules}
        raise RulebookError([_placed(problem, files) for problem in error.problems]) from error.__cause__


def ends(*, right: bool, rulebook: Rulebook, programs: Collection[str] = ()) -> Exit:
    """Return the exit code of a check: it is done only if all is right and no program that it is about is left out.

    Args:
        right: True if all is right in the programs that are loaded.
        rulebook: Those programs.
        programs: The programs that were named; every installed one if none was.
    """
    if not programs and any(not left.disabled for left in rulebook.left_out):
        return Exit.RULEBOOK
    return Exit.DONE if right else Exit.PROBLEMS


def loading_again() -> Callable[[], Rulebook] | None:
    """Return what loads the same rulebook in another process, which has said already what is left out.

    It is None if no module or file was named: then the rulebook itself can be handed over, which is quicker.
    """
    return functools.partial(_load_silently, _NAMED.get()) if _NAMED.get() else None


def _load_silently(names: tuple[str, ...]) -> Rulebook:
    _NAMED.set(names)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", LeftOutWarning)
        return load_rulebook()


def named_programs(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the ids of the programs that modules and files brought which were named, in that order."""
    brought = {program.declared.distribution: id for id, program in rulebook.programs.items()}
    names = [module.__name__ for module in _modules()]
    return tuple(brought[name, ""] for name in names if (name, "") in brought)


def _modules() -> tuple[ModuleType, ...]:
    from cimscore.plugins import named_modules  # noqa: PLC0415 - the same

    return named_modules(_NAMED.get())


def _placed(problem: Problem, files: Mapping[str, str]) -> Problem:
    """Return a problem of a module that was named with the module's file instead of its name."""
    head, comma, rest = problem.where.partition(",")
    return attrs.evolve(problem, where=f"{files.get(head, head)}{comma}{rest}")
