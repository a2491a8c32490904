"""The whole flow of a program is drawn from its rules and workflows: a list of stages, each box a link."""

from __future__ import annotations

import posixpath
import re

import attrs
import pytest
from published_program import EDITIONS, RARE, book_of, record, rulebook, tables

from cimscore.policy import Source
from cimscore.publishing.pages import site_pages
from cimscore.rulebook import Rulebook
from cimscore.rules import Duties, Topic

FLOW = "flows/invented.md"


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {page.path: page.text for page in site_pages(book_of(rulebook(12)))}


def test_each_stage_stands_in_the_order_of_the_work(pages: dict[str, str]) -> None:
    stages = re.findall(r'<p class="cims-stage">(.*?)</p>', pages[FLOW])

    assert stages == ["People decide", "What is recorded", "What is to be done"]


def test_each_box_is_a_link_to_a_page_below_what_its_stage_says(pages: dict[str, str]) -> None:
    boxes = re.findall(r'<li><a href="([^"]+)">(.*?)</a></li>', pages[FLOW])

    assert ("../outcomes/invented/records-care-plan.html", "Care plan") in boxes
    assert len(re.findall(r'class="cims-says">[^<]+\.</p><[uo]l class="cims-boxes"><li>', pages[FLOW])) == 3
    for target, _ in boxes:
        page, _, anchor = posixpath.normpath(posixpath.join("flows", target)).partition("#")
        assert page.replace(".html", ".md") in pages and not anchor


def test_home_and_the_programs_page_lead_to_the_flow(pages: dict[str, str]) -> None:
    assert "(flows/invented.md)" in pages["index.md"]
    assert "(../flows/invented.md)" in pages["programs/invented.md"]


def test_duties_have_the_name_of_their_chapter_in_a_document_that_is_held() -> None:
    held = rulebook(12, tables=tables(4, with_acts=True))
    assert boxes_of_duties(held) == ["Heading", "Part 0"]
    loose = tuple(attrs.evolve(source, held=False) for source in held.sources.values())
    elsewhere = rulebook(12, tables=tables(4, with_acts=True), sources=loose)
    assert boxes_of_duties(elsewhere) == ["Acts", "Part 0"]


def test_duties_of_one_chapter_keep_their_own_name_beside_it() -> None:
    both = tables(4, with_acts=True)
    more = Duties("more", (record,))
    more.duty(
        "read", "read it", by="the worker", when=both[Topic.RECORDS][0](record) & RARE(record), cites=["doc/plans/c1"]
    )
    held = rulebook(12, tables={**both, Topic.DUTIES: (*both[Topic.DUTIES], more)})
    assert {"Heading: acts", "Heading: more"} < set(boxes_of_duties(held))


def boxes_of_duties(held: Rulebook) -> list[str]:
    """Return the words of the boxes of what is to be done."""
    text = next(page.text for page in site_pages(book_of(held)) if page.path == FLOW)
    stage = text.partition("What is to be done")[2].partition("cims-stage")[0]
    return re.findall(r"<a[^>]*>(.*?)</a>", stage)


def test_an_abbreviation_in_a_title_is_one_in_a_box() -> None:
    both = tables(4)
    more = Duties("abc-too", (record,))
    more.duty("read", "read it", by="the worker", when=both[Topic.RECORDS][0](record), cites=["doc/plans/c1"])
    rows = {**both, Topic.DUTIES: (*both[Topic.DUTIES], more)}
    loose = Source(id="doc", title="The ABC rules", publisher="Example", document="doc", held=False, editions=EDITIONS)

    assert "ABC too" in boxes_of_duties(rulebook(12, tables=rows, sources=(loose,)))
