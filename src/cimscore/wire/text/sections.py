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


def cut(text: str) -> list[Section] | None:
    """The sections of a document in block style, or None for one that is written otherwise."""
    lines = text.split("\n")
    starts = [index for index, line in enumerate(lines) if _HEADING.match(line)]
    if not starts or not all(_BEFORE.fullmatch(line) for line in lines[: starts[0]]):
        return None
    ends = [*starts[1:], len(lines)]
    return [Section(_name(lines[start]), tuple(lines[start:end])) for start, end in zip(starts, ends, strict=True)]


def parse_section(section: Section) -> tuple[Pairs, list[Problem]]:
    """The one pair that a section is; ``BROKEN`` and why, where it cannot be parsed."""
    if section.name not in KEYS:  # It is refused for its name, and may be a misspelt notifier.
        return Pairs([(section.name, None)]), []
    problem = _stray_line(section) or _several_documents(section)
    if problem is None:
        try:
            return _pair(section), []
        except yaml.YAMLError as error:
            problem = _syntax(section, error)
    broken = Pairs([(section.name, BROKEN)])
    return broken, [PROTECTED_PART if section.name == NOTIFIER else problem]


def _pair(section: Section) -> Pairs:
    pairs = parse_yaml("\n".join(section.lines))[0]
    return pairs if isinstance(pairs, Pairs) else Pairs([(section.name, pairs)])


def _name(heading: str) -> str:
    match = _HEADING.match(heading)
    return match["name"] if match else ""


def _stray_line(section: Section) -> Problem | None:
    at_margin = [line for line in section.lines[1:] if line.strip() and not line.startswith(_INSIDE)]
    stray = [line for line in at_margin if not _MARKER.match(line)]
    found = "a line at the left margin that is neither a key nor a list item"
    hint = "Indent what belongs to the section."
    return Problem(where=section.name, found=found, expected="`key: value`", hint=hint) if stray else None


def _several_documents(section: Section) -> Problem | None:
    markers = [index for index, line in enumerate(section.lines) if _MARKER.match(line)]
    if not markers:
        return None
    hint = "Put each case into a file of its own."
    return Problem(where="the document", found="a document marker (--- or ...)", expected="one document", hint=hint)


def _syntax(section: Section, error: yaml.YAMLError) -> Problem:
    expected, hint = "text that can be parsed as YAML", "Check its quotes, colons, brackets and indentation."
    mark = getattr(error, "problem_mark", None)
    if section.quiet or mark is None:
        return Problem(where=section.name, found="", expected=expected, hint=hint)
    where = f"{section.name}, line {mark.line + 1}"
    hint = f"{hint} Lines are counted from the line {section.name!r} on."
    return Problem(where=where, found=str(getattr(error, "problem", "")), expected=expected, hint=hint)
