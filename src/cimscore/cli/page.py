"""A page of readable text: wrapped to the width of the terminal, its structure shown by words and indentation alone."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from cimscore.case.texts import visible

if TYPE_CHECKING:
    from cimscore.rules.english import Line

STEP: Final = 2
_WIDTH_WITHOUT_TERMINAL: Final = 100
_NARROWEST: Final = 40
_WIDEST: Final = 200


def page_width() -> int:
    """Return the number of letters in a line: the terminal's, within reason."""
    columns = shutil.get_terminal_size((_WIDTH_WITHOUT_TERMINAL, 24)).columns
    return min(max(columns, _NARROWEST), _WIDEST)


class TextPage:
    """Lines of text, added one by one. It has no colour, so no information depends on colour."""

    def __init__(self) -> None:
        self._width = page_width()
        self._lines: list[str] = []

    def line(self, text: str, indent: int = 0, *, mark: str = "") -> None:
        """Add a text, wrapped. Its further lines are indented below the first.

        Args:
            text: The text.
            indent: Number of steps to indent it.
            mark: Mark in front, such as ``-`` for an item of a list.
        """
        lead = " " * (STEP * indent) + (f"{mark} " if mark else "")
        below = " " * (len(lead) if mark else len(lead) + STEP)
        wrapped = textwrap.wrap(
            visible(text),
            self._width,
            initial_indent=lead,
            subsequent_indent=below,
            break_long_words=False,
            break_on_hyphens=False,
        )
        self._lines.extend(wrapped or [lead.rstrip()])

    def raw(self, text: str, indent: int = 0) -> None:
        """Add a line that is meant to be copied, so that it is never wrapped."""
        self._lines.append(" " * (STEP * indent) + visible(text))

    def blank(self) -> None:
        """Add an empty line, unless there is one already or the page is empty."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def heading(self, text: str) -> None:
        """Add a heading with a line under it, set apart from what comes before."""
        self.blank()
        before = len(self._lines)
        self.line(text)
        self._lines.append("-" * max(map(len, self._lines[before:])))

    @property
    def lines(self) -> int:
        """Return the number of its lines."""
        return len(self._lines)

    def __str__(self) -> str:
        return "\n".join(self._lines).rstrip("\n") + "\n"


def write_english(page: TextPage, lines: Iterable[Line], indent: int) -> None:
    """Write lines of plain English, the list of each below it.

    Args:
        page: The page.
        lines: The lines.
        indent: How many steps the first of them are indented.
    """
    for line in lines:
        page.line(line.text, indent)
        _write_items(page, line.below, indent + 1)


def _write_items(page: TextPage, lines: Iterable[Line], indent: int) -> None:
    for line in lines:
        page.line(line.text, indent, mark="-")
        _write_items(page, line.below, indent + 1)
