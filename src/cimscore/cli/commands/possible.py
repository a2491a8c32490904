"""``cimscore possible``: what each answer to an open question leads to."""

from __future__ import annotations

import argparse

from cimscore.assessment import Asked, Possibility
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import assess_case, with_progress
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.report.context import Context, cited, context_for
from cimscore.cli.report.questions import write_possibilities
from cimscore.wire import to_plain


def _run(arguments: argparse.Namespace) -> Exit:
    assessed = assess_case(arguments)
    context = context_for(assessed)
    found = [
        (asked, assessed.assessment.possible(asked.question.address))
        for asked in with_progress(context.asked, "What answers lead to")
    ]
    if arguments.json:
        show_json({asked.question.address: to_plain(possible) for asked, possible in found})
    else:
        _write(context, found)
        show(context.page)
    return assessed.exit


def _write(context: Context, found: list[tuple[Asked, tuple[Possibility, ...]]]) -> None:
    if not found:
        context.page.line("No question is open.")
    for number, (asked, possible) in enumerate(found, 1):
        context.page.blank()
        context.page.line(f"{asked.question.text}{cited(asked.clauses)}", mark=f"{number}.")
        context.page.line(asked.question.address, 1)
        if possible:
            write_possibilities(context, asked, possible)
        else:
            context.page.line("Its answers are too many to list.", 1)


COMMAND = Command(
    teaches="The case is decided again with each answer added to each open question, one at a time: what is gained, "
    "lost or changed against the case as it stands, and what is asked then.",
    example="cimscore possible examples/two-homes.yaml",
    options=add_assessing,
    run=_run,
)
