"""What a module keeps for its functions: values that never change, or a memory from one call to the next."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType, MappingProxyType, ModuleType
from typing import Final

import attrs

_CHANGING: Final = (list, dict, set, bytearray, Iterator)
_WHOLE: Final = (tuple, frozenset)
_CORE: Final = "cimscore"
_PLAIN: Final = frozenset({"builtins", "datetime", "decimal", "fractions", "re", "types", "typing", "zoneinfo"})
"""Modules of Python whose values never change, but for the containers of `builtins`."""


def what_can_change(held: object) -> str:
    """Return what a value that can change is, such as ``a list``; empty for one that cannot, and for what is called.

    Args:
        held: What a name of a module, or a default of a function, stands for.
    """
    if isinstance(held, ModuleType | FunctionType | BuiltinFunctionType | type) or hasattr(held, "__wrapped__"):
        return ""
    if isinstance(held, _CHANGING):
        return _named(held)
    if isinstance(held, _WHOLE):
        return next(filter(None, map(what_can_change, held)), "")
    if isinstance(held, MappingProxyType):
        return next(filter(None, map(what_can_change, held.values())), "")
    return "" if _is_of_plain_kind(held) or _is_frozen(held) else _named(held)


def _is_of_plain_kind(held: object) -> bool:
    kinds = type(held).__mro__[:-1] or (object,)  # a mark that is nothing but itself
    return any(kind.__module__.partition(".")[0] in (*_PLAIN, _CORE, "enum") for kind in kinds)


def _is_frozen(held: object) -> bool:
    if attrs.has(type(held)):
        return type(held).__setattr__ is not object.__setattr__
    return dataclasses.is_dataclass(held) and bool(getattr(type(held), "__dataclass_params__").frozen)  # noqa: B009


def _named(held: object) -> str:
    kind = type(held).__name__
    return f"a{'n' * (kind[0].lower() in 'aeiou')} {kind}"
