"""What a rule's code reaches: its conditions and the functions of its own distribution that it names."""

from __future__ import annotations

import dis
import functools
from collections.abc import Callable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

import attrs

from cimscore.rules import Rule, parts_of

_ATTRIBUTES = ("LOAD_ATTR", "LOAD_METHOD", "STORE_ATTR", "DELETE_ATTR", "LOAD_SUPER_ATTR")


@attrs.frozen
class Names:
    """What a function uses: attributes it touches, global or enclosing things by name, and handlers of what is raised.

    Attributes:
        attributes: Names of the attributes.
        things: The things, by name.
        handles: Whether it, or a function within it, handles anything that is raised.
    """

    attributes: frozenset[str]
    things: tuple[tuple[str, Any], ...]
    handles: bool


def names_in(function: FunctionType) -> Names:
    """Every name used in a function, its inner functions included; what it takes from a module stands for itself."""
    attributes, names, handles = _names(function.__code__)
    found = {name: function.__globals__.get(name) for name in names}
    for module_name, module in [pair for pair in found.items() if isinstance(pair[1], ModuleType)]:
        taken = {name: vars(module)[name] for name in attributes if name in vars(module)}
        found.update({f"{module_name}.{name}": thing for name, thing in taken.items()})
    for name, cell in zip(function.__code__.co_freevars, function.__closure__ or (), strict=True):
        found[name] = cell.cell_contents
    return Names(attributes, tuple(sorted(found.items(), key=lambda pair: pair[0])), handles)


@functools.cache
def _names(code: CodeType) -> tuple[frozenset[str], frozenset[str], bool]:
    """The attributes and global names that code uses, and whether it handles anything raised.

    Conditions are shared by many rules, so this is kept.
    """
    steps = [step for one in _codes(code) for step in dis.get_instructions(one)]
    attributes = frozenset(step.argval for step in steps if step.opname in _ATTRIBUTES)
    names = frozenset(step.argval for step in steps if step.opname in ("LOAD_GLOBAL", "LOAD_NAME"))
    return attributes, names, any(step.opname == "PUSH_EXC_INFO" for step in steps)


def functions_of(rule: Rule) -> tuple[FunctionType, ...]:
    """The rule's body, its conditions, their parts, and every function of its own package that these name."""
    home = rule.body.__module__.partition(".")[0]
    waiting: list[Callable[..., Any]] = [rule.body, *rule.when, *rule.unless]
    reached: dict[FunctionType, None] = {}
    while waiting:
        function = waiting.pop(0)
        if not isinstance(function, FunctionType) or function in reached:
            continue
        parts = parts_of(function)
        if parts:
            waiting.extend(parts)
            continue
        reached[function] = None
        named = (thing for _, thing in names_in(function).things)
        waiting.extend(t for t in named if isinstance(t, FunctionType) and t.__module__.partition(".")[0] == home)
    return tuple(reached)


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)
