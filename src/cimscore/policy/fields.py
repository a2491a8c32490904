"""Strict reading of one table of a policy file: exact types, no unknown keys, every problem at once."""

from __future__ import annotations

import datetime as dt
import enum
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Final, TypeVar

from cimscore.errors import Problem
from cimscore.ids import did_you_mean, nearest

T = TypeVar("T")
E = TypeVar("E", bound=enum.StrEnum)

_WORDS: Final[Mapping[type[Any], str]] = {
    str: "text", bool: "true or false", int: "a number", dt.date: "a date such as 2024-12-09",
    list: "a list", dict: "a table",
}  # fmt: skip


class Fields:
    """The keys of one table, each read once; what was never asked for is an unknown key.

    Attributes:
        where: The table's place, for people: the file, and the clause or edition in it.
    """

    def __init__(self, table: Mapping[str, Any], where: str, problems: list[Problem]) -> None:
        self.where = where
        self._table = table
        self._problems = problems
        self._asked: set[str] = set()

    def __contains__(self, key: str) -> bool:
        return key in self._table

    def problem(self, key: str, found: str, expected: str, hint: str = "") -> None:
        """Note that something is wrong with `key`, and read on."""
        self._problems.append(Problem(where=f"{self.where}.{key}", found=found, expected=expected, hint=hint))

    def required(self, key: str, kind: type[T]) -> T:
        """Return the value of a required key. If it is missing, note a problem and return an empty value."""
        if key not in self._table:
            self._asked.add(key)
            self.problem(key, "nothing", _WORDS[kind])
        value = self.optional(key, kind)
        return _empty(kind) if value is None else value

    def optional(self, key: str, kind: type[T]) -> T | None:
        """Return the value of an optional key; None if it is left out or wrong, which is noted as a problem."""
        self._asked.add(key)
        value = self._table.get(key)
        if value is None or type(value) is kind:
            return value
        self.problem(key, repr(value), _WORDS[kind])
        return None

    def word(self, key: str, words: type[E], otherwise: E | None = None) -> E | None:
        """Return one of a list of words; `otherwise` if the key is left out or wrong, which is noted as a problem."""
        text = self.optional(key, str)
        if text is None or text in set(words):
            return words(text) if text else otherwise
        near = nearest(text, [word.value for word in words])
        self.problem(key, repr(text), f"one of {', '.join(words)}", f"Did you mean {near!r}?" if near else "")
        return otherwise

    def texts(self, key: str) -> tuple[str, ...]:
        """Return a list of texts; empty if the key is left out."""
        items = self.optional(key, list) or []
        for number, item in enumerate(items):
            if not isinstance(item, str):
                self.problem(f"{key}[{number}]", repr(item), "text")
        return tuple(item for item in items if isinstance(item, str))

    def table(self, key: str) -> Fields | None:
        """Return a table; None if the key is left out or wrong, which is noted as a problem."""
        value = self.optional(key, dict)
        return None if value is None else Fields(value, f"{self.where}.{key}", self._problems)

    def tables(self, key: str) -> tuple[Fields, ...]:
        """Return a list of tables; empty if the key is left out."""
        items = self.optional(key, list) or []
        for number, item in enumerate(items):
            if not isinstance(item, dict):
                self.problem(f"{key}[{number}]", repr(item), "a table")
        return tuple(
            Fields(item, f"{self.where}.{key}[{number}]", self._problems)
            for number, item in enumerate(items)
            if isinstance(item, dict)
        )

    def close(self, elsewhere: Mapping[str, str] = MappingProxyType({})) -> None:
        """Note every key that was never asked for.

        Args:
            elsewhere: What to do with a key that belongs to another table, by its name.
        """
        for key in sorted(set(self._table) - self._asked):
            hint = elsewhere.get(key) or did_you_mean(key, self._asked)
            self.problem(key, "an unknown key", "no such key", hint)


def _empty(kind: type[T]) -> T:
    return dt.date.min if kind is dt.date else kind()  # type: ignore[return-value]
