"""Plain document from a parser's tree. The notifier is removed first; only then are keys read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

import attrs

from cimscore.case import NOBODY, Protected
from cimscore.errors import Problem
from cimscore.wire.document import KEYS, NOTIFIER
from cimscore.wire.report import BROKEN, step
from cimscore.wire.suspicion import is_suspect_key, is_suspect_section
from cimscore.wire.text.raw import DEEPER, Broken, Node, Pairs, Parsed, Refused

_PROTECTED_PART: Final = Problem(
    where=NOTIFIER,
    found="",
    expected="a part that can be parsed",
    hint="What it holds is protected, so nothing more can be said of it.",
)
_BROKEN_OFF: Final = attrs.evolve(_PROTECTED_PART, hint=f"{_PROTECTED_PART.hint} Nothing after it was read.")


@attrs.frozen(kw_only=True)
class Document:
    """Document as plain mappings, lists and scalars.

    Attributes:
        sections: Everything but the notifier; ``BROKEN`` for what cannot be used.
        notifier: The notifier, which nothing else has read.
        problems: Problems of the text as such.
        lines: Line of every path, from 1, counted without the lines of the notifier.
        hushed: True if part of the notifier's details may be elsewhere, so that no value may be shown.
    """

    sections: Mapping[str, object]
    notifier: Protected = NOBODY
    problems: tuple[Problem, ...] = ()
    lines: Mapping[str, int] = attrs.field(factory=dict)
    hushed: bool = False


def settle(parsed: Parsed, pairs: Pairs, text: str, beside: frozenset[str] = frozenset()) -> Document:
    """Return the plain document of a parsed tree, with its notifier apart; it may have the keys `beside`, too."""
    settling = _Settling(pairs, parsed.broken.key if parsed.broken else None, KEYS | beside)
    settling.sections(parsed.broken)
    if parsed.broken:
        settling.problems.append(_end_of_reading(parsed.broken, settling, text))
    return Document(
        sections=settling.document,
        notifier=settling.notifier,
        problems=tuple(settling.problems),
        lines=settling.lines,
        hushed=settling.hushed or parsed.broken is not None,
    )


class _Settling:
    """State of the sections of one document while it is settled."""

    def __init__(self, pairs: Pairs, pending: Node | None, known: frozenset[str]) -> None:
        self.known = known
        self.keys = [key for key, _ in pairs] + ([pending] if pending else [])
        names = [key.value for key in self.keys]
        self.document: dict[str, object] = {}
        self.notifier = Protected(None)
        self.problems: list[Problem] = []
        self.lines: dict[str, int] = {}
        self.hushed = any(is_suspect_key(name, known) for name in names) or _stands_twice(names)
        self._notifiers = [value for key, value in pairs if key.value == NOTIFIER]
        self._others = [(key, value) for key, value in pairs if key.value != NOTIFIER]
        self._left_out = _lines_of_notifiers(self.keys)

    def sections(self, broken: Broken | None) -> None:
        """Settle every section. Sections of a broken document that were not reached are not judged."""
        self._take_out_notifier()
        if broken and broken.key is None:  # reading ended inside or right behind the last of them
            self._others = [(key, node) for key, node in self._others if key is not self.keys[-1]]
        for key, node in self._others:
            self._section(key, node)
        if broken:
            self.document |= {name: BROKEN for name in self.known - {NOTIFIER} if name not in self.document}

    def line(self, line: int) -> int:
        """Return the number of a line, from 1, counted without those of the notifier."""
        # Otherwise the number of a line would show how many lines the notifier has.
        return line + 1 - sum(after - first for first, after in self._left_out if line >= after)

    def _take_out_notifier(self) -> None:
        if len(self._notifiers) > 1:
            self.problems.append(_twice(NOTIFIER, 0))
        elif self._notifiers:
            problems: list[Problem] = []
            held = _Section(self, problems).settled(self._notifiers[0], NOTIFIER)
            # The lines of the notifier's own parts would show how long it is.
            self.lines = {}
            self.notifier = Protected(None if problems else held)
            self.problems += [_PROTECTED_PART] if problems else []

    def _section(self, key: Node, node: Node) -> None:
        name = key.value
        if not isinstance(name, str):
            self.problems.append(_not_a_key("the document", self.line(key.line)))
        elif name in self.document:
            where = name if name in self.known else "the document"
            self.problems.append(_twice(where, self.line(key.line)))
        else:
            self.lines[name] = self.line(key.line)
            # A key that is not known is refused for its name, and may be a misspelt notifier.
            self.document[name] = self._settled(node, name) if name in self.known else None
            self.hushed = self.hushed or is_suspect_section(name, self.document[name])

    def _settled(self, node: Node, name: str) -> object:
        problems: list[Problem] = []
        value = _Section(self, problems).settled(node, name)
        too_deep = [problem for problem in problems if problem.found == DEEPER.what]
        # One report for a section that is too deep: the others would repeat it for every part.
        self.problems += too_deep[:1] or problems
        return BROKEN if too_deep else value


@attrs.frozen
class _Section:
    """One section, its parts and their problems."""

    settling: _Settling
    problems: list[Problem]

    def settled(self, node: Node, path: str) -> object:
        """Return the plain value of a part."""
        value = node.value
        self.settling.lines.setdefault(path, self.settling.line(node.line))
        if isinstance(value, Pairs):
            return self._mapping(value, path)
        if isinstance(value, list):
            return [self.settled(item, f"{path}[{index}]") for index, item in enumerate(value)]
        if isinstance(value, Refused):
            where = path.partition(".")[0].partition("[")[0] if value is DEEPER else path
            line = self.settling.line(node.line)
            self.problems.append(
                Problem(where=where, found=value.what, expected="the value itself", hint=value.hint, line=line)
            )
            return BROKEN
        return value

    def _mapping(self, pairs: Pairs, path: str) -> dict[str, object]:
        settled: dict[str, object] = {}
        for key, value in pairs:
            line = self.settling.line(key.line)
            if not isinstance(key.value, str):
                self.problems.append(_not_a_key(path, line))
            elif key.value in settled:
                self.problems.append(_twice(step(path, key.value), line))
            else:
                where = step(path, key.value)
                self.settling.lines[where] = line
                # A notifier belongs elsewhere and is refused for that; what it holds stays protected.
                settled[key.value] = None if key.value == NOTIFIER else self.settled(value, where)
        return settled


def _end_of_reading(broken: Broken, settling: _Settling, text: str) -> Problem:
    """Return the problem that ended the reading; only its place, while the notifier may be part of it."""
    last = settling.keys[-1] if settling.keys else None
    name = last.value if last and isinstance(last.value, str) else ""
    read = text[last.index if last else 0 : broken.looked_at]
    known = last is None or name in KEYS
    if known and not settling.hushed and NOTIFIER not in read.casefold():
        where = name or "the document"
        line = settling.line(broken.line)
        return Problem(where=where, found=broken.found, expected=broken.expected, hint=broken.hint, line=line)
    if name == NOTIFIER:
        return _BROKEN_OFF
    where = name if known and name else "the document"
    hint = "Check its quotes, brackets and commas. Nothing more can be said without showing what may be protected."
    line = settling.line(last.line) if last and known else 0
    return Problem(where=where, found="", expected="a part that can be parsed", hint=hint, line=line)


def _lines_of_notifiers(keys: list[Node]) -> list[tuple[int, int]]:
    """Return the line on which each notifier begins, and the line on which the next section begins."""
    return [(key.line, after.line) for key, after in pairwise(keys) if key.value == NOTIFIER]


def _stands_twice(names: list[object]) -> bool:
    texts = [name for name in names if isinstance(name, str)]
    return len(set(texts)) < len(texts)


def _twice(path: str, line: int) -> Problem:
    return Problem(where=path, found="this key twice", expected="each key once", hint="Keep one of them.", line=line)


def _not_a_key(path: str, line: int) -> Problem:
    expected, hint = "keys that are text", "Write it in quotes."
    return Problem(where=path, found="a key that is not text", expected=expected, hint=hint, line=line)
