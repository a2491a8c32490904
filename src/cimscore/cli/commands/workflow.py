"""``cimscore workflow``: every move in every state by every role, with what the sources say of it."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.rulebook import rulings, rulings_table
from cimscore.wire import to_plain


def _run(arguments: argparse.Namespace) -> Exit:
    found = [
        (program.program.id, workflow)
        for program in chosen_programs(arguments)
        for workflow in program.declared.workflows
    ]
    if arguments.json:
        named = (
            {"program": owner, "id": workflow.id, "kind": workflow.kind, "title": workflow.title}
            for owner, workflow in found
        )
        tables = (to_plain(tuple(rulings(workflow))) for _, workflow in found)
        show_json([{**name, "rulings": table} for name, table in zip(named, tables, strict=True)])
        return Exit.DONE
    for owner, workflow in found:
        show(f"{workflow.title} ({owner}/{workflow.id})\n\n{rulings_table(workflow)}\n")
    if not found:
        show("No program chosen declares a workflow.\n")
    return Exit.DONE


COMMAND = Command(
    teaches="A move is legal or illegal by a clause, or not in the source; nothing is made up in between.",
    example="cimscore workflow --program vic-cims",
    options=add_listing,
    run=_run,
)
