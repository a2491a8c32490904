"""The whole site as pages: every kind of page for every published program, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.traceability.pages.book import Book
from cimscore.traceability.pages.changes import changes_page
from cimscore.traceability.pages.clauses import clause_pages
from cimscore.traceability.pages.coverage import coverage_pages
from cimscore.traceability.pages.examples import example_pages
from cimscore.traceability.pages.markdown import Page
from cimscore.traceability.pages.matrices import matrices
from cimscore.traceability.pages.outcomes import outcome_pages
from cimscore.traceability.pages.programs import program_pages
from cimscore.traceability.pages.questions import question_pages, table_pages
from cimscore.traceability.pages.rules import rule_pages
from cimscore.traceability.pages.signing import signing_pages
from cimscore.traceability.pages.unclear import unclear_pages
from cimscore.traceability.pages.workflows import workflow_pages


def site_pages(book: Book) -> tuple[Page, ...]:
    """Every page, sorted by path: the same bytes for the same book."""
    kinds: tuple[Iterable[Page], ...] = (
        program_pages(book), clause_pages(book), rule_pages(book), question_pages(book), table_pages(book),
        workflow_pages(book), example_pages(book), outcome_pages(book), unclear_pages(book), coverage_pages(book),
        signing_pages(book), [changes_page(book)], matrices(book),
    )  # fmt: skip
    return tuple(sorted(page for pages in kinds for page in pages))
