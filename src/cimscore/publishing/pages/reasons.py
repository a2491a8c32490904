"""Why a decision is as it is: each conclusion with what it rests on, level by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.publishing.pages import shared
from cimscore.publishing.pages.book import Book
from cimscore.publishing.pages.markdown import Sheet, inline_code, plain
from cimscore.reasoning.explaining import Reason
from cimscore.reasoning.graded import CERTAIN, PROVISIONAL

_LEVEL: Final = "    "


def reasons(sheet: Sheet, book: Book, reason: Reason) -> str:
    """Return a conclusion with its reasons as a nested list; what was explained further up says so."""
    return "\n".join(_lines(sheet, book, reason, 0))


def _lines(sheet: Sheet, book: Book, reason: Reason, level: int) -> Iterator[str]:
    clauses = ", ".join(
        shared.clause_link(sheet, book.clauses[id]) if id in book.clauses else inline_code(id) for id in reason.clauses
    )
    by = f" (by {clauses})" if clauses else ""
    again = ": explained above" if reason.again and level else ""
    yield f"{_LEVEL * level}- {_how_sure(reason.grade)}{plain(reason.says)}{by}{again}"
    for below in reason.because:
        yield from _lines(sheet, book, below, level + 1)


def _how_sure(grade: int) -> str:
    """Return how sure a line is, where it is not certain."""
    if grade == CERTAIN:
        return ""
    return "◌ provisional: " if grade >= PROVISIONAL else "? not settled: "
