"""``cimscore explain``: every finding with its trace, or why a rule does not apply."""

from __future__ import annotations

import argparse

from cimscore.assessment import explained_outcome
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import assess_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import STEP, Page
from cimscore.wire import assessment_document, outcome_document


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "--why-not",
        nargs=2,
        metavar=("RULE", "ABOUT"),
        help="only this rule (program/topic/rule) on this thing (its address): why it applies or does not",
    )


def _run(arguments: argparse.Namespace) -> Exit:
    assessed = assess_case(arguments)
    assessment = assessed.assessment
    outcome = assessment.why_not(*arguments.why_not) if arguments.why_not else None
    if arguments.json:
        show_json(outcome_document(outcome) if outcome else assessment_document(assessment))
    else:
        show(_page(explained_outcome(outcome) if outcome else assessment.explain()))
    return assessed.exit


def _page(trace: str) -> Page:
    """A trace with its long lines wrapped, each below its own beginning."""
    page = Page()
    for line in trace.splitlines():
        bare = line.lstrip(" ")
        page.line(bare, (len(line) - len(bare)) // STEP)
    return page


COMMAND = Command(
    teaches="Every finding with its rule, its clauses, each condition tested with its value, the facts read, the "
    "reading taken where the text is unclear, and what it is subject to. With --why-not, one rule on one thing, also "
    "where it does not arise; `cimscore rules` lists the rules.",
    example="cimscore explain examples/two-homes.yaml --why-not qld-child-safety/records/one-notification north",
    options=_options,
    run=_run,
)
