"""The functions of Python that a program may hold: named ones of a module, which can be digested and pickled."""

from __future__ import annotations

import datetime as dt
import enum
import inspect
import sys
from collections.abc import Iterator
from inspect import CO_ASYNC_GENERATOR, CO_COROUTINE, CO_GENERATOR
from types import CodeType, FunctionType

from cimscore.rules.refusals import AuthorError

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


def text_of(function: object) -> str:
    """Return the text of a function, with that of every function and constant of its own package that it names."""
    found: dict[str, str] = {}
    _collect(function, found)
    return "\n".join(found[name] for name in sorted(found))


def _collect(value: object, found: dict[str, str]) -> None:
    if not isinstance(value, FunctionType) or _name(value) in found:
        return
    found[_name(value)] = inspect.getsource(value)
    # A comparison may call a helper of its package. A change there changes the comparison too.
    for name in _names_in(value.__code__):
        named = value.__globals__.get(name)
        if isinstance(named, _CONSTANTS):
            found[f"{value.__module__}.{name}"] = f"{name} = {named!r}"
        elif isinstance(named, FunctionType) and _package(named) == _package(value):
            _collect(named, found)


def _names_in(code: CodeType) -> Iterator[str]:
    yield from code.co_names
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _names_in(constant)


def _name(function: FunctionType) -> str:
    return f"{function.__module__}.{function.__qualname__}"


def _package(function: FunctionType) -> str:
    return function.__module__.partition(".")[0]
