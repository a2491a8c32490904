"""Limits of two programs on one act, beside each other: that of a program, and that of the one which it extends."""

from __future__ import annotations

from collections.abc import Iterator

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper.markdown import Sheet, plain, table
from cimscore.publishing.pages.parts import shared
from cimscore.rules import Clock
from cimscore.rules.english import time_lines
from cimscore.traceability.trace.model import TracedProgram


def limits_beside(sheet: Sheet, book: Book, program: TracedProgram) -> str:
    """Return each act of a program on which another program of the site sets a limit too; empty where there is none.

    Args:
        sheet: The page.
        book: All that is published.
        program: The program: the one that extends another, or the one that is extended.
    """
    return table(("What has to be done", "One limit", "The other"), _rows(sheet, book, program))


def _rows(sheet: Sheet, book: Book, program: TracedProgram) -> Iterator[tuple[str, str, str]]:
    for published in book.published:
        declared = book.rulebook.program(published.id).program
        for clock in declared.clocks:
            base = clock.limits
            owner = "" if base is None else declared.owner_of_clock(base)
            if base is not None and program.id in (published.id, owner):
                both = _limit(sheet, book, published.id, clock), _limit(sheet, book, owner, base)
                mine, theirs = both if published.id == program.id else both[::-1]
                yield plain(clock.what), mine, theirs


def _limit(sheet: Sheet, book: Book, program: str, clock: Clock) -> str:
    """Return how long a clock runs by a program, with its clauses, and a link to the rule."""
    said = " ".join(
        f"{line.text} {'; '.join(below.text for below in line.below)}".strip() for line in time_lines(clock)
    )
    title = book.rulebook.program(program).declared.identity.title
    told = f"**{plain(title)}.** {plain(said)}"
    if program not in book.programs:  # a program that is extended has no pages here unless it is asked for
        return told
    rule = shared.rule_link(sheet, book, f"{program}/clock/{clock.id}")
    return f"{told} {rule} {shared.clause_numbers(sheet, book.some_clauses(clock.cites))}".strip()
