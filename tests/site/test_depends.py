"""What depends on a thing is told from what really ran, and the same from both ends."""

from __future__ import annotations

import re

import pytest
from published_program import book_of, rulebook

from cimscore.publishing.pages import Book, site_pages

LINK = re.compile(r"\]\(([^)\s]+)\)")
CLAUSE, RULE = "clauses/doc/plans/c1.md", "rules/invented/record.md"
OUTCOME, EXAMPLE = "outcomes/invented/records-care-plan.md", "examples/invented/nobody.md"


@pytest.fixture(scope="module")
def book() -> Book:
    return book_of(rulebook(12))


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, str]:
    return {page.path: page.text for page in site_pages(book)}


def test_a_clause_names_the_outcome_the_example_and_the_sheet_that_move_with_it(pages: dict[str, str]) -> None:
    told = pages[CLAUSE].partition("## What depends on this")[2]

    assert "Something moves with it in 1 of 1 worked example." in told
    assert "(../../../examples/invented/nobody.md)" in told
    assert "[Care plan](../../../outcomes/invented/records-care-plan.md)" in told
    assert "[Heading](../../../sign-off/doc/heading.md)" in told


def test_the_outcome_the_rule_and_the_example_name_the_clause_in_turn(pages: dict[str, str]) -> None:
    for path in (OUTCOME, RULE, EXAMPLE):
        assert "clauses/doc/plans/c1.md" in " ".join(LINK.findall(pages[path])), path


def test_rules_and_clauses_name_one_another(book: Book) -> None:
    pairs = {(rule, clause) for clause, rules in book.running.rules.items() for rule in rules}

    assert pairs == {(rule, clause) for rule, clauses in book.running.cited.items() for clause in clauses}
    assert ("invented/record/one-plan", "doc/plans/c1") in pairs


def test_outcomes_and_clauses_name_one_another(book: Book) -> None:
    pairs = {(it, id) for id, those in book.running.outcomes.items() for it in those}

    assert pairs == {(it, id) for it, those in book.running.clauses_of.items() for id in those}
    assert pairs


def test_a_reading_and_a_question_name_what_rests_on_them(pages: dict[str, str]) -> None:
    for path in ("unclear/invented/helping.md", "questions/invented/helped.md"):
        told = pages[path].partition("## What depends on this")[2]
        assert "[Care plan](../../outcomes/invented/records-care-plan.md)" in told, path
        assert "[Heading](../../sign-off/doc/heading.md)" in told, path


def test_what_nothing_rests_on_says_so(pages: dict[str, str]) -> None:
    told = pages["clauses/doc/part-0/c4.md"].partition("## What depends on this")[2]

    assert "Something moves with it in 0 of 1 worked example." in told and "Outcomes that rest" not in told
