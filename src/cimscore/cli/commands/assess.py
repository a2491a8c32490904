"""``cimscore assess``: what follows from a case."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import assess_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.report import assessment_page
from cimscore.wire import assessment_document


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "--require-decided",
        action="store_true",
        help="end with exit code 3 while anything is open or rests on a proposal",
    )


def _run(arguments: argparse.Namespace) -> Exit:
    assessed = assess_case(arguments)
    if arguments.json:
        show_json(assessment_document(assessed.assessment))
    else:
        show(assessment_page(assessed))
    undecided = arguments.require_decided and not assessed.assessment.decided
    return Exit.UNDECIDED if undecided and assessed.exit is Exit.DONE else assessed.exit


COMMAND = Command(
    teaches="For each program: scope, editions, the records to be made with their people, concerns, duties and due "
    "dates, each with the clauses it rests on; then every open question with who decides it, what to weigh, what to "
    "write into the document, and what each answer leads to. Open questions are no error.",
    example="cimscore assess examples/two-homes.yaml",
    options=_options,
    run=_run,
)
