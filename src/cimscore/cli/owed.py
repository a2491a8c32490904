"""The due list of several cases, for the commands that write it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cimscore.assessment import Assessment, DecisionState
from cimscore.assessment.decision.words import begun
from cimscore.assessment.documents.due_list import MayStart, Owed, due_document, due_list, may_start
from cimscore.cli.exits import Exit
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage


def show_owed(assessments: Sequence[Assessment], *, as_json: bool) -> Exit:
    """Write what is due in cases, in order of time, and return the exit code.

    Args:
        assessments: What was decided of each case.
        as_json: Whether it is for machines.
    """
    decisions = [decision for assessment in assessments for decision in assessment.decisions]
    owed, starts = due_list(decisions), may_start(decisions)
    failures = [(assessment.case, failure) for assessment in assessments for failure in assessment.failures]
    if as_json:
        show_json(due_document(owed, starts, failures), by_line=True)
    else:
        show(_page(owed, starts, assessments))
    return Exit.FAILED if failures else Exit.DONE


def _page(owed: Iterable[Owed], starts: Iterable[MayStart], assessments: Sequence[Assessment]) -> TextPage:
    page, every = TextPage(), tuple(owed)
    late = [act for act in every if act.overdue]
    ahead = [act for act in every if not act.overdue]
    for title, found in (
        ("Overdue, or perhaps so", late),
        ("Due, in order of time", [act for act in ahead if act.dated]),
        ("Without a day yet", [act for act in ahead if not act.dated]),
    ):
        _write(page, title, (f"{begun(act.says)}. Case {act.case}, {act.program}." for act in found))
    _write(
        page, "What an answer may make due besides",
        (f"{start.says} Case {start.case}, {start.program}." for start in starts),
    )  # fmt: skip
    _write(
        page, "Not decided yet, so that more may be due",
        (f"Case {decision.case}, {decision.program}: {' '.join(decision.because)}" for assessment in assessments
         for decision in assessment.decisions if decision.state is DecisionState.INCOMPLETE),
    )  # fmt: skip
    _write(
        page, "Failures: the program of each has decided nothing",
        (f"case {assessment.case}: {failure}" for assessment in assessments for failure in assessment.failures),
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
