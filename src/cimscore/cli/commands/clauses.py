"""``cimscore clauses``: what the sources say, in plain words."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.policy import Clause
from cimscore.wire import to_plain


def _run(arguments: argparse.Namespace) -> Exit:
    clauses = [clause for program in chosen_programs(arguments) for clause in program.declared.clauses]
    if arguments.json:
        show_json(to_plain(clauses))
        return Exit.DONE
    page = TextPage()
    for clause in clauses:
        _write(page, clause)
    show(page)
    return Exit.DONE


def _write(page: TextPage, clause: Clause) -> None:
    page.blank()
    page.line(f"{clause.id}: {clause.title or clause.disposition}")
    page.line(clause.text, 1)
    page.line(f"{_about(clause)}{clause.disposition}", 1)
    page.line(f"{clause.source}, {clause.locator}; edition {', '.join(clause.editions)}", 1)
    if clause.reason:
        page.line(f"because {clause.reason}", 1)
    if clause.missing:
        page.line(f"what is missing: {clause.missing}", 1)
    if clause.question:
        page.line(f"asked as {clause.question}", 1)
    if clause.confidence:
        page.line(f"known with {clause.confidence} confidence: the document itself is not at hand", 1)


def _about(clause: Clause) -> str:
    """Return whom or what a clause is about and how strongly it binds, before its disposition."""
    bound = f" {clause.modality}" if clause.modality else ""
    return f"{clause.subject}{bound}; " if clause.subject else ""


COMMAND = Command(
    teaches="Stated in our own words, with the place in the source. Every clause is encoded, as a whole or in "
    "part, left to a person, guidance, or out of scope with a reason.",
    example="cimscore clauses --program qld-child-safety",
    options=add_listing,
    run=_run,
)
