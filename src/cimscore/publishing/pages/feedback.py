"""The foot of a page: what somebody copies who finds it wrong, so that whoever answers knows which page it was."""

from __future__ import annotations

import attrs

from cimscore.publishing.pages.book.book import Book
from cimscore.publishing.pages.paper.markdown import Page, inline_code
from cimscore.traceability.reports.currency import in_words


def with_a_foot(page: Page, book: Book) -> Page:
    """Return a page with its foot; a file that is no page as it is."""
    if not page.path.endswith(".md"):
        return page
    name = f"{page.path.removesuffix('.md')}, cimscore {book.trace.engine}, {in_words(book.on)}"
    foot = f"Wrong or unclear? Tell whoever gave you these pages, and copy this: {inline_code(name)}"
    return attrs.evolve(page, text=f"{page.text}\n{foot}\n{{: .cims-foot data-search-exclude }}\n")
