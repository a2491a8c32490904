"""A case of a register as a person is told of it: its records, and what was done."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from cimscore.cli.commands.register.opening import keep_back_of
from cimscore.cli.exits import Exit
from cimscore.cli.output import show
from cimscore.cli.page import TextPage

if TYPE_CHECKING:
    from cimscore.register import RecordStanding, Register, Stood


def told_of(register: Register, stood: Stood, record: str = "") -> TextPage:
    """Return a case in short: its version, and each record, or one, with its state and what may follow."""
    page = TextPage()
    page.line(f"Case {stood.case.id}, version {stood.history.version}")
    for standing in register.records(stood):
        if record in ("", standing.name):
            page.line(_record(standing), mark="-")
    return page


def history_told(stood: Stood) -> TextPage:
    """Return what was done of a case, in order."""
    page = TextPage()
    page.heading("What was done")
    for act in stood.history.acts:
        page.line(f"{act.known:%Y-%m-%d %H:%M} UTC, {act.by.person}, {act.by.role}: {act.says}", mark="-")
    return page


def taken_told(register: Register, stood: Stood, arguments: argparse.Namespace) -> Exit:
    """Tell how the record that was named stands after a step, and return the exit code."""
    keep_back_of(stood, arguments)
    show(told_of(register, stood, arguments.record))
    return failures_told(stood)


def failures_told(stood: Stood) -> Exit:
    """Say on standard error what went wrong in a plugin, and return the exit code."""
    for failure in stood.failures:
        sys.stderr.write(f"cimscore: {failure}\n")
    return Exit.FAILED if stood.failures else Exit.DONE


def _record(record: RecordStanding) -> str:
    if record.workflow is None:
        return f"{record.name} ({record.program}): its program has no workflow for it"
    held = f"with {record.owner}" if record.owner else "with nobody yet"
    offered = f", handed over to {record.offered_to} and not answered" if record.offered_to else ""
    by = {move.move: " or ".join(move.by) for move in record.leading_on}
    may = (f"{move} ({roles})" if roles else move for move, roles in by.items())
    return f"{record.name} ({record.program}): {record.state}, {held}{offered}. Next: {', '.join(may) or 'nothing'}"
