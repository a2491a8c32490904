"""``cimscore notifier``: the only command that writes the notifier, because that is all it is asked for."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import open_case
from cimscore.cli.options import add_case
from cimscore.cli.output import show_json
from cimscore.wire import write_notifier


def _run(arguments: argparse.Namespace) -> Exit:
    arguments.show_kept = True  # what is asked for by name is written as it stands
    show_json(write_notifier(open_case(arguments).case))
    return Exit.DONE


COMMAND = Command(
    teaches="The notifier's identity is protected by law. No other command shows it or depends on it; the one list "
    "that does, `check --notifier-leaks`, says so. Prints it as JSON, as it stands in the document; null where there "
    "is none.",
    example="cimscore notifier case.yaml",
    options=add_case,
    run=_run,
)
