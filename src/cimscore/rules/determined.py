"""A function of a program depends on nothing but the values it is given: no clock, no chance, no file, no memory."""

from __future__ import annotations

import builtins
import dis
import functools
import itertools
from collections.abc import Callable, Iterator
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any, Final

from cimscore.rules.refusals import AuthorError

_OUTSIDE: Final = frozenset(
    {
        *("asyncio", "concurrent", "gc", "glob", "http", "io", "locale", "logging", "multiprocessing", "os", "pathlib"),
        *("platform", "posix", "posixpath", "random", "secrets", "shutil", "signal", "socket", "sqlite3", "ssl"),
        *("subprocess", "tempfile", "threading", "time", "urllib", "uuid", "warnings", "weakref"),
    }
)
"""Modules whose answers differ from run to run, or that reach outside."""
_BUILTINS: Final = frozenset(
    {
        *("breakpoint", "compile", "delattr", "eval", "exec", "exit", "globals", "hash", "id", "input", "locals"),
        *("open", "print", "quit", "setattr", "vars", "Exception", "BaseException", "__import__"),
    }
)
_NOW: Final = frozenset({"now", "today", "utcnow"})
_CHANGING: Final = (list, dict, set, bytearray)
_STEPS: Final = frozenset(dis.opmap[name] for name in ("STORE_GLOBAL", "DELETE_GLOBAL", "IMPORT_NAME"))
_EXPECTED: Final = "an answer that depends on nothing but the values it is given"


def undetermined(function: Callable[..., object], what: str) -> Iterator[AuthorError]:
    """Yield a refusal if a function reads a clock, chance, a file or what it has kept, or hides its own errors.

    What it calls in its own package is looked at too.

    Args:
        function: The function.
        what: Owner of the function, for the message.
    """
    for called in filter(_may_use, _with_what_it_calls(function)):
        for used, expected in _uses(called.__code__, called.__globals__):
            file = called.__code__.co_filename.rpartition("/")[2]
            found = f"{used} in {called.__name__} ({file}:{called.__code__.co_firstlineno})"
            yield AuthorError(what=what, found=found, expected=expected)


def _with_what_it_calls(function: Callable[..., object]) -> Iterator[FunctionType]:
    package = function.__module__.partition(".")[0]
    waiting, seen = [function] if isinstance(function, FunctionType) else [], set[FunctionType]()
    while waiting:
        called = waiting.pop()
        if called not in seen:
            seen.add(called)
            yield called
            named = (called.__globals__.get(name) for name in called.__code__.co_names)
            waiting += [
                held for held in named
                if isinstance(held, FunctionType) and held.__module__.partition(".")[0] == package
            ]  # fmt: skip


def _may_use(function: FunctionType) -> bool:
    """Return True if a function has to be looked at step by step, which takes long for every function of a program."""
    return any(map(functools.partial(_is_suspect, names=function.__globals__), _codes(function.__code__)))


def _is_suspect(code: CodeType, names: dict[str, Any]) -> bool:
    named = code.co_names
    return (
        bool(code.co_exceptiontable)
        or not _STEPS.isdisjoint(code.co_code[::2])
        or not _NOW.isdisjoint(named)
        or any(_outside(name, names) for name in named)
    )


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _uses(code: CodeType, names: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield what a function must not use, and what is expected instead."""
    before = ""
    for step in itertools.chain.from_iterable(map(dis.get_instructions, _codes(code))):
        name = str(step.argval)
        match step.opname:
            case "LOAD_GLOBAL" | "LOAD_NAME" if used := _outside(name, names):
                yield used, _EXPECTED
            case "LOAD_ATTR" | "LOAD_METHOD" if name in _NOW:
                yield f"a use of {name!r}", _EXPECTED
            case "IMPORT_NAME" if name.partition(".")[0] in _OUTSIDE:
                yield f"a use of {name!r}", _EXPECTED
            case "STORE_GLOBAL" | "DELETE_GLOBAL":
                yield f"a change of {name!r}", _EXPECTED
            case "POP_TOP" if before == "PUSH_EXC_INFO":
                yield "except: of every error", "an except of the one error that is meant: a mistake is not a no"
        before = step.opname


def _outside(name: str, names: dict[str, Any]) -> str:
    """Return in words what a global name must not be; empty if it may be used."""
    held = names.get(name, getattr(builtins, name, None))
    if name in _BUILTINS and held is getattr(builtins, name, None):
        return f"a use of {name!r}"
    home = held.__name__ if isinstance(held, ModuleType) else getattr(held, "__module__", "") or ""
    reaches = isinstance(held, ModuleType | FunctionType | BuiltinFunctionType | type)
    if reaches and str(home).partition(".")[0] in _OUTSIDE:
        return f"a use of {name!r}"
    return f"{name!r}, a {type(held).__name__} that can change," if isinstance(held, _CHANGING) else ""
