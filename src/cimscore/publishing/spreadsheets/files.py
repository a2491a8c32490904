"""Writing sheets to files: CSV always, XLSX where openpyxl is installed."""

from __future__ import annotations

import csv
import importlib
import io
from collections.abc import Iterable
from pathlib import Path
from typing import Any, Final

from cimscore.errors import CimsError
from cimscore.publishing.spreadsheets.sheets import Row, Worksheet

_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


class MissingLibraryError(CimsError):
    """A library is needed that is not installed: install it, or ask for another kind of file."""


def csv_text(sheet: Worksheet) -> str:
    """Return a sheet as CSV. A text that a spreadsheet would run as a formula is marked as text."""
    written = io.StringIO()
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerows(map(_harmless, (sheet.headings, *sheet.rows)))
    return written.getvalue()


def write_csv(file: Path, sheet: Worksheet) -> None:
    """Write a sheet as CSV in UTF-8, with the mark by which spreadsheets know that it is."""
    file.write_bytes(csv_text(sheet).encode("utf-8-sig"))


def write_xlsx(file: Path, sheets: Iterable[Worksheet]) -> None:
    """Write a workbook, each sheet with its headings kept in sight and a filter on every column.

    Raises:
        MissingLibraryError: openpyxl is not installed.
    """
    try:
        openpyxl: Any = importlib.import_module("openpyxl")
    except ModuleNotFoundError:
        raise MissingLibraryError(
            "A workbook needs openpyxl, which is not installed. Install cimscore[xlsx], or write a .csv file."
        ) from None
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.active)
    for sheet in sheets:
        _fill(workbook.create_sheet(sheet.name), sheet)
    workbook.save(file)


def _fill(page: Any, sheet: Worksheet) -> None:
    for row in (sheet.headings, *sheet.rows):
        page.append(row)
    for cells in page.iter_rows():
        for cell in cells:
            if isinstance(cell.value, str):
                cell.data_type = "s"  # a text that begins with = stays a text
    page.freeze_panes = "A2"
    page.auto_filter.ref = page.dimensions


def _harmless(row: Row) -> Row:
    return tuple(f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell for cell in row)
