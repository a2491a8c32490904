"""A function of a program depends on nothing but the values it is given: no clock, no chance, no file, no memory."""

from __future__ import annotations

import builtins
import dis
import functools
import itertools
from collections.abc import Callable, Iterator, Mapping
from types import BuiltinFunctionType, CodeType, FunctionType, ModuleType
from typing import Any, Final

from cimscore.ids import nearest
from cimscore.rules.checks.keeping import what_can_change
from cimscore.rules.conditions.functions import calls_of
from cimscore.rules.refusals import AuthorError

_OUTSIDE: Final = frozenset(
    {
        *("asyncio", "codecs", "concurrent", "contextlib", "ctypes", "fileinput", "gc", "getpass", "glob"),
        *("http", "importlib", "inspect", "io", "linecache", "locale", "logging", "mmap", "multiprocessing", "os"),
        *("pathlib", "pickle", "platform", "posix", "posixpath", "random", "runpy", "secrets", "shelve", "shutil"),
        *("signal", "socket", "sqlite3", "ssl", "subprocess", "sys", "sysconfig", "tempfile", "threading", "time"),
        *("traceback", "urllib", "uuid", "warnings", "weakref"),
    }
)
"""Modules whose answers differ from run to run, that reach outside, or that hide what is reached."""
_BUILTINS: Final = frozenset(
    {
        *("breakpoint", "compile", "delattr", "eval", "exec", "exit", "getattr", "globals", "hash", "id", "input"),
        *("locals", "open", "print", "quit", "setattr", "vars", "Exception", "BaseException", "__import__"),
    }
)
_OWN_DATA: Final = "importlib.resources"
"""What reads the data of a package, which is as fixed as its code."""
_NOW: Final = frozenset({"now", "today", "utcnow"})
_STEPS: Final = frozenset(dis.opmap[name] for name in ("STORE_GLOBAL", "DELETE_GLOBAL", "IMPORT_NAME", "STORE_ATTR"))
_BEGINS: Final = frozenset({"__init__", "__post_init__", "__attrs_post_init__"})
"""Where a helper of the program's own fills a value that it makes."""
_EXPECTED: Final = "an answer that depends on nothing but the values it is given"
_MISTAKE: Final = "an except of the one error that is meant: a mistake is not a no"


def undetermined(function: Callable[..., object], what: str) -> Iterator[AuthorError]:
    """Yield a refusal if a function reads a clock, chance, a file or what it has kept, or hides its own errors.

    A name that nothing defines is refused too: the function would fail in the first case that comes to it.

    What it calls in its own package is looked at too: functions, methods of classes, and functions that are defaults.

    Args:
        function: The function.
        what: Owner of the function, for the message.
    """
    for called in filter(_may_use, calls_of(function)):
        for used, expected in _uses(called.__code__, called.__globals__):
            yield AuthorError(what=what, found=f"{used} in {_place(called)}", expected=expected)
        for name, default in _defaults(called):
            if kept := what_can_change(default):
                yield AuthorError(
                    what=what, found=f"{name}={kept} as a default in {_place(called)}", expected=_EXPECTED
                )


def _place(called: FunctionType) -> str:
    file = called.__code__.co_filename.rpartition("/")[2]
    return f"{called.__name__} ({file}:{called.__code__.co_firstlineno})"


def _defaults(called: FunctionType) -> Iterator[tuple[str, object]]:
    given = called.__defaults__ or ()
    named = called.__code__.co_varnames[: called.__code__.co_argcount]
    yield from zip(named[len(named) - len(given) :], given, strict=True)
    yield from (called.__kwdefaults__ or {}).items()


def _may_use(function: FunctionType) -> bool:
    """Return True if a function has to be looked at step by step, which takes long for every function of a program."""
    suspect = functools.partial(_is_suspect, names=function.__globals__)
    return bool(function.__defaults__ or function.__kwdefaults__) or any(map(suspect, _codes(function.__code__)))


def _is_suspect(code: CodeType, names: dict[str, Any]) -> bool:
    named = code.co_names
    return (
        bool(code.co_exceptiontable)
        or not _STEPS.isdisjoint(code.co_code[::2])
        or not _NOW.isdisjoint(named)
        or any(not _is_defined(name, names) or _outside(name, names) for name in named)
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
            case "LOAD_GLOBAL" if not _is_defined(name, names):
                near = nearest(name, names)
                yield f"{name!r}, which nothing defines,", f"a name of its module{near and f', such as {near!r}'}"
            case "LOAD_GLOBAL" | "LOAD_NAME" if used := _outside(name, names):
                yield used, _EXPECTED
            case "LOAD_ATTR" | "LOAD_METHOD" if name in _NOW:
                yield f"a use of {name!r}", _EXPECTED
            case "IMPORT_NAME" if name.partition(".")[0] in _OUTSIDE | {builtins.__name__}:
                yield f"a use of {name!r}", _EXPECTED
            case "STORE_GLOBAL" | "DELETE_GLOBAL":
                yield f"a change of {name!r}", _EXPECTED
            case "STORE_ATTR" if code.co_name not in _BEGINS:
                yield f"a change of {'.' + name!r}", _EXPECTED
            case "WITH_EXCEPT_START":
                yield "a with, which may hide an error,", _MISTAKE
            case "POP_TOP" if before == "PUSH_EXC_INFO":
                yield "except: of every error", _MISTAKE
        before = step.opname


def _is_defined(name: str, names: Mapping[str, Any]) -> bool:
    return name in names or hasattr(builtins, name)


def _outside(name: str, names: dict[str, Any]) -> str:
    """Return in words what a global name must not be; empty if it may be used."""
    held = names.get(name, getattr(builtins, name, None))
    if name in _BUILTINS and held is getattr(builtins, name, None):
        return f"a use of {name!r}"
    home = held.__name__ if isinstance(held, ModuleType) else getattr(held, "__module__", "") or ""
    if str(home).startswith(_OWN_DATA):
        return ""
    reaches = isinstance(held, ModuleType | FunctionType | BuiltinFunctionType | type)
    if held is builtins or (reaches and str(home).partition(".")[0] in _OUTSIDE):
        return f"a use of {name!r}"
    kept = what_can_change(held)
    return f"{name!r}, {kept} that can change," if kept else ""
