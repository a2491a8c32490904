"""A reading by which nobody has to do what a clock counts is on the page, beside those that move its day."""

from __future__ import annotations

from case_documents import decided

from cimscore.assessment import first_page

NAME = "vic-near-miss-by-one-reading"
READING = "vic-cims/what-harm-counts"


def told(page: str) -> str:
    return " ".join(page.split())


def test_the_page_says_by_which_reading_nobody_has_to_report_it() -> None:
    page = told(first_page(decided(NAME)))
    assert "Not settled: whether and when to report the incident (question 1)." in page
    assert "If the policy means 'Only if it resulted in harm': nobody has to do it." in page


def test_the_whole_page_asks_about_that_reading_with_the_others() -> None:
    (clock,) = decided(NAME).clocks
    assert (READING, "not owed", None) in {(read.reading, read.word, read.due) for read in clock.stands.otherwise}
    page = told(first_page(decided(NAME), bounded=False))
    assert "If 'Only if it resulted in harm': nobody has to report the incident." in page


def test_under_the_other_reading_nothing_is_owed() -> None:
    assert decided(NAME, readings={"what-harm-counts": "resulted"}).clocks == ()
