"""``cimscore sensitivity``: which unclear points of the sources would change a case."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import assess_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.report.context import cited, context_for
from cimscore.cli.report.questions import difference_in_words
from cimscore.wire import to_plain


def _run(arguments: argparse.Namespace) -> Exit:
    assessed = assess_case(arguments)
    found = assessed.assessment.sensitivity()
    if arguments.json:
        show_json(to_plain(found))
        return assessed.exit
    context = context_for(assessed)
    if not found:
        context.page.line("No other reading of an unclear point would change this case.")
    for one in found:
        clauses = assessed.rulebook.interpretations[one.interpretation].clauses
        context.page.blank()
        context.page.line(f"{one.interpretation}: {one.question}{cited(clauses)}")
        context.page.line(f"Taken: {one.taken}. By {one.other}: {one.meaning}", 1)
        for difference in one.changes:
            context.page.line(difference_in_words(context, difference), 2, mark="-")
    show(context.page)
    return assessed.exit


COMMAND = Command(
    teaches="Where a source can be read in several ways, one reading is taken. This shows every other reading that "
    "would change something here, and what. Choose another with --reading ID=VALUE.",
    example="cimscore sensitivity examples/two-homes.yaml",
    options=add_assessing,
    run=_run,
)
