"""Downloads: the whole trace, and every clause with its rules as a workbook and as plain tables."""

from __future__ import annotations

import importlib.util
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper import places
from cimscore.publishing.pages.paper.markdown import Page
from cimscore.publishing.spreadsheets import Worksheet, all_sheets, csv_text, matrix_sheet, write_xlsx
from cimscore.traceability import Hop, Link, LinkState, Trace, trace_document

_IN_UTF_8: Final = "\ufeff"
"""The mark by which spreadsheets know how the letters of a file are written."""

# The first moment that a ZIP file can hold. With the real one, no two builds would be the same bytes.
_ALWAYS: Final = (1980, 1, 1, 0, 0, 0)
_LONG: Final = ("Rules", "Tests", "Links")
"""Sheets with lists of tests by the thousand, which trace.json has; the matrix has each rule in words."""

_WRITTEN: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def downloads(book: Book) -> Iterator[Page]:
    """Yield the trace with a table for each program, packed; and a workbook where openpyxl is installed.

    Of the links only those are in it that do not follow from the ids that each thing names; and which tests met a
    clause or a rule is said once, by the tests.
    """
    trace = attrs.evolve(book.trace, links=tuple(filter(_is_told, book.trace.links)))
    tables = {f"{program}.csv": csv_text(_matrix(trace, program)) for program in book.programs}
    packed = {
        "trace.json": json.dumps(_lean(trace_document(trace)), ensure_ascii=False, separators=(",", ":")).encode()
    }
    packed |= {name: f"{_IN_UTF_8}{text}".encode() for name, text in tables.items()}
    yield Page(path=places.TRACE, text="", data=_packed(packed))
    if has_workbook():
        yield Page(path=places.WORKBOOK, text="", data=_workbook(trace))


def _lean(document: dict[str, Any]) -> dict[str, Any]:
    """Return the document without the tests of each clause and rule: each test names the rules and clauses it met."""
    for thing in (*document["clauses"], *document["rules"]):
        del thing["tests"]
    return document


def _is_told(link: Link) -> bool:
    """Return True for a link that is not in step or lacks an end; the others follow from what each thing names."""
    proof = link.hop is Hop.RULE_TEST and link.upper and link.lower
    return link.state is not LinkState.IN_STEP and not proof


def has_workbook() -> bool:
    """Return True if a workbook can be written."""
    return importlib.util.find_spec("openpyxl") is not None


def _matrix(trace: Trace, program: str) -> Worksheet:
    whole = matrix_sheet(trace)
    return attrs.evolve(whole, rows=tuple(row for row in whole.rows if row[0] == program))


def _packed(files: Mapping[str, bytes]) -> bytes:
    """Return files in a ZIP: the same bytes for the same files, whenever it is made."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name, _ALWAYS), data, zipfile.ZIP_DEFLATED, compresslevel=9)
    return written.getvalue()


def _workbook(trace: Trace) -> bytes:
    """Return a workbook without the moment at which it was made."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "trace.xlsx"
        write_xlsx(file, (sheet for sheet in all_sheets(trace) if sheet.name not in _LONG))
        with zipfile.ZipFile(file) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    return _packed({name: _WRITTEN.sub(rb"\g<1>1980-01-01T00:00:00Z", data) for name, data in parts.items()})
