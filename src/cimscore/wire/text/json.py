"""JSON with its line numbers. It is as strict as the standard library, and reports where the text stops being JSON."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate
from json import JSONDecodeError
from json.decoder import scanstring  # type: ignore[attr-defined]  # public in all but the stubs
from typing import Final

from cimscore.wire.text.raw import Broken, Node, Parsed, Tree
from cimscore.wire.text.yaml import whole

_SPACE: Final = re.compile(r"[ \t\n\r]*")
_NUMBER: Final = re.compile(r"(-?(?:0|[1-9][0-9]*))(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_WORD: Final = re.compile(r"true|false|null|NaN|-?Infinity")
_WORDS: Final = {
    "true": True, "false": False, "null": None,
    "NaN": float("nan"), "Infinity": float("inf"), "-Infinity": float("-inf"),
}  # fmt: skip


class _Stop(Exception):
    """The place from which the text is no longer JSON."""

    def __init__(self, expected: str, at: int, looked_at: int) -> None:
        self.expected = expected
        self.at = at
        self.looked_at = looked_at


def parse_json(text: str) -> Parsed:
    """Parse the one document in `text`, as far as it can be parsed."""
    walk = _Walk(text)
    try:
        walk.through()
    except _Stop as stop:
        root, key = walk.tree.so_far()
        broken = Broken(
            found="",
            expected=f"text that can be parsed as JSON, here {stop.expected}",
            hint="Check quotes, brackets and commas.",
            line=walk.line(stop.at),
            looked_at=stop.looked_at,
            key=key,
        )
        return Parsed(root=root, broken=broken)
    return Parsed(root=walk.tree.roots[0])


class _Walk:
    """Goes through a text part by part, without recursion, so that no depth can end it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = Tree()
        self._at = 0
        self._begun = False
        self._line_ends = list(accumulate(len(line) + 1 for line in text.split("\n")))

    def line(self, at: int) -> int:
        """Return the line of a place in the text, from 0."""
        return bisect_right(self._line_ends, at)

    def through(self) -> None:
        """Read the whole text."""
        self._value()
        while not self.tree.is_closed:
            self._next()
        self._skip()
        if self._at < len(self.text):
            raise _Stop("nothing after the document", self._at, self._at)

    def _next(self) -> None:
        """Read what may follow a value inside a mapping or a list."""
        end = "}" if self.tree.in_mapping else "]"
        if self._take(end):
            self._begun = False
            self.tree.close()
        elif self._begun or self._take(","):
            self._entry()
        else:
            raise _Stop(f"a comma or {end}", self._at, self._at)

    def _entry(self) -> None:
        self._begun = False
        if self.tree.in_mapping:
            self._skip()
            if not self.text.startswith('"', self._at):
                raise _Stop("a key in double quotes", self._at, self._at)
            self._string()
            if not self._take(":"):
                raise _Stop("a colon", self._at, self._at)
        self._value()

    def _value(self) -> None:
        self._skip()
        sign = self.text[self._at : self._at + 1]
        if sign in ("{", "["):
            self.tree.open(Node(None, self.line(self._at), self._at), mapping=sign == "{")
            self._at += 1
            self._begun = True
        elif sign == '"':
            self._string()
        elif match := _WORD.match(self.text, self._at):
            self._leaf(_WORDS[match[0]], match.end())
        elif match := _NUMBER.match(self.text, self._at):
            self._leaf(float(match[0]) if match[2] or match[3] else whole(match[1]), match.end())
        else:
            raise _Stop("a value", self._at, self._at)

    def _string(self) -> None:
        try:
            value, end = scanstring(self.text, self._at + 1, True)
        except JSONDecodeError as error:
            looked_at = len(self.text) if error.msg.startswith("Unterminated") else error.pos
            raise _Stop("a text that ends, with escapes that exist", error.pos, looked_at) from None
        self._leaf(value, end)

    def _leaf(self, value: object, end: int) -> None:
        self.tree.leaf(Node(value, self.line(self._at), self._at))
        self._at = end

    def _take(self, sign: str) -> bool:
        self._skip()
        found = self.text.startswith(sign, self._at)
        self._at += found
        return found

    def _skip(self) -> None:
        match = _SPACE.match(self.text, self._at)
        self._at = match.end() if match else self._at
