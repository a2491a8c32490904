"""Calls that a plugin wrote wrongly, in words: an argument left out, or one that nobody takes."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable
from typing import Any, Final

from cimscore.ids import did_you_mean

_PUBLIC: Final = ("cimscore.rules", "cimscore.rulebook", "cimscore.calendars", "cimscore.policy", "cimscore.case")
_MISSING: Final = re.compile(r"(?P<called>[\w.]+)\(\) missing \d+ required [\w-]+ arguments?: (?P<names>.+)")
_UNKNOWN: Final = re.compile(r"(?P<called>[\w.]+)\(\) got an unexpected keyword argument '(?P<name>\w+)'")


def miscalled(error: BaseException) -> tuple[str, str, str] | None:
    """Return what was found of a call, what was expected, and what to do; None if it is no wrong call of this library.

    Args:
        error: What Python raised.
    """
    if not isinstance(error, TypeError):
        return None
    if match := _MISSING.fullmatch(str(error)):
        names = re.findall(r"'(\w+)'", match["names"])
        if called := _public(match["called"]):
            given = " and ".join(f"{name}=" for name in names)
            return f"{_as_written(match['called'])} without {given}", f"{given} in it", _said(called, names)
    elif (match := _UNKNOWN.match(str(error))) and (called := _public(match["called"])):
        taken = [name for name in inspect.signature(called).parameters if name != "self"]
        hint = did_you_mean(match["name"], taken) or f"It takes {', '.join(taken)}."
        return f"{_as_written(match['called'])} with {match['name']}=", "no such argument", hint
    return None


def _public(called: str) -> Callable[..., Any] | None:
    """Return what is called so in a public package; None where nothing is, such as for a function of the plugin."""
    first, _, method = called.removesuffix(".__init__").partition(".")
    for package in map(importlib.import_module, _PUBLIC):
        held: object = getattr(package, first, None)
        function: object = getattr(held, method, None) if method else held
        if callable(function):
            return function
    return None


def _as_written(called: str) -> str:
    return f"{called.removesuffix('.__init__')}(…)"


def _said(called: Callable[..., Any], names: list[str]) -> str:
    """Return what the docstring of something says of its arguments."""
    about = inspect.getdoc(called) or ""
    found = ((name, re.search(rf"^    {name}: (.+(?:\n      +.+)*)", about, re.MULTILINE)) for name in names)
    return " ".join(f"{name}: {' '.join(match[1].split())}" for name, match in found if match)
