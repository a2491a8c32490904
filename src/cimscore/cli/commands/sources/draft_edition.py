"""``cimscore sources draft-edition``: the next edition's folder, from the page that took the place of a source."""

from __future__ import annotations

import argparse
import datetime as dt
import re
from pathlib import Path
from typing import Final

from cimscore.cli.commands.sources.named import NothingNamedError, add_documents, held, how_to_name
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.cli.tracing import writing
from cimscore.errors import CimsError
from cimscore.ids import is_id
from cimscore.traceability.sources import DraftedEdition, drafted

_MONTH: Final = re.compile(r"\d{4}-(0[1-9]|1[0-2])")


class UndraftableError(CimsError):
    """An edition cannot be drafted as it was asked for: name what is missing."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the page, the edition and where its folder goes."""
    add_documents(parser)
    parser.add_argument("--edition", metavar="ID", required=True, help="the edition's id, such as 2026-01-01")
    parser.add_argument(
        "--from", metavar="DAY", dest="begins", default="",
        help="its first day in force, or the month where no more is known (default: the edition's id)",
    )  # fmt: skip
    parser.add_argument(
        "--out", metavar="DIR", required=True, type=Path,
        help="the folder of the policy files: the edition is written to DIR/SOURCE/EDITION, which must not be there",
    )  # fmt: skip
    parser.add_argument(
        "--words", action="store_true",
        help="put the page's own words beside what is to be read, for a copy that you keep to yourselves",
    )  # fmt: skip


def run(arguments: argparse.Namespace) -> Exit:
    """Write the folder, and tell what is left to read in it."""
    begins = _begins(arguments.begins or arguments.edition)
    rulebook = load_rulebook()
    if len(arguments.named) != 1:
        how = how_to_name(rulebook)
        raise NothingNamedError(f"One edition is drafted at a time. Name the page it is drafted from: {how}.")
    ((source, found),) = held(arguments, rulebook).successors.items()
    folder = arguments.out / source / arguments.edition
    if not is_id(arguments.edition) or folder.exists():
        why = f"{folder} is already there" if folder.exists() else f"{arguments.edition!r} is no id"
        raise UndraftableError(f"{why}. Name another edition, such as --edition 2026-01-01.")
    last = found.source.editions[-1]
    if str(begins) <= str(last.may_begin or "")[: len(str(begins))]:
        raise UndraftableError(f"It would begin {begins}, and {last.id} begins {last.may_begin}. Give a later --from.")
    if not found.headings:
        raise UndraftableError("The page has no heading that can be told. Mark its headings with # and save it as .md.")
    edition = drafted(found, rulebook.clauses.values(), begins=begins, words=arguments.words)
    _write(folder, edition)
    if arguments.json:
        show_json({"folder": str(folder), "stays": edition.stays, "changed": edition.changed,
                   "gone": edition.gone, "new": edition.new})  # fmt: skip
    else:
        show(_page(folder, edition))
    return Exit.DONE


def _begins(typed: str) -> dt.date | str:
    """Return the first day, or the month.

    Raises:
        UndraftableError: It is neither.
    """
    if _MONTH.fullmatch(typed):
        return typed
    try:
        return dt.date.fromisoformat(typed)
    except ValueError:
        hint = "Give the first day in force as --from 2026-01-01, or the month as --from 2026-01."
        raise UndraftableError(f"{typed!r} is neither a day nor a month. {hint}") from None


def _write(folder: Path, edition: DraftedEdition) -> None:
    with writing(str(folder)):
        folder.mkdir(parents=True)
        for name, text in edition.files.items():
            (folder / name).write_text(text, encoding="utf-8")


def _page(folder: Path, edition: DraftedEdition) -> TextPage:
    page = TextPage()
    page.line(f"Drafted: {folder}")
    for what, found, where in (
        ("Clauses that stay as they are", edition.stays, "moved.toml says where they stand now"),
        ("Clauses to read again, since their passage changed", edition.changed, "changed.toml"),
        ("Passages to read that are new", edition.new, "new.toml"),
        ("Clauses that are gone", edition.gone, "edition.toml"),
    ):
        written = where.partition(" ")[0] in edition.files
        page.line(f"{what}: {len(found)} ({where})." if found and written else f"{what}: {len(found)}.")
    if edition.unread:
        page.line(f"Lines before the first heading, which are left out: {edition.unread}.")
    page.line("What is to be read counts as not covered: `cimscore coverage` lists it until it is done.")
    return page
