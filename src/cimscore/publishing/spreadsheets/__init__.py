"""A trace, and what moves in many cases, for people who live in spreadsheets: CSV and XLSX."""

from cimscore.publishing.spreadsheets.files import MissingLibraryError, csv_text, write_csv, write_xlsx
from cimscore.publishing.spreadsheets.sheets import Worksheet, all_sheets, impact_sheet, matrix_sheet

__all__ = [
    "MissingLibraryError",
    "Worksheet",
    "all_sheets",
    "csv_text",
    "impact_sheet",
    "matrix_sheet",
    "write_csv",
    "write_xlsx",
]
