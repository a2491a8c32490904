"""``cimscore assess``: what follows from a case."""

from __future__ import annotations

import argparse
from typing import Any

import attrs

from cimscore.assessment import Decision, assessment_document, only_record, trace_of
from cimscore.assessment.page.together import pages_of_case
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Assessed, assess_case
from cimscore.cli.loading import case_as_typed
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import page_width
from cimscore.errors import UnknownNameError
from cimscore.reasoning.claims.told import Decided


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser)
    parser.add_argument(
        "--all",
        action="store_true",
        help="not the first page alone: every conclusion with its clauses, every duty, what to write to answer each "
        "question, and the receipt",
    )
    parser.add_argument(
        "--record",
        metavar="NAME",
        default="",
        help="only this record, with everybody in it: its address, such as notification:north, or what it is of",
    )
    parser.add_argument("--ids", action="store_true", help="tell addresses, for `cimscore explain CASE ADDRESS`")
    parser.add_argument(
        "--trace",
        action="store_true",
        help="with --json: also why each conclusion and clock holds, by which conditions, clauses and answers",
    )
    parser.add_argument(
        "--require-decided", action="store_true", help="end with exit code 3 unless every decision is final"
    )


def _run(arguments: argparse.Namespace) -> Exit:
    assessed = assess_case(arguments)
    if arguments.record:
        assessed = _only(assessed, arguments.record)
    assessment = assessed.assessment
    if arguments.json:
        show_json(_document(assessed, trace=arguments.trace), by_line=True)
    else:
        show(_pages(assessed, arguments))
    undecided = arguments.require_decided and not assessment.final
    return Exit.UNDECIDED if undecided and assessed.exit is Exit.DONE else assessed.exit


def _only(assessed: Assessed, record: str) -> Assessed:
    """Return what was decided of one record, by each program that has it.

    Raises:
        UnknownNameError: No program has it.
    """
    found, unknown = list[tuple[Decision, Decision, Decided]](), list[UnknownNameError]()
    for told, (whole, decided) in zip(assessed.assessment.decisions, assessed.decided, strict=True):
        try:
            found.append((only_record(told, record), only_record(whole, record), decided))
        except UnknownNameError as error:
            unknown.append(error)
    if unknown and not found:
        raise unknown[0]
    assessment = attrs.evolve(assessed.assessment, decisions=tuple(told for told, _, _ in found))
    return attrs.evolve(assessed, assessment=assessment, decided=tuple((whole, decided) for _, whole, decided in found))


def _document(assessed: Assessed, *, trace: bool) -> dict[str, Any]:
    assessment = assessed.assessment
    document = assessment_document(assessment.case, assessment.decisions, assessment.failures)
    if trace:
        for plain, (decision, decided) in zip(document["decisions"], assessed.decided, strict=True):
            plain["trace"] = trace_of(decision, decided, assessed.words(decided))
    return document


def _pages(assessed: Assessed, arguments: argparse.Namespace) -> str:
    return pages_of_case(
        assessed.assessment,
        assessed.rulebook,
        every=arguments.all,
        ids=arguments.ids,
        bounded=not arguments.record,
        file=case_as_typed(arguments),
        width=page_width(),
    )


COMMAND = Command(
    teaches="For each program, on one page: what is to be recorded and for whom, the clocks in order of time with "
    "their state, what to do next, and what is open: which question, what is worked with until it is answered, and "
    "what each other answer would change. What is certain is so whichever way everything open is answered. Open "
    "questions are no error.",
    example="cimscore assess examples/two-homes.yaml",
    options=_options,
    run=_run,
)
