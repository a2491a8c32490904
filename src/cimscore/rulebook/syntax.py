"""The syntax of a function: where it stands in its module's file, and its meaning as text.

The text is the same for the same meaning, whatever the layout, the comments, the docstrings and the version of Python.
"""

from __future__ import annotations

import ast
import functools
import linecache
from collections.abc import Iterator, Mapping
from types import FunctionType
from typing import Final

import attrs

Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
_PASSED_OVER: Final = frozenset({"ctx", "kind", "type_comment"})


@attrs.frozen(kw_only=True)
class Place:
    """Where a function stands.

    Attributes:
        file: Its file, from the folder that holds its package: ``cimscore_vic_cims/roles.py``.
        first: Its first line, from 1, decorators included.
        last: Its last line.
        text: Those lines as written.
    """

    file: str
    first: int
    last: int
    text: str


def place_of(function: FunctionType) -> Place | None:
    """Where a function stands; None where its module has no source at hand."""
    found = _definitions_of(function)
    if not found:
        return None
    first, last = _first_line(found[0]), found[0].end_lineno or found[0].lineno
    text = "".join(_lines(function)[first - 1 : last])
    return Place(file=_file_of(function), first=first, last=last, text=text)


@functools.lru_cache(maxsize=4096)
def meaning_of(function: FunctionType, *, decorated: bool = True) -> str:
    """What a function does, as text; its qualified name where its module has no source at hand.

    Args:
        function: The function.
        decorated: Whether its decorators belong to its meaning; those that only declare a rule do not.
    """
    found = _definitions_of(function)
    if not found:
        return f"{function.__module__}.{function.__qualname__}"
    return " ".join(_dump(node, frozenset() if decorated else frozenset({"decorator_list"})) for node in found)


def swallows(function: FunctionType) -> bool:
    """Whether a function stops whatever is raised in it: by an `except` without a name, or a `finally` that leaves."""
    nodes = [inner for node in _definitions_of(function) for inner in ast.walk(node)]
    return any(_catches_all(node) or _leaves(node) for node in nodes if isinstance(node, ast.Try))


def _catches_all(node: ast.Try) -> bool:
    return any(handler.type is None for handler in node.handlers)


def _leaves(node: ast.Try) -> bool:
    inside = (inner for statement in node.finalbody for inner in ast.walk(statement))
    return any(isinstance(inner, ast.Return | ast.Break | ast.Continue) for inner in inside)


def _definitions_of(function: FunctionType) -> tuple[Definition, ...]:
    """Its definition; every lambda of its line, for a lambda that does not stand there alone."""
    key = (function.__code__.co_firstlineno, function.__code__.co_name)
    return _definitions("".join(_lines(function))).get(key, ())


def _lines(function: FunctionType) -> list[str]:
    return linecache.getlines(function.__code__.co_filename, function.__globals__)


@functools.lru_cache(maxsize=256)
def _definitions(text: str) -> Mapping[tuple[int, str], tuple[Definition, ...]]:
    """Every definition of a module, by first line and name."""
    found: dict[tuple[int, str], tuple[Definition, ...]] = {}
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, Definition):
            key = (_first_line(node), "<lambda>" if isinstance(node, ast.Lambda) else node.name)
            found[key] = (*found.get(key, ()), node)
    return found


def _first_line(node: Definition) -> int:
    decorators = () if isinstance(node, ast.Lambda) else node.decorator_list
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _file_of(function: FunctionType) -> str:
    """The tail of its file's path that its module's name accounts for."""
    parts = function.__code__.co_filename.replace("\\", "/").split("/")
    depth = function.__module__.count(".") + 1
    return "/".join(parts[-depth - (parts[-1] == "__init__.py") :])


def _dump(node: object, left_out: frozenset[str] = frozenset()) -> str:
    match node:
        case ast.Constant(value=value) | ast.MatchSingleton(value=value):
            return f"{type(node).__name__}({value!a})"
        case ast.JoinedStr():
            return f"JoinedStr([{','.join(_joined(node))}])"
        case ast.AST():
            fields = ((key, value) for key, value in ast.iter_fields(node) if key not in left_out | _PASSED_OVER)
            said = (f"{key}={_dump(value)}" for key, value in fields if value is not None and value != [])
            return f"{type(node).__name__}({','.join(said)})"
        case list():
            return f"[{','.join(_dump(part) for part in node if not _is_remark(part))}]"
        case _:
            return ascii(node)


def _joined(node: ast.JoinedStr) -> Iterator[str]:
    """The parts of an f-string; versions of Python cut its plain text differently, so it is put together again."""
    plain = ""
    for part in node.values:
        if isinstance(part, ast.Constant):
            plain += str(part.value)
            continue
        if plain:
            yield ascii(plain)
        plain = ""
        yield _dump(part, frozenset({"format_spec"}) if _says_nothing(part) else frozenset())
    if plain:
        yield ascii(plain)


def _says_nothing(part: ast.expr) -> bool:
    """Whether an f-string's field has a format that is empty, which is to have none."""
    spec = part.format_spec if isinstance(part, ast.FormattedValue) else None
    return isinstance(spec, ast.JoinedStr) and not any(_joined(spec))


def _is_remark(node: object) -> bool:
    """Whether a statement is only a text, as a docstring is."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
