"""The pages on which a case is tried: there with the packed rules, and not missed without them."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

import cimscore
from cimscore.publishing.pages import Book, shown_of, site_pages
from cimscore.rulebook import WorkedExample
from cimscore.traceability import Trace, build_trace
from cimscore.wire import load_examples

SCRIPTS = {"engine.js": "1;", "manifest.js": "2;"}


@functools.cache
def traced() -> tuple[WorkedExample, Trace]:
    rulebook = cimscore.load_rulebook()
    (example, *_) = load_examples(rulebook, "ndis-incidents")
    return example, build_trace(rulebook, (), [example], ())


def pages_with(scripts: dict[str, str]) -> dict[str, str]:
    rulebook, (example, trace) = cimscore.load_rulebook(), traced()
    book = Book(
        rulebook=rulebook, trace=trace, programs=("ndis-incidents",),
        on=dt.date(2025, 3, 3), shown=(shown_of("ndis-incidents", example, rulebook, ""),), scripts=scripts,
    )  # fmt: skip
    return {page.path: page.text for page in site_pages(book)}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_with(SCRIPTS)


def test_each_program_has_a_page_that_loads_its_scripts_from_beside_it(pages: dict[str, str]) -> None:
    page = pages["try-it/ndis-incidents.md"]

    assert '<script src="../assets/try-it/engine.js"></script>' in page
    assert '<script src="../assets/try-it/ndis-incidents.js"></script>' in page
    assert 'data-program="ndis-incidents"' in page
    assert "nothing that you write leaves this computer" in page
    assert {name: pages[f"assets/try-it/{name}"] for name in SCRIPTS} == SCRIPTS


def test_a_worked_example_and_the_home_page_lead_there(pages: dict[str, str]) -> None:
    (example,) = (path for path in pages if path.startswith("examples/ndis-incidents/") and "index" not in path)
    name = example.removeprefix("examples/ndis-incidents/").removesuffix(".md")

    assert f"[Change this case and decide again](../../try-it/ndis-incidents.md#{name})" in pages[example]
    assert f'<span id="{name}"></span>' in pages["try-it/ndis-incidents.md"], "its anchor, where no script runs"
    assert "[Try a case of your own](try-it/ndis-incidents.md)" in pages["index.md"]


def test_without_the_packed_rules_nothing_leads_there() -> None:
    assert not [path for path, text in pages_with({}).items() if "try-it" in path or "try-it" in text]
