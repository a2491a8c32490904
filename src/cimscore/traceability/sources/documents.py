"""Reading a source document as text, one paragraph or bullet a line, with the headings it marks: text, HTML or DOCX."""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final
from xml.etree import ElementTree as ET

from cimscore.errors import FileError, Problem
from cimscore.traceability.lining_up import Laid
from cimscore.traceability.sources.web_page import lines_of, row_of

_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BROKEN: Final = (
    OSError,
    EOFError,
    LookupError,
    RuntimeError,
    ValueError,
    ET.ParseError,
    zipfile.BadZipFile,
    zlib.error,
)
"""Whatever a damaged file makes its reader raise."""
_IN_A_ROW: Final = ("", False)
_HASHES: Final = re.compile(r"#{1,6}\s+(?=\S)")


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
    except _BROKEN as error:
        hint = "Save it again as plain text in UTF-8, as HTML, or as DOCX."
        problem = Problem(
            where=file.name, found=str(error) or "an end where none is", expected=f"a {file.suffix} document", hint=hint
        )
        raise FileError([problem], where=str(file)) from error


def _laid(lines: Iterable[tuple[str, bool]]) -> Laid:
    found = [(part, heading) for line, heading in lines for part in line.splitlines() or [""]]
    marked = frozenset(number for number, (_, heading) in enumerate(found) if heading)
    return Laid(text="\n".join(line for line, _ in found), marked=marked)


def _text(file: Path) -> Laid:
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    return _laid((_HASHES.sub("", line), bool(_HASHES.match(line))) for line in lines)


def _html(file: Path) -> Laid:
    return _laid(lines_of(file.read_text(encoding="utf-8-sig")))


def _docx(file: Path) -> Laid:
    """Return the paragraphs of the main text, those in boxes among them, and the rows of its tables."""
    with zipfile.ZipFile(file) as parts:
        body = ET.fromstring(parts.read("word/document.xml"))  # noqa: S314 - a file of the reader's own, at hand
    rows = dict(_rows(body))
    lines = (
        rows.get(paragraph) or (_paragraph(paragraph), _is_heading(paragraph)) for paragraph in body.iter(f"{_WORD}p")
    )
    return _laid(line for line in lines if line != _IN_A_ROW)


def _rows(body: ET.Element) -> Iterator[tuple[ET.Element, tuple[str, bool]]]:
    """Yield the first paragraph of each row that is one line, with that line, and its other paragraphs without."""
    for row in body.iter(f"{_WORD}tr"):
        cells = [list(cell.iter(f"{_WORD}p")) for cell in row.findall(f"{_WORD}tc")]
        line = row_of([[text for text in map(_paragraph, paragraphs) if text.strip()] for paragraphs in cells])
        if line is not None:
            first, *others = (paragraph for paragraphs in cells for paragraph in paragraphs)
            yield first, (line, False)
            yield from ((paragraph, _IN_A_ROW) for paragraph in others)


def _is_heading(paragraph: ET.Element) -> bool:
    style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
    named = "" if style is None else style.get(f"{_WORD}val", "").casefold()
    return named.startswith(("heading", "title")) or paragraph.find(f"{_WORD}pPr/{_WORD}outlineLvl") is not None


def _paragraph(paragraph: ET.Element) -> str:
    written = {f"{_WORD}tab": "\t", f"{_WORD}br": "\n", f"{_WORD}cr": "\n", f"{_WORD}noBreakHyphen": "-"}
    inner = {run for box in paragraph.iter(f"{_WORD}p") if box is not paragraph for run in box.iter()}
    runs = (run for run in paragraph.iter() if run not in inner)
    return "".join((run.text or "") if run.tag == f"{_WORD}t" else written.get(run.tag, "") for run in runs)


READERS: Final[Mapping[str, Callable[[Path], Laid]]] = {
    ".txt": _text, ".md": _text, ".html": _html, ".htm": _html, ".docx": _docx
}  # fmt: skip
