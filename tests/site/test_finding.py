"""A page is found by words that it does not have: numerals and words, and what people call a thing."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from published_program import book_of, clauses, inline_clause, rulebook

from cimscore.ids import spelled
from cimscore.policy import Disposition
from cimscore.publishing.pages import site_pages
from cimscore.publishing.pages.paper.finding import number_in_words, other_words


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("approves within three business days of it", {"3 business days", "three business days"}),
        ("a report is due in 3 business days", {"3 business days", "three business days"}),
        ("With a 5-day response", {"5 day", "five day"}),
        ("a 24-hour response", {"24 hour", "twenty-four hour"}),
        ("Twenty-eight business days at most", {"28 business days", "twenty-eight business days"}),
        ("the type serious risk is new", {"near miss"}),
        ("harm was reasonably likely", {"near miss"}),
        ("The senior team leader approves it", {"who approves"}),
        ("it is due in 3 business days", {"deadline", "late", "overdue"}),
        ("a SCAN team", {"suspected child abuse and neglect"}),
    ],
)
def test_the_other_words_of_a_text(said: str, wanted: set[str]) -> None:
    assert wanted <= set(other_words(said))


@pytest.mark.parametrize("said", ["nothing of the kind", "one of them", "in 2024", "the scandal", "approximately"])
def test_a_text_that_needs_no_other_words_has_none(said: str) -> None:
    assert other_words(said) == ()


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("five-day-form", "five-day form"),
        ("24-hour", "24-hour"),
        ("three-days", "three days"),
        ("ten-business-days", "ten business days"),
        ("one-day-for-all", "one day for all"),
        ("other-child", "other child"),
    ],
)
def test_a_name_is_told_in_words_as_people_write_them(name: str, words: str) -> None:
    assert spelled(name) == words


def test_numbers_below_a_hundred_are_words() -> None:
    assert [number_in_words(number) for number in (3, 20, 24, 90)] == ["three", "twenty", "twenty-four", "ninety"]


def test_a_clause_is_found_by_its_numerals_and_before_rules_and_lists_are_not_found_at_all() -> None:
    late = inline_clause(
        "doc/plans/late", "It is due in three days.", ("2",), disposition=Disposition.GUIDANCE, reason="x"
    )
    pages = {page.path: page.text for page in site_pages(book_of(rulebook(clauses=(*clauses(6), late))))}
    front = pages["clauses/doc/plans/late.md"].split("---")[1]

    assert json.loads(re.search(r"tags: (.*)", front)[1]) == ["3 days", "three days", "deadline", "late", "overdue"]
    boosts = [int(re.search(r"boost: (\d+)", pages[path])[1]) for path in FOUND]
    assert boosts == sorted(boosts, reverse=True) and boosts[0] > boosts[-1]
    assert all("exclude: true" in pages[path] for path in ("clauses/index.md", "coverage/invented.md"))


FOUND = (
    "clauses/doc/plans/late.md",
    "questions/invented/helped.md",
    "tables/invented/offices.md",
    "rules/invented/record.md",
)


@pytest.mark.parametrize("folder", ["developer", "decisions"])
def test_pages_for_developers_stand_behind_those_of_the_policies(folder: str) -> None:
    pages = sorted((Path(__file__).parents[2] / "site" / "docs" / folder).glob("*.md"))

    assert [page.name for page in pages if "\n  boost: 0." not in page.read_text(encoding="utf-8")[:60]] == []
    assert len(pages) > 10
