"""The numbers on the site are those that `cimscore coverage` gives, and a number that is not would be found."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from numbers_told import KINDS, bars_on, keys_on, numbers_of, numbers_on
from published_program import book_of, clauses, inline_clause, rulebook

from cimscore.cli import main
from cimscore.policy import Disposition
from cimscore.publishing.pages import Book, site_pages
from cimscore.traceability import coverage_by_edition, coverage_of
from cimscore.traceability.reviews.justifications import Gap

COVERAGE, HOME, ALL = "coverage/invented.md", "index.md", "coverage/index.md"
GONE = inline_clause("doc/plans/gone", "The office is told.", ("1",), disposition=Disposition.GUIDANCE, reason="Old.")


@pytest.fixture(scope="module")
def book() -> Book:
    return book_of(rulebook(30, clauses=(*clauses(30), GONE)))


@pytest.fixture(scope="module")
def pages(book: Book) -> dict[str, str]:
    return {page.path: page.text for page in site_pages(book) if page.path in (COVERAGE, HOME, ALL)}


def given(book: Book) -> dict[str, Any]:
    """Return what ``cimscore coverage --json`` gives of the invented program."""
    coverage = coverage_of(book.trace, "invented")
    return {
        "dispositions": {kind.value: number for kind, number in coverage.dispositions},
        "editions": [
            {"dispositions": [(kind.value, number) for kind, number in edition.dispositions]}
            for edition in coverage_by_edition(book.trace, "invented", book.on)
        ],
        "missing": {gap.value: coverage.of(gap, "invented") for gap in Gap},
    }


def test_the_numbers_of_a_program_are_those_of_its_coverage(book: Book, pages: dict[str, str]) -> None:
    found = numbers_of(given(book))

    assert numbers_on(pages[COVERAGE]) == found
    assert bars_on(pages[HOME]) == bars_on(pages[ALL]) == [found.dispositions]
    assert sum(found.dispositions) == 31 and len(found.editions) == 2 and any(found.lists.values())


@pytest.mark.parametrize(
    "number",
    [r"carried out by rules: (\d+)", r"\| Second edition.*?\| (\d+) \|", r"\n- (\d+): "],
    ids=["the bar", "an edition", "a list"],
)
def test_a_number_that_is_another_is_found(book: Book, pages: dict[str, str], number: str) -> None:
    told = re.sub(r"Document doc: Second", "Second", pages[COVERAGE])
    at = re.search(number, told, re.IGNORECASE)
    assert at
    planted = f"{told[: at.start(1)]}{int(at[1]) + 1}{told[at.end(1) :]}"

    with pytest.raises(AssertionError):
        assert numbers_on(planted) == numbers_of(given(book))


def test_the_built_site_tells_the_numbers_of_coverage(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["coverage", "--json"])
    covered = {held["program"]: held for held in json.loads(capsys.readouterr().out)}
    told = {page.stem: numbers_on(page.read_text(encoding="utf-8")) for page in site.glob("coverage/*-*.html")}

    assert told == {program: numbers_of(held) for program, held in covered.items()}
    for page in ("index.html", "coverage/index.html"):
        text = (site / page).read_text(encoding="utf-8")
        assert sorted(bars_on(text)) == sorted(numbers.dispositions for numbers in told.values()), page
        seen = {tuple(sorted(key.values())) for key in keys_on(text.partition("<article")[2])}
        assert seen == {tuple(sorted(filter(None, numbers.dispositions))) for numbers in told.values()}, page
    assert all(set(held["dispositions"]) <= {*KINDS, "to do"} for held in covered.values())
