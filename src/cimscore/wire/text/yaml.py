"""YAML by the 1.2 rules. A case document needs only its plain part.

PyYAML's events are read directly. Its own loader follows YAML 1.1, where ``no`` is false and an unquoted day is a date
object; it also keeps only the last of two equal keys.
"""

from __future__ import annotations

import re
from typing import Any, Final

import yaml

from cimscore.limits import DEEPEST_NESTING
from cimscore.wire.text.raw import DEEPER, Broken, Node, Parsed, Refused, Tree

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
_EXPECTED: Final = "text that can be parsed as YAML"
_HINT: Final = "Check its quotes, colons, brackets and indentation."


_SAID: Final = (
    (re.compile(r"character '.{1,4}'"), "a character"),
    (re.compile(r"'\\?\w+'"), "it"),
    (re.compile(r"^expected (.*), but (?:got|found) (.*)$"), r"\2 in the place of \1"),
    (re.compile(r"^could not find expected"), "no"),
    (re.compile(r"^mapping values are not allowed (here|in this context)$"), "a colon where no key can be"),
    (re.compile(r"^found "), ""),
    (re.compile(r"<(scalar|stream end|block end|block mapping start|block sequence start)>"), r"\1"),
)


_DEEPEST: Final = 2 * DEEPEST_NESTING


class _Loader(yaml.SafeLoader):
    """PyYAML's parser, but control characters are left to be reported in their place."""

    def check_printable(self, data: str) -> None:
        """Accept every sign but the one with which PyYAML marks the end."""
        if "\0" in data:
            raise yaml.reader.ReaderError("", data.index("\0"), 0, "unicode", "")

    def save_possible_simple_key(self) -> None:
        """Leave a list or mapping that is nested too deep to be read out of those that may turn out to be a key."""
        if self.flow_level <= _DEEPEST:  # for every sign PyYAML looks at each that may
            super().save_possible_simple_key()


def parse_yaml(text: str) -> Parsed:
    """Parse the one document in `text`, as far as it can be parsed."""
    tree = Tree()
    try:
        loader: Any = _Loader(text)
    except yaml.reader.ReaderError as error:
        return Parsed(root=None, broken=_end_sign(text, error.position))
    try:
        while loader.check_event():
            event = loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent) and tree.roots:
                return Parsed(root=tree.roots[0], broken=_second_document(event))
            _add(event, tree)
            if tree.depth > _DEEPEST:
                root, key = tree.so_far()
                return Parsed(root=root, broken=_too_deep(event, loader, key))
    except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two from escapes for no character
        root, key = tree.so_far()
        return Parsed(root=root, broken=_broken(error, loader, key))
    return Parsed(root=tree.roots[0] if tree.roots else None)


def resolve(text: str) -> object:
    """Return the meaning of an unquoted scalar: a word, a whole number, a number, or text."""
    if text in _WORDS:
        return _WORDS[text]
    if _WHOLE.fullmatch(text):
        return whole(text)
    return float(text) if _FLOAT.fullmatch(text) else text


def whole(text: str) -> object:
    """Return the whole number, or the text itself if it has more digits than Python converts."""
    try:
        return int(text)
    except ValueError:
        return text


def _add(event: Any, tree: Tree) -> None:
    mark = event.start_mark
    if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
        mapping = isinstance(event, yaml.MappingStartEvent)
        tree.open(Node(None, mark.line, mark.index), mapping=mapping, refused=_refusal(event))
    elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
        tree.close()
    elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
        tree.leaf(Node(_leaf(event), mark.line, mark.index))


def _leaf(event: Any) -> object:
    if isinstance(event, yaml.AliasEvent):
        return _ALIAS
    plain = event.implicit[0]
    return _refusal(event) or (resolve(event.value) if plain else event.value)


def _refusal(event: Any) -> Refused | None:
    if event.anchor is not None:
        return _ANCHOR
    return _TAG if event.tag is not None else None


def _broken(error: Exception, loader: Any, key: Node | None) -> Broken:
    mark = getattr(error, "problem_mark", None)
    found = _in_words(str(getattr(error, "problem", None) or ""))
    line = loader.line if mark is None else mark.line
    return Broken(found=found, line=line, looked_at=_end_of_line(loader), key=key, expected=_EXPECTED, hint=_HINT)


def _in_words(problem: str) -> str:
    """Return PyYAML's finding in words that follow "found", without a letter of the text."""
    for said, words in _SAID:
        problem = said.sub(words, problem)
    return problem


def _end_of_line(loader: Any) -> int:
    """Return the last place that the parser can have seen: the end of the line, because it reads ahead."""
    ahead = loader.buffer.find("\n", loader.pointer)
    return int(loader.index + (ahead if ahead >= 0 else len(loader.buffer)) - loader.pointer)


def _end_sign(text: str, at: int) -> Broken:
    found, line = "a control character (U+0000)", text.count("\n", 0, at)
    return Broken(found=found, expected=_EXPECTED, hint=_HINT, line=line, looked_at=at)


def _too_deep(event: Any, loader: Any, key: Node | None) -> Broken:
    line, looked_at = event.start_mark.line, _end_of_line(loader)
    return Broken(
        found=DEEPER.what, expected="a case document", hint=DEEPER.hint, line=line, looked_at=looked_at, key=key
    )


def _second_document(event: Any) -> Broken:
    return Broken(
        found="a second document",
        expected="one document",
        hint="Put each case into a file of its own.",
        line=event.start_mark.line,
        looked_at=event.end_mark.index,
    )
