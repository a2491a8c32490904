"""The whole flow of a program is drawn from its rules and workflows: a list of stages, each box a link."""

from __future__ import annotations

import posixpath
import re

import pytest
from published_program import book_of, rulebook

from cimscore.publishing.pages import site_pages

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
