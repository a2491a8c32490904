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
        leads: Whether it tells by when to act first.
    """

    says: str
    mark: str = "-"
    below: tuple[str, ...] = ()
    copied: tuple[str, ...] = ()
    leads: bool = False


@attrs.frozen
class More:
    """Note of what a section has no room for.

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


SetLine = tuple[PageLine | None, str]
"""A line of text, with the line of the page that begins in it; None where none does."""


def as_text(sections: Iterable[Section], width: int) -> str:
    """Return sections as text; a command that several of them name is written out in the first of these.

    Args:
        sections: The sections; those without a line are left out.
        width: The number of letters in a line.
    """
    return TextSetter(width).text(sections)


@attrs.frozen
class TextSetter:
    """Sets sections as text of one width. A page is set many times over: what is broken into lines once, stays so.

    Attributes:
        width: The number of letters in a line.
    """

    width: int
    _broken: dict[tuple[str, str], list[str]] = attrs.field(init=False, factory=dict)

    def text(self, sections: Iterable[Section]) -> str:
        """Return sections as text, as `as_text` does."""
        return "\n".join(text for _, text in self.lines(sections)) + "\n"

    def lines(self, sections: Iterable[Section]) -> list[SetLine]:
        """Return the lines of text in which sections are set.

        Args:
            sections: The sections; those without a line are left out.
        """
        told: set[str] = set()
        found: list[SetLine] = []
        for section in (section for section in sections if section.lines or section.more):
            found += [(None, "")] if found else []
            found += self._section(section, told)
        return found

    def _section(self, section: Section, told: set[str]) -> Iterator[SetLine]:
        title = self._wrapped(section.title) if section.title else []
        yield from ((None, text) for text in (*title, *(["-" * max(map(len, title))] if title else [])))
        for line in section.lines:
            first, *others = self._line(line, plain=not section.title)
            yield line, first
            yield from ((None, text) for text in others)
        for more in section.more:
            says = f"{more.says} ({more.option})" if more.command in told else f"{more.says}: {self._copied(more)}"
            told.add(more.command)
            for text in self._wrapped(says, "- " if section.title else ""):
                yield None, text.replace(_UNBROKEN, " ")

    def _copied(self, more: More) -> str:
        """Return a command, in one line where it can be, since it is to be copied from there."""
        return more.command.replace(" ", _UNBROKEN) if len(more.command) < self.width - 2 else more.command

    def _line(self, line: PageLine, *, plain: bool) -> Iterator[str]:
        mark = "" if plain else f"{line.mark} "
        yield from self._wrapped(line.says, mark)
        indent = " " * len(mark)
        for text in line.below:
            yield from self._wrapped(text, f"{indent}- ")
        yield from (f"{indent}{text}" for text in line.copied)

    def _wrapped(self, text: str, mark: str = "") -> list[str]:
        found = self._broken.get((text, mark))
        if found is None:
            found = self._broken[text, mark] = textwrap.wrap(
                text, self.width, initial_indent=mark, subsequent_indent=" " * len(mark),
                break_long_words=False, break_on_hyphens=False,
            )  # fmt: skip
        return found
