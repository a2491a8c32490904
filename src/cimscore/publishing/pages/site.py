"""The whole site as pages: every kind of page for every published program, in a fixed order."""

from __future__ import annotations

from collections.abc import Iterable

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.cases.examples import example_pages
from cimscore.publishing.pages.cases.outcomes import outcome_pages, outcomes_with_pages
from cimscore.publishing.pages.cases.report_forms import report_form_pages
from cimscore.publishing.pages.cases.try_it import try_pages
from cimscore.publishing.pages.changes import changes_page
from cimscore.publishing.pages.clauses.clauses import clause_pages
from cimscore.publishing.pages.clauses.coverage import coverage_pages
from cimscore.publishing.pages.clauses.editions import edition_pages
from cimscore.publishing.pages.clauses.passages import passage_pages
from cimscore.publishing.pages.clauses.signing import signing_pages
from cimscore.publishing.pages.clauses.unclear import unclear_pages
from cimscore.publishing.pages.downloads import downloads
from cimscore.publishing.pages.feedback import with_a_foot
from cimscore.publishing.pages.paper.markdown import Page
from cimscore.publishing.pages.programs import program_pages
from cimscore.publishing.pages.rules.definitions import definition_pages
from cimscore.publishing.pages.rules.flows import flow_pages
from cimscore.publishing.pages.rules.questions import question_pages, table_pages
from cimscore.publishing.pages.rules.rules import rule_pages
from cimscore.publishing.pages.rules.workflows import workflow_pages


def site_pages(book: Book) -> tuple[Page, ...]:
    """Return every page, sorted by path: the same bytes for the same book."""
    kinds: tuple[Iterable[Page], ...] = (
        program_pages(book), clause_pages(book), rule_pages(book), definition_pages(book), question_pages(book),
        table_pages(book), workflow_pages(book), example_pages(book), outcome_pages(book), unclear_pages(book),
        coverage_pages(book), flow_pages(book, outcomes_with_pages(book)), signing_pages(book),
        edition_pages(book), [changes_page(book)], passage_pages(book), downloads(book), try_pages(book),
        report_form_pages(book),
    )  # fmt: skip
    return tuple(sorted(with_a_foot(page, book) for pages in kinds for page in pages))
