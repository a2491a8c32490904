"""A page of the web as lines: a paragraph, bullet, heading or row of a table each."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import Final

_INLINE: Final = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_WITHIN_A_HEADING: Final = frozenset({"br", "button", "div"})
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head", "nav", "svg"})
_CELLS: Final = frozenset({"td", "th"})
BETWEEN_CELLS: Final = " | "
_FEWEST: Final = 2


def row_of(cells: list[list[str]]) -> str | None:
    """Return a row of a table as one line: None where a cell has paragraphs of its own, or where one cell has it all.

    Args:
        cells: The lines of each cell.
    """
    written = [lines for lines in cells if lines]
    if len(written) < _FEWEST or any(len(lines) > 1 for lines in written):
        return None
    return BETWEEN_CELLS.join(line for lines in written for line in lines)


def lines_of(page: str) -> list[tuple[str, bool]]:
    """Return the lines of a page, and whether each is a heading.

    Args:
        page: The page in HTML.
    """
    reader = _Page()
    reader.feed(page)
    reader.close()
    return reader.lines


class _Page(HTMLParser):
    """Cuts a page into lines at everything that begins or ends a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [""]
        self._headings: set[int] = set()
        self._heading = ""
        self._hidden = 0
        self._row: list[int] = []

    @property
    def lines(self) -> list[tuple[str, bool]]:
        """Return the page's lines, each with its white space as a browser shows it, and whether it is a heading."""
        return [(line, number in self._headings) for number, line in enumerate(map(_shown, self._lines)) if line]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = 0 if tag == "body" else self._hidden + (tag in _UNSEEN)  # a page need not end its head
        self._cut(tag)
        if tag in _HEADINGS or ("role", "heading") in attrs:
            self._heading = tag
            self._headings.add(len(self._lines) - 1)
        if tag == "tr":
            self._row = []
        if tag in _CELLS:
            self._row.append(len(self._lines) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._cut(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _UNSEEN))
        if tag == self._heading:
            self._heading = ""
        self._cut(tag)
        if tag == "tr":
            self._join_cells()

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._lines[-1] += data

    def _cut(self, tag: str) -> None:
        if tag in _INLINE:
            return
        if self._heading and tag in _WITHIN_A_HEADING:
            self._lines[-1] += " "
            return
        self._heading = self._heading if tag == self._heading else ""
        self._lines.append("")

    def _join_cells(self) -> None:
        """Make one line of a row whose cells have a line each: a cell alone does not say what the row says."""
        ends = [*self._row[1:], len(self._lines)]
        cells = [
            [line for line in map(_shown, self._lines[start:end]) if line]
            for start, end in zip(self._row, ends, strict=True)
        ] if self._row else []  # fmt: skip
        line = row_of(cells)
        if line is not None:
            self._lines[self._row[0] :] = [line, ""]
            self._headings = {number for number in self._headings if number < self._row[0]}
        self._row = []


def _shown(line: str) -> str:
    return " ".join(line.split())
