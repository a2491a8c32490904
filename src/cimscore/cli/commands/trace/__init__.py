"""``cimscore trace``: what every clause, rule, test and example rests on: written out, checked, and read again."""

import argparse

from cimscore.cli.command import Command, add_actions, run_action
from cimscore.cli.commands.trace import check, clear, export, read


def _options(parser: argparse.ArgumentParser) -> None:
    add_actions(
        parser,
        (
            ("export", "write the whole trace to a file", export.add_options, export.run),
            ("check", "fail where something is missing or has to be read again", check.add_options, check.run),
            ("clear", "record that rules were read against their clauses", clear.add_options, clear.run),
            ("read", "record that clauses were read against their source", read.add_options, read.run),
        ),
    )


COMMAND = Command(
    teaches="`export` writes sources, clauses, rules, tests and examples with the state of every link between them: "
    "all of it as JSON or as a workbook, the matrix of clauses and rules as CSV. `check` ends with exit code 1 where "
    "something is missing without a reason (policy/upkeep/justifications.toml) or a rule has to be read again. "
    "`clear` records who has read a rule against its clauses and why, in the program's policy/upkeep/reviews.toml; "
    "`read` who has read a clause against its source, in clause-reviews.toml, and whether that is the authors' first "
    "or second reading.",
    example="cimscore trace clear vic-cims/clock/report --by 'Kim Example' --why 'the clause was only reworded'",
    options=_options,
    run=run_action,
)
