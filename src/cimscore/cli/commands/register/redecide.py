"""``cimscore register redecide``: what another edition or reading would move, over the whole register."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from typing import Any

from cimscore.cli.commands.register.opening import add_register, opened
from cimscore.cli.exits import Exit
from cimscore.cli.options import add_json, pair_of
from cimscore.cli.output import show
from cimscore.cli.page import TextPage
from cimscore.cli.streams import progress
from cimscore.wire import to_plain


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the editions and readings, and output for machines: a line for each case that moves."""
    add_register(parser)
    for name, shape, says in (
        ("--edition", "SOURCE=EDITION", "let this edition hold"),
        ("--reading", "ID=VALUE", "read an unclear point this way"),
    ):
        parser.add_argument(
            name, metavar=shape, action="append", default=[], type=pair_of(shape),
            help=f"{says}; may be given several times",
        )  # fmt: skip
    add_json(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Decide each case twice, and write what moves as it is found. Nothing of it is kept."""
    clauses, done, moving, unread = Counter[str](), 0, 0, 0
    found = opened(arguments).redecided(editions=dict(arguments.edition), readings=dict(arguments.reading))
    for done, case in enumerate(found, 1):
        progress(f"cases decided: {done}")
        clauses.update(clause for moved in case.moved for clause in moved.clauses or ("no clause of its own",))
        moving, unread = moving + bool(case.moved), unread + bool(case.problem)
        if case.moved or case.problem:
            sys.stdout.write(f"{json.dumps(to_plain(case))}\n") if arguments.json else show(_told(case))
    if not arguments.json:
        show(_summary(clauses, done, moving, unread))
    return Exit.DOCUMENT if unread else Exit.DONE


def _told(case: Any) -> TextPage:
    page = TextPage()
    page.line(f"Case {case.case}{f': it cannot be decided. {case.problem}' if case.problem else ''}")
    for moved in case.moved:
        by = f" [{'; '.join(moved.clauses)}]" if moved.clauses else ""
        page.line(f"{moved.address}: {moved.before or 'nothing'} -> {moved.after or 'nothing'}{by}", mark="-")
    return page


def _summary(clauses: Counter[str], done: int, moving: int, unread: int) -> TextPage:
    page = TextPage()
    page.blank()
    cannot = f" {unread} cannot be decided." if unread else ""
    page.line(f"Cases decided a second time: {done}. Cases that move: {moving}.{cannot}")
    if clauses:
        page.heading("What moves, by clause")
    for clause, count in sorted(clauses.items()):
        page.line(f"{clause}: {count}", mark="-")
    return page
