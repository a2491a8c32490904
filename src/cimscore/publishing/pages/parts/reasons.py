"""Why a decision is as it is: each conclusion with what it rests on, level by level."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cimscore.assessment import Standing
from cimscore.assessment.explaining import Explanation
from cimscore.grades import CERTAIN, PROVISIONAL
from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper.markdown import Sheet, inline_code, plain
from cimscore.publishing.pages.parts import shared
from cimscore.publishing.pages.standing.standing import sure
from cimscore.reasoning.reasons.explaining import Reason

_LEVEL: Final = "    "


def reasons(sheet: Sheet, book: Book, explanation: Explanation) -> Iterator[str]:
    """Yield a conclusion with its reasons as a nested list; what was explained further up says so.

    Args:
        sheet: The page that it stands on.
        book: What is published.
        explanation: Why it holds.
    """
    by = _clauses(sheet, book, explanation.reason)
    yield f"**{plain(explanation.says)}** {sure(Standing(explanation.standing))}{by}"
    lines = [line for below in explanation.reason.because for line in _lines(sheet, book, below, 0)]
    if explanation.ways:
        asked = plain(explanation.whichever)
        lines = [f"- it is so whichever way this is answered: {asked}"]
        for answer, reason in explanation.ways:
            lines += [f"{_LEVEL}- if {plain(answer)}:", *_below(sheet, book, reason, 2)]
    yield "\n".join([*lines, *(f"- {plain(note)}" for note in explanation.notes), *_doubts(explanation)])


def _doubts(explanation: Explanation) -> Iterator[str]:
    """Yield the answers with which it would not hold."""
    for answers in explanation.rests_on:
        told = " and ".join(f"{plain(answer.asks)} **{plain(answer.loses)}**" for answer in answers)
        yield f"- it would not be so with: {told}"


def _below(sheet: Sheet, book: Book, reason: Reason, level: int) -> Iterator[str]:
    for below in reason.because:
        yield from _lines(sheet, book, below, level)


def _lines(sheet: Sheet, book: Book, reason: Reason, level: int) -> Iterator[str]:
    again = ": explained above" if reason.again else ""
    yield f"{_LEVEL * level}- {_how_sure(reason.grade)}{plain(reason.says)}{_clauses(sheet, book, reason)}{again}"
    yield from _below(sheet, book, reason, level + 1)


def _clauses(sheet: Sheet, book: Book, reason: Reason) -> str:
    known = book.clauses
    named = (
        shared.clause_number(sheet, known[clause]) if clause in known else inline_code(clause)
        for clause in reason.clauses
    )
    return f" (by {', '.join(named)})" if reason.clauses else ""


def _how_sure(grade: int) -> str:
    """Return how sure a line is, where it is not certain."""
    if grade == CERTAIN:
        return ""
    return "◌ provisional: " if grade >= PROVISIONAL else "? not settled: "
