"""The page of a form: its fields with their clauses, and a form to fill in where the rules are packed."""

from __future__ import annotations

import datetime as dt
import functools

import pytest

import cimscore
from cimscore.publishing.pages import Book, site_pages
from cimscore.traceability import Trace, build_trace

PAGE = "forms/vic-cims/incident-report-webform.md"


@functools.cache
def traced() -> tuple[cimscore.Rulebook, Trace]:
    rulebook = cimscore.load_rulebook()
    return rulebook, build_trace(rulebook, (), [], ())


def pages_with(scripts: dict[str, str]) -> dict[str, str]:
    rulebook, trace = traced()
    book = Book(
        rulebook=rulebook, trace=trace, programs=("vic-cims",),
        on=dt.date(2025, 3, 3), shown=(), scripts=scripts,
    )  # fmt: skip
    return {page.path: page.text for page in site_pages(book)}


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return pages_with({})


def test_each_field_is_listed_with_its_clause_whether_or_not_it_can_be_filled_in_here(pages: dict[str, str]) -> None:
    clause = "[V-T2: How soon an incident is reported](../../clauses/vic/reporting/three-days.md)"

    assert "| When was the incident disclosed: when did whoever works" in pages[PAGE]
    assert clause in pages[PAGE]
    assert "| Under which program type is the incident reported? | where there is one |" in pages[PAGE]
    assert "<script" not in pages[PAGE]


def test_the_home_page_and_the_page_of_the_program_lead_there(pages: dict[str, str]) -> None:
    assert f"[Its form: Incident report]({PAGE})" in pages["index.md"]
    assert f"[Its form: Incident report](../{PAGE})" in pages["programs/vic-cims.md"]


def test_the_page_of_a_clause_names_the_fields_that_ask_for_it(pages: dict[str, str]) -> None:
    page = pages["clauses/vic/update-2024/gender-options.md"]

    assert "- [Incident report](../../../forms/vic-cims/incident-report-webform.md): Gender" in page
    assert "Fields of a form" not in pages["clauses/vic/immediate-response/safety.md"]


def test_where_the_rules_are_packed_the_form_is_filled_in_on_its_page() -> None:
    page = pages_with({"engine.js": "1;"})[PAGE]

    assert 'data-program="vic-cims"' in page
    assert 'data-form="incident-report-webform"' in page
    assert '<script src="../../assets/try-it/report.js"></script>' in page
    assert "Nothing that you write leaves this computer" in page
