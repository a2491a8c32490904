"""``cimscore trace clear``: the record that rules were read against their clauses."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path

from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook
from cimscore.cli.options import add_day_of_reading, add_programs
from cimscore.cli.output import show
from cimscore.cli.tracing import folder_to_write, writing
from cimscore.errors import CimsError
from cimscore.rulebook import Rulebook
from cimscore.traceability import cleared, read_upkeep, write_reviews


class NothingToClearError(CimsError):
    """No rule was named: name rules, or a program to clear all of its rules."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add which rules were read, by whom, when and why."""
    said = "program/conclusion/row or program/clock/clock; `cimscore rules` lists them"
    parser.add_argument("rules", metavar="RULE", nargs="*", help=said)
    add_programs(parser, "every rule of this program; may be given several times")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has read them")
    parser.add_argument("--why", metavar="TEXT", required=True, help="what made it necessary, or what it found")
    only = "only what changed was read; the last reading of each whole rule is kept beside"
    parser.add_argument("--change-only", action="store_true", help=only)
    add_day_of_reading(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Record the reading; nothing is written unless every rule is known."""
    rulebook = load_rulebook()
    rules = [*arguments.rules, *(rule for program in arguments.programs for rule in _rules_of(rulebook, program))]
    if not rules:
        raise NothingToClearError(
            "No rule was named. Name rules as program/conclusion/row, or all of one with --program ID."
        )
    said = {"by": arguments.by, "on": arguments.on, "why": arguments.why, "change_only": arguments.change_only}
    written = [
        (folder, read, cleared(read_upkeep([folder]).reviews, rulebook, read, **said))
        for folder, read in _by_folder(rulebook, rules)
    ]
    for folder, read, reviews in written:
        with writing(str(folder)):
            file = write_reviews(folder, reviews)
        named = ", ".join(read) if len(read) <= 3 else f"{len(read)} rules"
        show(f"{named}: recorded in {file}\n")
    return Exit.DONE


def _rules_of(rulebook: Rulebook, program: str) -> Iterator[str]:
    return (rule.address for rule in rulebook.program(program).rules)


def _by_folder(rulebook: Rulebook, rules: list[str]) -> Iterator[tuple[Path, list[str]]]:
    for program in sorted({rule.partition("/")[0] for rule in rules}):
        folder = folder_to_write(rulebook.program(program))
        yield folder, sorted({rule for rule in rules if rule.partition("/")[0] == program})
