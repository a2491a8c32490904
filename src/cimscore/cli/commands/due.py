"""``cimscore due``: what is due in one case or many, in order of time."""

from __future__ import annotations

import argparse

from cimscore.cli.command import Command
from cimscore.cli.commands.register.due import run as list_due
from cimscore.cli.commands.register.lists import FIRST
from cimscore.cli.commands.register.opening import run_and_close
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import assess_opened, is_register, open_case
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_assessing
from cimscore.cli.owed import show_owed
from cimscore.errors import CimsError


class RegisterAloneError(CimsError):
    """A register is listed beside something else: list it by itself."""


def _options(parser: argparse.ArgumentParser) -> None:
    add_assessing(parser, several=True)


def _run(arguments: argparse.Namespace) -> Exit:
    if any(map(is_register, arguments.case)):
        return _of_register(arguments)
    rulebook = load_rulebook()
    assessed = [
        assess_opened(open_case(named, rulebook), named)
        for named in (argparse.Namespace(**{**vars(arguments), "case": case}) for case in dict.fromkeys(arguments.case))
    ]
    return show_owed([of_case.assessment for of_case in assessed], as_json=arguments.json)


def _of_register(arguments: argparse.Namespace) -> Exit:
    """List what is due in a register."""
    when = arguments.at.instant if arguments.at else None
    if len(arguments.case) > 1 or arguments.programs or arguments.readings or (arguments.at and when is None):
        raise RegisterAloneError(
            "A register is listed by the last decisions that it holds: name nothing beside it, and no program or "
            "reading. `--at` takes a time with its offset, or now."
        )
    asked = argparse.Namespace(**{**vars(arguments), "register": arguments.case[0], "at": when, "act": list_due})
    return run_and_close(argparse.Namespace(**{**vars(asked), "first": FIRST, "calendar": None}))


COMMAND = Command(
    teaches="Of one case document or of many, by every program that each names; or of a register. An act on which two "
    "programs set a limit is told once for each, with the other's day, and which of the two is stricter. What is done "
    "is left out; what has no day yet, and what an answer may make due besides, comes last.",
    example="cimscore due examples/two-homes.yaml examples/december-gap.yaml --at 2025-03-10",
    options=_options,
    run=_run,
)
