"""The glossary has the abbreviations of every clause, and each page links to it where it first uses one."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest

import cimscore

SITE = Path(__file__).parents[2] / "site"
GLOSSARY = SITE / "docs" / "guides" / "glossary.md"


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    """The hook as the site runs it."""
    spec = importlib.util.spec_from_file_location("abbreviations", SITE / "abbreviations.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_glossary_has_at_most_fifteen_words_of_our_own() -> None:
    words = GLOSSARY.read_text(encoding="utf-8").partition("## Abbreviations")[0]
    assert 0 < len(re.findall(r"^\| \*\*", words, re.MULTILINE)) <= 15


def test_every_abbreviation_of_a_clause_or_a_duty_is_in_the_glossary(hook: ModuleType) -> None:
    rulebook = cimscore.load_rulebook()
    addresses = r"\S+@\S+"
    said = [re.sub(addresses, "", text.text) for clause in rulebook.clauses.values() for text in clause.texts]
    used = set(re.findall(r"\b(?:[a-z]?[A-Z]{2,})\b", " ".join(said)))
    known = hook.abbreviations(GLOSSARY)
    assert used - {"IT"} - known.keys() == set()
    assert {"ICMS", "SCAN", "CSAHSC", "RIS", "CSSC", "QPS", "iDOCS"} <= known.keys()


def test_the_first_use_is_linked_and_no_other(hook: ModuleType) -> None:
    known = {"RIS": ("ris", 'Regional "Intake" Service'), "SCAN": ("scan", "a team")}
    page = "<h1>RIS</h1><p>The <code>RIS</code> and <a href='x'>RIS</a>: the RIS, a RIS, RISK, CIMS.SCAN@x.au.</p>"
    link = '<a href="../g.html#ris"><abbr title="Regional &quot;Intake&quot; Service">RIS</abbr></a>'
    assert hook.linked(page, known, "../g.html") == page.replace("the RIS,", f"the {link},")


def test_a_heading_within_a_link_ends_where_it_ends(hook: ModuleType) -> None:
    page = '<a href="x"><h2>RIS</h2></a><br /><p title="RIS">RIS</p>'
    assert hook.linked(page, {"RIS": ("ris", "it")}, "g").count("#ris") == 1
    assert hook.linked(page, {"RIS": ("ris", "it")}, "g").endswith("RIS</abbr></a></p>")
