"""Programs in modules and files that are not installed: found by their name or path, imported, or refused by name."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Iterable
from pathlib import Path
from types import ModuleType
from typing import Final

from cimscore.errors import Problem, RulebookError
from cimscore.plugins.miscalled import miscalled

_PACKAGE: Final = "__init__.py"
_CORE: Final = str(Path(__file__).parents[1])
_PYTHON: Final = str(Path(importlib.__file__).parents[1])


def named_modules(named: Iterable[str], option: str = "--plugin") -> tuple[ModuleType, ...]:
    """Return the modules of names, of files and of packages' folders.

    Args:
        named: A module's name, a path to a .py file, or a path to the folder of a package, each.
        option: Where they were named, for messages.

    Raises:
        RulebookError: One of them cannot be used; every problem at once.
    """
    modules, problems = list[ModuleType](), list[Problem]()
    for text in named:
        try:
            modules.append(_imported(text))
        except _UnusableError as error:
            hint = error.hint or _packages_in(Path(text).expanduser())
            problems.append(Problem(where=f"{option} {text}", found=error.found, expected=error.expected, hint=hint))
    if problems:
        raise RulebookError(problems)
    return tuple(modules)


class _UnusableError(Exception):
    """A module or file that cannot be used: what was found, what was expected, and what to do."""

    def __init__(self, found: str, expected: str, hint: str = "") -> None:
        super().__init__(found)
        self.found, self.expected, self.hint = found, expected, hint


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
    # A module of that name was imported before, so Python gave that one. Its rules would decide in place of these.
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
        raise _unusable(error) from error
    except (Exception, SystemExit) as error:
        raise _unusable(error) from error


def _unusable(error: BaseException) -> _UnusableError:
    """Return why a module cannot be imported, with the file and line where its error was raised."""
    found, expected, hint = miscalled(error) or (
        f"{type(error).__name__}: {error}",
        "a module that can be imported",
        "",
    )
    if isinstance(error, SyntaxError):
        return _UnusableError(f"SyntaxError: {error.msg} ({error.filename}, line {error.lineno})", expected)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if not _is_ours(frame.filename)]
    where = f" ({frames[-1].filename}, line {frames[-1].lineno})" if frames else ""
    return _UnusableError(f"{found}{where}", expected, hint)


def _is_ours(file: str) -> bool:
    """Return True for a file of Python or of the core, which only refused what a line of the program wrote."""
    return file.startswith(("<", _PYTHON, _CORE)) and "site-packages" not in file.removeprefix(_CORE)
