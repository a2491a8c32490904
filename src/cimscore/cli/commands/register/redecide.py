"""``cimscore register redecide``: what another edition or reading would move, over the whole register."""

from __future__ import annotations

import argparse
import sys
from collections import Counter

from cimscore.cli.commands.register.opening import add_register, library, opened
from cimscore.cli.exits import Exit
from cimscore.cli.many import WORST
from cimscore.cli.options import add_json, pair_of
from cimscore.cli.output import show
from cimscore.cli.page import TextPage
from cimscore.cli.sides import NothingToCompareError
from cimscore.cli.streams import progress
from cimscore.many import Choices
from cimscore.many.impact import ImpactRow, compare_many
from cimscore.many.impact.comparing import MOVES, SAME


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
    """Decide each case twice, and write what moves as it is found. Nothing of it is kept.

    Raises:
        NothingToCompareError: No edition and no reading is named.
    """
    if not arguments.edition and not arguments.reading:
        raise NothingToCompareError(
            "There is nothing to compare. Name --edition or --reading. After a new version of a program, "
            "`cimscore register verify REGISTER --lists` names a case that it decides otherwise than the lists say."
        )
    register = opened(arguments)
    lines = library().cases_in_register(register, as_of_last_entry=True).lines
    other = Choices(editions=dict(arguments.edition), readings=dict(arguments.reading))
    clauses, states = Counter[str](), Counter[str]()
    for row in compare_many(lines, register.rulebook, Choices(), other):
        states[row.state] += 1
        progress(f"cases decided: {states.total()}")
        clauses.update(clause for moved in row.moved for clause in moved.clauses or ("no clause of its own",))
        if row.state != SAME:
            sys.stdout.write(f"{row.text}\n") if arguments.json else show(_told(row))
    if not arguments.json:
        show(_summary(clauses, states))
    return next((code for state, code in WORST if states[state]), Exit.DONE)


def _told(row: ImpactRow) -> TextPage:
    page = TextPage()
    page.line(f"Case {row.name}{f': it cannot be decided. {_why(row)}' if row.refused else ''}")
    for moved in row.moved:
        by = f" [{'; '.join(moved.clauses)}]" if moved.clauses else ""
        page.line(f"{moved.address}: {moved.before or 'nothing'} -> {moved.after or 'nothing'}{by}", mark="-")
    return page


def _why(row: ImpactRow) -> str:
    return " ".join(problem["says"] for problem in row.refused.get("problems", [row.refused]))


def _summary(clauses: Counter[str], states: Counter[str]) -> TextPage:
    page = TextPage()
    page.blank()
    unread = states.total() - states[SAME] - states[MOVES]
    cannot = f" {unread} cannot be decided." if unread else ""
    page.line(f"Cases decided a second time: {states.total()}. Cases that move: {states[MOVES]}.{cannot}")
    if clauses:
        page.heading("What moves, by clause")
    for clause, count in sorted(clauses.items()):
        page.line(f"{clause}: {count}", mark="-")
    return page
