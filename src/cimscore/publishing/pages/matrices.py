"""The clauses and rules of each program as a file that people take along into a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

import attrs

from cimscore.publishing.pages import places
from cimscore.publishing.pages.book import Book
from cimscore.publishing.pages.markdown import Page
from cimscore.publishing.spreadsheets import csv_text, matrix_sheet

_IN_UTF_8: Final = "\ufeff"
"""The mark by which spreadsheets know how the letters of a file are written."""


def matrices(book: Book) -> Iterator[Page]:
    """Yield the traceability matrix of each program, as CSV."""
    whole = matrix_sheet(book.trace)
    for program in book.published:
        own = attrs.evolve(whole, rows=tuple(row for row in whole.rows if row[0] == program.id))
        yield Page(path=places.matrix(program.id), text=_IN_UTF_8 + csv_text(own))
