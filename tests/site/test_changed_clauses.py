"""A clause that says something else from an edition on is told so, with what it said before."""

from __future__ import annotations

import attrs
from published_program import book_of, rulebook

from cimscore.policy import Clause
from cimscore.publishing.pages import site_pages
from cimscore.rulebook import Rulebook

C1 = "doc/plans/c1"


def changed() -> Rulebook:
    """The invented rulebook, in which the second edition changed one clause."""
    held = rulebook()
    (program,) = held.programs.values()
    clauses = tuple(_with_an_earlier_text(one) if one.id == C1 else one for one in program.declared.clauses)
    declared = attrs.evolve(program.declared, clauses=clauses)
    return Rulebook(programs={program.program.id: attrs.evolve(program, declared=declared)}, reader=held.reader)


def _with_an_earlier_text(clause: Clause) -> Clause:
    earlier = attrs.evolve(clause.present, since="1", text="It was otherwise.")
    return attrs.evolve(clause, editions=("1", "2"), earlier=(earlier,), since="2")


def test_the_pages_tell_what_a_clause_said_before_and_which_edition_changed_it() -> None:
    pages = {page.path: page.text for page in site_pages(book_of(changed()))}

    assert "Says something else: " in pages["changes.md"]
    assert "It was otherwise." in pages[f"clauses/{C1}.md"]


def test_a_source_with_two_editions_has_them_side_by_side_with_the_sources_words_where_they_are_held() -> None:
    book = attrs.evolve(book_of(changed()), words_in={(C1, "2"): ("As the page has it.",)})
    pages = {page.path: page.text for page in site_pages(book)}

    page = pages["editions/doc.md"]
    assert "It was otherwise." in page and "“As the page has it.”" in page
    assert "editions/doc.md" in pages["sources/doc.md"] and "editions/doc.md" in pages["changes.md"]
    assert "“As the page" not in {it.path: it.text for it in site_pages(book_of(changed()))}["editions/doc.md"]


def test_nothing_is_told_where_no_clause_changed() -> None:
    pages = {page.path: page.text for page in site_pages(book_of(rulebook()))}

    assert "Says something else: " not in pages["changes.md"]
    assert "Said before" not in pages[f"clauses/{C1}.md"]
