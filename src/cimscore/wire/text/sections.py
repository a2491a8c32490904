"""Cutting a YAML document at its top-level keys, before anything is parsed.

In block style nothing but a key, a list item, a comment or a closing bracket can stand at the left
margin, so the cut is safe whatever the sections hold.
"""

from __future__ import annotations

import re
from typing import Final

import attrs
import yaml

from cimscore.errors import Problem
from cimscore.wire.document import KEYS, NOTIFIER
from cimscore.wire.report import BROKEN
from cimscore.wire.text.raw import PROTECTED_PART, Pairs
from cimscore.wire.text.yaml import parse_yaml

_HEADING: Final = re.compile(r"""(?P<quote>["']?)(?P<name>[A-Za-z0-9_.-]+)(?P=quote)\s*:(\s|$)""")
_MARKER: Final = re.compile(r"(---|\.\.\.)(\s|$)")
_BEFORE: Final = re.compile(r"\s*(#.*)?|---\s*(#.*)?|%YAML 1\.2\s*")
_INSIDE: Final = (" ", "\t", "#", "-", "]", "}")


@attrs.frozen
class Section:
    """A top-level key with the lines that belong to it, the first of them its heading."""

    name: str
    lines: tuple[str, ...]

    @property
    def quiet(self) -> bool:
        """Whether it mentions the notifier where it does not belong, so that little may be said of it."""
        return NOTIFIER in "\n".join(self.lines)


@attrs.frozen
class Cut:
    """A document cut into sections, and what stands outside of them."""

    sections: tuple[Section, ...]
    outside: tuple[Problem, ...]


def cut(text: str) -> Cut | None:
    """The sections of a document in block style, or None for one that is written otherwise."""
    lines = text.split("\n")
    first = next((line for line in lines if not _BEFORE.fullmatch(line)), "")
    if first.startswith("{") or not any(map(_HEADING.match, lines)):
        return None
    pieces: list[list[str]] = []
    current: list[str] = []
    outside: list[Problem] = []
    for line in lines:
        if _HEADING.match(line):
            current = [line]
            pieces.append(current)
        elif pieces and (not line.strip() or line.startswith(_INSIDE)) and not _MARKER.match(line):
            current.append(line)
        elif pieces or not _BEFORE.fullmatch(line):
            outside.append(_outside(line, pieces))
            current = []
    return Cut(tuple(Section(_name(piece[0]), tuple(piece)) for piece in pieces), tuple(outside))


def parse_section(section: Section) -> tuple[Pairs, list[Problem]]:
    """The one pair that a section is; ``BROKEN`` and why, where it cannot be parsed."""
    if section.name not in KEYS:  # It is refused for its name, and may be a misspelt notifier.
        return Pairs([(section.name, None)]), []
    try:
        return _pair(section), []
    except yaml.YAMLError as error:
        problem = PROTECTED_PART if section.name == NOTIFIER else _syntax(section, error)
        return Pairs([(section.name, BROKEN)]), [problem]


def _pair(section: Section) -> Pairs:
    pairs = parse_yaml("\n".join(section.lines))[0]
    return pairs if isinstance(pairs, Pairs) else Pairs([(section.name, pairs)])


def _name(heading: str) -> str:
    match = _HEADING.match(heading)
    return match["name"] if match else ""


def _outside(line: str, before: list[list[str]]) -> Problem:
    """What is wrong with a line that ends a section without beginning one.

    The place is told by the sections other than the notifier's, so that it is the same without that.
    """
    names = [_name(piece[0]) for piece in before]
    last = next((name for name in reversed(names) if name != NOTIFIER), "")
    where = f"at the left margin, {f'after the section {last!r}' if last else 'at the top'}"
    if _MARKER.match(line):
        expected, hint = "one document", "Put each case into a file of its own."
        return Problem(where="the document", found=f"a document marker {where}", expected=expected, hint=hint)
    found = f"a line {where}, that is neither a key nor a list item"
    return Problem(where="the document", found=found, expected="sections", hint="Indent what belongs to a section.")


def _syntax(section: Section, error: yaml.YAMLError) -> Problem:
    expected, hint = "text that can be parsed as YAML", "Check its quotes, colons, brackets and indentation."
    mark = getattr(error, "problem_mark", None)
    if section.quiet or mark is None:
        return Problem(where=section.name, found="", expected=expected, hint=hint)
    where = f"{section.name}, line {mark.line + 1}"
    hint = f"{hint} Lines are counted from the line {section.name!r} on."
    return Problem(where=where, found=str(getattr(error, "problem", "")), expected=expected, hint=hint)
