"""The built site as files: every link leads somewhere, nothing is fetched, and a thousand clauses are no burden."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import resource
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from published_program import book_of, rulebook

from cimscore.publishing.pages import site_pages, write_pages

ROOT = Path(__file__).parents[2]
CONFIG = f"""
INHERIT: {ROOT / "site" / "mkdocs.yml"}
docs_dir: docs
site_dir: site
theme: {{custom_dir: {ROOT / "site" / "overrides"}}}
nav: [index.md, clauses/index.md, rules/index.md, examples/index.md, coverage/index.md]
plugins: [search, offline]
hooks: [{ROOT / "site" / "hooks.py"}]
"""
MB = 1024 * 1024
BLOCK = 4096
FETCHED = re.compile(
    rb"""(?:<(?:script|img|iframe|source|video|audio|embed)\b[^>]*\bsrc|<link\b[^>]*\bhref)=["'](?:https?:)?//"""
)


class Links(HTMLParser):
    """The places a page links to, and the anchors it has."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.anchors: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.anchors |= {held[name] or "" for name in ("id", "name") if name in held}
        self.targets += [held[name] or "" for name in ("href", "src") if name in held]


def dead_links(site: Path) -> list[str]:
    """Every link within the site that leads to no file, or to no anchor of it."""
    pages = {}
    for file in site.rglob("*.html"):
        pages[file] = Links()
        pages[file].feed(file.read_text(encoding="utf-8"))
    return [
        f"{file.relative_to(site)}: {target}"
        for file, page in pages.items()
        for target in dict.fromkeys(page.targets)
        if not _leads_somewhere(pages, file, target)
    ]


def _leads_somewhere(pages: dict[Path, Links], file: Path, target: str) -> bool:
    parts = urlsplit(target)
    if parts.scheme:
        return parts.scheme in ("https", "mailto", "javascript")
    place = Path(os.path.normpath(file.parent / unquote(parts.path))) if parts.path else file
    if place.is_dir():
        place /= "index.html"
    return place.is_file() and (not parts.fragment or place not in pages or parts.fragment in pages[place].anchors)


def test_no_link_or_anchor_is_dead(site: Path) -> None:
    assert dead_links(site) == []


def test_no_page_or_style_names_anything_to_fetch_from_elsewhere(site: Path) -> None:
    pages = [str(file.relative_to(site)) for file in site.rglob("*.html") if FETCHED.search(file.read_bytes())]
    styles = [file.name for file in site.rglob("*.css") if re.search(rb"url\(\s*[\"']?https?:", file.read_bytes())]

    assert pages == [] and styles == []


def test_the_search_index_is_there_once_and_small_and_the_whole_site_fits_on_a_share(site: Path) -> None:
    sizes = {str(file.relative_to(site)): file.stat().st_size for file in site.rglob("*") if file.is_file()}
    indexes = [name for name in sizes if "search_index" in name]

    assert indexes == ["search/search_index.js"]
    assert sizes[indexes[0]] < 2_000_000
    # A disk gives whole blocks, and one to each folder: this is what `du` counts, and its MB.
    packs = {name for name in sizes if name.startswith("assets/try-it/")}
    folders = sum(folder.is_dir() for folder in site.rglob("*")) + 1
    blocks = sum(-(-size // BLOCK) for name, size in sizes.items() if name not in packs)
    assert (blocks + folders) * BLOCK <= 25 * MB
    assert sum(sizes[name] for name in packs) <= 15 * MB


def test_search_keeps_what_it_finds_apart_from_code(site: Path) -> None:
    index = json.loads((site / "search" / "search_index.js").read_text(encoding="utf-8").partition("=")[2])
    pages = {entry["location"].partition("#")[0] for entry in index["docs"]}
    boost = {entry["location"].partition("#")[0]: entry.get("boost", 1) for entry in index["docs"]}

    assert not [page for page in pages if page.startswith(("definitions/", "sign-off/", "chapters/"))]
    assert all(boost[page] < 1 for page in pages if page.startswith(("developer/", "decisions/")))
    assert all(boost[page] > 1 for page in pages if page.startswith(("clauses/qld", "questions/qld", "unclear/qld")))


def test_no_page_carries_a_list_of_all_the_others(site: Path) -> None:
    clauses = [file.stat().st_size for file in site.glob("clauses/*/*/*.html")]

    assert max(clauses) < 120_000 and sum(clauses) / len(clauses) < 45_000


@pytest.mark.skipif(
    importlib.util.find_spec("material") is None, reason="mkdocs-material comes with nox -s site-browser"
)
def test_a_site_of_a_thousand_clauses_takes_less_than_a_minute_and_its_pages_stay_small(tmp_path: Path) -> None:
    before = _seconds()
    write_pages(site_pages(book_of(rulebook(1000))), tmp_path / "docs")
    (tmp_path / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-q", "-f", str(tmp_path / "mkdocs.yml")]
    subprocess.run(command, check=True, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"})
    took = _seconds() - before

    sizes = {str(file.relative_to(tmp_path)): file.stat().st_size for file in tmp_path.glob("site/**/*.html")}
    clauses = [size for name, size in sizes.items() if name.startswith("site/clauses/doc/")]
    print(f"{len(sizes)} pages, {took:.0f} s of processor time, largest {max(sizes.values()) / 1000:.0f} kB")
    assert len(clauses) == 1000
    assert took < 60
    assert max(clauses) < 40_000 and max(sizes.values()) < 200_000


def _seconds() -> float:
    """Processor time of this process and of those it has run: the same however busy the machine is."""
    used = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(it.ru_utime + it.ru_stime for it in used)
