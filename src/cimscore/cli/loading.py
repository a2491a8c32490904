"""The rulebook of a command: every installed program, and those of the modules or files that were named."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Final

import attrs

from cimscore.errors import Problem, RulebookError

if TYPE_CHECKING:
    from cimscore.rulebook import Rulebook

_NAMED: Final[ContextVar[tuple[str, ...]]] = ContextVar("modules and files that were named", default=())
_PACKAGE: Final = "__init__.py"


def add_plugins(parser: argparse.ArgumentParser) -> None:
    """Add the programs that are used besides the installed ones, to a command and to each of its actions."""
    actions = [*_actions(parser)]
    for command in (parser, *actions):
        before = command is parser and actions  # an action's own list would take the place of the one before it
        command.add_argument(
            "--plugin", metavar="MODULE-OR-FILE", dest="plugins_before" if before else "plugins", action="append",
            default=[],
            help="use this program too, which need not be installed: a module's name, a .py file, or the folder of a "
            "package; may be given several times",
        )  # fmt: skip


def _actions(parser: argparse.ArgumentParser) -> Iterator[argparse.ArgumentParser]:
    for group in parser._actions:  # noqa: SLF001 - argparse has no other way to the actions of a command
        if isinstance(group, argparse._SubParsersAction):  # noqa: SLF001 - the same
            yield from group.choices.values()


def use_plugins(arguments: argparse.Namespace) -> None:
    """Use the modules and files that were typed, too, whenever this command loads the rulebook."""
    _NAMED.set(tuple(dict.fromkeys([*getattr(arguments, "plugins_before", ()), *arguments.plugins])))


def load_rulebook() -> Rulebook:
    """Return the rulebook of every installed program and of those that were named.

    Raises:
        RulebookError: A module or file cannot be used, or programs do not fit together; every problem at once.
    """
    from cimscore import composition  # noqa: PLC0415 - a command that only helps loads no engine

    modules, problems = list[ModuleType](), list[Problem]()
    for named in _NAMED.get():
        try:
            modules.append(_imported(named))
        except _UnusableError as error:
            hint = _packages_in(Path(named).expanduser())
            problems.append(Problem(where=f"--plugin {named}", found=error.found, expected=error.expected, hint=hint))
    if problems:
        raise RulebookError(problems)
    try:
        return composition.load_rulebook(also=modules)
    except RulebookError as error:
        files = {f"plugin {module.__name__}": f"plugin {module.__file__}" for module in modules}
        raise RulebookError([_placed(problem, files) for problem in error.problems]) from None


def named_programs(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the ids of the programs that modules and files brought which were named, in that order."""
    brought = {program.declared.distribution: id for id, program in rulebook.programs.items()}
    modules = [_imported(named).__name__ for named in _NAMED.get()]
    return tuple(brought[name, ""] for name in modules if (name, "") in brought)


def _placed(problem: Problem, files: Mapping[str, str]) -> Problem:
    """Return a problem of a module that was named with the module's file instead of its name."""
    head, comma, rest = problem.where.partition(",")
    return attrs.evolve(problem, where=f"{files.get(head, head)}{comma}{rest}")


class _UnusableError(Exception):
    """A module or file that cannot be used: what was found, and what was expected."""

    def __init__(self, found: str, expected: str) -> None:
        super().__init__(found)
        self.found, self.expected = found, expected


def _imported(named: str) -> ModuleType:
    """Return the module of a name, of a file or of a package's folder."""
    path = Path(named).expanduser()
    if path.suffix != ".py" and not path.is_dir() and "/" not in named and "\\" not in named:
        return _module(named)
    file = path / _PACKAGE if path.is_dir() else path
    if not file.is_file():
        found = f"a folder without {_PACKAGE}" if path.is_dir() else "no such file"
        raise _UnusableError(found, "a .py file, the folder of a package, or the name of a module")
    top = file.parent.resolve() if file.name == _PACKAGE else file.resolve().with_suffix("")
    if not top.name.isidentifier():
        raise _UnusableError(f"{top.name!r}, which is no name of a module", "letters, digits and underscores")
    sys.path.insert(0, str(top.parent))  # what the program imports of itself is found from there
    module = _module(top.name)
    if Path(module.__file__ or "").resolve() != file.resolve():
        raise _UnusableError(f"another module {top.name!r}, {module.__file__}", "a name that no other module has")
    return module


def _packages_in(folder: Path) -> str:
    """Return a sentence with the packages in a folder that is none itself; empty where there are none."""
    found = [file.parent for file in (*folder.glob(f"*/{_PACKAGE}"), *folder.glob(f"src/*/{_PACKAGE}"))]
    meant = " or ".join(str(package) for package in sorted(found)[:3])
    return f"Did you mean {meant}?" if meant and not (folder / _PACKAGE).is_file() else ""


def _module(name: str) -> ModuleType:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError as error:
        if error.name is not None and (error.name == name or name.startswith(f"{error.name}.")):
            raise _UnusableError("no such module", "a module that can be imported, or a path to a file") from None
        raise _UnusableError(_in_words(error), "a module that can be imported") from error
    except (Exception, SystemExit) as error:
        raise _UnusableError(_in_words(error), "a module that can be imported") from error


def _in_words(error: BaseException) -> str:
    """Return an error with the file and line where it was raised."""
    if isinstance(error, SyntaxError):
        return f"SyntaxError: {error.msg} ({error.filename}, line {error.lineno})"
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not _is_ours(frame.filename)]
    where = f" ({frames[-1].filename}, line {frames[-1].lineno})" if frames else ""
    return f"{type(error).__name__}: {error}{where}"


def _is_ours(file: str) -> bool:
    """Return True for a file of the import system or of the command line, which only passed the error on."""
    return file.startswith("<frozen") or file in (__file__, importlib.__file__)
