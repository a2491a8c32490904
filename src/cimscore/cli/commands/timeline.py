"""``cimscore timeline``: the editions of each source, and what changed with them."""

from __future__ import annotations

import argparse
from pathlib import Path

from cimscore.cli.beside import beside, plain_beside, write_beside
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.policy import PolicyEdition
from cimscore.wire import to_plain


def _options(parser: argparse.ArgumentParser) -> None:
    add_listing(parser)
    parser.add_argument(
        "--edition", metavar="ID", dest="editions", action="append", default=[],
        help="give two, such as 2024-06 or vic@2024-06, to see them side by side, clause by clause",
    )  # fmt: skip
    parser.add_argument(
        "--sources", metavar="DIR", type=Path,
        help="the policy texts, to show the source's own words below ours, side by side",
    )  # fmt: skip


def _run(arguments: argparse.Namespace) -> Exit:
    if arguments.editions:
        return _side_by_side(arguments)
    chosen = chosen_programs(arguments)
    sources = [(program.program.id, source) for program in chosen for source in program.declared.sources]
    if arguments.json:
        kept = ("id", "title", "publisher", "document", "held", "editions")
        show_json([{"program": id, **{key: to_plain(source)[key] for key in kept}} for id, source in sources])
        return Exit.DONE
    page = TextPage()
    for id, source in sources:
        page.heading(f"{source.id}: {source.title} ({id})")
        page.line(f"{source.publisher}; {source.document}{'' if source.held else ' (not at hand)'}")
        for edition in source.editions:
            _write(page, edition)
    show(page)
    return Exit.DONE


def _side_by_side(arguments: argparse.Namespace) -> Exit:
    source, found, held = beside(arguments)
    if arguments.json:
        show_json([plain_beside(beside, held) for beside in found])
        return Exit.DONE
    page = TextPage()
    write_beside(page, source, found, held)
    show(page)
    return Exit.DONE


def _write(page: TextPage, edition: PolicyEdition) -> None:
    page.blank()
    page.line(f"{edition.id}: {edition.title}", mark="*")
    page.line(f"{_window(edition)}.", 1)
    if not edition.encoded:
        page.line(f"{edition.gap.removesuffix('.') or 'Known to exist; none of its clauses are at hand'}.", 1)
    elif not edition.complete:
        page.line("Known in part: where it is silent, the answer is not in the source.", 1)
    for change in edition.changes:
        page.line(change, 1, mark="-")


def _window(edition: PolicyEdition) -> str:
    if edition.from_known_only_to:
        begins = f"In force from a day in {edition.from_known_only_to} that is not known"
    else:
        begins = f"In force from {edition.from_}" if edition.from_ else "In force from a day that is not known"
    return f"{begins}, no longer on {edition.until}" if edition.until else begins


COMMAND = Command(
    teaches="Which edition holds for a case is itself decided by rules, and `cimscore assess` says which and why. With "
    "two --edition it shows what the later one says that the earlier did not, clause by clause.",
    example="cimscore timeline --program vic-cims",
    options=_options,
    run=_run,
)
