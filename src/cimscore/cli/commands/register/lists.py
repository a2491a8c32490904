"""The lists of a register as a person reads them, and what is asked of them."""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from cimscore.assessment.decision.words import begun
from cimscore.case.kept import HOW_TO_SHOW
from cimscore.cli.options import moment
from cimscore.cli.page import TextPage
from cimscore.cli.streams import tell

if TYPE_CHECKING:
    from cimscore.register import ListPart

FIRST: Final = 100


def add_instant(parser: argparse.ArgumentParser) -> None:
    """Add the moment against which the lists are held."""
    parser.add_argument(
        "--at", metavar="TIME", type=_instant, help="the moment to hold it against: a time with its offset, or now"
    )


def add_first(parser: argparse.ArgumentParser) -> None:
    """Add how much of each part is told."""
    parser.add_argument(
        "--first", metavar="NUMBER", type=_first, default=FIRST,
        help=f"how many of each part are told; JSON tells all (default: {FIRST})",
    )  # fmt: skip


def _first(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not a number")
    return int(text)


def write_parts(page: TextPage, parts: Iterable[ListPart]) -> None:
    """Write each part with how much is in it, and its items, or the first of them."""
    every = tuple(parts)
    for part in every:
        page.heading(f"{part.title}: {part.count}")
        for item in part.items:
            end = "" if item.says.endswith((".", "?")) or not item.says else "."
            page.line(f"{begun(item.says) or item.thing}{end} Case {item.case}, {item.program}.", mark="-")
        if part.count > len(part.items):
            page.line(f"and {part.count - len(part.items)} more: --first {part.count}", mark="-")
    if any(item.hides for part in every for item in part.items):
        page.blank()
        page.line(HOW_TO_SHOW)


def tell_parts_kept(parts: Iterable[ListPart]) -> None:
    """Say on standard error that something is kept back, where the output itself has no room for a sentence."""
    if any(item.hides for part in parts for item in part.items):
        tell(f"cimscore: {HOW_TO_SHOW}\n")


def _instant(text: str) -> dt.datetime:
    found = moment(text).instant
    if found is None:
        raise argparse.ArgumentTypeError(f"{text!r} is a day: say the time, too, with its offset; or now")
    return found
