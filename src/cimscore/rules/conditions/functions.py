"""The functions of Python that a program may hold: named ones of a module, which can be digested and pickled."""

from __future__ import annotations

import datetime as dt
import enum
import inspect
import sys
from collections.abc import Callable, Iterator
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR
from types import CodeType, FunctionType
from typing import Final

from cimscore.rules.refusals import AuthorError

_CORE: Final = "cimscore"
_CONSTANTS = (str, int, float, dt.date, dt.time, dt.timedelta, enum.Enum)


def refuse_unless_of_a_module(function: object, what: str) -> None:
    """Refuse a function unless a module's text defines it under its name.

    It may not be a lambda, a method, a closure, a generator, behind a decorator, or written in another language.

    Args:
        function: The function.
        what: Owner of the function, for the message.

    Raises:
        AuthorError: It is none.
    """
    if not (isinstance(function, FunctionType) and _is_plain(function)):
        raise AuthorError(
            what=what,
            found=repr(getattr(function, "__qualname__", function)),
            expected="a function of a module, defined with def: its text is digested, and its name is its identity",
        )


def refuse_unless_takes(function: Callable[..., object], number: int, what: str) -> None:
    """Refuse a function that does not take so many values.

    Args:
        function: The function.
        number: How many values it is given.
        what: Owner of the function, for the message.

    Raises:
        AuthorError: It takes fewer, or needs more.
    """
    taken = inspect.signature(function)
    try:
        taken.bind(*range(number))
    except TypeError:
        raise AuthorError(
            what=what, found=f"{number} value{'s' * (number != 1)} for {function.__name__}{taken}",
            expected="as many as it takes",
        ) from None  # fmt: skip


def _is_plain(function: FunctionType) -> bool:
    """Return True if its module's text defines it under its name, and a call of it gives a value."""
    module = sys.modules.get(function.__module__)
    given_back_later = CO_GENERATOR | CO_COROUTINE | CO_ASYNC_GENERATOR
    return (
        function.__code__.co_qualname == function.__qualname__
        and function.__qualname__.isidentifier()
        and getattr(module, function.__name__, None) is function
        and function.__closure__ is None
        and not function.__code__.co_flags & given_back_later
    )


def calls_of(function: object) -> Iterator[FunctionType]:
    """Yield a function and every function of its own package that it may call, each once.

    These are the functions it names, those that a function it names is made from, the methods of the classes it names,
    and functions that are defaults.

    Args:
        function: The function.
    """
    package = _package(function) if isinstance(function, FunctionType) else ""
    waiting, seen = [function], set[int]()
    while waiting:
        held = waiting.pop()
        wrapped = getattr(held, "__wrapped__", None)
        waiting += [wrapped] if wrapped is not None else []
        if id(held) in seen:
            continue
        seen.add(id(held))
        if isinstance(held, FunctionType) and _package(held) == package:
            if _is_written(held):
                yield held
            waiting += [held.__globals__.get(name) for name in _names_in(held.__code__)]
            waiting += [*(held.__defaults__ or ()), *(held.__kwdefaults__ or {}).values()]
        elif isinstance(held, type) and _may_hide_work(held, package):
            waiting += methods_of(held)


def methods_of(kind: type) -> Iterator[FunctionType]:
    """Yield the functions that are written in a class: its methods, and what its properties call."""
    for held in vars(kind).values():
        function = getattr(held, "fget", None) or getattr(held, "__func__", held)
        # Every enumeration has functions of Python's own, which differ from one release to the next.
        if isinstance(function, FunctionType) and function.__module__ == kind.__module__:
            yield function


def _may_hide_work(kind: type, package: str) -> bool:
    """Return True for a class of a program, which its functions may hide work in; the core's are values alone."""
    return package != _CORE and kind.__module__.partition(".")[0] == package


def _is_written(function: FunctionType) -> bool:
    """Return True unless attrs or dataclasses made a method of a class, whose fields say all of it."""
    return not function.__code__.co_filename.startswith("<")


def text_of(function: object) -> str:
    """Return the text of a function, with that of every function and constant of its own package that it names.

    They stand by what they say, not by their modules: a function that moves is the same function.
    """
    found: set[str] = set()
    for called in calls_of(function):
        found.add(inspect.getsource(called))
        # A comparison may call a helper of its package. A change there changes the comparison too.
        for name in _names_in(called.__code__):
            named = called.__globals__.get(name)
            if isinstance(named, _CONSTANTS):
                found.add(f"{name} = {named!r}")
    return "\n".join(sorted(found))


def _names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


def _package(function: FunctionType) -> str:
    return function.__module__.partition(".")[0]
