"""``cimscore due``: what is due in one case or many, in order of time."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import assess_opened, open_case
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_assessing
from cimscore.cli.owed import show_owed


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser, several=True)


def _run(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    assessed = [
        assess_opened(open_case(named, rulebook), named)
        for named in (argparse.Namespace(**{**vars(arguments), "case": case}) for case in dict.fromkeys(arguments.case))
    ]
    return show_owed([of_case.assessment for of_case in assessed], as_json=arguments.json)


COMMAND = Command(
    teaches="Of one case document or of many, by every program that each names. An act on which two programs set a "
    "limit is told once for each, with the other's day, and which of the two is stricter. What is done is left out; "
    "what has no day yet, and what an answer may make due besides, comes last.",
    example="cimscore due examples/two-homes.yaml examples/december-gap.yaml --at 2025-03-10",
    options=_options,
    run=_run,
)
