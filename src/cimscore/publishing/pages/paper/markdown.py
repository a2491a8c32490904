"""Markdown as every builder reads it: headings, paragraphs, lists, tables, links, and HTML where it must be."""

from __future__ import annotations

import enum
import json
import re
from collections.abc import Iterable, Sequence
from html import escape
from typing import Final, Self

import attrs

from cimscore.ids import spelled
from cimscore.publishing.pages.paper import places
from cimscore.rules.english.nouns import plural

_SIGNS: Final = re.compile(r"[\\`*_\[\]{}]")
_OPENING: Final = re.compile(r"^(?:[#+-]|\d+[.)])")


@attrs.frozen(kw_only=True, order=True)
class Page:
    """A page, ready to be written; or a file that goes with the pages.

    Attributes:
        path: Where it is written, relative to the folder of the site.
        text: Its Markdown, or what the file holds.
        data: What a file holds that is no text.
    """

    path: str
    text: str
    data: bytes = b""


_SHORT: Final = frozenset(
    {"Question", "Unclear point", "Definitions", "Sign-off sheet", "Chapter", "Table", "Flow", "Your own case", "Form"}
)
"""Kinds of page that need no list of their headings beside them."""


class Find(enum.Enum):
    """Ways in which search finds a page: its rank, and if only its opening counts.

    What a page shows of other pages is found on those.
    """

    FIRST = 8, True
    EARLY = 4, True
    LATER = 2, True
    LAST = 1, False

    @property
    def boost(self) -> int:
        """Return its rank among the pages found."""
        return self.value[0]

    @property
    def opening(self) -> bool:
        """Return True if search reads only the text before the first heading."""
        return self.value[1]


class Sheet:
    """A page being written: blocks added one after the other, with links that fit its place."""

    def __init__(
        self, path: str, title: str, *, kind: str = "", find: Find | None = Find.LAST, also: Sequence[str] = ()
    ) -> None:
        """Begin a page.

        Args:
            path: Where it is written.
            title: Its title.
            kind: What kind of page it is, for its reader.
            find: How search finds it; None for a list, which holds nothing that its pages do not.
            also: Other words by which it is looked for.
        """
        self.path = path
        self._opening = find is not None and find.opening
        front = [f"title: {json.dumps(title, ensure_ascii=False)}"]
        front += ["search:", f"  boost: {find.boost}" if find else "  exclude: true"]
        front += ["hide: [toc]"] if kind in _SHORT else []
        front += [f"tags: {json.dumps(list(also), ensure_ascii=False)}"] if also and find else []
        self._blocks = ["\n".join(["---", *front, "---"])]
        self.heading(1, title)  # first: search takes what stands before the first heading for a page of its own
        self._blocks += [f'<p class="cims-kind" data-search-exclude>{escape(kind)}</p>'] if kind else []

    @property
    def page(self) -> Page:
        """Return the page as it stands now."""
        return Page(path=self.path, text="\n\n".join(self._blocks) + "\n")

    def link(self, words: str, target: str) -> str:
        """Return a link to another page of the site, which stands on its own when read alone."""
        return f"[{plain(words)}]({self.to(target)})"

    def to(self, target: str) -> str:
        """Return the address of another page of the site as seen from here."""
        return places.relative(target, self.path)

    def add(self, *blocks: str) -> Self:
        """Add blocks that are Markdown already; empty ones are left out."""
        self._blocks += [self._unfound(block) if self._opening else block for block in blocks if block]
        return self

    @staticmethod
    def _unfound(block: str) -> str:
        """Return a block of a page of which only the opening is found: headings below the first are left out."""
        plain_heading = re.fullmatch(r"#{2,6} [^\n{]+", block)
        return f"{block} {{ data-search-exclude }}" if plain_heading else block

    def heading(self, level: int, words: str, anchor: str = "") -> Self:
        """Add a heading, with an anchor of its own where others link to it."""
        left_out = " data-search-exclude" if self._opening and level > 1 else ""
        return self.add(f"{'#' * level} {plain(words)}{f' {{ #{anchor}{left_out} }}' if anchor else ''}")

    def section(self, words: str, *blocks: str) -> Self:
        """Add a heading with blocks under it; nothing at all where they are empty."""
        return self.heading(2, words).add(*blocks) if any(blocks) else self


def plain(words: object) -> str:
    """Return words in which every sign stands for itself."""
    text = escape(" ".join(str(words).split()), quote=False)
    text = _SIGNS.sub(r"\\\g<0>", text).replace("|", "&#124;").replace("~", "&#126;")
    return _OPENING.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)


def bullets(items: Iterable[str]) -> str:
    """Return a list; empty when there is nothing in it."""
    return "\n".join(f"- {item}" for item in items)


def unfound(block: str) -> str:
    """Return a paragraph that search does not look through."""
    return f"{block}\n{{: data-search-exclude }}" if block else ""


def quote(words: str) -> str:
    """Return words set apart: what a clause says, as we read it."""
    return f"> {plain(words)}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table whose cells are Markdown already; empty when it has no row."""
    lines = [f"| {' | '.join(cell or ' ' for cell in row)} |" for row in rows]
    if not lines:
        return ""
    head = [f"| {' | '.join(header)} |", f"|{'|'.join(' --- ' for _ in header)}|"]
    return "\n".join([*head, *lines])


def code(text: str, language: str = "", first_line: int = 0) -> str:
    """Return a block of code, numbered from its true line where that is given."""
    fence = "`" * max([3, *(len(run) + 1 for run in re.findall(r"`{3,}", text))])
    numbers = f' linenums="{first_line}"' if first_line else ""
    return f"{fence}{language}{numbers}\n{text.rstrip()}\n{fence}"


def inline_code(text: str) -> str:
    """Return a name as it stands in code."""
    return f"`{text}`"


def figure(svg: str, label: str, *, wide: bool = True) -> str:
    """Return a picture. A wide one scrolls within itself on a narrow screen, by keyboard too."""
    flat = " ".join(svg.split())
    scrolls = f' tabindex="0" role="group" aria-label="{escape(label)}"' if wide else ""
    return f'<div class="cims-picture{" cims-wide" if wide else ""}"{scrolls}>{flat}</div>'


def folded(summary: str, *blocks: str) -> str:
    """Return blocks that a reader unfolds; nothing where they are empty."""
    held = [block for block in blocks if block]
    opening = f'<details markdown="1" data-search-exclude>\n<summary>{escape(summary)}</summary>'
    return "\n\n".join([opening, *held, "</details>"]) if held else ""


def count(number: int, noun: str) -> str:
    """Return a number with its noun: ``1 clause``, ``3 clauses``, ``no clause``."""
    return f"{number} {noun if number == 1 else plural(noun)}" if number else f"no {noun}"


def spoken(name: str) -> str:
    """Return a kebab-case name as words: ``other-child`` is ``Other child``."""
    words = spelled(name.replace("_", "-")).strip()
    return words[:1].upper() + words[1:]
