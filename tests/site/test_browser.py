"""The built site in a real browser, opened from a file with every host blocked."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Browser = Callable[..., Any]
KINDS = (
    "index.html", "changes.html", "programs/index.html", "programs/*.html", "sources/*.html",
    "chapters/*/*.html", "clauses/index.html", "clauses/*/*/*.html", "rules/index.html", "rules/*/index.html",
    "rules/*/*.html", "definitions/*/index.html", "definitions/*/*.html", "questions/index.html", "questions/*/*.html",
    "tables/index.html", "tables/*/*.html",
    "flows/*.html", "workflows/index.html", "workflows/*/*.html",
    "examples/index.html", "examples/*/index.html", "examples/*/*.html", "outcomes/index.html", "outcomes/*/*.html",
    "unclear/index.html", "unclear/*.html", "coverage/index.html", "coverage/*.html",
    "sign-off/index.html", "sign-off/*/*.html",
    "guides/*.html", "guides/write-a-program.html", "developer/index.html", "developer/api.html",
    "decisions/index.html", "decisions/0001*.html",
)  # fmt: skip


@pytest.fixture(scope="session")
def kinds(site: Path) -> list[str]:
    """A page of every kind, the largest of each, since it has most to go wrong."""
    found = {kind: sorted(_pages(site, kind), key=lambda file: (-file.stat().st_size, file)) for kind in KINDS}
    assert [kind for kind, files in found.items() if not files] == []
    return sorted({str(files[0].relative_to(site)) for files in found.values()})


def _pages(site: Path, kind: str) -> list[Path]:
    """The pages of a kind; an index is a kind of its own."""
    return [file for file in site.glob(kind) if file.name != "index.html" or kind.endswith("index.html")]


@pytest.mark.parametrize("width", [1280, 320])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_kind_of_page_is_accessible_and_asks_nothing_of_any_host(
    browser: Browser, kinds: list[str], scheme: str, width: int
) -> None:
    seen = browser("read", pages=kinds, scheme=scheme, width=width)

    assert seen["strangers"] == []
    assert {path: it["violations"] for path, it in seen["pages"].items() if it["violations"]} == {}
    assert {path: it["sideways"] for path, it in seen["pages"].items() if it["sideways"] > 0} == {}
    assert {it["scheme"] for it in seen["pages"].values()} == {"default" if scheme == "light" else "slate"}
    widths = [cell for it in seen["pages"].values() for cell in it["cells"] if cell]  # none where a cell is folded away
    assert widths
    assert width > 320 or min(widths) > 200  # on a narrow screen a row stands cell under cell


def test_search_finds_a_clause_by_its_number_and_by_its_words(browser: Browser, site: Path) -> None:
    numbered = re.compile(r"<title>([A-Z][\w-]*\d): .*?<blockquote>\s*<p>(.*?)</p>", re.DOTALL)
    clauses = (
        (page, numbered.search(page.read_text(encoding="utf-8"))) for page in sorted(site.glob("clauses/*/*/*.html"))
    )
    page, said = next((page, said) for page, said in clauses if said)
    words = " ".join(re.findall(r"[A-Za-z]{4,}", said[2])[:8])

    seen = browser("search", queries=[said[1], words])

    assert seen["strangers"] == []
    assert {query: str(page.relative_to(site)) in links for query, links in seen["found"].items()} == {
        said[1]: True,
        words: True,
    }


WANTED = {
    "3 business days": "clauses/qld/approve/5-day.html",
    "three business days": "clauses/qld/approve/5-day.html",
    "near miss": "clauses/vic-child-protection-manual/definitions/harm-reasonably-likely.html",
    "nan": "guides/sayings.html",
    "SCAN": "clauses/qld/limited-intake/tell-scan-agency.html",
    "week about": "guides/sayings.html",
    "who approves": "clauses/qld/intake-enquiry/approval.html",
    "grandma": "guides/sayings.html",
    "ten days": "clauses/qld/approve/10-day.html",
    "ICMS": "clauses/qld/record-intake/in-icms.html",
    "police": "clauses/qld/child-concern-report/police.html",
    "who tells the parents": "guides/read.html",
    "stepfather": "guides/sayings.html",
    "shared custody": "clauses/qld/record-notification/two-homes.html",
    "one hundred days": "clauses/qld/no-identifying-information/100-days.html",
    "after hours": "clauses/qld/limited-intake/hard-copy.html",
    "incident report deadline": "clauses/vic/reporting/three-days.html",
    "Centrelink": "clauses/qld/no-identifying-information/authorised-officer.html",
    "restrictive practice": "clauses/ndis-commission/kinds/unauthorised-restrictive-practice.html",
    "near-miss": "clauses/vic-child-protection-manual/definitions/harm-reasonably-likely.html",
    "two homes": "clauses/qld/record-notification/two-homes.html",
    "half sister": "clauses/qld/subject-or-other/concerns-relate.html",
    "24 hours": "clauses/qld/approve/24-hour.html",
    "unborn": "clauses/qld/record-intake/unborn-profile.html",
    "medication error": "clauses/vic-child-protection-manual/incident-types/nineteen-types.html",
    "absconded": "clauses/vic-child-protection-manual/incident-types/nineteen-types.html",
    "death of a client": "clauses/vic-child-protection-manual/incident-types/nineteen-types.html",
    "missing person": "clauses/vic-child-protection-manual/incident-types/nineteen-types.html",
    "self harm": "clauses/vic-child-protection-manual/incident-types/nineteen-types.html",
    "group home": "clauses/vic/scope/disability.html",
    "when is it due": "clauses/vic/reporting/three-days.html",
    "who do I notify": "clauses/ndis-commission/times/24-hours.html",
    "sexual": "clauses/ndis-commission/kinds/sexual-misconduct.html",
    "business day": "clauses/qld/approve/5-day.html",
    "foster carer": "clauses/qld/child-concern-report/child-in-care.html",
    "reopen": "clauses/qld/additional-concerns/second-notification.html",
    "approve": "clauses/qld/approve/who-approves.html",
    "public holiday": "clauses/qld-holidays-act/holidays/public-holidays.html",
    "visitor": "clauses/qld/record-notification/visiting-child.html",
    "unknown address": "clauses/qld/no-identifying-information/no-address.html",
    "what is a harm household": "rules/qld-child-safety/harm-household.html",
    "who investigates": "clauses/qld/record-notification/to-the-centre.html",
    "late report": "clauses/vic/reporting/three-days.html",
    "notifier identity": "clauses/qld/record-intake/notifier-field.html",
    "duplicate": "clauses/qld/duplicates/what-is-a-duplicate.html",
}
"""What people type, in their own words, and a page that answers it."""


def test_search_finds_what_people_call_things_among_its_first_three(browser: Browser) -> None:
    seen = browser("search", queries=list(WANTED))

    found = {query: list(dict.fromkeys(links))[:3] for query, links in seen["found"].items()}
    assert {query: links for query, links in found.items() if WANTED[query] not in links} == {}


def test_the_tab_key_reaches_everything_and_shows_where_it_is(browser: Browser, kinds: list[str]) -> None:
    for kind in ("index", "clauses/[^/]+/", "examples/[^/]+/", "coverage/[^i]"):
        page = next(path for path in kinds if re.match(kind, path))
        assert browser("keyboard", page=page) == {"missed": [], "bare": []}, page
