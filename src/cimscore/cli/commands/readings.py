"""``cimscore readings``: unclear points of the sources, with every reading and the one taken."""

from __future__ import annotations

import argparse
from typing import Any

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import own_by_name
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.rules import Reading


def _run(arguments: argparse.Namespace) -> Exit:
    found = own_by_name(arguments, Reading)
    if arguments.json:
        show_json([_plain(name, reading) for name, reading in found.items()])
        return Exit.DONE
    page = TextPage()
    for name, reading in found.items():
        _write(page, name, reading)
    show(page)
    return Exit.DONE


def _plain(name: str, reading: Reading[Any]) -> dict[str, object]:
    return {
        "id": name,
        "question": reading.question,
        "readings": {str(member): meaning for member, meaning in reading.readings.items()},
        "taken": str(reading.taken),
        "because": reading.because,
        "clauses": list(reading.clauses),
        "ambiguities": list(reading.ambiguities),
        "noted": reading.noted,
        "under": "" if reading.under is None else f"{reading.under[0].id}={reading.under[1]}",
    }


def _write(page: TextPage, name: str, reading: Reading[Any]) -> None:
    page.blank()
    page.line(name)
    page.line(f"{reading.question} [{'; '.join(reading.clauses)}]", 1)
    for member, meaning in reading.readings.items():
        taken = " (taken)" if member == reading.taken else ""
        page.line(f"{member}{taken}: {meaning}", 1, mark="-")
    page.line(f"Why: {reading.because}", 1)
    if reading.noted:
        page.line("It is noted: no rule reads it, so that no other can be chosen.", 1)
    if reading.under is not None:
        page.line(f"It matters only where {reading.under[0].id} is read as {reading.under[1]}.", 1)


COMMAND = Command(
    teaches="Choose another with --reading ID=VALUE, save for those that are noted, which no rule reads; "
    "`cimscore sensitivity CASE` shows which would change a case.",
    example="cimscore readings --program qld-child-safety",
    options=add_listing,
    run=_run,
)
