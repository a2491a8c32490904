"""Generated functions handed over to another process, so that it need not write and compile them again."""

from __future__ import annotations

import marshal
from collections.abc import Mapping
from importlib.util import MAGIC_NUMBER
from types import FunctionType
from typing import Any

import attrs


@attrs.frozen
class MadeFunctions:
    """Functions as they can be pickled.

    Attributes:
        python: Number of the kind of code that this Python runs.
        codes: Their code by key, in bytes that only such a Python reads.
        values: Values that each of them knows by a name of its own, by key.
    """

    python: bytes
    codes: bytes
    values: Mapping[str, Mapping[str, Any]]


def handed_over(functions: Mapping[str, Any]) -> MadeFunctions:
    """Return functions as they can be pickled, by the same keys."""
    codes = {key: function.__code__ for key, function in functions.items()}
    values = {key: _own(function.__globals__) for key, function in functions.items()}
    return MadeFunctions(MAGIC_NUMBER, marshal.dumps(codes), values)


def taken_over(made: MadeFunctions) -> dict[str, Any]:
    """Return the functions by key; none, if another Python made them, and they are to be made anew."""
    if made.python != MAGIC_NUMBER:
        return {}
    codes = marshal.loads(made.codes)  # noqa: S302 - it came in a pickle, which is trusted already
    return {key: FunctionType(code, dict(made.values[key])) for key, code in codes.items()}


def _own(known: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in known.items() if name != "__builtins__"}
