"""``cimscore readings``: unclear points of the sources, with every reading and the one taken."""

from __future__ import annotations

import argparse
from typing import Any

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import chosen_programs
from cimscore.cli.options import add_listing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import Page
from cimscore.policy import Interpretation
from cimscore.wire import to_plain


def _run(arguments: argparse.Namespace) -> Exit:
    chosen = chosen_programs(arguments)
    found = {f"{one.program.id}/{it.id}": it for one in chosen for it in one.declared.interpretations}
    if arguments.json:
        show_json([{**to_plain(it), "id": name} for name, it in sorted(found.items())])
        return Exit.DONE
    page = Page()
    for name, it in sorted(found.items()):
        _write(page, name, it)
    show(page)
    return Exit.DONE


def _write(page: Page, name: str, it: Interpretation[Any]) -> None:
    page.blank()
    page.line(name)
    page.line(f"{it.question} [{'; '.join(it.clauses)}]", 1)
    for reading, meaning in it.readings.items():
        taken = " (taken)" if reading == it.taken else ""
        page.line(f"{reading}{taken}: {meaning}", 1, mark="-")
    page.line(f"Why: {it.because}", 1)


COMMAND = Command(
    teaches="Choose another with --reading ID=VALUE; `cimscore sensitivity CASE` shows which would change a case.",
    example="cimscore readings --program qld-child-safety",
    options=add_listing,
    run=_run,
)
