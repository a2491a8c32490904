"""Sections of a page and their lines: what they say, apart from how it is set."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from typing import Final

import attrs

_UNBROKEN: Final = "\N{NO-BREAK SPACE}"


@attrs.frozen
class PageLine:
    """A line of a page.

    Attributes:
        says: What it says.
        mark: What stands before it, such as ``1.``.
        below: What belongs to it, each in a line of its own.
        copied: Lines to be copied as they stand.
    """

    says: str
    mark: str = "-"
    below: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()


@attrs.frozen
class More:
    """Return a note of what a section has no room for.

    Attributes:
        says: How much that is, in words.
        command: The command that shows it.
    """

    says: str
    command: str

    @property
    def option(self) -> str:
        """Return what is at the end of the command: ``--all``."""
        return self.command.rpartition(" ")[2]


@attrs.frozen
class Section:
    """A section of a page.

    Attributes:
        title: Its heading; empty for the summary, whose lines have no mark.
        lines: What it says.
        more: What it has no room for.
    """

    title: str
    lines: tuple[PageLine, ...]
    more: tuple[More, ...] = ()
    _set: dict[int, list[str]] = attrs.field(init=False, factory=dict, eq=False, repr=False)

    def set_in(self, width: int) -> list[str]:
        """Return its heading and what it says, broken into lines; a page is set many times over until it fits.

        Args:
            width: The number of letters in a line.
        """
        if width not in self._set:
            self._set[width] = [*_heading(self.title, width), *_body(self, width)]
        return self._set[width]


def as_text(sections: Iterable[Section], width: int) -> str:
    """Return sections as text; a command that several of them name is written out in the first of these.

    Args:
        sections: The sections; those without a line are left out.
        width: The number of letters in a line.
    """
    told: set[str] = set()
    blocks = ["\n".join(_section(section, width, told)) for section in sections if section.lines or section.more]
    return "\n\n".join(blocks) + "\n"


def _section(section: Section, width: int, told: set[str]) -> Iterator[str]:
    yield from section.set_in(width)
    for more in section.more:
        says = f"{more.says} ({more.option})" if more.command in told else f"{more.says}: {_copied(more, width)}"
        told.add(more.command)
        for text in _wrapped(says, "- " if section.title else "", width):
            yield text.replace(_UNBROKEN, " ")


def _heading(title: str, width: int) -> list[str]:
    told = textwrap.wrap(title, width)
    return [*told, "-" * max(map(len, told))] if told else []


def _body(section: Section, width: int) -> Iterator[str]:
    for line in section.lines:
        yield from _line(line, width, plain=not section.title)


def _copied(more: More, width: int) -> str:
    """Return a command, in one line where it can be, since it is to be copied from there."""
    return more.command.replace(" ", _UNBROKEN) if len(more.command) < width - 2 else more.command


def _line(line: PageLine, width: int, *, plain: bool) -> Iterator[str]:
    mark = "" if plain else f"{line.mark} "
    yield from _wrapped(line.says, mark, width)
    indent = " " * len(mark)
    for text in line.below:
        yield from _wrapped(text, f"{indent}- ", width)
    yield from (f"{indent}{text}" for text in line.copied)


def _wrapped(text: str, mark: str, width: int) -> list[str]:
    indent = " " * len(mark)
    # Most lines need no breaking.
    if text and len(mark) + len(text) <= width and text.isprintable() and text == text.strip():
        return [f"{mark}{text}"]
    return textwrap.wrap(
        text, width, initial_indent=mark, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
