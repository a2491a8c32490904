"""Abbreviations are linked to the glossary where a page first uses them; the glossary is the list of them."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, Final

GLOSSARY: Final = "guides/glossary.md"
_ROW: Final = re.compile(r"^\| \*\*(\w+)\*\*\{#(\w+)\} \| (.+?) \|$", re.MULTILINE)
_TAG: Final = re.compile(r"(<[^>]+>)")
_LEFT_ALONE: Final = {
    "a",
    "abbr",
    "button",
    "code",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "script",
    "style",
    "svg",
}


@cache
def abbreviations(glossary: Path) -> Mapping[str, tuple[str, str]]:
    """Return what each abbreviation of the glossary stands for, after the name of its place there."""
    text = glossary.read_text(encoding="utf-8")
    return {short: (place, meaning) for short, place, meaning in _ROW.findall(text)}


def linked(page: str, known: Mapping[str, tuple[str, str]], address: str) -> str:
    """Return the HTML of a page with the first use of each abbreviation linked, outside headings, links and code.

    Args:
        page: The page.
        known: The abbreviations.
        address: The glossary's address, from the page.
    """
    waiting = dict(known)
    parts = _TAG.split(page)
    within: list[str] = []
    for at, part in enumerate(parts):
        if at % 2:
            _step(within, part)
        elif waiting and not within and part.strip():
            parts[at] = _with_links(part, waiting, address)
    return "".join(parts)


def _step(within: list[str], tag: str) -> None:
    name = re.sub(r"[^a-z0-9].*", "", tag.strip("</>").lower(), flags=re.DOTALL)
    if name not in _LEFT_ALONE or tag.endswith("/>"):
        return
    if tag.startswith("</"):
        within.pop() if within else None
    else:
        within.append(name)


def _with_links(text: str, waiting: dict[str, tuple[str, str]], address: str) -> str:
    def link(found: re.Match[str]) -> str:
        if found[0] not in waiting:
            return found[0]
        place, meaning = waiting.pop(found[0])
        return f'<a href="{address}#{place}"><abbr title="{html.escape(meaning)}">{found[0]}</abbr></a>'

    words = "|".join(map(re.escape, sorted(waiting, key=len, reverse=True)))
    return re.sub(rf"(?<![\w@./-])(?:{words})(?![\w@/-]|\.\w)", link, text)


def on_page_content(html: str, page: Any, config: Any, files: Any) -> str:
    """Link the abbreviations of every page but the glossary itself."""
    glossary = files.get_file_from_path(GLOSSARY)
    if glossary is None or page.file.src_uri == GLOSSARY:
        return html
    address = posixpath.relpath(glossary.url, posixpath.dirname(page.url) or ".")
    return linked(html, abbreviations(Path(config["docs_dir"]) / GLOSSARY), address)
