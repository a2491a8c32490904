"""Amending the text of a document: a value is written where it belongs, and every other letter stays as it stands.

The text is changed, not written anew, so that comments, order and the notifier's field are untouched.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs
import yaml

from cimscore.errors import CimsError
from cimscore.wire.text.yaml import resolve

ADD: Final[Mapping[str, str]] = {}
"""Step of a path: a new entry of a list."""
Step = str | Mapping[str, str | tuple[str]]
"""Key of a mapping, or what the entry of a list says of itself: ``{"id": "ari"}``, or ``{"about": ("c1",)}`` where it
may say that of others as well."""

_PLAIN: Final = re.compile(r"[A-Za-z0-9][\w./+@-]*(:[\w./+@-]+)*")


class NoPlaceError(CimsError):
    """A value has no place in a document: write it by hand where the message says."""

    def __init__(self, path: Sequence[Step], why: str) -> None:
        super().__init__(f"There is no place for {_told(path)}: {why}. Write it into the document by hand.")


@attrs.frozen
class Put:
    """Value to write into a document, and where.

    Attributes:
        path: Steps from the whole document to the value. Keys that are missing are made.
        value: Plain value: a scalar, or lists and mappings of them.
        keeps: Key under which a single value is kept that stands where a mapping is needed, as ``person`` in ``by``.
    """

    path: tuple[Step, ...]
    value: Any
    keeps: str = ""


def amended(text: str, put: Put) -> str:
    """Return the text of a document with a value put into it.

    Args:
        text: Text that can be parsed, of YAML or JSON.
        put: The value and its place.

    Raises:
        NoPlaceError: An entry on the way does not exist, what stands there is no mapping or list, or the text is one
            that only JSON's own parser reads.
    """
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        # Raised here without what it follows from, which quotes the text, and with it perhaps the notifier.
        unreadable = NoPlaceError(put.path, "the text has something in it that only a person can write around")
    else:
        return _Amending(text, as_json=text.lstrip().startswith("{")).put(root, put)
    raise unreadable


@attrs.frozen
class _Amending:
    """One text, and how values are written in it."""

    text: str
    as_json: bool = attrs.field(kw_only=True)

    def put(self, root: Any, put: Put) -> str:
        node = root
        for index, step in enumerate(put.path):
            rest = put.path[index + 1 :]
            if isinstance(step, str) and isinstance(node, yaml.MappingNode):
                found = _under(node, step)
                if found is None:
                    return self._with_key(node, step, _wrapped(rest, put))
            elif isinstance(step, Mapping) and isinstance(node, yaml.SequenceNode):
                if step == ADD:
                    return self._with_entry(node, _wrapped(rest, put))
                found = next((entry for entry in node.value if _says(entry, step)), None)
                if found is None:
                    raise NoPlaceError(put.path, "the document has no such entry")
            elif isinstance(node, yaml.ScalarNode) and resolve(node.value) in (None, "unknown"):
                return self._in_place_of(node, _wrapped(put.path[index:], put))
            elif isinstance(node, yaml.ScalarNode) and put.keeps:
                return self._in_place_of(node, {put.keeps: node.value, **_wrapped(put.path[index:], put)})
            else:
                raise NoPlaceError(put.path, "something of another shape stands there")
            node = found
        return self._in_place_of(node, put.value)

    def _in_place_of(self, node: Any, value: Any) -> str:
        start, end = node.start_mark.index, _end(node)
        space = "" if start == 0 or not self.text[start - 1 : start].endswith(":") else " "
        return f"{self.text[:start]}{space}{self._inline(value)}{self.text[end:]}"

    def _with_key(self, node: Any, key: str, value: Any) -> str:
        if node.flow_style:
            return self._within(node, f"{self._inline(key)}: {self._inline(value)}")
        indent = node.start_mark.column
        if isinstance(value, list):
            entries = (f"\n{' ' * indent}  - {self._inline(entry)}" for entry in value)
            return self._after(node, f"{' ' * indent}{key}:{''.join(entries)}")
        return self._after(node, f"{' ' * indent}{self._inline(key)}: {self._inline(value)}")

    def _with_entry(self, node: Any, value: Any) -> str:
        if node.flow_style:
            return self._within(node, self._inline(value))
        return self._after(node, f"{' ' * node.start_mark.column}- {self._inline(value)}")

    def _within(self, node: Any, said: str) -> str:
        """Return the text with something more before the bracket that closes a mapping or list."""
        last = _last(node)
        at, comma = (node.start_mark.index + 1, "") if last is None else (_end(last), ", ")
        return f"{self.text[:at]}{comma}{said}{self.text[at:]}"

    def _after(self, node: Any, line: str) -> str:
        """Return the text with a line after everything of a mapping or list that is written by the line."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        line = line.replace("\n", newline)
        end = self.text.find("\n", _end(node))
        # A text in many lines ends with the last of them.
        end = _end(node) - 1 if self.text[: _end(node)].endswith("\n") else end
        if end < 0:
            return f"{self.text}{newline}{line}{newline}"
        return f"{self.text[: end + 1]}{line}{newline}{self.text[end + 1 :]}"

    def _inline(self, value: Any) -> str:
        """Return a value on one line, as YAML 1.2 or JSON has it."""
        if self.as_json:
            return json.dumps(value, ensure_ascii=False)
        if isinstance(value, Mapping):
            return f"{{{', '.join(f'{self._inline(key)}: {self._inline(part)}' for key, part in value.items())}}}"
        if isinstance(value, list):
            return f"[{', '.join(map(self._inline, value))}]"
        if isinstance(value, str) and _PLAIN.fullmatch(value) and resolve(value) == value:
            return value
        return json.dumps(value, ensure_ascii=False)


def _wrapped(rest: Sequence[Step], put: Put) -> Any:
    """Return a value inside the mappings and lists of the steps that do not exist yet."""
    value = put.value
    for step in reversed(rest):
        if isinstance(step, Mapping) and step != ADD:
            raise NoPlaceError(put.path, "the document has no such entry")
        value = {step: value} if isinstance(step, str) else [value]
    return value


def _under(node: Any, key: str) -> Any:
    return next((value for name, value in node.value if name.value == key), None)


def _says(entry: Any, what: Mapping[str, str | tuple[str]]) -> bool:
    """Return True if an entry of a list says each of some things of itself."""
    return isinstance(entry, yaml.MappingNode) and all(_is(_under(entry, key), said) for key, said in what.items())


def _is(node: Any, said: str | tuple[str]) -> bool:
    if isinstance(node, yaml.SequenceNode):
        return isinstance(said, tuple) and any(_is(part, said) for part in node.value)
    return isinstance(node, yaml.ScalarNode) and node.value in (said if isinstance(said, tuple) else (said,))


def _last(node: Any) -> Any:
    """Return the last part of a mapping or list; None where it is empty."""
    if not node.value:
        return None
    return node.value[-1][1] if isinstance(node, yaml.MappingNode) else node.value[-1]


def _end(node: Any) -> int:
    """Return where a node ends, without the comments and lines after it, which the parser counts to it."""
    if isinstance(node, yaml.ScalarNode) or node.flow_style:
        return int(node.end_mark.index)
    return _end(_last(node))


def _told(path: Sequence[Step]) -> str:
    """Return a path in words, as ``residences, person ari, kind``."""
    steps = (
        step if isinstance(step, str) else " ".join(f"{key} {value}" for key, value in step.items()) or "a new entry"
        for step in path
    )
    return ", ".join(steps)
