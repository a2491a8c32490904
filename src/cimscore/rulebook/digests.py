"""Digests of rules and rulebooks that depend on meaning alone: not on layout, comments or the version of Python."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from types import FunctionType
from typing import Any, Final

import attrs

from cimscore.policy import Policy, Source, digest_of
from cimscore.rulebook.code import functions_of, names_in
from cimscore.rulebook.syntax import meaning_of
from cimscore.rules import Rule, parts_of

_PLAIN: Final = (str, int, float, tuple, list, Mapping, set, frozenset, enum.Enum)


def rule_digest(rule: Rule) -> str:
    """The digest of a rule: its body, its conditions, and the functions, questions, tables and constants it names.

    The clauses it cites are no part of it: a rule is pinned to each of them apart.
    """
    return digest_of(_parts(rule))


def function_digest(function: FunctionType) -> str:
    """The digest of one function alone, for example of a test."""
    return digest_of([meaning_of(function)])


def _parts(rule: Rule) -> Iterator[str]:
    yield from (rule.topic.value, rule.id)
    yield from (f"when {_shape(condition)}" for condition in rule.when)
    yield from (f"unless {_shape(condition)}" for condition in rule.unless)
    for function in functions_of(rule):
        yield meaning_of(function, decorated=function is not rule.body)
        yield from (f"{name} = {_content(thing)}" for name, thing in names_in(function).things if _counts(thing))


def _shape(condition: Any) -> str:
    """How a condition is put together: ``any_of(lives_here, not_(is_child))``."""
    parts = parts_of(condition)
    name = getattr(condition, "__qualname__", type(condition).__qualname__).partition(".<locals>")[0]
    return f"{name}({', '.join(map(_shape, parts))})" if parts else name


def _counts(thing: Any) -> bool:
    """Whether what a name stands for is content: functions are followed apart, clauses are pinned apart."""
    if isinstance(thing, type):
        return issubclass(thing, enum.Enum)
    return (attrs.has(type(thing)) and not isinstance(thing, Policy)) or isinstance(thing, _PLAIN)


def _is_digested(field: attrs.Attribute[Any], value: object) -> bool:
    """Return False for words that are for people alone, and for what was left out and came later than the digests."""
    match field.metadata.get("digested"):
        case "never":
            return False
        case "where given":
            return bool(value != field.default)
        case _:
            return True


def _content(thing: Any) -> str:
    """A declared value as text that shows all it holds, in an order of its own."""
    match thing:
        case Source():
            return f"{thing.id} {_content(thing.editions)}"
        case type():
            members = [_content(member) for member in thing] if issubclass(thing, enum.Enum) else []
            return f"{thing.__qualname__}{members or ''}"
        case enum.Enum():
            return f"{type(thing).__qualname__}.{thing.name}={thing.value!a}"
        case Mapping():
            return f"{{{', '.join(sorted(f'{_content(key)}: {_content(value)}' for key, value in thing.items()))}}}"
        case set() | frozenset():
            return f"{{{', '.join(sorted(map(_content, thing)))}}}"
        case tuple() | list():
            return f"({', '.join(map(_content, thing))})"
        case FunctionType():
            return thing.__qualname__
        case _ if attrs.has(type(thing)):
            fields = {
                field.name: getattr(thing, field.name)
                for field in attrs.fields(type(thing))
                if _is_digested(field, getattr(thing, field.name))
            }
            return f"{type(thing).__qualname__}{_content(fields)}"
        case _ if " at 0x" in repr(thing):  # where in memory it is means nothing
            return type(thing).__qualname__
        case _:
            return ascii(thing)
