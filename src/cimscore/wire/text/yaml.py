"""YAML by the 1.2 rules, of which a case document needs the plain part only.

PyYAML's events are read directly. Its own loader follows YAML 1.1, where ``no`` is false and an
unquoted day is a date object; it also keeps only the last of two equal keys.
"""

from __future__ import annotations

import re
from typing import Any

import yaml

from cimscore.wire.text.raw import DEEPEST, Pairs, Refused

# Digits with a zero in front stay text, or a telephone number would lose its zero.
_WHOLE = re.compile(r"[-+]?(0|[1-9][0-9]*)")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|(0|[1-9][0-9]*)(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_WORDS = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
}
_ALIAS = Refused("a YAML alias (*)", "Write the value out; aliases are not read.")
_ANCHOR = Refused("a YAML anchor (&)", "Take the anchor away; anchors are not read.")
_TAG = Refused("a YAML tag (!)", "Take the tag away; the kind of a value follows from how it is written.")
_DEEPER = Refused(f"more than {DEEPEST} levels of nesting", "A case document needs few.")


def parse_yaml(text: str) -> list[object]:
    """The documents in `text`, as `Pairs`, lists and scalars.

    Raises:
        yaml.YAMLError: The text is not YAML.
    """
    try:
        return _documents(text)
    except (ValueError, OverflowError):  # from an escape for a character that does not exist
        raise yaml.YAMLError from None


def _documents(text: str) -> list[object]:
    documents: list[object] = []
    open_: list[_Open] = []
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            open_.append(_Open(event))
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            done = open_.pop().value()
            (open_[-1].parts if open_ else documents).append(done)
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            (open_[-1].parts if open_ else documents).append(_leaf(event))
        if len(open_) > 2 * DEEPEST:
            return [_DEEPER]
    return documents


def resolve(text: str) -> object:
    """What an unquoted scalar means: a word, a whole number, a number, or else text."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return whole(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def whole(text: str) -> object:
    """The whole number, or the text itself where it has more digits than Python converts."""
    try:
        return int(text)
    except ValueError:
        return text


class _Open:
    """A mapping or list that is still being read."""

    def __init__(self, event: Any) -> None:
        self.mapping = isinstance(event, yaml.MappingStartEvent)
        self.refused = _refusal(event)
        self.parts: list[object] = []

    def value(self) -> object:
        if self.refused:
            return self.refused
        return Pairs(zip(self.parts[::2], self.parts[1::2], strict=True)) if self.mapping else self.parts


def _leaf(event: Any) -> object:
    if isinstance(event, yaml.AliasEvent):
        return _ALIAS
    plain = event.implicit[0]
    return _refusal(event) or (resolve(event.value) if plain else event.value)


def _refusal(event: Any) -> Refused | None:
    if event.anchor is not None:
        return _ANCHOR
    return _TAG if event.tag is not None else None
