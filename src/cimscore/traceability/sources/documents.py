"""Reading a source document as text, one paragraph or bullet a line, with the headings it marks: text, HTML or DOCX."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from cimscore.errors import FileError, Problem
from cimscore.traceability.lining_up import Laid

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INLINE: Final = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "img", "ins", "kbd", "mark", "q", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
})  # fmt: skip
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_HASHES: Final = re.compile(r"#{1,6}\s+(?=\S)")
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "head", "svg"})


def read_document(file: Path) -> str:
    """Return the text of a document.

    Raises:
        FileError: The file is of no kind that can be read, or is not what its name says.
    """
    return laid_out(file).text


def laid_out(file: Path) -> Laid:
    """Return the text of a document, with the lines that it marks as headings.

    Raises:
        FileError: The file is of no kind that can be read, or is not what its name says.
    """
    reader = READERS.get(file.suffix.lower())
    if reader is None:
        kinds = ", ".join(READERS)
        raise FileError([Problem(where=file.name, found=f"a {file.suffix or 'nameless'} file", expected=kinds)])
    if not file.is_file():
        raise FileError([Problem(where=str(file), found="no such file", expected="a document that is there")])
    try:
        return reader(file)
    except (OSError, UnicodeDecodeError, zipfile.BadZipFile, KeyError, ET.ParseError) as error:
        hint = "Save it again as plain text in UTF-8, as HTML, or as DOCX."
        problem = Problem(where=file.name, found=str(error), expected=f"a {file.suffix} document", hint=hint)
        raise FileError([problem], where=str(file)) from error


def _laid(lines: Iterable[tuple[str, bool]]) -> Laid:
    found = [(part, heading) for line, heading in lines for part in line.splitlines() or [""]]
    marked = frozenset(number for number, (_, heading) in enumerate(found) if heading)
    return Laid(text="\n".join(line for line, _ in found), marked=marked)


def _text(file: Path) -> Laid:
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return _laid((_HASHES.sub("", line), bool(_HASHES.match(line))) for line in lines)


def _html(file: Path) -> Laid:
    page = _Page()
    page.feed(file.read_text(encoding="utf-8-sig"))
    page.close()
    return page.laid


def _docx(file: Path) -> Laid:
    """Return the paragraphs of the main text, those in tables and boxes among them."""
    with zipfile.ZipFile(file) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))  # noqa: S314 - a file of the reader's own, at hand
    return _laid((_paragraph(paragraph), _is_heading(paragraph)) for paragraph in body.iter(f"{_WORD}p"))


def _is_heading(paragraph: ET.Element) -> bool:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    named = "" if style is None else style.get(f"{_WORD}val", "").casefold()
    return named.startswith(("heading", "title")) or paragraph.find(f"{_WORD}pPr/{_WORD}outlineLvl") is not None


def _paragraph(paragraph: ET.Element) -> str:
    written = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    inner = {run for box in paragraph.iter(f"{_WORD}p") if box is not paragraph for run in box.iter()}
    runs = (run for run in paragraph.iter() if run not in inner)
    return "".join((run.text or "") if run.tag == f"{_WORD}t" else written.get(run.tag, "") for run in runs)


class _Page(HTMLParser):
    """Cuts a page into lines at everything that begins or ends a block."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._lines = [""]
        self._headings: set[int] = set()
        self._hidden = 0

    @property
    def laid(self) -> Laid:
        """Return the page's lines, each with its white space as a browser shows it."""
        lines = ((" ".join(line.split()), number in self._headings) for number, line in enumerate(self._lines))
        return _laid((line, heading) for line, heading in lines if line)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden = 0 if tag == "body" else self._hidden + (tag in _UNSEEN)  # a page need not end its head
        self._cut(tag)
        if tag in _HEADINGS:
            self._headings.add(len(self._lines) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._cut(tag)

    def handle_endtag(self, tag: str) -> None:
        self._hidden = max(0, self._hidden - (tag in _UNSEEN))
        self._cut(tag)

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self._lines[-1] += data

    def _cut(self, tag: str) -> None:
        if tag not in _INLINE:
            self._lines.append("")


READERS: Final[Mapping[str, Callable[[Path], Laid]]] = {
    ".txt": _text, ".md": _text, ".html": _html, ".htm": _html, ".docx": _docx
}  # fmt: skip
