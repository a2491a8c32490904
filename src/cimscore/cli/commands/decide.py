"""``cimscore decide``: the first page of a decision."""

from __future__ import annotations

import argparse

import attrs

from cimscore.assessment import Decision, State, decide_case, document_of, first_page
from cimscore.case import Moment
from cimscore.cli.command import Command
from cimscore.cli.exits import Exit
from cimscore.cli.inputs import open_case
from cimscore.cli.options import add_case, add_moment, add_programs
from cimscore.cli.output import show, show_json
from cimscore.composition import load_programs
from cimscore.errors import UnknownNameError
from cimscore.ids import did_you_mean


@attrs.frozen
class _Decided:
    decisions: tuple[Decision, ...]

    @property
    def final(self) -> bool:
        return all(decision.state is State.FINAL for decision in self.decisions)


def _options(parser: argparse.ArgumentParser) -> None:
    add_case(parser)
    add_programs(parser, "decide under this program only; may be given several times (default: those the case names)")
    add_moment(parser)
    parser.add_argument("--all", action="store_true", help="tell every conclusion and duty, not the first page alone")
    parser.add_argument("--json", action="store_true", help="print the decision as a document")
    parser.add_argument(
        "--require-decided", action="store_true", help="end with exit code 3 unless the decision is final"
    )


def _run(arguments: argparse.Namespace) -> Exit:
    decided = _decide(arguments)
    if arguments.json:
        show_json([document_of(decision) for decision in decided.decisions])
    else:
        show("\n".join(first_page(decision, every=arguments.all) for decision in decided.decisions))
    return Exit.UNDECIDED if arguments.require_decided and not decided.final else Exit.DONE


def _decide(arguments: argparse.Namespace) -> _Decided:
    """Decide the case that was named under each program that it names and that has rows.

    Raises:
        UnknownNameError: No such program is installed, or none of them is written in rows.
    """
    case, programs = open_case(arguments).case, load_programs()
    wanted = tuple(arguments.programs or (name for name in case.programs if name in programs))
    for name in wanted:
        if name not in programs:
            raise UnknownNameError("program with rows", name, sorted(programs), did_you_mean(name, programs))
    if not wanted:
        raise UnknownNameError(
            "program with rows", ", ".join(case.programs) or "none", sorted(programs), "Name one with --program."
        )
    at: Moment | None = arguments.at
    return _Decided(tuple(decide_case(case, programs[name], at=at) for name in wanted))


COMMAND = Command(
    teaches="For each program, on one page: what is to be recorded and for whom, the clocks in order of time with "
    "their state, what to do next, and what is open: which question, what is worked with until it is answered, and "
    "what each other answer would change. What is certain is so whichever way everything open is answered.",
    example="cimscore decide examples/two-homes.yaml",
    options=_options,
    run=_run,
)
