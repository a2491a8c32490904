"""Every command, in the order ``--help`` lists them."""

from typing import Final

from cimscore.cli.command import Command
from cimscore.cli.commands import (
    assess,
    check,
    clauses,
    coverage,
    draw,
    explain,
    notifier,
    possible,
    programs,
    questions,
    readings,
    rules,
    schema,
    sensitivity,
    timeline,
)

COMMANDS: Final[tuple[Command, ...]] = tuple(
    module.COMMAND
    for module in (
        assess, explain, possible, sensitivity, draw, check, notifier,
        programs, rules, questions, readings, clauses, coverage, timeline, schema,
    )
)  # fmt: skip
