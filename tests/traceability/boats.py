"""An invented page about boats, the policy written from it, and a page under another title that took its place."""

from __future__ import annotations

import zipfile
from collections import defaultdict
from collections.abc import Iterable, Mapping
from html import escape
from pathlib import Path

import attrs

from cimscore.policy import Passage, Source, load_policy, passages_of
from cimscore.policy.passages import digest
from cimscore.policy.policy import Policy
from cimscore.traceability.sources.web_page import BETWEEN_CELLS

PAGES = Path(__file__).parent / "pages"
BEFORE = (PAGES / "before.txt").read_text(encoding="utf-8")
TITLE, *_ = BEFORE.splitlines()
HEADINGS = (
    TITLE, "Who may borrow a boat", "Before a boat goes out", "While a boat is out", "When a boat comes back", "Oars",
    "Further reading",
)  # fmt: skip
UNREAD = "Further reading"
PASSAGES = tuple(it for it in passages_of(BEFORE, HEADINGS) if it.heading != UNREAD)
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OPENS_A_LIST = 3
"""The passage that says nothing of its own."""


@attrs.frozen
class Line:
    """A line of a page, with the numbers of the old passages that it says; None for a heading."""

    text: str
    says: frozenset[int] | None
    bullet: bool = False


def old_lines() -> list[Line]:
    """Return the old page, line by line."""
    bullets = {digest(line) for line in BEFORE.splitlines() if line.startswith("•")}
    lines: list[Line] = []
    for number, it in enumerate(PASSAGES):
        if not any(line.text == it.heading for line in lines):
            lines.append(Line(it.heading, None))
        lines.append(Line(it.text, frozenset({number}), it.digest in bullets))
    return lines


def rewritten() -> list[Line]:
    """Return the page that took its place, as somebody wrote it anew."""
    lines = []
    for line in (PAGES / "after.txt").read_text(encoding="utf-8").splitlines():
        numbers, _, text = line.partition("|")
        said = None if line.startswith("#") else frozenset(map(int, filter(None, numbers.split(","))))
        lines.append(Line(line[1:] if said is None else text.removeprefix("* "), said, text.startswith("* ")))
    return lines


def page_text(lines: Iterable[Line]) -> str:
    """Return a page as plain text."""
    return "\n".join(f"• {it.text}" if it.bullet else f"\n{it.text}\n" for it in lines)


def write_page(file: Path, lines: list[Line]) -> Path:
    """Write a page in the format that the file's name says, and return the file."""
    if file.suffix == ".docx":
        body = "".join(
            f"<w:p>{'' if it.says is not None else _STYLE}<w:r><w:t>{escape(it.text)}</w:t></w:r></w:p>" for it in lines
        )
        with zipfile.ZipFile(file, "w") as parts:
            parts.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    elif file.suffix == ".html":
        file.write_text("".join(_tagged(it) for it in lines), encoding="utf-8")
    else:
        file.write_text(page_text(lines), encoding="utf-8")
    return file


def _tagged(line: Line) -> str:
    """Return a line in the tags of a page; one with a tab is the row of a table."""
    if "\t" in line.text:
        cells = "".join(f"<td><p>{escape(cell)}</p></td>" for cell in line.text.split("\t"))
        return f"<table><tr>{cells}</tr></table>"
    if line.says is None:
        return f"<h2><button><div>{escape(line.text)}</div></button></h2>"
    return f"<{'li' if line.bullet else 'p'}>{escape(line.text)}</{'li' if line.bullet else 'p'}>"


_STYLE = '<w:pPr><w:pStyle w:val="Heading2"/></w:pPr>'


def where_it_is(lines: Iterable[Line], passages: Iterable[Passage]) -> Mapping[int, set[tuple[str, int]]]:
    """Return where each old passage really is on a page, by its number."""
    said = defaultdict[str, list[frozenset[int]]](list)
    for line in lines:
        for it in passages_of(line.text.replace("\t", BETWEEN_CELLS), ()) if line.says is not None else ():
            said[it.digest].append(line.says or frozenset())
    found = defaultdict[int, set[tuple[str, int]]](set)
    for it in passages:
        for number in said[it.digest].pop(0) if said[it.digest] else ():
            found[number].add((it.heading, it.position))
    return found


def write_policy(folder: Path) -> Path:
    """Write the policy files that rest on the old page: a clause for each passage but one."""
    (folder / "boats" / "first").mkdir(parents=True)
    headings = ", ".join(f'"{it}"' for it in HEADINGS)
    (folder / "sources.toml").write_text(
        f'[boats]\ntitle = "{TITLE}"\npublisher = "The club"\ndocument = "page"\nheadings = [{headings}]\n'
        f'unread = ["{UNREAD}"]\n'
    )
    clauses = [_clause(number, it) for number, it in enumerate(PASSAGES) if number != OPENS_A_LIST]
    over = PASSAGES[OPENS_A_LIST]
    passed = (
        f'[[passed-over]]\nheading = "{over.heading}"\nbecause = "it only opens a list"\n'
        f'passages = [{{position = {over.position}, digest = "{over.digest}"}}]\n'
    )
    edition = '[edition]\ntitle = "The first rules"\nfrom = 2024-01-01\n'
    (folder / "boats" / "first" / "all.toml").write_text(f"{edition}\n{passed}\n{''.join(clauses)}")
    return folder


def policy(folder: Path) -> tuple[Policy, Source]:
    """Return the policy in a folder, and its one source."""
    found = load_policy(folder)
    return found, found.source("boats")


def _clause(number: int, it: Passage) -> str:
    said = f"Our words for it: {' '.join(sorted(it.text.split()))}"
    return (
        f'[[clause]]\nid = "boats/all/c{number}"\nheading = "{it.heading}"\nposition = {it.position}\n'
        f'digest = "{it.digest}"\ntext = "{said}"\ndisposition = "encoded"\n\n'
    )
