"""``cimscore trace``: what every clause, rule, test and example rests on: written out, checked, and read again."""

import argparse
from collections.abc import Callable

from cimscore.cli.command import Command
from cimscore.cli.commands.trace import check, clear, export, read
from cimscore.cli.exits import Exit


def _options(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(title="actions", metavar="ACTION", required=True)
    for name, said, module in (
        ("export", "write the whole trace to a file", export),
        ("check", "fail where something is missing or has to be read again", check),
        ("clear", "record that rules were read against their clauses", clear),
        ("read", "record that clauses were read against their source", read),
    ):
        one = actions.add_parser(name, help=said, description=said, allow_abbrev=False)
        module.add_options(one)
        one.set_defaults(act=module.run)


def _run(arguments: argparse.Namespace) -> Exit:
    act: Callable[[argparse.Namespace], Exit] = arguments.act
    return act(arguments)


COMMAND = Command(
    teaches="`export` writes sources, clauses, rules, tests and examples with the state of every link between them: "
    "all of it as JSON or as a workbook, the matrix of clauses and rules as CSV. `check` ends with exit code 1 where "
    "something is missing without a reason (policy/upkeep/justifications.toml) or a rule has to be read again. "
    "`clear` records who has read a rule against its clauses and why, in the program's policy/upkeep/reviews.toml; "
    "`read` who has read a clause against its source, in clause-reviews.toml, and whether that is the authors' first "
    "or second reading.",
    example="cimscore trace clear vic-cims/clock/report --by 'Kim Example' --why 'the clause was only reworded'",
    options=_options,
    run=_run,
)
