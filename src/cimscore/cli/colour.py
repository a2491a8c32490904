"""Colour on a terminal: it repeats what words and lines say already, so that nothing is lost without it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Final, TextIO

_END: Final = "\x1b[0m"
_BOLD: Final = "\x1b[1m"
_YELLOW: Final = "\x1b[33m"
_BOLD_RED: Final = "\x1b[1;31m"

_HEADING: Final = re.compile(r"^(.+)\n(-{3,})$", re.MULTILINE)
_PAINTED: Final[Mapping[re.Pattern[str], str]] = {
    re.compile(r"\(provisional\b[^)\n]*\)"): _YELLOW,
    re.compile(r"^(?:Overdue|Not yet so|Incomplete)\b[^:\n]*:|\boverdue by [^];\n]*", re.MULTILINE): _BOLD_RED,
    re.compile(r"^(?:(?:First|Next) clock|Provisional|Final)\b", re.MULTILINE): _BOLD,
}


def wants_colour(stream: TextIO) -> bool:
    """Return True if text may be coloured: on a terminal, unless ``NO_COLOR`` is set; anywhere with ``FORCE_COLOR``.

    Args:
        stream: Where the text goes.
    """
    # Many programs agree on these two names. They win over what the terminal says.
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return os.environ.get("TERM") != "dumb" and stream.isatty()


def coloured(text: str) -> str:
    """Return a text with its headings, and the words for what is provisional or late, in colour.

    Args:
        text: Text without colour.
    """
    painted = _HEADING.sub(lambda found: f"{_BOLD}{found[1]}{_END}\n{found[2]}", text)
    for words, colour in _PAINTED.items():
        painted = words.sub(lambda found, colour=colour: f"{colour}{found[0]}{_END}", painted)  # type: ignore[misc]
    return painted
