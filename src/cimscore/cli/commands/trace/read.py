"""``cimscore trace read``: the record that clauses were held against their source."""

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
from cimscore.rulebook import InstalledProgram, Rulebook
from cimscore.traceability import Reader, read_upkeep, reviewed, write_clause_reviews


class NoClauseNamedError(CimsError):
    """No clause was named: name clauses, or a program to record all of its own."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add which clauses were read, by whom, when, and whose reading it is."""
    said = "source/heading/name; `cimscore clauses` lists them"
    parser.add_argument("clauses", metavar="CLAUSE", nargs="*", help=said)
    add_programs(parser, "every clause of this program whose document is held; may be given several times")
    parser.add_argument("--by", metavar="NAME", required=True, help="who has read them, with the role")
    whose = "the authors' first or second reading; a department's own is a sign-off"
    parser.add_argument("--as", dest="reader", choices=[reader.value for reader in Reader], required=True, help=whose)
    parser.add_argument("--remark", metavar="TEXT", default="", help="what was found")
    add_day_of_reading(parser)


def run(arguments: argparse.Namespace) -> Exit:
    """Record the reading; nothing is written unless every clause is known."""
    rulebook = load_rulebook()
    clauses = [*arguments.clauses, *(clause for name in arguments.programs for clause in _held(rulebook, name))]
    if not clauses:
        raise NoClauseNamedError(
            "No clause was named. Name clauses as source/heading/name, or all of one program with --program ID."
        )
    said = {"reader": Reader(arguments.reader), "by": arguments.by, "on": arguments.on, "remark": arguments.remark}
    reviewed((), rulebook, clauses, **said)
    for program, folder, own in [*_by_program(rulebook, clauses)]:
        kept = read_upkeep([folder]).read
        with writing(str(folder)):
            file = write_clause_reviews(folder, reviewed(kept, rulebook, own, **said))
        show(f"{program.id}, {len(own)} clauses: recorded in {file}\n")
    return Exit.DONE


def _held(rulebook: Rulebook, program: str) -> Iterator[str]:
    declared = rulebook.program(program).declared
    held = {source.id for source in declared.sources if source.held}
    return (clause.id for clause in declared.clauses if clause.source in held)


def _by_program(rulebook: Rulebook, clauses: list[str]) -> Iterator[tuple[InstalledProgram, Path, list[str]]]:
    for program in rulebook.programs.values():
        own = [id for id in clauses if id in {clause.id for clause in program.declared.clauses}]
        if own:
            yield program, folder_to_write(program), own
