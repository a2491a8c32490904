"""What depends on a thing is told from what really ran, and the same from both ends."""

from __future__ import annotations

import re

import pytest
from published_program import book_of, rulebook

from cimscore import load_rulebook
from cimscore.publishing.pages import Book, shown_of, site_pages
from cimscore.publishing.pages.book.shown import whole_reasons
from cimscore.reasoning.reasons.explaining import Reason
from cimscore.wire import load_examples

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


def test_an_outcome_rests_on_the_clauses_of_everything_that_leads_to_it() -> None:
    programs = load_rulebook()
    example = next(it for it in load_examples(programs, "qld-child-safety") if it.id == "a-notification")
    shown = shown_of("qld-child-safety", example, programs, "id: a-notification\n")
    below = shown.clauses_below(["notification of north is to be made"])

    assert {"qld/duplicates/record-everything", "qld/subject-or-other/subject-of-concerns"} <= below
    (why,) = whole_reasons(shown, "qld-child-safety", "record@notification:north", programs)
    assert "Which response does c1 get? notification" in told(why.reason)


def told(reason: Reason) -> set[str]:
    """Return what a reason and those below it say."""
    return {reason.says} | {line for below in reason.because for line in told(below)}
