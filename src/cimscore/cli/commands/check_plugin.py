"""``cimscore check-plugin``: everything a program promises, held in one run."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import Final

from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.loading import load_rulebook, named_programs
from cimscore.cli.options import add_json
from cimscore.cli.output import show, show_json
from cimscore.cli.page import TextPage
from cimscore.errors import CimsError
from cimscore.policy import Disposition
from cimscore.rulebook import Rulebook
from cimscore.testing import MOST_FACTS, check_program
from cimscore.testing.conformance import CHECKS, Progress

_SECONDS: Final = 300
_NOTHING_YET: Final = (
    "Nothing is encoded yet: no rule carries out any of its {clauses}, so there is nothing that these checks could "
    "find wrong. It loads, and its data is whole. Take one clause: read its passage, say it in your own words, give it "
    "its disposition, write its row and a worked example, and check again."
)


class NoProgramNamedError(CimsError):
    """No program was named: name an installed one by its id, or one that is not by --plugin."""


def _options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "programs", metavar="ID", nargs="*",
        help="an installed program; may be several (default: those that --plugin names)",
    )  # fmt: skip
    parser.add_argument(
        "--seconds", metavar="N", type=int, default=_SECONDS,
        help=f"stop after so many seconds for each program, and say what was not looked at; 0 for no end "
        f"(default: {_SECONDS})",
    )  # fmt: skip
    parser.add_argument(
        "--facts", metavar="N", type=int, default=MOST_FACTS,
        help=f"leave out so many facts of the worked examples, one at a time; 0 for every one (default: {MOST_FACTS})",
    )  # fmt: skip
    add_json(parser)


def _run(arguments: argparse.Namespace) -> Exit:
    rulebook = load_rulebook()
    chosen = [*dict.fromkeys([*arguments.programs, *named_programs(rulebook)])]
    if not chosen:
        known = ", ".join(sorted(rulebook.programs)) or "none"
        raise NoProgramNamedError(f"No program was named. Installed are {known}; another is named by --plugin FILE.")
    found = {
        program: check_program(
            rulebook, program, most=arguments.facts, seconds=arguments.seconds, progress=_told(program)
        )
        for program in chosen
    }
    if arguments.json:
        show_json({program: list(lines) for program, lines in found.items()})
    else:
        show(_page(found, rulebook))
    return Exit.PROBLEMS if any(found.values()) else Exit.DONE


def _told(id: str) -> Progress:
    """Return what tells people who wait at a terminal how far a program is."""

    def tell(promises: str, number: int, of: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"{id}: {number} of {of}: {promises}\n")

    return tell


def _page(found: Mapping[str, Sequence[str]], rulebook: Rulebook) -> TextPage:
    page = TextPage()
    for program, lines in found.items():
        page.heading(program)
        clauses = [clause for clause in rulebook.program(program).declared.clauses if not clause.gone]
        encoded = sum(clause.disposition.by_rules for clause in clauses)
        if not lines and encoded:
            page.line("Nothing is wrong: " + "; ".join(check.promises for check in CHECKS) + ".")
        elif not lines:
            page.line(_NOTHING_YET.format(clauses=f"{len(clauses)} clause{'s' * (len(clauses) != 1)}"))
        to_do = sum(clause.disposition is Disposition.TO_DO for clause in clauses)
        if to_do and encoded:
            page.line(f"{to_do} of {len(clauses)} clauses are still to do: cimscore coverage --program {program}")
        for line in lines:
            page.line(line, mark="-")
    return page


COMMAND = Command(
    teaches="Looks at everything a program promises, without a test file: it loads alone and beside the others, its "
    "distribution holds its data, nothing in it looks like a slip, its worked examples hold and show what they claim, "
    "no order changes anything, the notifier is never told, each deadline holds on the day before, of and after, and "
    "what is not known is never taken for a no. Each line says what was looked at and what was found. Ends with exit "
    "code 1 where something is wrong. `cimscore.testing.check_program` does the same in a test.",
    example="cimscore check-plugin vic-cims",
    options=_options,
    run=_run,
)
