"""Every page says first whether what it tells of is in force: a link that is in step says nothing of that."""

from __future__ import annotations

import datetime as dt
import re

import attrs
import pytest
from published_program import EDITIONS, book_of, clauses, inline_clause, rulebook

from cimscore.policy import Disposition, Source
from cimscore.publishing.pages import site_pages
from cimscore.traceability import Force, coverage_by_edition

ENDED = inline_clause("doc/plans/gone", "The office is told.", ("1",), disposition=Disposition.GUIDANCE, reason="Old.")
BEFORE, AFTER = dt.date(2022, 12, 31), dt.date(2025, 3, 10)
KINDS = {
    "clause": "clauses/doc/plans/c1.md",
    "chapter": "chapters/doc/heading.md",
    "rule": "rules/invented/record.md",
    "outcome": "outcomes/invented/records-care-plan.md",
    "sign-off": "sign-off/doc/heading.md",
    "program": "programs/invented.md",
    "coverage": "coverage/invented.md",
    "home": "index.md",
}


def pages(on: dt.date) -> dict[str, str]:
    held = rulebook(clauses=(*clauses(6), ENDED))
    return {page.path: page.text for page in site_pages(book_of(held, on=on))}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_says_before_its_first_table_that_it_is_in_force_and_on_which_day(kind: str) -> None:
    opening = pages(AFTER)[KINDS[kind]].partition("| --- |")[0]

    assert "◉</span> In force</span>" in opening and "10 March 2025" in opening


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_says_that_it_is_not_in_force_yet(kind: str) -> None:
    opening = pages(BEFORE)[KINDS[kind]].partition("| --- |")[0]

    assert "◔</span> Not yet in force (from" in opening and "In force<" not in opening


def test_a_clause_that_has_ended_says_when_and_by_what_and_wears_no_mark_of_what_is_well() -> None:
    page = pages(AFTER)["clauses/doc/plans/gone.md"]

    assert re.search(r"⊘</span> Ended on 1 July 2024</span> Replaced by: Second edition\.", page)
    assert "cims-in-step" not in page and "cims-in-force" not in page


def test_where_the_edition_that_took_its_place_is_not_here_a_page_says_what_goes_on_by_the_old_one() -> None:
    source = Source(
        id="doc",
        title="Document doc",
        publisher="Example",
        document="doc",
        editions=(*EDITIONS[:1], attrs.evolve(EDITIONS[1], encoded=False, complete=False, gap="Nobody has it.")),
    )
    only = tuple(attrs.evolve(clause, editions=("1",)) for clause in clauses(6))
    held = rulebook(clauses=only, sources=(source,))
    page = next(page.text for page in site_pages(book_of(held, on=AFTER)) if page.path == KINDS["clause"])

    goes_on_by, _ = held.program("invented").program.policy.goes_on_by("doc", "2")
    assert goes_on_by == "1"
    assert "None of its clauses is here." in page and "provisionally, and each decision says so" in page


def test_a_chapter_marks_the_clause_that_ended_among_others_and_counts_it() -> None:
    page = pages(AFTER)[KINDS["chapter"]]

    assert "1 of its clauses has ended." in page
    assert page.count("Ended on 1 July 2024") == 1


def test_coverage_is_counted_edition_by_edition_the_one_in_force_first() -> None:
    book = book_of(rulebook(clauses=(*clauses(6), ENDED)))
    first, second = coverage_by_edition(book.trace, "invented", AFTER)
    page = pages(AFTER)[KINDS["coverage"]]

    assert (first.edition, first.force, first.clauses) == ("2", Force.IN_FORCE, 6)
    assert (second.edition, second.force, second.clauses) == ("1", Force.ENDED, 3)
    assert page.index("Second edition") < page.index("First edition")
