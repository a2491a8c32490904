"""``cimscore register``: cases that are kept in a file, with every move of their records."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command, add_actions
from cimscore.cli.commands.register import (
    add,
    answer,
    candidates,
    due,
    export,
    init,
    move,
    notifier,
    redecide,
    relist,
    report,
    roles,
    show,
    take_in,
    verify,
)
from cimscore.cli.commands.register.opening import run_and_close


def _options(parser: argparse.ArgumentParser) -> None:
    add_actions(
        parser,
        (
            ("init", "make a new register", init.add_options, init.run),
            ("add", "keep a case document: a new case, or a correction", add.add_options, add.run),
            ("move", "take a step with a record: submit, approve, return, hand over", move.add_options, move.run),
            ("answer", "take a record that is handed over, or that nobody has; or decline it", answer.add_options,
             answer.run),
            ("show", "show the trays, or one case with its records and history", show.add_options, show.run),
            ("due", "list what is due in all cases", due.add_options, due.run),
            ("verify", "prove that nothing was changed, and print the head to keep outside", verify.add_options,
             verify.run),
            ("report", "write a case as a page that prints on A4, or as JSON, without the notifier", report.add_options,
             report.run),
            ("relist", "make the lists anew: after a change of programs", relist.add_options, relist.run),
            ("redecide", "show what another edition or reading would move", redecide.add_options, redecide.run),
            ("candidates", "list people, reports and homes of different cases that may be the same",
             candidates.add_options, candidates.run),
            ("import", "keep rows of another system, each whole or not at all", take_in.add_options, take_in.run),
            ("export", "write everything out as JSON, without the notifiers", export.add_options, export.run),
            ("roles", "write what the roles of a PostgreSQL database may do, or try it", roles.add_options, roles.run),
            ("notifier", "write out the notifier of a case, for a purpose that is kept", notifier.add_options,
             notifier.run),
        ),
    )  # fmt: skip


COMMAND = Command(
    teaches="A register is one file, or a PostgreSQL database. Documents, decisions and moves are only ever added to "
    "it. A move that the workflow of a program does not allow is refused with its clause; content that is approved is "
    "frozen, and nobody approves their own. Who did what, when and as which role stays, and `verify` finds every later "
    "change. It needs cimscore[register].",
    example="cimscore register init register.db",
    options=_options,
    run=run_and_close,
)
