"""Digests of rules and rulebooks that depend on meaning alone: not on layout, comments or the version of Python."""

from __future__ import annotations

import ast
import hashlib
import inspect
import textwrap
from collections.abc import Iterable
from types import FunctionType
from typing import Any

import attrs

from cimscore.rulebook.code import functions_of, names_in
from cimscore.rules import Rule

_PASSED_OVER = frozenset({"ctx", "kind", "type_comment", "type_params", "decorator_list", "type_ignores"})


def digest_of(parts: Iterable[str]) -> str:
    """A digest of texts, in order: the first 16 hex digits of SHA-256 over their lengths and contents."""
    hasher = hashlib.sha256()
    for part in parts:
        data = part.encode()
        hasher.update(f"{len(data)}:".encode())
        hasher.update(data)
    return hasher.hexdigest()[:16]


def rule_digest(rule: Rule) -> str:
    """The digest of a rule with its conditions and the functions, questions and tables it names."""
    parts = [rule.topic.value, rule.id]
    for function in functions_of(rule):
        parts.append(_meaning(function))
        parts.extend(_declared(thing) for _, thing in names_in(function).things)
    return digest_of(parts)


def _declared(thing: Any) -> str:
    """A question, table or other declared value that a function names, in a form that shows its content."""
    if attrs.has(type(thing)):
        return repr({key: str(value) for key, value in attrs.asdict(thing, recurse=False).items()})
    return ""


def _meaning(function: FunctionType) -> str:
    try:
        source = textwrap.dedent(inspect.getsource(function))
        return _dump(ast.parse(source))
    except (OSError, SyntaxError):  # no source at hand, or a lambda cut out of its line
        return f"{function.__module__}.{function.__qualname__}"


def _dump(node: object) -> str:
    """A syntax tree as text, without positions, docstrings and whatever differs between versions of Python."""
    if isinstance(node, ast.AST):
        fields = [f"{key}={_dump(value)}" for key, value in ast.iter_fields(node) if value and key not in _PASSED_OVER]
        return f"{type(node).__name__}({','.join(fields)})"
    if isinstance(node, list):
        return f"[{','.join(_dump(part) for part in node if not _is_docstring(part))}]"
    return repr(node)


def _is_docstring(node: object) -> bool:
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
