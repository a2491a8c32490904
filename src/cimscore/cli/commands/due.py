"""``cimscore due``: what is due in one case or many, in order of time."""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Sequence

from cimscore.assessment import DecisionState
from cimscore.assessment.decision.words import begun
from cimscore.assessment.documents.due_list import MayStart, Owed, due_document, due_list, may_start
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import Assessed, assess_opened, open_case
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_assessing
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser, several=True)


def _run(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    assessed = [
        assess_opened(open_case(named, rulebook), named)
        for named in (argparse.Namespace(**{**vars(arguments), "case": case}) for case in dict.fromkeys(arguments.case))
    ]
    decisions = [decision for of_case in assessed for decision in of_case.assessment.decisions]
    owed, starts = due_list(decisions), may_start(decisions)
    failures = [(of_case.case.id, failure) for of_case in assessed for failure in of_case.assessment.failures]
    if arguments.json:
        show_json(due_document(owed, starts, failures), by_line=True)
    else:
        show(_page(owed, starts, assessed))
    return Exit.FAILED if failures else Exit.DONE


def _page(owed: Iterable[Owed], starts: Iterable[MayStart], assessed: Sequence[Assessed]) -> TextPage:
    page, every = TextPage(), tuple(owed)
    late = [act for act in every if act.overdue]
    ahead = [act for act in every if not act.overdue]
    for title, found in (
        ("Overdue, or perhaps so", late),
        ("Due, in order of time", [act for act in ahead if act.dated]),
        ("Without a day yet", [act for act in ahead if not act.dated]),
    ):
        _write(page, title, (f"{begun(act.says, ())}. Case {act.case}, {act.program}." for act in found))
    _write(
        page, "What an answer may make due besides",
        (f"{begun(start.act, ())}{f', from {start.soonest} on' if start.soonest else ''}: {start.asks} "
         f"Case {start.case}, {start.program}." for start in starts),
    )  # fmt: skip
    _write(
        page, "Not decided yet, so that more may be due",
        (f"Case {decision.case}, {decision.program}: {' '.join(decision.because)}" for of_case in assessed
         for decision in of_case.assessment.decisions if decision.state is DecisionState.INCOMPLETE),
    )  # fmt: skip
    _write(
        page, "Failures: the program of each has decided nothing",
        (f"case {of_case.case.id}: {failure}" for of_case in assessed for failure in of_case.assessment.failures),
    )  # fmt: skip
    if not page.lines:
        page.line("Nothing is due.")
    elif any(act.dated and not act.clock.states for act in ahead):
        page.blank()
        page.line("Which run and which are overdue: the same command with --at now")
    return page


def _write(page: TextPage, title: str, lines: Iterable[str]) -> None:
    every = tuple(lines)
    if every:
        page.heading(title)
    for line in every:
        page.line(line, mark="-")


COMMAND = Command(
    teaches="Of one case document or of many, by every program that each names. An act on which two programs set a "
    "limit is told once for each, with the other's day, and which of the two is stricter. What is done is left out; "
    "what has no day yet, and what an answer may make due besides, comes last.",
    example="cimscore due examples/two-homes.yaml examples/december-gap.yaml --at 2025-03-10",
    options=_options,
    run=_run,
)
