"""``cimscore compare``: one case under two editions, and what differs."""

from __future__ import annotations

import argparse

from cimscore.assessment import Comparison, compare
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Assessed, open_case
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.report.context import context_for
from cimscore.cli.report.questions import difference_in_words
from cimscore.errors import CimsError
from cimscore.wire import to_plain


class ComparisonError(CimsError):
    """A comparison was asked for without two editions of one program: name them."""


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "--edition",
        metavar="ID",
        dest="editions",
        action="append",
        required=True,
        help="an edition; give two, which `cimscore timeline` lists",
    )


def _run(arguments: argparse.Namespace) -> Exit:
    opened = open_case(arguments)
    programs = arguments.programs or list(opened.case.programs)
    if len(arguments.editions) != 2 or len(programs) != 1:
        given = f"{len(arguments.editions)} editions and {len(programs)} programs"
        raise ComparisonError(f"compare takes two --edition and one --program, and was given {given}")
    choices = {"at": arguments.at, "readings": dict(arguments.readings)}
    found = compare(opened.case, opened.rulebook, programs[0], *arguments.editions, **choices)
    assessed = Assessed(rulebook=opened.rulebook, case=opened.case, assessment=found.one)
    if arguments.json:
        show_json({"source": found.source, "editions": arguments.editions, "differences": to_plain(found.differences)})
    else:
        _show(assessed, found, arguments.editions)
    return assessed.exit


def _show(assessed: Assessed, found: Comparison, editions: list[str]) -> None:
    context = context_for(assessed)
    context.page.line(f"{found.source}: edition {editions[0]}, and then edition {editions[1]}.")
    for difference in found.differences:
        context.page.line(difference_in_words(context, difference), mark="-")
    if not found.differences:
        context.page.line("Nothing differs.")
    for edition, one in zip(editions, (found.one, found.other), strict=True):
        asked = [it.question.address for it in one.open_questions]
        context.page.line(f"Open under {edition}: {', '.join(asked) or 'nothing'}.")
    show(context.page)


COMMAND = Command(
    teaches="Which edition holds is decided by rules. Here two are chosen by hand for the same case, to see what "
    "a change of the policy changes for it.",
    example="cimscore compare examples/december-gap.yaml --edition 2024-06 --edition 2024-12",
    options=_options,
    run=_run,
)
