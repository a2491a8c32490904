"""Every passage of a document at hand is accounted for: clauses carry it, or it says nothing of its own."""

from __future__ import annotations

import re

import attrs
from published_program import book_of, clauses, rulebook

from cimscore.policy import Drift, DriftState, Locator
from cimscore.publishing.pages import Book, site_pages
from cimscore.publishing.pages.clauses.passages import carried_by
from cimscore.traceability.sources.check import HeldSources

PAGE = "passages/doc.md"
PLACE = Locator(heading="Heading", position=1)


def read() -> Book:
    """The invented program, of which each passage has been read."""
    each = tuple(attrs.evolve(one, digest=f"sha256:{at:020d}") for at, one in enumerate(clauses(6)))
    return book_of(rulebook(6, clauses=each))


def pages(held: HeldSources | None = None) -> dict[str, str]:
    return {page.path: page.text for page in site_pages(attrs.evolve(read(), held=held))}


def test_each_passage_names_the_clauses_that_carry_it_and_every_clause_is_there() -> None:
    book = read()
    named = {clause for clauses in carried_by(book, "doc").values() for clause in clauses}

    assert named == set(book.clauses)
    assert "doc/plans/c1" in carried_by(book, "doc")[PLACE]
    assert "clauses/doc/plans/c1.md" in pages()[PAGE]


def test_without_the_document_the_page_says_that_nothing_was_held_against_it() -> None:
    assert "The document was not at hand" in pages()[PAGE]
    assert "The document was not at hand" in pages()["coverage/invented.md"]


def test_with_the_document_the_page_says_on_which_day_and_with_what_result() -> None:
    drifts = tuple(
        Drift(source="doc", clause="doc/plans/c1", state=state, was=PLACE, where=PLACE)
        for state in (DriftState.IN_STEP, DriftState.IN_STEP, DriftState.CHANGED)
    )
    told = pages(HeldSources(matches=(), drifts=drifts, passages={}))[PAGE]

    assert re.search(r"Held against the document on 10 March 2025: 2 as it was read and 1 changed\.", told)
