"""A clause's page has its title in words, who acts, how it binds, what it is looked for as, and who has read it."""

from __future__ import annotations

import datetime as dt

import attrs
from published_program import book_of, rulebook

from cimscore.publishing.pages import site_pages
from cimscore.traceability import Reader, reviewed

CLAUSE = "doc/plans/c1"
PAGE = "clauses/doc/plans/c1.md"


def page_of(**changes: object) -> str:
    """Return the page of the first clause, once it is changed."""
    book = book_of(rulebook())
    clauses = tuple(attrs.evolve(it, **changes) if it.id == CLAUSE else it for it in book.trace.clauses)
    changed = attrs.evolve(book, trace=attrs.evolve(book.trace, clauses=clauses))
    return next(page.text for page in site_pages(changed) if page.path == PAGE)


def test_the_page_has_the_clauses_own_title_where_it_has_one() -> None:
    assert "# Plans c1\n" in page_of()
    assert "# One plan a home\n" in page_of(title="One plan a home")


def test_the_page_says_who_acts_how_it_binds_and_what_else_it_is_looked_for_as() -> None:
    page = page_of(subject="the worker", modality="must", synonyms=("care plan", "near miss"))
    for row in (
        "| Who acts, or what it is about | the worker |",
        "| How it binds | must |",
        "| Also looked for as | care plan; near miss |",
    ):
        assert row in page and row not in page_of()
    assert 'tags: ["care plan", "near miss"' in page


def test_the_page_says_who_has_read_it_and_when() -> None:
    read = reviewed((), rulebook(), [CLAUSE], reader=Reader.SECOND, by="Kim Example", on=dt.date(2026, 1, 5))
    assert "| Read by Kim Example | the authors' second reading, 2026-01-05 |" in page_of(reviews=read)
    assert "Read by" not in page_of()
