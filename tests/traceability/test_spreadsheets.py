"""The trace for people who live in spreadsheets."""

from __future__ import annotations

import csv
import datetime as dt
import io
import sys

import attrs
import lamps
import openpyxl
import pytest

from cimscore.publishing.spreadsheets import (
    MissingLibraryError,
    all_sheets,
    csv_text,
    matrix_sheet,
    write_csv,
    write_xlsx,
)
from cimscore.traceability import build_trace, cleared

BOOK = lamps.rulebook()
TRACE = build_trace(
    BOOK,
    examples=[lamps.example()],
    reviews=cleared((), BOOK, BOOK.rules, by="Kim Example", on=dt.date(2026, 1, 5), why="Read."),
)


def rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(csv_text(matrix_sheet(TRACE)))))


def test_the_matrix_has_a_row_for_every_clause_with_each_of_its_rules_in_document_order():
    assert [(row["Clause"].partition("/")[2], row["Rule"].rpartition("/")[2]) for row in rows()] == [
        ("lighting/dusk", "refill"),
        ("lighting/dusk", "light"),
        ("lighting/dusk", "light-late"),
        ("lighting/dusk", "by-receipt"),
        ("lighting/dusk", "kept-house"),
        ("lighting/storm-door", "kept-house"),
        ("lighting/small-lamp", "refill"),
        ("lighting/wick", "trim"),
        ("putting-out/judges", "put-out"),
        ("putting-out/fine-thing", ""),
    ]


def test_a_row_says_where_the_code_is_and_who_read_it():
    row = rows()[0]
    assert (row["File"], row["Read by"], row["Read on"], row["Why read"]) == (
        "lamps.py",
        "Kim Example",
        "2026-01-05",
        "Read.",
    )
    assert (row["State"], row["State of the rule"]) == ("in step", "in step")


def test_text_that_looks_like_a_formula_is_never_run(tmp_path):
    clauses = (attrs.evolve(lamps.CLAUSES[0], text='=HYPERLINK("x")'), *lamps.CLAUSES[1:])
    trace = build_trace(lamps.rulebook(clauses=clauses))
    assert "\"'=HYPERLINK" in csv_text(matrix_sheet(trace))
    write_xlsx(tmp_path / "x.xlsx", all_sheets(trace))
    cell = openpyxl.load_workbook(tmp_path / "x.xlsx")["Matrix"]["F2"]
    assert (cell.value, cell.data_type) == ('=HYPERLINK("x")', "s")


def test_a_csv_file_says_that_it_is_unicode(tmp_path):
    write_csv(tmp_path / "x.csv", matrix_sheet(TRACE))
    assert (tmp_path / "x.csv").read_bytes().startswith(b"\xef\xbb\xbfProgram,")


def test_a_workbook_has_a_sheet_for_each_kind_of_thing(tmp_path):
    write_xlsx(tmp_path / "x.xlsx", all_sheets(TRACE))
    book = openpyxl.load_workbook(tmp_path / "x.xlsx")
    assert book.sheetnames == [
        "Matrix", "Rules", "Questions", "Unclear points", "Definitions", "Tables", "Tests", "Examples", "Links",
        "Missing",
    ]  # fmt: skip
    assert book["Rules"].max_row == len(TRACE.rules) + 1
    assert book["Links"].max_row == len(TRACE.links) + 1


def test_without_the_library_a_workbook_is_refused_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(MissingLibraryError, match=r"cimscore\[xlsx\]"):
        write_xlsx(tmp_path / "x.xlsx", all_sheets(TRACE))
