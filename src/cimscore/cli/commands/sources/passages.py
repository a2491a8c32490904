"""``cimscore sources passages``: a document cut into its passages, with the number and digest that a clause keeps."""

from __future__ import annotations

import argparse
from itertools import groupby
from pathlib import Path
from typing import Final

from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.policy import Passage
from cimscore.traceability.sources import first_reading, laid_out

_OPENING: Final = 6


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the document."""
    parser.add_argument("file", metavar="FILE", type=Path, help="the document, as .txt, .md, .html or .docx")
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Print every passage with its place and digest."""
    found = first_reading(laid_out(arguments.file.expanduser()))
    if arguments.json:
        show_json([_plain(passage) for passage in found.passages])
    else:
        show(_page(found.passages))
    return Exit.DONE


def _plain(passage: Passage) -> dict[str, object]:
    return {
        "heading": passage.heading,
        "position": passage.position,
        "digest": passage.digest,
        "opening": _opening(passage.text),
    }


def _opening(text: str) -> str:
    """Return the first words of a passage, by which it is found again in the document."""
    words = text.split()
    return " ".join(words[:_OPENING]) + (" …" if len(words) > _OPENING else "")


def _page(passages: tuple[Passage, ...]) -> TextPage:
    page = TextPage()
    for heading, under in groupby(passages, key=lambda passage: passage.heading):
        page.heading(heading or "Before the first heading")
        for passage in under:
            page.raw(f"{passage.position:>3}  {passage.digest}  {_opening(passage.text)}")
    if not passages:
        page.line("The document has no passage.")
    return page
