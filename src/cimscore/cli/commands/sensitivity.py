"""``cimscore sensitivity``: which unclear points of the sources would change a case."""

from __future__ import annotations

import argparse
from typing import Any

from cimscore.assessment import Sensitivity, sensitivity_of
from cimscore.cli.changes import plain_changes, write_changes
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import assess_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage


def _run(arguments: argparse.Namespace) -> Exit:
    assessed = assess_case(arguments)
    found = [
        sensitive for _, decided in assessed.decided for sensitive in sensitivity_of(decided, assessed.words(decided))
    ]
    if arguments.json:
        show_json([_plain(sensitive) for sensitive in found])
    else:
        show(_page(found))
    assessed.tell_failures()
    return assessed.exit


def _page(found: list[Sensitivity]) -> TextPage:
    page = TextPage()
    for kind, heading in (
        ("reading", "Unclear points of the sources, read otherwise"),
        ("granted", "What is taken for granted, were it otherwise"),
    ):
        told = [sensitive for sensitive in found if sensitive.kind == kind]
        if told:
            page.heading(heading)
        for sensitive in told:
            _write(page, sensitive)
    if not found:
        page.line("No other reading of an unclear point would change this case.")
    return page


def _write(page: TextPage, sensitivity: Sensitivity) -> None:
    page.blank()
    clauses = f" [{'; '.join(sensitivity.clauses)}]" if sensitivity.clauses else ""
    page.line(f"{sensitivity.address}: {sensitivity.asks}{clauses}")
    other = (
        f"--reading {sensitivity.address}={sensitivity.other}: {sensitivity.meaning}"
        if sensitivity.kind == "reading"
        else sensitivity.meaning
    )
    page.line(f"Taken: {sensitivity.taken}", 1)
    page.line(f"Otherwise: {other}", 1)
    write_changes(page, sensitivity.changes, 2)


def _plain(sensitivity: Sensitivity) -> dict[str, Any]:
    return {
        "address": sensitivity.address,
        "kind": sensitivity.kind,
        "asks": sensitivity.asks,
        "taken": sensitivity.taken,
        "other": sensitivity.other,
        "meaning": sensitivity.meaning,
        "clauses": list(sensitivity.clauses),
        **plain_changes(sensitivity.changes),
    }


COMMAND = Command(
    teaches="Where a source can be read in several ways, one reading is taken; and some things are taken for granted "
    "where a document is silent. This shows every other reading, and every other answer, that would change something "
    "here, and what. Choose another reading with --reading ID=VALUE.",
    example="cimscore sensitivity examples/two-homes.yaml",
    options=add_assessing,
    run=_run,
)
